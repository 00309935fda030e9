"""`ucap list` shows the plans in the store."""

from __future__ import annotations

from tests.cli.conftest import Ucap
from ucap.store import Person, Store


def test_each_plan_has_a_row_with_its_corrections_and_findings(ucap: Ucap, store: Store) -> None:
    store.correct("panjin", "/title", "Panjin", Person("Anna", is_editor=True), "shorter", seen=store.version())
    status, out, err = ucap("list")
    heading, row = (line.split("\t") for line in out.splitlines())
    assert heading == ["plan", "title", "kind", "period", "corrections", "findings"]
    assert row[:3] == ["panjin", "Panjin", "summary"]
    assert row[-2:] == ["1", "0"]
    assert (status, err) == (0, "1 plan\n")
