"""`ucap list` shows the plans in the store."""

from __future__ import annotations

from tests.cli.conftest import Ucap
from ucap.store import Person, Store


def test_each_plan_has_a_row_with_its_corrections_and_findings(ucap: Ucap, store: Store) -> None:
    store.correct("panjin", "/title", "Panjin", Person("Anna", is_editor=True), "shorter", seen=store.version())
    status, out, _err = ucap("list")
    heading, row, count = out.splitlines()
    assert heading.split() == ["plan", "title", "kind", "period", "corrections", "findings"]
    assert row.split()[:3] == ["panjin", "Panjin", "summary"]
    assert row.split()[-2:] == ["1", "0"]
    assert (status, count) == (0, "1 plans")
