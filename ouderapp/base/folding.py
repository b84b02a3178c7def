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
_QUOTES = dict.fromkeys("’‘ʼʻ`´", "'")
_DASHES = dict.fromkeys("‐‑‒–—", "-")
_DIGITS = {
    sign: str(value) for row in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, sign in enumerate(row)
}
_SIGNS = str.maketrans(_QUOTES | _DASHES)
_UNIFIED = str.maketrans({**_LATIN, **_ARABIC, **_QUOTES, **_DASHES, **_DIGITS})


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
    plain = _apart(text.translate(_SIGNS)).casefold()
    return "".join(sign for sign in _apart(plain) if not _is_mark(sign)).translate(_UNIFIED)


def _apart(text: str) -> str:
    """Letters and their marks one by one; capitals that hide in a sign become letters first."""
    return unicodedata.normalize("NFKD", text)


def _is_mark(sign: str) -> bool:
    """Accents, harakat and hamza above or below, and signs that have no form (joiners)."""
    return unicodedata.combining(sign) > 0 or unicodedata.category(sign) == "Cf"
