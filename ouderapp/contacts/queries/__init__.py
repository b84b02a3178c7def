"""Reading contacts: records come out, sorted and ready to show.

`lists.py` holds what lists and timelines show, `form.py` what the quick dialog asks beforehand,
`trust.py` the first times of a family.
"""
