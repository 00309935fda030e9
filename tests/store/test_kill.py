"""A kill at any moment leaves the store as it was before or after a step."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from subprocess import CalledProcessError
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from tests.effort import IS_ENDURANCE
from tests.store.postgres import Cluster, find_programs
from tests.store.processes import killed_after, killed_at_statement
from tests.store.samples import at_its_word, record
from ucap.store import Person, Preview, Store
from ucap.store.database import Database, database_url
from ucap.store.schema import documents, editions, log, meta, plans

DOCUMENTS = {
    "1.json": record(),
    "2.json": record(title="a newer edition"),
    "3.json": record(partners=("Rome",)),
}
DONE = ("panjin-1", "panjin-2", "panjin-2-1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The documents of a first start: two editions of a plan, and another plan."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, data in DOCUMENTS.items():
        (folder / name).write_bytes(data)
    return folder


def moments(url: str) -> Iterator[int]:
    """Before which statements to kill: every third, others for each kind of database; in `make endure` before each."""
    return count(1) if IS_ENDURANCE else count(1 if url.startswith("sqlite") else 2, 3)


def opened(url: str, folder: Path | None = None) -> Store:
    return Store.open(url, folder, reader=at_its_word)


def keep(url: str, preview: Preview, who: Person) -> None:
    opened(url).keep(preview, who)


def state(url: str) -> tuple[Any, ...]:
    """What the tables hold, without the times."""
    by_age = sa.select(editions).order_by(editions.c.read_at)
    with Database(database_url(url)).reading() as connection:
        return (
            sorted(f"{row.id}/{row.edition}" for row in connection.execute(sa.select(plans))),
            [f"{row.plan_id}-{row.edition}" for row in connection.execute(by_age)],
            len(connection.execute(sa.select(documents.c.sha256)).all()),
            [row.action for row in connection.execute(sa.select(log).order_by(log.c.id))],
            connection.execute(sa.select(meta.c.version)).scalar_one(),
        )


def after(document_count: int) -> tuple[Any, ...]:
    """The same of a store to which so many of the documents were added."""
    newest = {"panjin": min(document_count, 2), "panjin-2": int(document_count > 2)}
    return (
        sorted(f"{plan_id}/{edition}" for plan_id, edition in newest.items() if edition),
        list(DONE[:document_count]),
        document_count,
        ["add"] * document_count,
        document_count,
    )


def filled() -> tuple[Any, ...]:
    """The same of a store whose first start came to its end."""
    *same, actions, version = after(len(DONE))
    return (*same, [*actions, "fill"], version + 1)


STATES = [*[after(number) for number in range(len(DONE) + 1)], filled()]


def test_the_making_of_the_tables_killed_before_any_statement_is_done_by_the_next_start(
    emptied_url: Callable[[], str],
) -> None:
    for number in moments(emptied_url()):
        url = emptied_url()
        was_killed = killed_at_statement(partial(Store.open, url, folder=None), number)
        opened(url)
        assert state(url) == after(0), number
        if not was_killed:
            break
    assert number > 10


def test_an_addition_killed_before_any_statement_left_nothing_of_the_document(url: str, anna: Person) -> None:
    for done, document in enumerate(DOCUMENTS.items()):
        preview = opened(url).preview([document])[0]
        for number in moments(url):
            if not killed_at_statement(partial(keep, url, preview, anna), number):
                break
            assert state(url) == after(done), number
        assert number > 10
        assert state(url) == after(done + 1)


def test_an_addition_killed_at_any_time_is_whole_or_not_there(url: str, folder: Path, anna: Person) -> None:
    def add() -> None:
        opened(url).add_files([folder], anna)

    opened(url)
    for step in range(20):
        killed_after(add, seconds=step / 200)
        assert state(url) in STATES, step
    add()
    assert state(url) == after(len(DONE))


def test_a_first_start_killed_again_and_again_goes_on_where_it_stopped(url: str, folder: Path) -> None:
    for number in count(1):
        if not killed_at_statement(partial(opened, url, folder), number):
            break
        opened(url)
        assert state(url) in STATES, number
    assert state(url) == filled()


def test_a_server_of_postgresql_is_gone_when_what_it_is_for_fails() -> None:
    """Also when it fails to start."""
    programs = find_programs()
    assert programs is not None
    cluster, taken = Cluster(programs), Cluster(programs)
    with pytest.raises(TimeoutError), cluster:
        raise TimeoutError
    assert not cluster.folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(cluster.url("postgres"))
    with socket.create_server(("127.0.0.1", taken.port)), pytest.raises(CalledProcessError):
        taken.__enter__()
    assert not taken.folder.exists()


def test_a_restore_killed_before_any_statement_left_the_store_alone(
    new_url: Callable[[], str], tmp_path: Path, folder: Path, anna: Person
) -> None:
    opened(new_url(), folder).backup(tmp_path / "backup.zip")
    url = new_url()
    opened(url).add("1.json", DOCUMENTS["1.json"], anna)

    def restore() -> None:
        opened(url).restore(tmp_path / "backup.zip", anna, replace_all=True)

    for number in moments(url):
        if not killed_at_statement(restore, number):
            break
        assert state(url) == after(1), number
    assert number > 20
    assert state(url)[:3] == filled()[:3]
