"""What somebody is in a family: moeder, zoon, grootouder; one list, with the word for each."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from ouderapp.base.i18n import mark


class Role(StrEnum):
    """The role of a member; joined from DOMAIN 1.1, the co-account types of 5.1 and the pilots."""

    MOTHER = "moeder"
    FATHER = "vader"
    PLUS_MOTHER = "plusmoeder"
    PLUS_FATHER = "plusvader"
    PLUS_PARENT = "plusouder"
    CO_MOTHER = "meemoeder"
    CO_FATHER = "meevader"
    FOSTER_PARENT = "pleegouder"
    GRANDMOTHER = "grootmoeder"
    GRANDFATHER = "grootvader"
    GRANDPARENT = "grootouder"
    GUARDIAN = "voogd"
    SON = "zoon"
    DAUGHTER = "dochter"
    CHILD = "kind"
    PLUS_SON = "pluszoon"
    PLUS_DAUGHTER = "plusdochter"
    FOSTER_CHILD = "pleegkind"
    GRANDCHILD = "kleinkind"
    BROTHER = "broer"
    SISTER = "zus"
    RELATIVE = "familielid"
    OTHER = "andere"


ROLE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Role.MOTHER: mark("mother"),
        Role.FATHER: mark("father"),
        Role.PLUS_MOTHER: mark("stepmother"),
        Role.PLUS_FATHER: mark("stepfather"),
        Role.PLUS_PARENT: mark("step-parent"),
        Role.CO_MOTHER: mark("co-mother"),
        Role.CO_FATHER: mark("co-father"),
        Role.FOSTER_PARENT: mark("foster parent"),
        Role.GRANDMOTHER: mark("grandmother"),
        Role.GRANDFATHER: mark("grandfather"),
        Role.GRANDPARENT: mark("grandparent"),
        Role.GUARDIAN: mark("guardian"),
        Role.SON: mark("son"),
        Role.DAUGHTER: mark("daughter"),
        Role.CHILD: mark("child"),
        Role.PLUS_SON: mark("stepson"),
        Role.PLUS_DAUGHTER: mark("stepdaughter"),
        Role.FOSTER_CHILD: mark("foster child"),
        Role.GRANDCHILD: mark("grandchild"),
        Role.BROTHER: mark("brother"),
        Role.SISTER: mark("sister"),
        Role.RELATIVE: mark("relative"),
        Role.OTHER: mark("somebody else"),
    }
)

CHILD_ROLES: frozenset[str] = frozenset(
    {
        Role.SON,
        Role.DAUGHTER,
        Role.CHILD,
        Role.PLUS_SON,
        Role.PLUS_DAUGHTER,
        Role.FOSTER_CHILD,
        Role.GRANDCHILD,
        Role.BROTHER,
        Role.SISTER,
    }
)
"""Who is a child in a file: the pupils of DOMAIN 8.5."""

CAREGIVER_ROLES: frozenset[str] = frozenset(
    {
        Role.MOTHER,
        Role.FATHER,
        Role.PLUS_MOTHER,
        Role.PLUS_FATHER,
        Role.PLUS_PARENT,
        Role.CO_MOTHER,
        Role.CO_FATHER,
        Role.FOSTER_PARENT,
        Role.GRANDMOTHER,
        Role.GRANDFATHER,
        Role.GRANDPARENT,
        Role.GUARDIAN,
    }
)
"""Who answers for a child (opvoedingsverantwoordelijke, DOMAIN 1.1)."""


def is_child_role(role: str) -> bool:
    """Whether a member with this role is a child in the file."""
    return role in CHILD_ROLES


def is_caregiver_role(role: str) -> bool:
    """Whether a member with this role answers for a child."""
    return role in CAREGIVER_ROLES
