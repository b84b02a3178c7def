"""The five capitals, their words and their icons (UX 3.3)."""

from ouderapp.base.capitals import CAPITAL_WORDS

LISTS = {"capital": CAPITAL_WORDS}
ICONS = {
    "financieel": "coin",
    "sociaal": "users-three",
    "cultureel": "book-open",
    "gezondheid": "heartbeat",
    "psychologisch": "brain",
}
"""The icon of each capital: a colour never stands alone."""
