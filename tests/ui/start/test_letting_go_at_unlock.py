"""At each unlock what has had its time is forgotten: lapsed notes, and old things in the bin."""

from datetime import date, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from ouderapp.base import clock
from ouderapp.base.ids import new_id
from ouderapp.store import tables
from ouderapp.store.journal import action
from ouderapp.store.own import own
from ouderapp.store.removal import remove
from ouderapp.ui.start import inside
from tests.ui.screen import Screen
from tests.work_builders import a_family, a_partner

TODAY = date(2025, 3, 25)


@action("test")
def a_partner_that_goes(session: Session) -> None:
    remove(session, own(session, tables.Partner, a_partner(session, "Weg met mij")))


@action("test")
def a_lapsed_note(session: Session) -> None:
    days = {"noted_on": TODAY - timedelta(days=100), "lapses_on": TODAY - timedelta(days=1)}
    family = a_family(session)
    session.add(tables.PrivateNote(id=new_id(), family=family, words="vergeet mij", **days))
    session.flush()


def everything_written(session: Session) -> str:
    images = session.execute(sa.select(tables.Journal.before, tables.Journal.after)).all()
    return str([tuple(one) for one in images])


def test_what_has_had_its_time_is_forgotten_and_the_rest_stays(screen: Screen) -> None:
    with clock.standing_at(TODAY - timedelta(days=40)):
        screen.run(a_partner_that_goes)
    with clock.standing_at(TODAY):
        screen.run(a_lapsed_note)

        inside.let_go(screen.background)
        screen.wait()

        written = screen.run(everything_written)
    assert "Weg met mij" not in written
    assert "vergeet mij" not in written
    assert "Haddad" in written
