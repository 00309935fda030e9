"""Bring the tables of a database up to date; several processes may do so at once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.engine import Connection

from ucap.errors import StoreUnavailable
from ucap.store.database import Database
from ucap.wording import _

_LOCK = 0x75636170  # any number that only this product uses


def migrate(database: Database) -> None:
    """Run the migrations that the database lacks, in one transaction.

    Raises:
        StoreUnavailable: the database was made by a newer version of the product, or cannot be used now.
    """
    with database.reading() as connection:
        if _is_current(connection, database.name):
            return
    with database.locking() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _is_current(connection: Connection, name: str) -> bool:
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {script.revision for script in _scripts().walk_revisions()}
    if revision is not None and revision not in known:
        raise StoreUnavailable(
            _("The store ({name}) was made by a newer version of this product. Update the product.").format(name=name)
        )
    return revision == _scripts().get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


@cache
def _scripts() -> ScriptDirectory:
    return ScriptDirectory.from_config(_config())
