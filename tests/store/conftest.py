"""Stores for the tests: each test runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.postgres import Cluster, find_programs
from ucap.store import Person, Store


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    programs = find_programs()
    if programs is None and os.environ.get("CI"):
        pytest.fail("PostgreSQL's server programs are missing: apt-get install postgresql")
    if programs is None:
        pytest.skip("PostgreSQL's server programs are missing: apt-get install postgresql")
    cluster = Cluster(programs)
    yield cluster
    cluster.remove()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes addresses of new databases, all of the same kind."""
    if request.param == "postgresql":
        return request.getfixturevalue("postgres").new_database
    numbers = iter(range(100))
    return lambda: f"sqlite:///{tmp_path}/store{next(numbers)}/ucap.db"


@pytest.fixture
def url(new_url: Callable[[], str]) -> str:
    return new_url()


@pytest.fixture
def store(url: str) -> Store:
    """An empty store."""
    return Store.open(url, folder=None)


@pytest.fixture
def anna() -> Person:
    return Person("Anna", "anna@example.eu", is_editor=True)


@pytest.fixture
def ben() -> Person:
    return Person("Ben", "ben@example.eu", is_editor=True)


@pytest.fixture
def visitor() -> Person:
    return Person("anonymous")
