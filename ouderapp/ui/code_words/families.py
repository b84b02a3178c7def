"""Families: where a file stands, roles, relations, languages, weeks (DOMAIN 1.1, 10)."""

from ouderapp.base.languages import LANGUAGE_WORDS
from ouderapp.base.roles import ROLE_WORDS
from ouderapp.families.codes import WORDS
from ouderapp.families.relations import WORDS as RELATION_WORDS

LISTS = {**WORDS, "role": ROLE_WORDS, "language": LANGUAGE_WORDS, "relation": RELATION_WORDS}
