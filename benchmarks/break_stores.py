"""Damages backups, databases and zip files of documents at random, for as long as one likes.

    python benchmarks/break_stores.py [COUNT [FIRST_SEED]]

What is broken must be refused with a message and nothing changed, or cost itself alone. The seed of each that does not
is printed; `tests.store.broken.outcome` makes it again.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.batches import attempt_all
from tests.store.broken import Broken, is_well, outcome

COUNT = 30_000


def main() -> int:
    """Break as many as are asked for; the exit status says whether all went well."""
    with tempfile.TemporaryDirectory() as folder:
        broken = Broken(Path(folder))
        return attempt_all(lambda seed: outcome(broken, seed), is_well, COUNT)


if __name__ == "__main__":
    sys.exit(main())
