"""The words on screen for every code of the store, one module an area.

Each module has one dictionary `LISTS`: name of the list -> code -> marked text. A new module gets
one line in `ouderapp/ui/words.py`, which is also what the screens ask.
"""
