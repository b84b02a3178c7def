"""Letters: what a sheet of paper says to a partner, a teacher or a parent.

Open `letter.py` first: a `Letter` is plain data. `kinds.py` names the letters, `rules.py` says
which field may be printed, `content.py` reads them out of the dossier, `pdf.py` draws them, and
`texts.py` holds the sentences in the reader's own language. Imports the features and the store;
no screen. Text in Arabic script is ordered by `bidi.py` and joined by `right_to_left.py`.
"""
