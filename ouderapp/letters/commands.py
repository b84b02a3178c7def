"""Keeping what was printed: one act that writes the papers away and notes them in the log."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from ouderapp.base.i18n import mark
from ouderapp.base.ids import Id, new_id
from ouderapp.letters.letter import Letter
from ouderapp.letters.queries.papers import blobs_of, papers_of
from ouderapp.letters.records import LetterDraft
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own

LEAFLET = "uitleg_bij_brief"
LONGEST_TITLE = 120


@dataclass(frozen=True)
class Kept:
    """What was written away: the letter, its leaflet when there is one, and the papers."""

    letter: Id
    leaflet: Id | None
    pdf: bytes
    leaflet_pdf: bytes | None


@action(mark("Letter written"))
def keep_letter(session: Session, draft: LetterDraft) -> Kept:
    """Draw a letter with its leaflet, keep both encrypted, and note them in the log (R12).

    Raises the problems of `papers_of`; then nothing is kept.
    """
    papers = papers_of(session, draft)
    letter = _note(session, draft, papers.written.letter, draft.template, papers.pdf)
    leaflet = None
    if papers.written.leaflet is not None and papers.leaflet is not None:
        leaflet = _note(session, draft, papers.written.leaflet, LEAFLET, papers.leaflet)
    session.flush()
    return Kept(letter, leaflet, papers.pdf, papers.leaflet)


@action(mark("Letter moved to the bin"))
def delete_letter(session: Session, letter: Id) -> None:
    """Take a letter out of the log; its paper stays until nothing names it any more."""
    session.delete(own(session, tables.Letter, letter))
    session.flush()


def _note(session: Session, draft: LetterDraft, letter: Letter, template: str, pdf: bytes) -> Id:
    referral = own(session, tables.Referral, draft.referral)
    row = tables.Letter(
        id=new_id(),
        family=referral.family,
        referral=draft.referral,
        person=draft.child,
        partner=referral.partner,
        dated_on=draft.dated_on,
        template=template,
        language=letter.language,
        reader=letter.reader.value,
        title=letter.subject[:LONGEST_TITLE],
        pdf=blobs_of(session).put(pdf),
    )
    session.add(row)
    return Id(row.id)
