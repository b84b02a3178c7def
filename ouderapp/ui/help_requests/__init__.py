"""Hulpvragen: the tab of a dossier, the dialog for one question, and the one that closes it.

It may import `help_requests` and the parts of `ui`. Open `tab.py` for the tab.
"""
