"""Who nearly has the name of a pupil is found without looking at the whole class (J18)."""

from itertools import product

from ouderapp.base.ids import Id, new_id
from ouderapp.class_lists.classmates import Classmates, is_near, named
from ouderapp.class_lists.records import KnownPupil, Pupil

GIVEN = ("Zoë", "Mohamed", "Muhammet", "محمد", "Amine", "Amina", "Anna Maria", "Ana Maria", "", "-")
FAMILY = ("D'Hondt", "Işık", "Isik", "El Amrani", "El Amrany", "De Smet", "De Smedt", "حداد", "")


def a_mate(given: str, family: str) -> KnownPupil:
    name = f"{given} {family}"
    return KnownPupil(Id(new_id()), Id(new_id()), name, given, family, None, "1A", is_here=True)


def test_nobody_is_overlooked_who_would_be_found_by_looking_at_each() -> None:
    mates = [a_mate(*names) for names in product(GIVEN, FAMILY)]
    classmates = Classmates(mates)

    for given, family in product(GIVEN, FAMILY):
        found = classmates.near(Pupil(2, given, family, "1a"))

        name = named(given, family)
        looked_at = [
            mate for mate in mates if is_near(name, named(mate.given_name, mate.family_name))
        ]
        assert found == looked_at


def test_another_year_of_birth_is_another_child() -> None:
    one = KnownPupil(Id("a"), Id("f"), "", "Amina", "De Smet", 2012, "1A", is_here=True)

    found = [
        len(Classmates([one]).near(Pupil(2, "Amina", "De Smedt", "1A", year)))
        for year in (2012, 2013, None)
    ]

    assert found == [1, 0, 1]
