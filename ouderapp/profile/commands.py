"""Keeping who works with this store."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from ouderapp.base.errors import FieldMissing
from ouderapp.base.forbidden import check_free_text
from ouderapp.profile.records import Profile
from ouderapp.store.settings import set_setting

PROFILE = "profile"


def save_profile(session: Session, profile: Profile) -> None:
    """Keep the profile; raises FieldMissing without a name, and refuses forbidden numbers."""
    if not profile.name.strip():
        raise FieldMissing(field="name")
    check_free_text(**asdict(profile))
    set_setting(session, PROFILE, {name: text.strip() for name, text in asdict(profile).items()})
