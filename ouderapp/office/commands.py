"""What a person at the office decides: set up the office, sign another agreement."""

from sqlalchemy.orm import Session

from ouderapp.base.errors import FieldMissing, Problem
from ouderapp.base.forbidden import check_free_text
from ouderapp.base.i18n import mark
from ouderapp.exchange.own_office import OwnOffice, change_policy, own_office, set_up_office
from ouderapp.office.queries import office
from ouderapp.office.records import OfficeDraft
from ouderapp.store.journal import action
from ouderapp.store.settings import set_setting


class OfficeExists(Problem):
    """This vault is an office already; a second one would make every enrolment worthless."""

    message = mark("An office was set up here already.")
    hint = mark("Change its agreement at Settings, or begin with other files.")


@action(mark("Office set up"), kind="system")
def make_office(session: Session, draft: OfficeDraft) -> OwnOffice:
    """Make this vault an office: keys, name, telephone number, first agreement (FORMAT.md 4).

    Raises FieldMissing without a name or a number, OfficeExists the second time.
    """
    name, phone = draft.name.strip(), draft.phone.strip()
    for field, value in (("name", name), ("phone", phone)):
        if not value:
            raise FieldMissing(field=field)
    check_free_text(name=name)
    if office(session) is not None:
        raise OfficeExists
    set_setting(session, "role", "office")
    return set_up_office(session, name, phone, draft.level)


@action(mark("Agreement changed"), kind="system")
def sign_policy(session: Session, level: str) -> OwnOffice:
    """Sign another level; workers get it with a new answer to their file. The same is no change."""
    if own_office(session).policy.level != level:
        change_policy(session, level)
    return own_office(session)
