"""Vertrouwelijke notities: the fold of a dossier that only its writer opens.

It may import `private_notes` and the parts of `ui`; nothing that prints or sends may import it.
"""
