"""How long the store takes: `python benchmarks/bench_store.py [NUMBER OF PLANS]`, 10,000 by default.

The plans are made up of the parts of the real ones; each is added as a document of its own. PostgreSQL is
measured instead of SQLite where UCAP_DATABASE_URL names an empty database.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.many_plans import many_plans
from ucap.plan.record import Plan
from ucap.store import Person, Reading, Store

ANNA = Person("Anna", is_editor=True)


def main() -> None:
    """Measure adding, looking and correcting in a store of many plans."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    many = list(many_plans(count))
    with tempfile.TemporaryDirectory() as folder:
        url = os.environ.get("UCAP_DATABASE_URL") or f"sqlite:///{folder}/ucap.db"
        store = Store.open(url, folder=None, reader=at_its_word)
        print(f"a store of {count:,} plans")
        timed("add one document", lambda: add(store, many), count)
        timed("all plans", lambda: sum(1 for _ in store.each_plan()))
        timed("data version", store.version)
        timed("one plan", lambda: store.plan("plan-0"))
        timed("correct a field", lambda: store.correct("plan-0", "/title", "x", ANNA, "y", seen=store.version()))
        timed("back up", lambda: store.backup(Path(folder) / "backup.zip"))


def add(store: Store, many: list[Plan]) -> None:
    """Add each plan as a record file."""
    for plan in many:
        store.add(f"{plan.id}.json", plan.model_dump_json().encode(), ANNA)


def at_its_word(name: str, data: bytes) -> list[Reading]:
    """Read a complete record file without the rules of reading, which are not measured here."""
    return [Reading(Plan.model_validate_json(data), "")]


def timed(what: str, work: Callable[[], object], count: int = 1) -> None:
    """Do the work and print what it took."""
    start = perf_counter()
    work()
    print(f"  {what:18}{1000 * (perf_counter() - start) / count:12.1f} ms")


if __name__ == "__main__":
    main()
