"""Reading many files in several processes."""

from __future__ import annotations

from pathlib import Path

from tests.cli.readers import read_by_name
from ucap.cli.workers import read_files


def outcomes(*names: str, seconds: float = 20.0) -> list[tuple[str, tuple[str, ...], str | None]]:
    found = read_files([Path(name) for name in names], 2, read_one=read_by_name, seconds=seconds)
    return [(str(outcome.path), outcome.records, outcome.trouble) for outcome in found]


def test_outcomes_come_in_the_order_of_the_files() -> None:
    names = [f"file {number}" for number in range(30)]
    assert outcomes(*names) == [(name, (name,), None) for name in names]


def test_a_process_that_dies_costs_only_its_own_file() -> None:
    first, second, third = outcomes("a", "dies", "b")
    assert (first, third) == (("a", ("a",), None), ("b", ("b",), None))
    assert second[1:] == ((), "dies: reading it ended the process that read. The file may be damaged.")


def test_a_file_that_takes_too_long_is_stopped_and_named() -> None:
    hanging, other = outcomes("hangs", "a", seconds=1.0)
    assert hanging[1:] == ((), "hangs: reading it took longer than 1 seconds and was stopped.")
    assert other == ("a", ("a",), None)


def test_no_files_have_no_outcomes() -> None:
    assert outcomes() == []
