"""Maandafsluiting: look through, seal, give along; receipts; and linking with the office.

It may import `month_end`, `exchange`, `letters` and the parts of `ui`; open `page.py` first.
"""
