"""The command line: the window, or one piece of work without a screen.

`door.py` knows the words; `practice.py`, `work.py` and `office.py` do what they ask; `terminal.py`
is the only place that reads from and writes to the terminal. Nothing heavy is imported before it
is needed, so that `--help` and `--version` answer at once.
"""
