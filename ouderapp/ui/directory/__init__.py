"""Sociale kaart: services and schools in one list, and a card of the one that is chosen.

It may import `directory` and the parts of `ui`. `page.py` is the list, `card.py` what is known of
one place, `chips.py` what the chips above the list leave, `sheets.py` the forms.
"""
