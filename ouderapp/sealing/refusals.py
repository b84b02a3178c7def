"""Why an envelope is refused (FORMAT.md 15.1); `next` and `is_alarm` as for every refusal there."""

from typing import ClassVar

from ouderapp.base.errors import Problem
from ouderapp.base.i18n import mark


class EnvelopeRefused(Problem):
    """The envelope of a file was not opened; nothing of what it holds was believed."""

    next: ClassVar[str] = "A"
    is_alarm: ClassVar[bool] = False


class EnvelopeUnknown(EnvelopeRefused):
    reason = "envelope_unknown"
    message = mark("This is not a bundle of ouderapp.")


class EnvelopeHeader(EnvelopeRefused):
    reason = "envelope_header"
    message = mark("The head of the file is damaged or does not follow the agreement.")


class EnvelopeType(EnvelopeRefused):
    reason = "envelope_type"
    next = "C"
    message = mark("This file is encrypted in another way than agreed. It was not opened.")


class EnvelopeNotForUs(EnvelopeRefused):
    reason = "envelope_not_for_us"
    next = "C"
    message = mark("This file is not encrypted for your office.")


class EnvelopeDamaged(EnvelopeRefused):
    reason = "envelope_damaged"
    message = mark("The file is damaged or incomplete. Ask for a new copy.")
