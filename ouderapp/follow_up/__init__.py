"""Follow-up: what was promised, by the worker or by the other side, to do by a day.

It may import `store`, `sealing` and `base` only. Open `rules.py` first: who may promise, and when
a promise is late.
"""
