"""Brieven: the log, writing a letter with its preview, and paper.

It may import `letters` and the parts of `ui`. Open `page.py` for the log, `new_sheet.py` for
writing a letter and `paper.py` for the very page that is printed.
"""
