"""What may be told about a store names nobody."""

from ouderapp.store.database import Database
from ouderapp.store.facts import facts
from ouderapp.store.migrate import HEAD


def test_the_facts_are_a_schema_and_a_size(database: Database) -> None:
    found = database.run(facts)

    assert (found.schema, found.megabytes) == (HEAD, 1)
