"""Figures: what is counted, by which rule, and how it is published.

`tally.py` counts facts, `statistics.py` lays counts out as months and years, `published.py` keeps
small numbers from being read. The worker and the office use the same functions (B18).
It may import the features, `store`, `sealing` and `base`; open `tally.py` first.
"""
