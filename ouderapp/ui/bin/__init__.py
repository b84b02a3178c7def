"""Prullenmand: what was deleted in the last thirty days, and the way back.

`page.py` is the list, `words.py` says what each record was. It may import `store.bin` and the
parts of `ui`.
"""
