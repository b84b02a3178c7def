"""Finding any word anywhere, the newest first; people and families before texts.

It may import `store` and `base`; open `queries.py` first.
"""
