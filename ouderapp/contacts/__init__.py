"""Contacts: every talk, visit, call or message with or about a family, and what is read from it.

It may import `store`, `sealing` and `base` only. Open `kinds.py` for the list of kinds, then
`records.py`; `rules.py` says what is refused, `defaults.py` what is filled in beforehand,
`typed_words.py` how `gisteren 45m :hb` becomes a date, minutes and a kind, and `trust_line.py`
what a file shows of growing trust.
"""
