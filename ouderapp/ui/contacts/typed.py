"""Keeps the fields of a contact in step with the words of its note, and gives fields back."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from ouderapp.base.clock import today
from ouderapp.contacts.records import PromiseAlong
from ouderapp.contacts.typed_words import Sets, Typed, promise_of, read
from ouderapp.ui.contacts.form import ContactForm
from ouderapp.ui.contacts.words import chip_words, promise_words

SET_BY_WORDS = (Sets.DAY, Sets.HOUR, Sets.MINUTES, Sets.KIND)


class TypedWords(QObject):
    """Reads the note at every change. A chip sets its field; without it the field is as before."""

    changed = Signal()

    def __init__(self, form: ContactForm) -> None:
        super().__init__(form)
        self._form = form
        self.kept: set[str] = set()
        self.added: list[PromiseAlong] = []
        self._before: dict[str, Any] = {}
        self.typed: Typed = read("", today())
        form.summary.edited.connect(self.read)
        form.word_chips.taken_away.connect(self._keep_word)
        form.promise_chips.taken_away.connect(self._drop_promise)
        form.promise.line.returnPressed.connect(self.add_promise)
        for sets in SET_BY_WORDS:
            form.fields()[sets.value].edited.connect(self._setter_by_hand(sets))

    def read(self) -> None:
        """Set the fields anew by the words of the note."""
        text = self._form.summary.text.toPlainText()
        self.typed = read(text, today(), frozenset(self.kept))
        for sets in SET_BY_WORDS:
            self._apply(sets, self.typed.value(sets))
        chips = ((chip.typed, chip_words(chip)) for chip in self.typed.chips)
        if self._form.word_chips.show_chips(chips):
            self._form.set_tabs()
        self.changed.emit()

    def suggest(self, name: str, value: Any) -> None:
        """Give a field a value by default; a chip that sets it stays stronger."""
        if name in self._before:
            self._before[name] = value
        else:
            self._set(name, value)

    def add_promise(self) -> None:
        """What stands in the line becomes a promise, and the line is empty for the next one."""
        line = self._form.promise
        if line.value():
            self.added.append(promise_of(line.value(), today()))
            line.set_value("")
            self.show_promises()

    def show_promises(self) -> None:
        """Show the promises that were added as chips."""
        chips = [(str(at), promise_words(one)) for at, one in enumerate(self.added)]
        if self._form.promise_chips.show_chips(chips):
            self._form.set_tabs()
        self.changed.emit()

    def promises(self) -> tuple[PromiseAlong, ...]:
        """Every promise: in the note, added, and what still stands in the line."""
        rest = self._form.promise.value()
        last = (promise_of(rest, today()),) if rest else ()
        return (*self.typed.promises, *self.added, *last)

    def _apply(self, sets: Sets, value: object) -> None:
        name = sets.value
        if value is not None:
            self._before.setdefault(name, self._form.fields()[name].value())
            self._set(name, value)
        elif name in self._before:
            self._set(name, self._before.pop(name))

    def _set(self, name: str, value: Any) -> None:
        if name == Sets.KIND:
            self._form.set_kind(value)
        else:
            self._form.fields()[name].set_value(value)

    def _setter_by_hand(self, sets: Sets) -> Any:
        """A field changed by hand wins over the word: the word stays text from then on."""

        def keep() -> None:
            chip = next((one for one in self.typed.chips if one.sets == sets), None)
            if chip is not None and chip.value != self._form.fields()[sets.value].value():
                self._before.pop(sets.value, None)
                self._keep_word(chip.typed)

        return keep

    def _keep_word(self, typed: str) -> None:
        self.kept.add(typed)
        self.read()

    def _drop_promise(self, at: str) -> None:
        del self.added[int(at)]
        self.show_promises()
