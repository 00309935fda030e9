"""Runs the migrations over the connection that `ucap.store.migrate` passes in, inside its transaction."""

from alembic import context

from ucap.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
