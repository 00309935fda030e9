"""Reading many files in several processes."""

from __future__ import annotations

from pathlib import Path

import pytest

from ucap.cli.workers import Outcome, read_files

REMEDY = "Save it again from the program that it was written with, or send it as text."


@pytest.fixture
def outcomes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What becomes of files of these names."""
    monkeypatch.chdir(tmp_path)

    def read(*names: str, seconds: int = 20) -> list[Outcome]:
        for name in names:
            Path(name).touch()
        return list(read_files([Path(name) for name in names], "tests.cli.readers:read_by_name", 2, seconds=seconds))

    return read


def well(name: str) -> Outcome:
    return Outcome(Path(name), (name,))


def test_outcomes_come_in_the_order_of_the_files(outcomes) -> None:
    names = [f"file {number}" for number in range(100)]
    assert outcomes(*names) == [well(name) for name in names]


def test_a_process_that_dies_costs_only_its_own_file(outcomes) -> None:
    reason = "Reading it ended the program that reads. The file may be damaged, or need too much memory."
    trouble = Outcome(Path("dies"), trouble=f"dies: {reason} {REMEDY}")
    assert outcomes("a", "dies", "b") == [well("a"), trouble, well("b")]


def test_a_file_that_takes_too_long_is_stopped_and_named(outcomes) -> None:
    trouble = f"hangs: Reading it took longer than 1 seconds and was stopped. {REMEDY}"
    assert outcomes("hangs", "a", seconds=1) == [Outcome(Path("hangs"), trouble=trouble), well("a")]


def test_no_files_have_no_outcomes(outcomes) -> None:
    assert outcomes() == []
