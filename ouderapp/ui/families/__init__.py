"""Gezinnen on screen: the list, a new family, and the file of one family with its tabs.

Open `list_page.py` for the list and `page.py` for the file.
"""
