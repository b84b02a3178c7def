"""Everything of a group that can go wrong in a way that a person can do something about."""

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark


class ClassOnHoliday(Problem):
    """A session of a school on a holiday; `places` has `day` and `holiday` (NEG-01 to NEG-03)."""

    message = mark("On {day} there is no school: {holiday}.")
    hint = mark("Choose a day with class.")
    field = "held_on"


class ClassOnDayOff(Problem):
    """A session on a day off of this school, or in a weekend; it may be overridden (NEG-04)."""

    message = mark("On {day} this school has no class: {reason}.")
    hint = mark("Plan it all the same, or note that it does not take place.")
    button = mark("Plan it all the same")
    field = "held_on"


class ClassThatDayAlready(Problem):
    message = mark("This group already has a session on {day}.")
    hint = mark("Open that session, or choose another day.")
    field = "held_on"


class EndsBeforeStart(Problem):
    message = mark("The end comes before the start.")
    hint = mark("Look at the hours and the dates again.")
    field = "ends"


class ReasonMissing(Problem):
    """A session that did not take place, or a phase, without its reason (A13, A14)."""

    message = mark("Say why.")
    hint = mark("Choose or type a reason: it goes into the report.")
    field = "reason"


class DidTakePlace(Problem):
    """A session with marks, parents or heads cannot be called off or thrown away."""

    message = mark("This session did take place: somebody is noted.")
    hint = mark("Take the marks back first if that is a mistake.")


class DidNotTakePlace(Problem):
    message = mark("This session did not take place.")
    hint = mark("Open it again first if that is a mistake.")


class NotInTheRegister(Problem):
    message = mark("This pupil is not noted in this session.")
    hint = mark("Mark the pupil present first.")


class NameMissing(Problem):
    message = mark("Type a first name.")
    field = "given_name"


class HeadsImpossible(Problem):
    message = mark("Fill in a number from 0 to 999.")
    field = "heads"


class OnlyAFirstName(Problem):
    """A participant without a file has no family name, phone or address (DOMAIN 9.1)."""

    message = mark("Only a first name, please: this pupil has no file.")
    hint = mark("Make a file when the family agrees.")
    field = "given_name"


class PhaseThatDayAlready(Problem):
    message = mark("On {day} another phase of this group begins.")
    hint = mark("Choose another day, or change that phase.")
    field = "from_on"


class SentBeforeWritten(Problem):
    message = mark("It was sent before it was written.")
    hint = mark("Look at the dates again.")
    field = "sent_on"


class EvaluationEmpty(Problem):
    message = mark("Write what you found or what you decided.")
    field = "finding"


class ChoiceUnknown(Problem):
    message = mark("Choose from the list.")


class TextTooLong(Problem):
    """More signs than the field holds; `places` has `too_many`."""

    message = mark("This text is {too_many} characters too long.")
    hint = mark("Keep what was said, done and agreed.")


class SamePerson(Problem):
    message = mark("Somebody cannot bring himself or herself along.")
    hint = mark("Choose another pupil.")
    field = "by"
