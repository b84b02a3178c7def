"""Instellingen: how it looks, who you are, and what this program is.

It may import `profile` and the parts of `ui`; open `page.py` first.
"""
