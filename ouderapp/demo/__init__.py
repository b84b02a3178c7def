"""The main job from end to end, without a screen: a worker's months and the office that counts.

It may import everything below `cli`. Open `main_job.py` first; `papers.py` writes the letters and
the report, `pictures.py` the screens.
"""
