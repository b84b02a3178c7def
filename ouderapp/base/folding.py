"""One searchable form for every name and word, whatever marks, letters or script it has."""

import unicodedata

# What NFKD and casefold leave apart although people type one for the other (STACK, search).
_LATIN = {
    "ı": "i",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ø": "o",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "n",
    "ə": "e",
    "ǝ": "e",
    "ґ": "г",
}
_ARABIC = {
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ۍ": "ي",
    "ے": "ي",
    "ک": "ك",
    "ة": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ـ": None,
}
_SIGNS = dict.fromkeys("’‘ʼʻ`´", "'") | dict.fromkeys("‐‑‒–—", "-")
_DIGITS = {
    sign: str(value) for row in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, sign in enumerate(row)
}
_UNIFIED = str.maketrans({**_LATIN, **_ARABIC, **_SIGNS, **_DIGITS})


def fold(text: str | None) -> str:
    """The text for searching and matching: small letters, no marks, one letter for look-alikes.

    Both the index and the question pass here, so they meet: `Işık` and `isik`, `أحمد` and `احمد`.
    Dutch, Turkish, Slavic (й as и, ї as і) and Arabic-script letters, quotes, dashes and digits are
    unified; nothing gives the empty text. Folding twice changes nothing.
    """
    if not text:
        return ""
    if text.isascii():
        return text.lower().replace("`", "'")
    apart = unicodedata.normalize("NFKD", text.translate(_UNIFIED).casefold())
    return unicodedata.normalize("NFKD", _without_marks(apart).translate(_UNIFIED))


def _without_marks(text: str) -> str:
    return "".join(sign for sign in text if not _is_mark(sign))


def _is_mark(sign: str) -> bool:
    """Accents, harakat and hamza above or below, and signs that have no form (joiners)."""
    return unicodedata.combining(sign) > 0 or unicodedata.category(sign) == "Cf"
