"""The five capitals of a family: tendencies seen in contacts, steps made together with the family.

It may import `store`, `sealing` and `base` only. Open `records.py` first; `steps.py` holds the
plain sentence of every step. Tendency, not marks: nothing here adds up, averages or ranks.
"""
