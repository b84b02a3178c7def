"""Zoeken en doen: one box for every record and every action (UX 2.5).

`sheet.py` is the dialog, `lines.py` what stands in its list, `opening.py` where a line leads,
`paint.py` how a line looks. It may import `search` and the parts of `ui`.
"""
