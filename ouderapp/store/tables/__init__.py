"""Every table of the store: the picture of the database, one file a subject.

`Base` and the parts that all record tables share stand in `base.py`; open `families.py` first.
The names are gathered here so that a query can say `tables.Contact`.
"""

from ouderapp.store.tables.base import RECORDS, Base, Record, Searchable
from ouderapp.store.tables.contacts import (
    Appointment,
    CapitalObservation,
    Contact,
    FollowUp,
    HelpRequest,
    PrivateNote,
)
from ouderapp.store.tables.directory import DayOff, DirectoryPerson, Partner, School
from ouderapp.store.tables.families import (
    CoAccount,
    Consent,
    Family,
    Household,
    Member,
    Person,
    Relation,
    Residence,
    Schooling,
)
from ouderapp.store.tables.groups import (
    Evaluation,
    GroupPhase,
    GroupSeries,
    GroupSession,
    HomeworkQuestion,
    Invitation,
    ParentAttendance,
    Participant,
    Participation,
    PeerLink,
    Recommendation,
)
from ouderapp.store.tables.journal import Action, Draft, Journal, Setting
from ouderapp.store.tables.referrals import Count, Letter, Referral, RightsCheck

__all__ = [
    "RECORDS",
    "Action",
    "Appointment",
    "Base",
    "CapitalObservation",
    "CoAccount",
    "Consent",
    "Contact",
    "Count",
    "DayOff",
    "DirectoryPerson",
    "Draft",
    "Evaluation",
    "Family",
    "FollowUp",
    "GroupPhase",
    "GroupSeries",
    "GroupSession",
    "HelpRequest",
    "HomeworkQuestion",
    "Household",
    "Invitation",
    "Journal",
    "Letter",
    "Member",
    "ParentAttendance",
    "Participant",
    "Participation",
    "Partner",
    "PeerLink",
    "Person",
    "PrivateNote",
    "Recommendation",
    "Record",
    "Referral",
    "Relation",
    "Residence",
    "RightsCheck",
    "School",
    "Schooling",
    "Searchable",
    "Setting",
]
