"""What travels between a worker's laptop and the office: bundles, receipts, enrolment.

FORMAT.md beside this file says how every byte stands. It may import `store`, `sealing` and
`base`, and the features' rules; nothing below knows it. Open `sent.py` for what leaves the
laptop, `export.py` for making a bundle, `receive.py` for taking one in.
"""
