"""Klaslijsten: the list of a class, as a school hands it over, becomes files of families.

It stands above the features, for a pupil is a family, a person, a member and a class in one go.
Open `records.py` first. `reading.py` turns bytes into a `ClassList` or a refusal, `rules.py` its
lines into pupils, `likeness.py` says who is known already; `commands.py` writes all in one act.
"""
