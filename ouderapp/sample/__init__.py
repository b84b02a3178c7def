"""Practice and sample stores: the story of the source text, and reference sets of any size.

`casus.py` reads a story file, `story.py` turns it into what happened on which day, `replay.py`
lives it through day by day; `generate.py` makes the reference sets. Open `replay.py` first.
"""
