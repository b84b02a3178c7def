"""The one encrypted file: tables, migrations, transactions, the journal.

It may import `sealing` and `base` only. Open `tables` for the picture of the database and
`database.py` for how work reaches it; `journal.py` says what every change leaves behind.
"""
