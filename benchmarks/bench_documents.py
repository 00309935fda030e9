"""Reading documents against the bare extraction of the same file by the library underneath, in one run.

Per shape over the practice documents: what the library needs to give the text (PDF: with positions, rectangle by
rectangle), what `ucap.documents` needs for the rows, and what `ucap.reading` needs for the record. Times are
the least of several rounds, in milliseconds of the processor per document, and those of
one document are taken in turns, so that other work on the machine disturbs all alike. At the end a thousand PDFs from
the command line, with one process and with as many as there are processors, by the clock and in processor time.
"""

from __future__ import annotations

import io
import math
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

import docx
import pypdfium2
from lxml import html

from ucap.documents.opening import open_documents
from ucap.reading import read

PRACTICE = Path(__file__).parents[1] / "tests" / "data" / "documents" / "practice"
ROUNDS = 20
COPY_COUNT = 1_000

Function = Callable[[bytes], object]
"""What is measured: it is given a document's bytes."""


def main() -> None:
    """Measure all shapes, then the command line."""
    print(f"{'shape':12}{'bare':>8}{'rows':>8}{'record':>8}{'record / bare':>16}   (ms per document)")
    for shape, bare in BARE.items():
        files = [path.read_bytes() for path in sorted(PRACTICE.glob(f"*.{shape}")) if ".scan." not in path.name]
        functions = (bare, lambda data: open_documents("file", data), lambda data: read("file", data))
        bare_ms, rows_ms, record_ms = mean_ms(functions, files)
        print(f"{shape:12}{bare_ms:8.2f}{rows_ms:8.2f}{record_ms:8.2f}{record_ms / bare_ms:16.2f}")
    compare_processes()


def compare_processes() -> None:
    """Read a thousand PDFs, no two of the same bytes, from the command line."""
    originals = [path.read_bytes() for path in sorted(PRACTICE.glob("*.pdf")) if ".scan." not in path.name]
    process_count = os.cpu_count() or 1
    with TemporaryDirectory() as folder:
        for number, data in zip(range(COPY_COUNT), cycle(originals), strict=False):
            Path(folder, f"{number:04}.pdf").write_bytes(data + f"\n% copy {number}\n".encode())
        alone, together = (command_line_seconds(folder, count) for count in (1, process_count))
    print(f"{COPY_COUNT:,} PDFs from the command line, {process_count} processes {alone / together:.2f} times as fast")


def command_line_seconds(folder: str, process_count: int) -> float:
    """How long `ucap read` takes for a folder; printed beside the processor time of the command and its processes."""
    code = "import os, sys; from ucap.cli.main import main; main(sys.argv[1:]); print(*os.times()[:4], file=sys.stderr)"
    command = [sys.executable, "-c", code, "read", "--jobs", str(process_count), folder]
    start = perf_counter()
    root = Path(__file__).parents[1]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=root, check=True)
    seconds = perf_counter() - start
    user, system, children_user, children_system = map(float, done.stderr.split())
    print(
        f"--jobs {process_count}: {seconds:.1f} s; of the processor: the command {user + system:.1f} s,"
        f" the processes that read {children_user + children_system:.1f} s"
    )
    return seconds


def mean_ms(functions: Sequence[Function], files: Sequence[bytes], rounds: int = ROUNDS) -> list[float]:
    """The milliseconds per document of each function, by the least time of each document."""
    times = [quickest(functions, data, rounds) for data in files]
    return [1000 * fmean(column) for column in zip(*times, strict=True)]


def quickest(functions: Sequence[Function], data: bytes, rounds: int) -> list[float]:
    """The least time of each function over several rounds in which they take turns, in seconds."""
    least = [math.inf] * len(functions)
    for _ in range(rounds):
        for index, function in enumerate(functions):
            start = process_time()
            function(data)
            least[index] = min(least[index], process_time() - start)
    return least


def decoded(data: bytes) -> str:
    """A text file's text."""
    return data.decode()


def positioned_text(data: bytes) -> list[tuple[tuple[float, ...], str]]:
    """A PDF's text with its positions."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        for index in range(text.count_rects()):
            box = text.get_rect(index)
            found.append((box, text.get_text_bounded(*box)))
    return found


def word_text(data: bytes) -> list[str]:
    """A Word file's text, cell by cell."""
    file = docx.Document(io.BytesIO(data))
    return [cell.text for table in file.tables for row in table.rows for cell in row.cells]


def html_text(data: bytes) -> str:
    """A page's text."""
    return html.document_fromstring(data).text_content()


BARE: dict[str, Function] = {
    "tagged.txt": decoded,
    "flow.txt": decoded,
    "pdf": positioned_text,
    "docx": word_text,
    "html": html_text,
}

if __name__ == "__main__":
    main()
