"""`ucap correct` corrects a field, takes corrections back, and lists them as CSV."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Ucap
from ucap.store import Store


def test_a_field_is_corrected_and_taken_back(ucap: Ucap, store: Store) -> None:
    status, out, _err = ucap("correct", "panjin", "/period/end", "2021-12", "--why", "the letter")
    assert (status, store.plans()[0].period.end) == (0, "2021-12")
    assert out == "1: panjin, Period of cooperation › End: '2021-12' instead of '2020-11' (in force)\n"
    assert ucap("correct", "--withdraw", 1, "--why", "another plan")[0] == 0
    assert store.plans()[0].period.end == "2020-11"


def test_corrections_go_out_and_come_in_as_csv(ucap: Ucap, store: Store, tmp_path: Path) -> None:
    ucap("correct", "panjin", "/title", "盘锦", "--why", "its name")
    assert ucap("correct", "--write", tmp_path / "corrections.csv")[0] == 0
    assert (tmp_path / "corrections.csv").read_bytes().startswith("\ufeffplan,field,".encode())
    ucap("correct", "--withdraw", 1, "--why", "to show it")
    status, out, _err = ucap("correct", "--read", tmp_path / "corrections.csv")
    assert (status, out) == (0, "1 corrections made; 0 were there already.\n")
    assert store.plans()[0].title == "盘锦"


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["panjin", "/period/end", "soon", "--why", "x"], 1, "2019-09-30"),
        (["panjin", "/period/end", "2021"], 1, "why"),
        (["--withdraw", "7", "--why", "x"], 1, "7"),
        (["--read", "missing.csv"], 1, "missing.csv"),
        (["panjin", "/period/end"], 2, "PLAN FIELD VALUE"),
        ([], 2, "PLAN FIELD VALUE"),
        (["panjin", "/title", "x", "--withdraw", "1"], 2, "PLAN FIELD VALUE"),
    ],
)
def test_what_cannot_be_done_is_told(ucap: Ucap, store: Store, arguments: list[str], status: int, message: str) -> None:
    given, _out, err = ucap("correct", *arguments)
    assert (given, store.corrections()) == (status, [])
    assert message in err
