"""What changes a group; every command is one named act that can be undone.

`series.py` the group and its phases, `sessions.py` its days, `register.py` who came,
`participants.py` pupils without a file, `questions.py` the stappenplan,
`around.py` recommendations, invitations and evaluations.
"""
