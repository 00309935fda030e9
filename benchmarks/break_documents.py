"""Damages documents of all shapes at random and reads them, for as long as one likes.

    python benchmarks/break_documents.py [COUNT [FIRST_SEED]]

Each document must be read with nothing lost, or refused with a message, within the time for one document. The seed of
each one that is not is printed; `mutated(original, Random(seed))` makes it again.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.documents.mutations import mutated
from ucap.documents import Document, UnreadableDocument, doubly_covered, open_documents, uncovered
from ucap.documents.limits import SECONDS
from ucap.reading import contradictions, covers, read_document

SAMPLES = Path(__file__).parents[1] / "tests" / "data" / "documents"
COUNT = 100_000
PROGRESS = 1_000


def main() -> int:
    """Break as many documents as are asked for; the exit status says whether all went well."""
    count, first = (
        int(sys.argv[place]) if len(sys.argv) > place else default for place, default in ((1, COUNT), (2, 0))
    )
    originals = [path for path in sorted(SAMPLES.rglob("*")) if path.is_file() and path.suffix not in (".md", ".json")]
    outcomes: Counter[str] = Counter()
    slowest, slowest_seed = 0.0, first
    for seed in range(first, first + count):
        start = perf_counter()
        outcome = outcome_of(originals, seed)
        seconds = perf_counter() - start
        outcomes[outcome] += 1
        if seconds > slowest:
            slowest, slowest_seed = seconds, seed
        if outcome not in ("read", "refused") or seconds > SECONDS:
            print(f"seed {seed}: {outcome}, {seconds:.1f} s")
        if (seed + 1 - first) % PROGRESS == 0:
            print(f"{seed + 1 - first:,} of {count:,}: {dict(outcomes)}", file=sys.stderr)
    print(f"{dict(outcomes)}; the slowest, seed {slowest_seed}, took {slowest:.2f} s")
    return 0 if set(outcomes) <= {"read", "refused"} and slowest <= SECONDS else 1


def outcome_of(originals: list[Path], seed: int) -> str:
    """What became of the document of a seed."""
    chance = Random(seed)
    original = chance.choice(originals)
    data = mutated(original.read_bytes(), chance)
    try:
        lost = [fault for document in open_documents(original.name, data) if (fault := fault_of(document))]
    except UnreadableDocument:
        return "refused"
    except Exception as error:  # whatever it is, it is what we look for
        return f"{original.name} failed with {type(error).__name__}: {error}"
    return lost[0] if lost else "read"


def fault_of(document: Document) -> str | None:
    """Which law a document or its record breaks."""
    if uncovered(document) or doubly_covered(document):
        return f"{document.name}: the document lost text or has it twice"
    plan = read_document(document)
    if not covers(plan, document) or contradictions(plan, document):
        return f"{document.name}: the record lost text or has it twice"
    return None


if __name__ == "__main__":
    sys.exit(main())
