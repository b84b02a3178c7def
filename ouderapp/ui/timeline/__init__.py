"""Tijdlijn: all contacts as a list and as a year strip, and the timeline of one family.

It may import `contacts` and the parts of `ui`. Open `page.py` for the screen, `strip.py` for the
strip that Qt's painter draws, `family_timeline.py` for the tab of a dossier.
"""
