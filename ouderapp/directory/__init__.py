"""Sociale kaart: schools with their days off, organisations, and the people there.

It may import `store` and `base`; open `records.py` first.
"""
