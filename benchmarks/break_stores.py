"""Damages backups, databases and zip files of documents at random, for as long as one likes.

    python benchmarks/break_stores.py [COUNT [FIRST_SEED]]

What is broken must be refused with a message and nothing changed, or cost itself alone. The seed of each that does not
is printed; `tests.store.broken.outcome` makes it again.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.store.broken import Broken, is_well, outcome

COUNT = 30_000
PROGRESS = 1_000


def main() -> int:
    """Break as many as are asked for; the exit status says whether all went well."""
    count, first = (
        int(sys.argv[place]) if len(sys.argv) > place else default for place, default in ((1, COUNT), (2, 0))
    )
    outcomes: Counter[str] = Counter()
    is_all_well = True
    with tempfile.TemporaryDirectory() as folder:
        broken = Broken(Path(folder))
        for seed in range(first, first + count):
            found = outcome(broken, seed)
            outcomes[re.sub(r":.*", "", found)] += 1
            if not is_well(found):
                is_all_well = False
                print(f"seed {seed}: {found}", flush=True)
            if (seed + 1 - first) % PROGRESS == 0:
                print(f"{seed + 1 - first:,} of {count:,}: {dict(outcomes)}", file=sys.stderr, flush=True)
    print(dict(outcomes))
    return 0 if is_all_well else 1


if __name__ == "__main__":
    sys.exit(main())
