"""Rapporten: the figures of a work year on screen, as PDF and as a workbook.

It may import `reports` and the parts of `ui`; open `page.py` first.
"""
