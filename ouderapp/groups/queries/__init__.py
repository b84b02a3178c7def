"""What is read of groups, as frozen records sorted and ready to show.

`series.py` groups, phases and their calendar, `sessions.py` days and the attendance picture,
`register.py` one session with its tiles, `figures.py` numbers per phase and per step, `around.py`
recommendations, invitations and who brought whom, `names.py` what everybody is called.
"""
