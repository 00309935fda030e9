"""Kills an import of three documents at very many moments; each time the store holds a step as a whole or not at all.

python benchmarks/kill_imports.py [MOMENTS]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.store.processes import killed_after
from tests.store.test_kill import DOCUMENTS, STATES, opened, state
from ucap.store import Person

MOMENTS = 500


def main() -> int:
    """Kill as often as asked for; the exit status says whether all went well."""
    moments = int(sys.argv[1]) if len(sys.argv) > 1 else MOMENTS
    anna = Person("Anna", is_editor=True)
    torn, reached = 0, [0] * len(STATES)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "documents"
        folder.mkdir()
        for file, data in DOCUMENTS.items():
            (folder / file).write_bytes(data)
        began = time.monotonic()
        opened(f"sqlite:///{name}/whole.db").add_files([folder], anna)
        seconds = time.monotonic() - began
        for moment in range(moments):
            url = f"sqlite:///{name}/{moment}.db"
            opened(url)
            killed_after(lambda url=url: opened(url).add_files([folder], anna), 1.5 * seconds * moment / moments)
            found = state(url)
            torn += found not in STATES
            reached[STATES.index(found) if found in STATES else 0] += 1
    print(f"{moments} moments within {1.5 * seconds:.2f} s: {torn} torn; documents there afterwards: {reached[:-1]}")
    return 1 if torn else 0


if __name__ == "__main__":
    sys.exit(main())
