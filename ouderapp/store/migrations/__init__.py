"""The steps that bring a store up to date, one file each; a landed step is never edited.

A step imports nothing of ouderapp: it is a letter to the past and may not quote today's code.
Open `versions/v0001_first.py` for the whole schema as it was first landed.
"""
