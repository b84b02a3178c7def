"""Every typed reason for which a file is refused or waits, one class per identifier.

`refusal.py` holds the shape, the other files the reasons in the order of FORMAT.md 15; those of
the envelope live in `sealing.envelope`. `catalogue.py` finds any of them by its identifier.
"""
