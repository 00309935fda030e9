"""`ucap reread` says what newer rules of reading change, and keeps it on request."""

from __future__ import annotations

from tests.cli.conftest import Ucap
from tests.store.samples import at_its_word, record
from ucap.store import Person, Reading, Store


def careless(name: str, data: bytes) -> list[Reading]:
    """An older reader, which left out the end of the period."""
    read = at_its_word(name, data)[0]
    period = read.plan.period.model_copy(update={"end": None})
    return [Reading(read.plan.model_copy(update={"period": period}), "")]


def test_what_changes_is_told_and_kept_on_demand(ucap: Ucap, database: str) -> None:
    store = Store.open(database, folder=None, reader=careless)
    store.add("panjin.json", record(), Person("Anna", is_editor=True))
    status, out, _err = ucap("reread")
    assert out.splitlines()[0] == "panjin, edition 1: read differently"
    assert "  Period of cooperation › End: + 2020-11" in out.splitlines()
    assert out.splitlines()[-1] == "1 changes; nothing was kept."
    assert (status, store.plans()[0].period.end) == (0, None)
    assert ucap("reread", "--keep")[1].splitlines()[-1] == "1 plans changed."
    assert store.plans()[0].period.end == "2020-11"
    assert ucap("reread")[1] == "Nothing changes.\n"
