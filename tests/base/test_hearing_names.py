"""Names that sound alike meet, in whatever script they are written (D10)."""

import pytest

from ouderapp.base.sounds import SIGN, sounds_in, sounds_of


@pytest.mark.parametrize(
    "names",
    [
        ("Mohamed", "Muhammet", "Mouhamed", "محمد"),
        ("Rachid", "Rasjid", "Rashid", "رشيد"),
        ("Achmed", "Ahmet", "Ahmed"),
        ("Walid", "Oualid"),
        ("Djamila", "Jamila", "Yamila"),
        ("Yılmaz", "Jilmaz", "Yilmas"),
        ("Filip", "Philippe"),
        ("Kovalenko", "Коваленко"),
        ("Şükran", "Schoukran"),
        ("Vandenberghe", "Vandenberge"),
    ],
)
def test_names_that_sound_alike_share_a_key(names: tuple[str, ...]) -> None:
    shared = set.intersection(*(set(sounds_of(name)) for name in names))

    assert shared


@pytest.mark.parametrize(
    ("one", "other"), [("Haddad", "Osmani"), ("Peeters", "Jansen"), ("Emre", "Elif")]
)
def test_names_that_sound_different_share_no_key(one: str, other: str) -> None:
    assert not set(sounds_of(one)) & set(sounds_of(other))


def test_a_word_without_consonants_has_no_key() -> None:
    assert sounds_of("Aya") == ()
    assert sounds_of("12") == ()


def test_each_key_in_the_index_stands_behind_the_sign() -> None:
    assert sounds_in("Haddad, Sara (1A)") == f"{SIGN}htt {SIGN}sr"
    assert sounds_in(None) == ""
