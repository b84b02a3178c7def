"""What one letter may tell, in the words of one language."""

from collections.abc import Sequence
from dataclasses import dataclass

from ouderapp.letters import sentences as say
from ouderapp.letters.letter import Block, Bullets, Paragraph
from ouderapp.letters.records import LetterDraft, LetterFacts
from ouderapp.letters.texts import NOT_TRANSLATED, SOURCE, Translator


@dataclass(frozen=True)
class Told:
    """Facts and typed words behind the filter of consent: a field that is not told is empty."""

    facts: LetterFacts
    draft: LetterDraft
    words: Translator
    fields: frozenset[str]

    def tells(self, name: str) -> bool:
        """Whether this field is printed: consent is there, and there is something to say."""
        values = (getattr(self.facts, name, None), getattr(self.draft, name, None))
        return name in self.fields and any(value is False or bool(value) for value in values)

    def say(self, sentence: str, **places: str) -> str:
        """A sentence of the letter in this language."""
        return self.words.text(sentence, **places)

    def free(self, text: str) -> str:
        """Typed words stay Dutch; beside another language they say so (UX J10)."""
        whole = self.words.whole(text)
        is_dutch = self.words.language == SOURCE
        return whole if is_dutch or not text else f"{whole} {self.say(NOT_TRANSLATED)}"

    def labelled(self, name: str, label: str, text: str) -> list[Block]:
        """Typed words after a label in bold, when this field is told."""
        return [Paragraph(self.free(text), self.say(label))] if self.tells(name) else []

    def listed(self, name: str, label: str, items: Sequence[str]) -> list[Block]:
        """A list under a label in bold, when this field is told."""
        found = tuple(self.free(item) for item in items if item)
        return [Bullets(found, self.say(label))] if self.tells(name) and found else []

    def yes_or_no(self, answer: bool | None) -> str:
        """ja, nee, or nothing when nobody asked."""
        if answer is None:
            return ""
        return self.say(say.YES if answer else say.NO)
