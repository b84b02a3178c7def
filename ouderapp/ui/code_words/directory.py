"""The social map: kinds of organisations and schools, communities, days without class."""

from ouderapp.directory import codes

LISTS = {
    "partner_kind": codes.PARTNER_WORDS,
    "school_level": codes.LEVEL_WORDS,
    "community": codes.COMMUNITY_WORDS,
    "day_off_reason": codes.DAY_OFF_WORDS,
    "directory_group": codes.GROUP_WORDS,
}
