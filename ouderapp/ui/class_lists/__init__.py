"""Klaslijst invoeren: the dialog in which a school's list becomes files of families.

Open `sheet.py` first; `headings_part.py` is what stands where, `pupils_part.py` who comes in.
"""
