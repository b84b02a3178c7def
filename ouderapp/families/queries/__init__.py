"""What can be asked about families, one module a subject; every answer is a frozen record.

Open `listing.py` for the list of families (`listed.py`: what a row of it says) and `dossier.py` for
one of them.
"""
