"""Before the work begins: unlocking, the first start, and the way back with the recovery words.

Nothing here imports sqlalchemy, so that the window is up at once. Open `unlock.py` first;
`first_start.py` walks through the steps of `steps.py`.
"""
