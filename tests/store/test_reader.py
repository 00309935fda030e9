"""The store reads in a separate process: no document costs more than itself."""

from __future__ import annotations

import pytest

from tests.store.samples import record
from ucap.errors import UnreadableDocument
from ucap.store import Person, Store
from ucap.store.reader import SandboxedReader


@pytest.fixture(scope="module")
def reader() -> SandboxedReader:
    return SandboxedReader("tests.store.readers:troubled_reader", seconds=1)


def test_plans_come_with_the_text_of_their_document() -> None:
    (reading,) = SandboxedReader()("panjin.txt", b"City:\tPanjin\tRome")
    assert ([city.name for city in reading.plan.cities], reading.text) == (["Panjin", "Rome"], "City:\tPanjin\tRome")


def test_what_cannot_be_read_is_unreadable_and_says_what_to_do(reader: SandboxedReader) -> None:
    with pytest.raises(UnreadableDocument) as caught:
        reader("bad.txt", b"refuse")
    assert (caught.value.name, caught.value.remedy) == ("bad.txt", "Send another.")


def test_an_import_goes_on_past_the_document_that_hangs(
    reader: SandboxedReader, store: Store, anna: Person, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("documents")
    for name, data in {"1.json": record(), "2.txt": b"hang", "3.txt": b"crash", "4.json": record("Guilin")}.items():
        (folder / name).write_bytes(data)
    filled = Store(store._database, reader).add_files([folder], anna)
    assert [added.name for added in filled.added] == ["1.json", "4.json"]
    assert [problem.name for problem in filled.problems] == ["2.txt", "3.txt"]
