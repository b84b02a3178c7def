"""Who works with this store is kept inside it."""

import pytest
from sqlalchemy.orm import Session

from ouderapp.base.errors import FieldMissing
from ouderapp.base.forbidden import NationalNumberInText
from ouderapp.profile.commands import save_profile
from ouderapp.profile.queries import profile_of
from ouderapp.profile.records import Profile


def test_a_profile_comes_back_as_it_was_saved(session: Session) -> None:
    mine = Profile(name="Lies Voorbeeld", phone="0470 00 00 00", municipality="Denderdorp")

    save_profile(session, mine)

    assert profile_of(session) == mine


def test_a_store_of_nobody_has_an_empty_profile(session: Session) -> None:
    assert profile_of(session) == Profile()


def test_a_profile_without_a_name_is_refused(session: Session) -> None:
    with pytest.raises(FieldMissing) as refused:
        save_profile(session, Profile(name="  "))

    assert refused.value.field == "name"


def test_a_rijksregisternummer_is_no_phone_number(session: Session) -> None:
    """P07: refused anywhere, the field named."""
    with pytest.raises(NationalNumberInText) as refused:
        save_profile(session, Profile(name="Lies", phone="85.07.30-033.28"))

    assert refused.value.field == "phone"
