"""Who works with this store: the name and address that stand on letters and on the enrolment file.

It is a setting, not a record: it is in the store and its backups, and in no bundle.
It may import `store` and `base`; open `records.py` first.
"""
