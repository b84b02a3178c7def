"""Closing a month at the worker's: what is still open, the totals, the bundle on a stick.

It may import `exchange`, `reports`, the features, `store`, `sealing` and `base`. Open `rules.py`
for which month is to be closed and until when, `ritual.py` for making and giving a bundle.
"""
