"""What can be asked about letters; every answer is a frozen record.

Open `dossier.py` for what one letter may know, `start.py` for a draft that is half filled in,
and `log.py` for the letters that were written.
"""
