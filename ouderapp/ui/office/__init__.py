"""The screens of the office: its workers, what came in, and setting up the office.

It may import `office`, `exchange` and the parts of `ui`; open `workers_page.py` first.
"""
