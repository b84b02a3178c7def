"""Huiswerkklas: the register with its tiles, and what stands around it.

It may import `groups` and the parts of `ui`. Open `page.py` for the screen, `tiles.py` for the
tiles and `series_pane.py` for the group itself.
"""
