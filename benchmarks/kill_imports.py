"""Kills an import of three documents at very many moments; each time the store holds a step as a whole or not at all.

python benchmarks/kill_imports.py [MOMENTS]

So many moments on SQLite, and as many on PostgreSQL where its server programs are there.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from itertools import count
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.store.postgres import Cluster, find_programs
from tests.store.processes import killed_at_statement, statement_count
from tests.store.test_kill import DOCUMENTS, STATES, opened, state
from ucap.store import Person

MOMENTS = 500
ANNA = Person("Anna", is_editor=True)


def main() -> int:
    """Kill as often as asked for; the exit status says whether all went well."""
    moments = int(sys.argv[1]) if len(sys.argv) > 1 else MOMENTS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "documents"
        folder.mkdir()
        for file, data in DOCUMENTS.items():
            (folder / file).write_bytes(data)
        numbers = count()
        torn = _kill("SQLite", lambda: f"sqlite:///{name}/{next(numbers)}.db", folder, moments)
        if programs := find_programs():
            with Cluster(programs) as cluster:
                torn += _kill("PostgreSQL", cluster.empty_database, folder, moments)
    return 1 if torn else 0


def _kill(kind: str, new_url: Callable[[], str], folder: Path, moments: int) -> int:
    """Kill imports into new databases, at moments spread evenly over the statements that one takes and within each.

    Spread over the seconds that an import takes, nearly all would fall before its first document wherever the machine
    is busier than when it was measured.

    Returns:
        How many of them left anything but whole steps.
    """
    url = new_url()
    opened(url)
    count, seconds = statement_count(lambda: opened(url).add_files([folder], ANNA))
    reached: Counter[int | str] = Counter()
    for moment in range(moments):
        url = new_url()
        opened(url)
        number, part = divmod(moment * count, moments)
        within = part / moments * seconds / count
        killed_at_statement(lambda url=url: opened(url).add_files([folder], ANNA), number + 1, within)
        found = state(url)
        reached[STATES.index(found) if found in STATES else "torn"] += 1
    print(f"{kind}: {moments} moments in {count} statements; documents there afterwards: {dict(reached)}", flush=True)
    return reached["torn"]


if __name__ == "__main__":
    sys.exit(main())
