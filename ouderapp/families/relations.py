"""How two persons stand to each other, seen from both sides, written down or read from roles."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ouderapp.base.i18n import mark
from ouderapp.base.roles import CHILD_ROLES, Role


class Kind(StrEnum):
    """`from_person` is the … of `to_person`."""

    PARENT = "ouder_van"
    CHILD = "kind_van"
    PLUS_PARENT = "plusouder_van"
    PLUS_CHILD = "pluskind_van"
    FOSTER_PARENT = "pleegouder_van"
    FOSTER_CHILD = "pleegkind_van"
    GRANDPARENT = "grootouder_van"
    GRANDCHILD = "kleinkind_van"
    GUARDIAN = "voogd_van"
    WARD = "voogdijkind_van"
    SIBLING = "broer_of_zus_van"
    PARTNER = "partner_van"
    EX_PARTNER = "ex_partner_van"
    RELATIVE = "familie_van"


_PAIRS = (
    (Kind.PARENT, Kind.CHILD),
    (Kind.PLUS_PARENT, Kind.PLUS_CHILD),
    (Kind.FOSTER_PARENT, Kind.FOSTER_CHILD),
    (Kind.GRANDPARENT, Kind.GRANDCHILD),
    (Kind.GUARDIAN, Kind.WARD),
    (Kind.SIBLING, Kind.SIBLING),
    (Kind.PARTNER, Kind.PARTNER),
    (Kind.EX_PARTNER, Kind.EX_PARTNER),
    (Kind.RELATIVE, Kind.RELATIVE),
)
_INVERSE = dict(_PAIRS) | {other: one for one, other in _PAIRS}

WORDS: Mapping[str, str] = MappingProxyType(
    {
        Kind.PARENT: mark("parent of"),
        Kind.CHILD: mark("child of"),
        Kind.PLUS_PARENT: mark("step-parent of"),
        Kind.PLUS_CHILD: mark("stepchild of"),
        Kind.FOSTER_PARENT: mark("foster parent of"),
        Kind.FOSTER_CHILD: mark("foster child of"),
        Kind.GRANDPARENT: mark("grandparent of"),
        Kind.GRANDCHILD: mark("grandchild of"),
        Kind.GUARDIAN: mark("guardian of"),
        Kind.WARD: mark("under the guardianship of"),
        Kind.SIBLING: mark("brother or sister of"),
        Kind.PARTNER: mark("partner of"),
        Kind.EX_PARTNER: mark("former partner of"),
        Kind.RELATIVE: mark("relative of"),
    }
)

_PARENTS = (Role.MOTHER, Role.FATHER, Role.CO_MOTHER, Role.CO_FATHER)
_TO_A_CHILD: dict[str, Kind] = {
    **dict.fromkeys(_PARENTS, Kind.PARENT),
    **dict.fromkeys((Role.PLUS_MOTHER, Role.PLUS_FATHER, Role.PLUS_PARENT), Kind.PLUS_PARENT),
    **dict.fromkeys((Role.GRANDMOTHER, Role.GRANDFATHER, Role.GRANDPARENT), Kind.GRANDPARENT),
    Role.FOSTER_PARENT: Kind.FOSTER_PARENT,
    Role.GUARDIAN: Kind.GUARDIAN,
}
_OF_A_PARENT: dict[str, Kind] = {
    **dict.fromkeys((Role.PLUS_SON, Role.PLUS_DAUGHTER), Kind.PLUS_PARENT),
    Role.FOSTER_CHILD: Kind.FOSTER_PARENT,
    Role.GRANDCHILD: Kind.GRANDPARENT,
}


def inverse(kind: str) -> Kind:
    """The same relation seen from the other side: child of for parent of."""
    return _INVERSE[Kind(kind)]


def implied(role: str, other_role: str) -> Kind | None:
    """What the roles of two members of one family say, None when they say nothing.

    A mother and a son: parent of. Two children: brother or sister of. What is written down about
    two persons always goes before what their roles say.
    """
    if role in CHILD_ROLES and other_role in CHILD_ROLES:
        return Kind.SIBLING
    if other_role in CHILD_ROLES and role in _TO_A_CHILD:
        is_parent = role in _PARENTS
        return _OF_A_PARENT.get(other_role, Kind.PARENT) if is_parent else _TO_A_CHILD[role]
    if role in CHILD_ROLES and other_role in _TO_A_CHILD:
        kind = implied(other_role, role)
        return inverse(kind) if kind else None
    return None
