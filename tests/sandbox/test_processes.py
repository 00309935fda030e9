"""Reading in separate processes: no document costs more than itself."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from itertools import pairwise
from pathlib import Path

import pytest

from ucap.sandbox import Processes, Refused, serve
from ucap.wording import use


@pytest.fixture(scope="module")
def read() -> Iterator[Processes]:
    processes = Processes("tests.sandbox.functions:troubled", seconds=1)
    yield processes
    processes.close()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"hang", "longer than 1 second"),
        (b"spin", "longer than 1 second"),
        (b"crash", "ended the program"),
        (b"fail", "ZeroDivisionError: no one to share with"),
        (b"devour", "far more memory than a summary should"),
        (b"dig", "more deeply than any summary"),
        (b"refuse", "This is said in en. Send another."),
    ],
)
def test_a_document_that_goes_wrong_is_named_and_the_next_is_read(read: Processes, data: bytes, message: str) -> None:
    with pytest.raises(Refused, match=message):
        read("bad.txt", data)
    assert read("good.txt", b"good") == [b"good.txt", b"good"]


def test_a_refusal_is_in_the_language_of_the_person_who_asks(read: Processes) -> None:
    def refused_in_chinese() -> str:
        use("zh")
        with pytest.raises(Refused) as caught:
            read("bad.txt", b"refuse")
        return caught.value.reason

    assert copy_context().run(refused_in_chinese) == "This is said in zh."


def test_who_only_waits_for_the_processor_is_not_stopped(read: Processes) -> None:
    """As on a busy machine, where reading takes long by the clock alone."""
    assert read("a.txt", b"dawdle") == [b"a.txt", b"dawdle"]


def test_what_a_library_prints_is_no_answer(read: Processes) -> None:
    assert read("a.txt", b"print") == [b"a.txt", b"print"]


def test_threads_get_each_the_answer_to_their_own_question() -> None:
    processes = Processes("tests.sandbox.functions:troubled", count=2)
    names = [str(number) for number in range(50)]
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda name: processes(name, b"data"), names))
    processes.close()
    assert answers == [[name.encode(), b"data"] for name in names]


def test_processes_that_were_closed_start_again_with_the_next_document(read: Processes) -> None:
    read.close()
    assert read("a.txt", b"data") == [b"a.txt", b"data"]


def test_the_death_of_an_idle_process_is_not_held_against_the_next_document(read: Processes) -> None:
    read("a.txt", b"data")
    (process,) = read._processes
    assert process._running is not None
    process._running.kill()
    process._running.wait()
    assert read("a.txt", b"data") == [b"a.txt", b"data"]


def spans_of(visitors: list[str]) -> list[tuple[float, float]]:
    """When two processes were at the documents that these visitors gave at once."""
    processes = Processes("tests.sandbox.functions:slow", count=2)

    def read(visitor: str) -> tuple[float, float]:
        serve(visitor)
        began, ended = processes("a.txt", b"data")
        return float(began), float(ended)

    with ThreadPoolExecutor(len(visitors)) as threads:
        spans = sorted(threads.map(lambda visitor: copy_context().run(read, visitor), visitors))
    processes.close()
    return spans


def test_a_visitor_has_one_document_at_a_time_in_work() -> None:
    spans = spans_of(["anna"] * 4)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def test_the_documents_of_one_visitor_do_not_hold_those_of_another(tmp_path: Path) -> None:
    """Anna's three documents leave a process for Ben's, for which each of them waits."""
    processes = Processes("tests.sandbox.functions:waiting", count=2, seconds=60)
    sign = str(tmp_path / "done").encode()

    def read(visitor: str) -> list[bytes]:
        serve(visitor)
        return list(processes("maker" if visitor == "ben" else "a.txt", sign))

    with ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(copy_context().run, read, visitor) for visitor in ("anna", "anna", "anna", "ben")]
    processes.close()
    assert [one.result() for one in asked] == [[b"done"]] * 4
