"""The tables of a store: made and brought up to date by migrations."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from ucap.store import Store, StoreUnavailable
from ucap.store.database import Database, database_url
from ucap.store.migrations.migrate import migrate
from ucap.store.schema import metadata


def test_migrations_make_the_tables_that_the_code_describes(url: str) -> None:
    database = Database(database_url(url))
    migrate(database)
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_opening_twice_changes_nothing(url: str) -> None:
    before = Store.open(url, folder=None).version()
    assert Store.open(url, folder=None).version() == before


def test_a_store_of_a_newer_version_is_left_alone(url: str) -> None:
    Store.open(url, folder=None)
    with Database(database_url(url)).writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnavailable, match="newer version"):
        Store.open(url, folder=None)
