"""Reading who works with this store."""

from sqlalchemy.orm import Session

from ouderapp.profile.commands import PROFILE
from ouderapp.profile.records import Profile
from ouderapp.store.as_record import as_record
from ouderapp.store.settings import setting


def profile_of(session: Session) -> Profile:
    """The profile, empty when nobody filled it in."""
    return as_record(Profile, setting(session, PROFILE, {}))
