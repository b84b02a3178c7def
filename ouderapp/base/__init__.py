"""What every module may use; it imports nothing of ours.

Open `errors.py` first: every refusal that a person meets is a `Problem`.
"""
