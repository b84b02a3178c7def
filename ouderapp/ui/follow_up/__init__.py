"""Beloften: the tab of a dossier, and the dialog for one promise.

It may import `follow_up` and the parts of `ui`. Open `tab.py` for the tab.
"""
