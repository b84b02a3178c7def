"""Private notes: the worker's own memory aid, which lapses by itself.

It may import `store`, `sealing` and `base` only, and nothing that sends or prints may import it:
a private note leaves under no policy (decision 12). Open `rules.py` for how long one is kept.
"""
