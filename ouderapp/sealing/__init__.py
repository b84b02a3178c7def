"""Bytes and keys: sign, encrypt, derive; it knows nothing of families.

It may import `base` only. Open `derive.py` for the keys of a vault and `envelope.py` for bundles.
"""
