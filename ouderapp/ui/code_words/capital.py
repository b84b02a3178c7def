"""The five capitals and their tendencies (UX 3.3)."""

from ouderapp.base.i18n import mark

LISTS = {
    "capital": {
        "financieel": mark("Financial"),
        "sociaal": mark("Social"),
        "cultureel": mark("Cultural"),
        "gezondheid": mark("Health"),
        "psychologisch": mark("Psychological"),
    },
}
ICONS = {
    "financieel": "coin",
    "sociaal": "users-three",
    "cultureel": "book-open",
    "gezondheid": "heartbeat",
    "psychologisch": "brain",
}
"""The icon of each capital: a colour never stands alone."""
