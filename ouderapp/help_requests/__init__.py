"""Help requests (hulpvragen): the question as the family puts it, with themes and an outcome.

It may import `store`, `sealing` and `base` only. Open `records.py` first; a help request is a
record of its own, several may come out of one contact, and each is counted once.
"""
