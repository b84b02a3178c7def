"""Toestemming: the register of one family on screen.

It may import `consents`, `families` and the parts of `ui`; open `tab.py` first.
"""
