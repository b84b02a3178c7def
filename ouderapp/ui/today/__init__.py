"""Vandaag: appointments, promises, what waits for a family, drafts, services that stay silent.

It may import the features and the parts of `ui`. Open `page.py` for the screen, `day_list.py` for
a list whose rows carry a button, `columns.py` for what the rows say.
"""
