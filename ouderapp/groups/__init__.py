"""Groups: the homework class, football, info moments; who came, who brought whom, who asked what.

It may import `store`, `sealing` and `base` only. Open `codes.py` for the lists and their words,
`records.py` and `rules.py` next; `commands/` writes (one file a subject), `queries/` reads, and
`words.py` makes the sentences of a register. A class is voluntary: a pupil is blank, came or let
know beforehand, and nothing here says anything else about who did not come.
"""
