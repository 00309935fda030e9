"""Reading in a process apart: no document costs more than itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import copy_context

import pytest

from tests.store.readers import troubled
from tests.store.samples import record
from ucap.documents import UnreadableDocument
from ucap.store import Person, Store
from ucap.store.apart import ReaderApart
from ucap.wording import use


@pytest.fixture(scope="module")
def reader() -> Iterator[ReaderApart]:
    apart = ReaderApart(troubled, seconds=1)
    yield apart
    apart.close()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"hang", "longer than 1 seconds"),
        (b"crash", "ended the program"),
        (b"fail", "ZeroDivisionError: no one to share with"),
        (b"refuse", "This is said in en. Send another."),
    ],
)
def test_a_document_that_goes_wrong_is_told_and_the_next_is_read(
    reader: ReaderApart, data: bytes, message: str
) -> None:
    with pytest.raises(UnreadableDocument, match=message):
        reader("bad.txt", data)
    assert [reading.plan.id for reading in reader("panjin.json", record())] == ["panjin"]


def test_a_refusal_is_in_the_language_of_the_reader(reader: ReaderApart) -> None:
    def refused_in_chinese() -> str:
        use("zh")
        with pytest.raises(UnreadableDocument) as caught:
            reader("bad.txt", b"refuse")
        return caught.value.reason

    assert copy_context().run(refused_in_chinese) == "This is said in zh."


def test_an_import_goes_on_past_the_document_that_hangs(
    reader: ReaderApart, store: Store, anna: Person, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("documents")
    for name, data in {"1.json": record(), "2.txt": b"hang", "3.txt": b"crash", "4.json": record("Guilin")}.items():
        (folder / name).write_bytes(data)
    filled = Store(store._database, reader).add_files([folder], anna)
    assert [added.name for added in filled.added] == ["1.json", "4.json"]
    assert [problem.name for problem in filled.problems] == ["2.txt", "3.txt"]
