"""Learns what the content of a cell says of its row, from documents whose labels are known.

    python benchmarks/learn_rows.py [FOLDER...]

Reads the documents of our own (or of the given folders), looks at the signs in the cells of each row
(`ucap.documents.labels.signs`), and writes `data/reference/row_signs.csv`: the logarithms of odds of each sign, present
and absent, for each row against the mean of all rows, smoothed. Of words only those that many plans have and that speak
clearly for a row are kept.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from ucap.documents.labels.known import KEYS  # noqa: E402
from ucap.documents.labels.signs import signs_of  # noqa: E402
from ucap.documents.model import Document  # noqa: E402
from ucap.documents.opening import open_documents  # noqa: E402
from ucap.errors import UnreadableDocument  # noqa: E402
from ucap.vocabulary.reference import REFERENCE  # noqa: E402

FOLDERS = (ROOT / "tests/data/own", ROOT / "tests/data/documents", ROOT / "tests/data/documents/practice")
SUFFIXES = {".txt", ".docx", ".html", ".pdf"}
SURPRISE = 0.1
"""How often a row of a document never met is unlike all those that were learned from."""
LEAST_PLANS, CLEAR = 7, 0.9
"""A word is kept that so many plans have in a row, and that speaks so strongly for it."""
PART_OF_WORD = 0.5
"""Words go together: each speaks with so much of its weight."""
ROWS_OF_WORDS = ("focus", "challenges", "objectives", "activities", "results")
"""Rows whose signs are the same otherwise. In the others words are those of the subjects that the
plans happen to have."""


def documents(folders: Iterable[Path]) -> Iterator[tuple[str, Document]]:
    """Each readable document with the name of its plan."""
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.suffix in SUFFIXES:
                try:
                    found = open_documents(path.name, path.read_bytes())
                except UnreadableDocument:
                    continue
                yield from ((path.name.partition(".")[0], document) for document in found)


def learn(folders: Iterable[Path]) -> list[tuple[str, str, float, float]]:
    """The lines of the table: row, sign, and how much it speaks for the row when present and when absent."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    plans: dict[tuple[str, str], set[str]] = defaultdict(set)
    totals: Counter[str] = Counter()
    for plan, document in documents(folders):
        for row in document.rows:
            if row.key in KEYS and any(cell.blocks for cell in row.cells):
                cells = tuple("\n".join(str(block.text) for block in cell.blocks) for cell in row.cells)
                found = set(signs_of(cells))
                counts[row.key].update(found)
                totals[row.key] += 1
                for sign in found:
                    plans[row.key, sign].add(plan)
    lines = []
    for sign in sorted({sign for counter in counts.values() for sign in counter}):
        is_word = sign.startswith("word ")
        met = {row: counts[row][sign] / totals[row] for row in KEYS}
        mean = sum(met.values()) / len(met)
        for row in ROWS_OF_WORDS if is_word else KEYS:
            share = (1 - SURPRISE) * met[row] + SURPRISE * mean
            present, absent = math.log(share / mean), math.log((1 - share) / (1 - mean))
            if not is_word:
                lines.append((row, sign, round(present, 2), round(absent, 2)))
            elif present >= CLEAR and len(plans[row, sign]) >= LEAST_PLANS:
                lines.append((row, sign, round(PART_OF_WORD * present, 2), 0.0))
    return sorted(lines, key=lambda line: (KEYS.index(line[0]), line[1].startswith("word "), line[1]))


def main() -> None:
    """Write the table."""
    lines = learn([Path(folder) for folder in sys.argv[1:]] or FOLDERS)
    with (REFERENCE / "row_signs.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("row", "sign", "present", "absent"))
        writer.writerows(lines)
    print(f"{len(lines)} lines")


if __name__ == "__main__":
    main()
