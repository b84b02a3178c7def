"""The lists of consents: purposes and forms, with the words for the screen."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ouderapp.base.i18n import mark


class Purpose(StrEnum):
    """What a family agrees to (D18; the purposes of the story and of the exchange)."""

    FILE_AND_SCHOOL = "dossier_en_contact_met_school"
    SHARE_SCHOOL = "gegevens_delen_met_school"
    SHARE_HUIS_VAN_HET_KIND = "gegevens_delen_met_huis_van_het_kind"
    SHARE_OCMW = "gegevens_delen_met_ocmw"
    SHARE_UITPAS = "gegevens_delen_met_sociaal_huis_uitpas"
    SHARE_CLB = "gegevens_delen_met_clb"
    SHARE_LEISURE = "gegevens_delen_met_vrije_tijd"
    FOOTBALL = "deelname_voetbalwerking"
    HANGOUT = "deelname_hangout"
    SMARTSCHOOL = "hulp_bij_smartschool"
    PHOTO = "foto"
    EVALUATION = "evaluatie"
    OFFICE_FILE = "kantoor_dossier"
    HAND_OVER = "overdracht"


class Form(StrEnum):
    """How a consent was given."""

    WRITTEN = "schriftelijk"
    WRITTEN_WITH_INTERPRETER = "schriftelijk_met_tolk"
    ORAL = "mondeling_genoteerd"


WRITTEN = frozenset({Form.WRITTEN, Form.WRITTEN_WITH_INTERPRETER})

PURPOSE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Purpose.FILE_AND_SCHOOL: mark("Keep a file and talk with the school"),
        Purpose.SHARE_SCHOOL: mark("Share with the school"),
        Purpose.SHARE_HUIS_VAN_HET_KIND: mark("Share with Huis van het Kind"),
        Purpose.SHARE_OCMW: mark("Share with the OCMW"),
        Purpose.SHARE_UITPAS: mark("Share with the Sociaal Huis for the UiTPAS"),
        Purpose.SHARE_CLB: mark("Share with the CLB"),
        Purpose.SHARE_LEISURE: mark("Share with a club or leisure offer"),
        Purpose.FOOTBALL: mark("Take part in football"),
        Purpose.HANGOUT: mark("Take part in the Hangout"),
        Purpose.SMARTSCHOOL: mark("Help with Smartschool"),
        Purpose.PHOTO: mark("Photo"),
        Purpose.EVALUATION: mark("Evaluation"),
        Purpose.OFFICE_FILE: mark("The whole file to the office"),
        Purpose.HAND_OVER: mark("Hand over the file to a colleague"),
    }
)
FORM_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Form.WRITTEN: mark("In writing"),
        Form.WRITTEN_WITH_INTERPRETER: mark("In writing, with interpreter"),
        Form.ORAL: mark("Oral, noted"),
    }
)
