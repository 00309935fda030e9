"""Stores for the tests: each test runs on SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.store.empty import empty_store
from tests.store.postgres import Cluster, running
from ucap.store import Person, Store


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    yield from running()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes addresses of empty databases, all of the same kind."""
    numbers = count()
    if request.param == "postgresql":
        cluster: Cluster = request.getfixturevalue("postgres")
        return lambda: cluster.empty_database(next(numbers))
    return lambda: f"sqlite:///{tmp_path}/store{next(numbers)}/ucap.db"


@pytest.fixture
def emptied_url(request: pytest.FixtureRequest, new_url: Callable[[], str]) -> Callable[[], str]:
    """The same for very many, one after the other: what stood at the address before is gone."""
    if "postgresql" in request.node.name:
        return request.getfixturevalue("postgres").empty_database
    return new_url


@pytest.fixture
def url(new_url: Callable[[], str]) -> str:
    return new_url()


@pytest.fixture
def store(url: str) -> Store:
    """An empty store."""
    return empty_store(url)


@pytest.fixture
def anna() -> Person:
    return Person("Anna", "anna@example.eu", is_editor=True)


@pytest.fixture
def ben() -> Person:
    return Person("Ben", "ben@example.eu", is_editor=True)


@pytest.fixture
def visitor() -> Person:
    return Person("anonymous")
