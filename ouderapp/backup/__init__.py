"""Backups: made, read back, rotated, copied to a second medium, put back (SECURITY 7).

It may import everything from `exchange` down, and nothing of the screen. Open `making.py` for how
a backup comes to be, `opening.py` for the order of checks on the way back, `restoring.py` and
`swap.py` for putting one back. The file itself is `archive.py` with `manifest.py`.
"""
