"""Toestemmingen: for what, by whom, how, from when to when, and taken back at once.

It may import `store` and `base`; open `records.py` first, then `rules.py`.
"""
