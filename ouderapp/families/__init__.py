"""Gezinnen: families, the persons in them, their homes and their schools over time.

It may import `store` and `base`. Open `records.py` first: what a form hands over and what a list
shows. `rules.py` says what is refused; `commands` changes, `queries` reads, one module a subject.
"""
