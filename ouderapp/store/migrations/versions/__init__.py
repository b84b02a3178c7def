"""The steps, in the order of their numbers.

Each file is one step; `down_revision` names the one before it.
"""
