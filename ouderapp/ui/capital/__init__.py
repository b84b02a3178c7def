"""Kapitaal: the tendencies of the five capitals, and the picture that a family makes along.

It may import `capital` and the parts of `ui`. Open `tab.py` for the tab, `radar.py` for the star
that Qt's painter draws, `picture_sheet.py` for making a picture together.
"""
