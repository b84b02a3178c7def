"""Finding any word anywhere, the newest first; people and families before texts.

`queries.py` asks the search index and orders what it gives; `sources.py` says of every table what
its title and its texts are, `snippets.py` cuts the words around a hit. It may import `store` and
`base`; open `records.py` first.
"""
