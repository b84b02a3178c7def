"""The letters that were written: the log, the paper itself, the referral behind a code."""

from dataclasses import fields

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base.ids import Id
from ouderapp.letters.answer_code import answer_code, typed_code
from ouderapp.letters.queries.start import OUT
from ouderapp.letters.records import LetterRow
from ouderapp.store import tables

_NAMES = tuple(field.name for field in fields(LetterRow))[:-2]
"""The columns of a letter; the last two fields of a row are worked out."""


def letter_log(session: Session, family: Id | None = None) -> list[LetterRow]:
    """The letters of one family, or of everybody; newest first."""
    letter, partner, referral = tables.Letter, tables.Partner, tables.Referral
    reader = sa.func.coalesce(letter.partner, referral.partner)
    asked = (
        sa.select(
            *(getattr(letter, name) for name in _NAMES),
            letter.pdf.is_not(None).label("has_paper"),
            sa.func.coalesce(partner.name, "").label("partner_name"),
        )
        .outerjoin(
            referral, sa.and_(referral.worker == letter.worker, referral.id == letter.referral)
        )
        .outerjoin(partner, sa.and_(partner.worker == letter.worker, partner.id == reader))
        .where(letter.worker == "")
        .order_by(letter.dated_on.desc(), letter.nr.desc())
    )
    if family is not None:
        asked = asked.where(letter.family == family)
    found = session.connection().execute(asked)
    return [LetterRow(*row) for row in found]


def referral_of_code(session: Session, typed: str) -> Id | None:
    """The outgoing referral whose letter carries this code; None when nobody's does (R14)."""
    table, code = tables.Referral, typed_code(typed)
    found = session.scalars(
        sa.select(table.id)
        .where(table.worker == "", table.direction == OUT)
        .order_by(table.sent_on.desc())
    )
    return next((Id(one) for one in found if answer_code(one) == code), None)
