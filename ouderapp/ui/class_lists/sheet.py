"""Klaslijst invoeren: a file, what stands where, who is known; written only at the end."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QWidget

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import _, mark
from ouderapp.base.ids import Id
from ouderapp.class_lists.commands import import_class_list
from ouderapp.class_lists.headings import heading_key
from ouderapp.class_lists.queries import headings_remembered, my_schools, planned
from ouderapp.class_lists.reading import bytes_of, read_class_list
from ouderapp.class_lists.records import (
    ClassList,
    ClassListDraft,
    Deal,
    Holds,
    Imported,
    PlannedPupil,
    Pupils,
    Wishes,
)
from ouderapp.class_lists.rules import chosen, has_names, pupils_of
from ouderapp.directory.queries import schools_to_choose
from ouderapp.ui import ask, problems
from ouderapp.ui.background import Background
from ouderapp.ui.class_lists.forms import ListForm, WhereForm
from ouderapp.ui.class_lists.headings_part import HeadingsPart
from ouderapp.ui.class_lists.pupils_part import PupilsPart
from ouderapp.ui.class_lists.words import (
    done_words,
    left_out_words,
    take_in_words,
)
from ouderapp.ui.dropping import dropped_files
from ouderapp.ui.look import set_type
from ouderapp.ui.nesting import nest
from ouderapp.ui.place import allow, row_of
from ouderapp.ui.sheet import Sheet

TITLE = mark("Take in a class list")
HOW = mark(
    "Choose the list that the school gave you (Excel or CSV), or drop it on this window. Only first"
    " name, family name, class and year of birth come in. Nothing is written before you press"
    " Take in, and Ctrl+Z takes it all back."
)
KINDS = mark("Class list (*.xlsx *.csv *.txt *.tsv);;All files (*)")
NO_FILE = mark("First choose the list.")
NO_SCHOOL = mark("First choose the school.")
NO_NAMES = mark("First say which column holds the names.")
NOBODY = mark("There is nobody to take in.")
BUSY = mark("The list is being taken in.")
WIDTH, WIDE = 900, 1160


class ClassListSheet(Sheet):
    """Opened with a path it reads that file at once, else it asks which."""

    def __init__(
        self, background: Background, about: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(background, TITLE, parent, width=WIDTH)
        self.setAcceptDrops(True)
        self._raw = b""
        self._found: ClassList | None = None
        self._holds: tuple[Holds, ...] = ()
        self._pupils = Pupils()
        self._remembered: Mapping[str, str] = {}
        self._headings: dict[str, str] = {}
        self._has_schools = False
        self.where, self.list_form = WhereForm(), ListForm()
        self.headings, self.pupils = HeadingsPart(), PupilsPart()
        self._build()
        self._listen()
        background.run(headings_remembered, then=self._show_remembered, owner=self)
        background.run(schools_to_choose, then=self._show_schools, owner=self)
        background.run(my_schools, then=self._propose_school, owner=self)
        if isinstance(about, Path):
            self.take_file(about)

    def take_file(self, path: Path) -> None:
        """Read this file in place of the one before."""
        failed = partial(self._refuse, path.name)
        then = partial(self._take_bytes, path.name)
        self.background.compute(bytes_of, path, then=then, failed=failed, owner=self)

    def choose_file(self) -> None:
        """Ask which file."""
        ask.open_file(self, _(KINDS), self.take_file)

    def take_in(self) -> None:
        """Write every chosen pupil, in one act."""
        draft = ClassListDraft(
            self.where.school.value(), self.where.school_year.value(), self.pupils.rows,
            self._headings,
        )  # fmt: skip
        allow(self._take_in, False, BUSY)
        self.background.run(
            import_class_list, draft, then=self._taken_in, failed=self._not_taken_in, owner=self
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.take_file(dropped_files(event.mimeData())[0])

    def _take_bytes(self, name: str, raw: bytes) -> None:
        self._read(name, raw, Wishes(headings=self._remembered))

    def _read_again(self) -> None:
        """Another tab, other letters or another separator was chosen."""
        form = self.list_form
        sheet, letters, separator = (
            str(field.value() or "") for field in (form.sheet, form.letters, form.separator)
        )
        wishes = Wishes(sheet, letters, separator, self._remembered)
        self._read(self._file.text(), self._raw, wishes)

    def _read(self, name: str, raw: bytes, wishes: Wishes) -> None:
        then, failed = partial(self._show_list, name, raw), partial(self._refuse, name)
        self.background.compute(read_class_list, raw, wishes, then=then, failed=failed, owner=self)

    def _refuse(self, name: str, problem: Problem) -> None:
        """Say what is wrong with this file; a list that was read before stays as it is."""
        news = problems.news_of(problem)
        self.show_news(replace(news, what=f"{name}: {news.what}"))
        if self._found is not None:
            self.list_form.fill(self._found)

    def _show_list(self, name: str, raw: bytes, found: ClassList) -> None:
        self._raw = raw
        self._found, self._holds, self._headings = found, found.holds, {}
        self.news.clear()
        self.pupils.forget()
        self._file.setText(name)
        self._left_out.setText(left_out_words(found))
        self._left_out.setVisible(bool(self._left_out.text()))
        self.list_form.sheet.set_choices([(name, name) for name in found.sheets])
        self.list_form.fill(found)
        self.headings.show_list(found)
        self._show_parts()
        self._plan()
        self.resize(max(self.width(), WIDE), self.height())
        self.where.school.setFocus()

    def _choose_holds(self, at: int, wanted: Holds) -> None:
        if self._found is None:
            return
        self._holds = chosen(self._holds, at, wanted)
        if key := heading_key(self._found.columns[at].heading):
            self._headings[key] = wanted
        self.headings.show_holds(self._holds)
        self._show_parts()
        self._plan()

    def _plan(self) -> None:
        """Ask who is known, with what is chosen now."""
        if self._found is None:
            return
        has_class = Holds.CLASS in self._holds
        class_name = "" if has_class else self.list_form.class_name.value()
        self._pupils = pupils_of(self._found, self._holds, class_name)
        self.background.run(
            planned, self._pupils.pupils, self.where.school.value(),
            self.where.school_year.value(), then=partial(self._show_plan, self._pupils), owner=self,
        )  # fmt: skip

    def _show_plan(self, asked: Pupils, rows: tuple[PlannedPupil, ...]) -> None:
        if asked is self._pupils:
            self.pupils.show_rows(rows, asked.aside)
            self._allow()
            QTimer.singleShot(0, self, self.grow)

    def _allow(self) -> None:
        why = ""
        if self._found is None:
            why = NO_FILE
        elif not has_names(self._holds):
            why = NO_NAMES
        elif self._has_schools and not self.where.school.value():
            why = NO_SCHOOL
        elif all(row.deal == Deal.SKIP for row in self.pupils.rows):
            why = NOBODY
        coming = sum(row.deal != Deal.SKIP for row in self.pupils.rows)
        self._take_in.setText(take_in_words(coming))
        allow(self._take_in, not why, why)
        self._why.setText(_(why))

    def _taken_in(self, done: Imported) -> None:
        self.message_asked.emit(done_words(done))
        self.open_asked.emit("families", None)
        self.close()

    def _not_taken_in(self, problem: Problem) -> None:
        problems.show(self, problem)
        self._allow()

    def _show_remembered(self, remembered: Mapping[str, str]) -> None:
        self._remembered = remembered

    def _show_schools(self, schools: list[tuple[Id, str]]) -> None:
        self._has_schools = bool(schools)
        self.where.school.set_choices(schools)
        if len(schools) == 1:
            self.where.school.set_value(schools[0][0])
        self._allow()

    def _propose_school(self, schools: tuple[Id, ...]) -> None:
        if schools and not self.where.touched:
            self.where.school.set_value(schools[0])
            self._allow()

    def _show_parts(self) -> None:
        """Of the list only what is asked of it."""
        found = self._found
        for part in (self.where, self.headings, self.pupils, self._heading):
            part.setVisible(found is not None)
        self._hint.setVisible(found is None)
        has_tabs = found is not None and len(found.sheets) > 1
        lacks_class = found is not None and Holds.CLASS not in self._holds
        is_text = found is not None and bool(found.letters)
        self.list_form.show_only(
            separator=is_text, letters=is_text, sheet=has_tabs, class_name=lacks_class
        )

    def _listen(self) -> None:
        self.headings.chosen.connect(self._choose_holds)
        self.headings.grown.connect(self.grow)
        self.pupils.changed.connect(self._allow)
        self.where.edited.connect(self._plan)
        self.list_form.class_name.edited.connect(self._plan)
        for field in (self.list_form.sheet, self.list_form.letters, self.list_form.separator):
            field.edited.connect(self._read_again)

    def _build(self) -> None:
        self._hint, self._file, self._left_out, self._why, self._heading = (
            QLabel(words, wordWrap=True) for words in (_(HOW), "", "", "", _("What stands where?"))
        )
        for label in (self._file, self._heading):
            set_type(label, "h3")
        for label in (self._left_out, self._why):
            set_type(label, "muted")
        self.body.addWidget(self._hint)
        self.body.addWidget(self._file)
        nest(self.body, row_of(self.where, self.list_form, spacing=32))
        for part in (self._heading, self.headings, self._left_out):
            self.body.addWidget(part)
        self.body.addWidget(self.pupils, 1)
        self.add_note(self._why)
        self.add_button(mark("Cancel"), self.close)
        choose = self.add_button(mark("Choose the list…"), self.choose_file, icon="file-text")
        self._take_in = self.add_button(mark("Take in"), self.take_in, kind="primary")
        self._show_parts()
        self._allow()
        choose.setFocus()
