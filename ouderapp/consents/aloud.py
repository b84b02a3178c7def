"""What is read aloud to a family before it agrees: to whom, what, why, and that no is fine."""

from collections.abc import Mapping
from types import MappingProxyType

from ouderapp.base.i18n import _, mark
from ouderapp.consents.codes import Purpose

ALWAYS = mark(
    "You may say no, and you may take it back at any moment. That changes nothing about the help"
    " you get."
)
_SHARED = mark(
    "I would like to tell {service} what you ask and what we already did. Then they can help you."
    " Only what is needed goes along, and you hear what it is."
)
_SERVICES: Mapping[str, str] = MappingProxyType(
    {
        Purpose.SHARE_SCHOOL: mark("the school"),
        Purpose.SHARE_HUIS_VAN_HET_KIND: mark("the Huis van het Kind"),
        Purpose.SHARE_OCMW: mark("the OCMW"),
        Purpose.SHARE_UITPAS: mark("the Sociaal Huis, for the UiTPAS"),
        Purpose.SHARE_CLB: mark("the CLB"),
        Purpose.SHARE_LEISURE: mark("the club"),
    }
)
_OWN: Mapping[str, str] = MappingProxyType(
    {
        Purpose.FILE_AND_SCHOOL: mark(
            "I would like to write down what we agree, and talk with the school about your child."
            " You may always see what I wrote."
        ),
        Purpose.FOOTBALL: mark(
            "Your child may come to the football. We keep the first name and who came."
        ),
        Purpose.HANGOUT: mark(
            "Your child may come to the Hangout. We keep the first name and who came."
        ),
        Purpose.SMARTSCHOOL: mark(
            "I would like to help you with Smartschool on your own phone or computer."
            " I keep no code."
        ),
        Purpose.PHOTO: mark(
            "I would like to take a photo. You see it first, and you say where it may be shown."
        ),
        Purpose.EVALUATION: mark(
            "I would like to use what we learned together to make our work better, without your"
            " name."
        ),
        Purpose.OFFICE_FILE: mark(
            "I would like to give your whole file to my office, so that it can follow up with me."
        ),
        Purpose.HAND_OVER: mark(
            "I would like to hand your file over to a colleague, who then goes on with you."
        ),
    }
)


def read_aloud(purpose: str) -> str:
    """The words for this purpose, in the language of the screen, in the polite form."""
    if purpose in _SERVICES:
        own = _(_SHARED).format(service=_(_SERVICES[purpose]))
    else:
        own = _(_OWN[purpose])
    return f"{own} {_(ALWAYS)}"
