"""The papers of a letter: what will be printed, seen beforehand, and what was printed."""

from sqlalchemy.orm import Session

from ouderapp.base.errors import Problem
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id
from ouderapp.letters.answer_code import answer_code
from ouderapp.letters.content import written
from ouderapp.letters.pdf import draw
from ouderapp.letters.queries.dossier import leaflet_language, letter_facts
from ouderapp.letters.records import LetterDraft, Papers, Written
from ouderapp.letters.rules import FieldState
from ouderapp.sealing.blobs import Blobs
from ouderapp.store import tables
from ouderapp.store.own import own


class PaperNotKept(Problem):
    """A letter of the log has no paper: it was noted by hand, or sent as a mail."""

    message = mark("Of this letter there is no paper, only that it was sent.")
    hint = mark("Write it again from the referral.")


def written_letter(session: Session, draft: LetterDraft) -> Written:
    """The words of a letter, its second language and its leaflet, before they are drawn.

    Raises ConsentMissing, NoLettersForPerson, NoLettersInLanguage, NotFound, and the problems of
    forbidden numbers in what was typed.
    """
    check_free_text(**_typed(draft))
    facts = letter_facts(session, draft)
    language = leaflet_language(session, draft)
    code = answer_code(draft.referral)
    return written(facts, draft, code=code, leaflet_language=language)


def papers_of(session: Session, draft: LetterDraft) -> Papers:
    """The drawn papers: the preview and the print are these very bytes. Raises LettersMissing."""
    found = written_letter(session, draft)
    leaflet = draw(found.leaflet) if found.leaflet else None
    return Papers(found, draw(found.letter, found.second), leaflet)


def letter_states(session: Session, draft: LetterDraft) -> tuple[FieldState, ...]:
    """Every field of a letter with its consent: yes, no or lapsed; raises no ConsentMissing."""
    return letter_facts(session, draft).states


def letter_paper(session: Session, letter: Id) -> bytes:
    """Exactly what was printed then (R12); raises PaperNotKept, BlobMissing, BlobDamaged."""
    row = own(session, tables.Letter, letter)
    if row.pdf is None:
        raise PaperNotKept
    return blobs_of(session).get(row.pdf)


def blobs_of(session: Session) -> Blobs:
    """The encrypted files of this vault."""
    return Blobs(session.info["paths"], session.info["keys"])


def _typed(draft: LetterDraft) -> dict[str, str]:
    """Everything that a person typed in this draft, by field."""
    texts = {
        name: getattr(draft, name)
        for name in ("attention", "question", "asked", "best_time", "why_now", "school_knows")
    }
    texts |= {name: getattr(draft, name) for name in ("observed", "activity", "transport")}
    lists = {name: "\n".join(getattr(draft, name)) for name in ("done", "rights", "to_bring")}
    return texts | lists
