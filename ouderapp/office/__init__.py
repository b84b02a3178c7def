"""What only the central office does: know its workers, take in files, see what is missing, count.

It may import `exchange`, `reports`, the features, `store`, `sealing` and `base`. Open `records.py`
for what the screens show and `intake.py` for how a file comes in.
"""
