"""Whether the list of members in a manifest is one that may be (FORMAT.md 7.4)."""

import re

from ouderapp.exchange.field_lists import PLACE
from ouderapp.exchange.manifest import Bundle, Member
from ouderapp.exchange.refusals.rows import RowTable
from ouderapp.exchange.refusals.sender import MemberList

LARGEST_TABLE = 2 << 30
_NAME = re.compile(r"records/([a-z][a-z_]{0,39})\.jsonl")


def check_members(bundle: Bundle) -> None:
    """Tables in the agreed order, each once and not empty.

    Raises member_list, and row_table for a table that this version does not know.
    """
    last = -1
    for member in bundle.members:
        place = _place(member)
        if place <= last:
            raise MemberList
        last = place


def _place(member: Member) -> int:
    found = _NAME.fullmatch(member.name)
    is_sound = 1 <= member.count <= member.size <= LARGEST_TABLE
    if found is None or not is_sound:
        raise MemberList
    if found[1] not in PLACE:
        raise RowTable(table=found[1])
    return PLACE[found[1]]
