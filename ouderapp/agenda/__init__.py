"""The agenda: appointments, which stay on this laptop, and what happens on a day.

It may import `store`, `sealing` and `base` only. Open `queries.py` for what a day looks like;
recording a contact closes its appointment, and that is done in `contacts`.
"""
