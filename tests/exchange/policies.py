"""The three policies of an invented office."""

from dataclasses import replace

from ouderapp.exchange.manifest import Policy

CODED = Policy(0, (), "da3e51b9be97d4e107f74bdb181c5048", "coded", False, 1)
COUNTS = replace(CODED, level="counts", serial=2)
DOSSIER = replace(CODED, level="dossier", serial=3)
