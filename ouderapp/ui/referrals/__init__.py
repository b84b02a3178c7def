"""Doorverwijzingen: the tab of a dossier, the dialog for one referral, and the one for its outcome.

It may import `referrals`, `directory` and the parts of `ui`. Open `tab.py` for the tab.
"""
