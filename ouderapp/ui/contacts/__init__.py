"""Writing a contact down: the quick dialog of Ctrl+N, changing one, and linking one to a family.

It may import `contacts` and the parts of `ui`. Open `quick.py` for the dialog, `form.py` for its
fields and `word_chips.py` for the words in a note that set fields.
"""
