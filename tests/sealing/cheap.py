"""The derivation and the passphrase of vaults in tests."""

from ouderapp.sealing.argon import Cost

CHEAP = Cost(8, 1)
PASSPHRASE = "banaan fiets wolk deur tafel zon"
