"""How Alembic runs a step: on the open connection of the store, one transaction a step."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    render_as_batch=True,
    transaction_per_migration=True,
    on_version_apply=context.config.attributes["after_step"],
)
with context.begin_transaction():
    context.run_migrations()
