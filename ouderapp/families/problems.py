"""What can be wrong with a family, a person, a home or a school, in words."""

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark


class NameMissing(Problem):
    """A family needs a name by which it is found."""

    message = mark("The family has no name yet.")
    hint = mark("Type the name that you use for this family.")
    field = "name"


class PersonNameMissing(Problem):
    """A person needs a first name or a family name."""

    message = mark("This person has no name yet.")
    hint = mark("Type a first name or a family name.")
    field = "given_name"


class BirthImpossible(Problem):
    """A birth in the future, or longer ago than anybody lives."""

    message = mark("Nobody of this age can be in a family.")
    hint = mark("Check the year of birth.")
    field = "birth_year"


class EndsBeforeItBegins(Problem):
    """The last day lies before the first."""

    message = mark("The last day comes before the first day.")
    hint = mark("Check both dates.")
    field = "until_on"


class OutsideSchoolYear(Problem):
    """A day of a schooling does not lie in its school year; `places` has both ends."""

    message = mark("This day is not in that school year ({first} to {last}).")
    hint = mark("Check the date, or choose another school year.")
    field = "from_on"


class SlotImpossible(Problem):
    """A co-account has a number from 1 to 6 (DOMAIN 5.1)."""

    message = mark("A co-account has a number from 1 to 6.")
    hint = mark("Look in Smartschool which number it is.")
    field = "slot"


class SlotTaken(Problem):
    """Another parent already has this co-account."""

    message = mark("Co-account {slot} of this pupil is somebody else's.")
    hint = mark("Choose another number, or change the other one first.")
    field = "slot"


class ClosedTooEarly(Problem):
    """A file cannot be closed before it was opened."""

    message = mark("This file was opened on {opened_on}. It cannot be closed before that day.")
    hint = mark("Choose a later day.")
    field = "closed_on"


class NotWithOneself(Problem):
    """A relation is between two persons."""

    message = mark("A relation is between two different persons.")
    hint = mark("Choose somebody else.")
    field = "to_person"
