"""What can be done with families, one module a subject; each command is one act to undo.

Open `family.py` first.
"""
