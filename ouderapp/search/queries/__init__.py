"""Asking the search index and reading what it points at; open `find.py` first."""
