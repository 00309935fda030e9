"""The dashboard with very many plans: `python benchmarks/bench_many.py [NUMBER OF PLANS [STORE]]`, 1,000 by default.

A server is started twice: the first start reads all plans and keeps what it made of them, the second begins from that.
Each page is asked for by WebSocket, as a browser does, and measured from the message until its script has finished; the
number of plans that it shows is checked first. Beside the wall clock stands the processor time of the server. At last
Overview and the page of the city with most plans are opened in Chromium, in turns: there the processor time of the
server and of all processes of the browser counts, until the page rests.

To fill a store takes long: with STORE it is kept as a file, and copied where it is there already. PostgreSQL is used
instead of SQLite where UCAP_DATABASE_URL names an empty database.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright

from benchmarks.bench_filters import processor_ms
from benchmarks.bench_store import ANNA, add, at_its_word
from benchmarks.endure import memory_mb
from benchmarks.many_plans import many_plans
from tests.browser.by_hand import Visitor, visiting
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.server import Server, serve
from tests.browser.walk import visit
from ucap.current import current
from ucap.plan.record import Plan
from ucap.selection.coverage import Coverage
from ucap.selection.places.cities import cities
from ucap.store import Reading, Store
from ucap.store.editions import StoredDocument, insert_document, insert_edition
from ucap.store.writing import writing

_AT_ONCE = 1000  # plans in one transaction
PATIENCE_SECONDS = 3600  # the first start of very many plans says nothing for minutes
_OPENED_TIMES = 5
TICKS = os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Fill a store, start twice, and measure what people do."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    keeping = Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "no plans").mkdir()
        url = os.environ.get("UCAP_DATABASE_URL") or f"sqlite:///{folder / 'ucap.db'}"
        store = _filled(url, count, keeping)
        print(f"{count:,} plans{'wall':>32}{'processor':>14}")
        for start in ("first start", "second start"):
            began = time.monotonic()
            served = serve(folder, folder / "no plans", UCAP_DATABASE_URL=url)
            with served as server, visiting(server.url, {}) as visitor:
                visitor.patience_seconds = PATIENCE_SECONDS
                show(visitor, "overview", "", count)
                told(start + ", to the first page", time.monotonic() - began, seconds_of(server))
                if start.startswith("second"):
                    use(store, server, visitor, count)
                    open_in_browser(store, server)


def use(store: Store, server: Server, visitor: Visitor, count: int) -> None:
    """A click, a search, a correction and an added plan, each until the page shows it."""
    for page in ("overview", "plans"):
        timed(server, f"drawn again, {page}", lambda p=page: show(visitor, p, "", count))
        for query in ("", "goal=11", "goal=5", "q=horticulture+seminar"):  # an address counts on arrival
            with visiting(server.url, {}) as newcomer:
                timed(server, f"arrival, {page}?{query}", lambda p=page, q=query, v=newcomer: show(v, p, q))
    store.correct("plan-0", "/title", "Corrected", ANNA, "a benchmark", seen=store.version())
    timed(server, "after a correction, plans", lambda: show(visitor, "plans", "", count))
    for plan in islice(many_plans(1, seed=2), 1):
        add(store, [plan.model_copy(update={"id": "added"})])
    timed(server, "after an added plan, plans", lambda: show(visitor, "plans", "", count + 1))
    print(f"memory of the server: {memory_mb(server)} MB, at most {_most_mb(server)} MB", flush=True)


def open_in_browser(store: Store, server: Server) -> None:
    """Open Overview and the page of the city with most plans, in turns, and print the medians."""
    coverage = Coverage(current(store).frames)
    most = coverage.frames.cities.groupby("city")["plan"].nunique().idxmax()
    pages = {"overview": "", "the largest city": f"cities?place={cities(coverage).slug_of[most]}"}
    costs: dict[str, list[float]] = {name: [] for name in pages}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        for number in range(_OPENED_TIMES + 1):
            for name, address in pages.items():
                page = browser.new_page(viewport={"width": 1280, "height": 800})
                before = processor_ms(server.process.pid)
                visit(page, f"{server.url}/{address}")
                if number:  # the first time loads what later ones have
                    costs[name].append(processor_ms(server.process.pid) - before)
                page.close()
        browser.close()
    for name, found in costs.items():
        print(f"  {f'opened in Chromium, {name}':40}{median(found) / 1000:18.2f} s", flush=True)


def show(visitor: Visitor, page: str, query: str, count: int | None = None) -> None:
    """Ask for a page; it must come without an error and, where it is known, with the number of plans."""
    visitor.open(page, query)
    errors = [element.exception.message for element in visitor.elements if element.HasField("exception")]
    if errors or (count is not None and f"{count:,} of" not in visitor.texts()):
        raise SystemExit(f"{page}?{query} does not show {count} plans. {errors}")


def _filled(url: str, count: int, keeping: Path | None) -> Store:
    """A store of so many plans; where it is to be kept it is filled once."""
    if keeping is None:
        store = Store.open(url, folder=None, reader=at_its_word)
        fill(store, many_plans(count))
        return store
    if not keeping.exists():
        unfinished = keeping.with_name(f"{keeping.name}.part")
        unfinished.unlink(missing_ok=True)
        fill(Store.open(f"sqlite:///{unfinished}", folder=None, reader=at_its_word), many_plans(count))
        with closing(sqlite3.connect(unfinished)) as connection:  # what waits in the log goes into the file
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        unfinished.rename(keeping)
    shutil.copy(keeping, url.removeprefix("sqlite:///"))
    return Store.open(url, folder=None, reader=at_its_word)


def fill(store: Store, plans: Iterable[Plan]) -> None:
    """Add each plan as a document of its own, many in one transaction."""
    for chunk in _chunks(iter(plans)):
        with writing(store._database, ANNA) as writer:
            for plan in chunk:
                data = plan.model_dump_json().encode()
                sha256 = hashlib.sha256(data).hexdigest()
                document = StoredDocument(sha256, f"{plan.id}.json", "application/json", data, writer.now, writer.who)
                insert_document(writer, document)
                insert_edition(writer, sha256, 0, Reading(plan, ""), set())


def _chunks(plans: Iterator[Plan]) -> Iterator[list[Plan]]:
    while chunk := list(islice(plans, _AT_ONCE)):
        yield chunk


def timed(server: Server, what: str, work: Callable[[], None]) -> None:
    """Do the work and print how long it took."""
    began, before = time.monotonic(), seconds_of(server)
    work()
    told(what, time.monotonic() - began, seconds_of(server) - before)


def told(what: str, wall: float, processor: float) -> None:
    """A line of the table."""
    print(f"  {what:40}{wall:8.2f} s{processor:10.2f} s", flush=True)


def _most_mb(server: Server) -> int:
    """The most memory that the server itself had at any moment, files that it maps included."""
    fields = dict(line.split(":", 1) for line in Path(f"/proc/{server.process.pid}/status").read_text().splitlines())
    return int(fields["VmHWM"].split()[0]) // 1024


def seconds_of(server: Server) -> float:
    """Processor time of the server so far."""
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


if __name__ == "__main__":
    main()
