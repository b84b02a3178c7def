"""Esc keeps the draft, and so does doing nothing at all (C08)."""

from ouderapp.base.ids import Id
from ouderapp.contacts.queries.lists import contacts_without_family
from ouderapp.store.drafts import drafts
from tests.ui.contacts.driving import kept, rest, sheet
from tests.ui.screen import Screen


def test_esc_keeps_the_draft_and_the_next_time_it_is_back(screen: Screen, family: Id) -> None:
    sheet(screen, family)
    screen.type_in("Notitie", "halve zin over :tel")
    screen.click("Sara")
    screen.press("Esc", screen.field("Notitie"))
    assert kept(screen) == ["halve zin over :tel"]

    sheet(screen)

    assert screen.text_of("Notitie") == "halve zin over :tel"
    assert (screen.text_of("Gezin"), screen.is_on("Telefoon")) == ("Haddad", True)
    assert (screen.is_on("Rania (moeder)"), screen.is_on("Sara")) == (True, True)


def test_typing_is_kept_without_any_key_and_saving_forgets_the_draft(
    screen: Screen, family: Id
) -> None:
    """C08: at most a second is ever lost."""
    sheet(screen, family)
    screen.type_in("Notitie", "nog niet bewaard")
    rest(screen)
    assert kept(screen) == ["nog niet bewaard"]
    assert "Bewaard als ontwerp om 14:00" in screen.words()

    screen.click("Bewaren")

    assert screen.run(drafts) == []


def test_a_draft_about_another_family_does_not_come_in_the_way(screen: Screen, family: Id) -> None:
    sheet(screen)
    screen.type_in("Notitie", "iets anders")
    screen.press("Esc", screen.field("Notitie"))

    sheet(screen, family)

    assert (screen.text_of("Notitie"), kept(screen)) == ("", ["iets anders"])


def test_starting_anew_leaves_the_draft_where_it_was(screen: Screen, family: Id) -> None:
    sheet(screen)
    screen.type_in("Notitie", "blijft liggen")
    screen.press("Esc", screen.field("Notitie"))
    sheet(screen)

    screen.click("Opnieuw beginnen")
    screen.type_in("Notitie", "nieuwe nota")
    screen.click("Bewaren")

    assert [row.summary for row in screen.run(contacts_without_family)] == ["nieuwe nota"]
    assert kept(screen) == ["blijft liggen"]


def test_locking_keeps_the_last_letters_too(screen: Screen, family: Id) -> None:
    sheet(screen, family)
    screen.type_in("Notitie", "net getypt")

    screen.window.keep_typing()
    screen.wait()

    assert kept(screen) == ["net getypt"]


def test_ending_the_program_keeps_the_last_letters_too(screen: Screen, family: Id) -> None:
    sheet(screen, family)
    screen.type_in("Notitie", "net getypt")

    screen.window.close()
    screen.wait()

    assert kept(screen) == ["net getypt"]
