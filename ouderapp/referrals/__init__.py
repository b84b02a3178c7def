"""Referrals, in and out: to whom, with which consent, and what came of it.

It may import `store`, `sealing` and `base` only. Open `codes.py` for the steps and outcomes, then
`rules.py`: when a consent is needed, and when silence becomes something to do.
"""
