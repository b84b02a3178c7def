"""D01 · A family of two adults and four children by keyboard only, in at most 120 keys."""

from sqlalchemy.orm import Session

from ouderapp.families.queries.persons import members_of
from ouderapp.families.queries.relations import relations_of
from ouderapp.store import tables
from ouderapp.store.journal import action
from tests.families.people import OPENED
from tests.ui.journeys.hand import Hand
from tests.work_builders import a_school

KEYS = 120
SECONDS = 90
CHILDREN = (
    ("Sara", "2012", "1A2"),
    ("Bilal", "2014", ""),
    ("Nora", "2016", ""),
    ("Adam", "2019", ""),
)


@action("test")
def a_college(session: Session) -> None:
    a_school(session, "Voorbeeldcollege")


def test_two_adults_and_four_children_are_written_by_keyboard_only(hand: Hand) -> None:
    hand.screen.run(a_college)
    hand.screen.open("families")
    hand.meter.clear()

    hand.press("Ctrl+Shift+N")
    hand.type("Haddad")
    hand.press("Tab")
    hand.choose("ara")
    for _ in range(3):
        hand.press("Tab")
    for words in ("Stationsstraat", "12", "9470", "Denderdorp"):
        hand.type(words)
        hand.press("Tab")
    for name, phone in (("Rania", "0470000001"), ("Samir", "0470000002")):
        hand.press("Tab")
        hand.type(name)
        for _ in range(4):
            hand.press("Tab")
        hand.type(phone)
        hand.press("Tab")
    for name, year, class_name in CHILDREN:
        hand.press("Tab")
        hand.type(name)
        hand.press("Tab")
        hand.type(year)
        hand.press("Tab")
        hand.choose("v" if class_name else "")
        hand.press("Tab")
        hand.type(class_name)
        hand.press("Tab")
        hand.press("Tab")
    hand.press("Ctrl+Return")

    assert hand.meter.struct <= KEYS
    assert hand.meter.clicks == 0
    assert hand.meter.klm <= SECONDS
    assert hand.screen.window.page is not None
    assert hand.screen.window.page.name == "family"
    family = hand.screen.run(lambda s: s.query(tables.Family.id).scalar())
    found = {row.given_name: row for row in hand.screen.run(members_of, family, OPENED)}
    assert {name: row.role for name, row in found.items()} == {
        "Rania": "moeder", "Samir": "vader", "Sara": "kind", "Bilal": "kind", "Nora": "kind",
        "Adam": "kind",
    }  # fmt: skip
    assert found["Rania"].phone == "0470000001"
    assert (found["Sara"].birth_year, found["Sara"].family_name) == (2012, "Haddad")
    relations = hand.screen.run(relations_of, family, OPENED)
    assert ("Rania Haddad", "Sara Haddad") in {(r.name, r.to_name) for r in relations}
    assert ("Sara Haddad", "Rania Haddad") in {(r.name, r.to_name) for r in relations}
