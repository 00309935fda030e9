"""Many visitors who click: `python benchmarks/bench_visitors.py [VISITORS [SECONDS [SERVERS]]]`.

By default 50 visitors for 60 seconds at one server. Each opens a page every five seconds by its address, as a browser
does: the next page with the next filter, by turns. Measured is from the message until the script has finished,
and each page must show the number of plans that the filter leaves. Beside it stands the servers' processor time for a
page, which other work on the machine does not change much. With several SERVERS, all are on one PostgreSQL
behind nginx, set up as docs/nginx-several.conf says.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.bench_many import seconds_of
from benchmarks.endure import memory_mb
from tests.browser.by_hand import Visitor, visiting
from tests.browser.nginx import in_front_of_several
from tests.browser.server import Server, serve
from tests.store.postgres import Cluster, find_programs
from ucap.current import current
from ucap.selection.address import from_query
from ucap.selection.coverage import Coverage
from ucap.store import Store
from ucap.store.filling import plans_folder

PAGES = ("overview", "coverage", "timeline", "plans", "findings")
QUERIES = [{}, *({"goal": str(goal)} for goal in range(1, 18)), {"country": "IT"}, {"year": "2018"}, {"q": "smart"}]
SECONDS_BETWEEN = 5.0


@dataclass
class Run:
    """The address and its certificate, how many plans each filter leaves, and what was measured."""

    url: str
    authority: Path | None
    counts: list[int]
    total: int
    over: float
    seconds: list[float] = field(default_factory=list)
    wrong: Counter[str] = field(default_factory=Counter)


def main() -> int:
    """Let them click; the exit status says whether each page was right."""
    visitors, seconds, servers = (int(one) for one in (*sys.argv[1:4], *("50", "60", "1")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as name, running(Path(name), servers) as (url, authority, processes, database):
        store = Store.open(database, plans_folder())
        coverage = Coverage(current(store).frames)
        queries = [from_query({key: [value] for key, value in query.items()}, coverage.options)[0] for query in QUERIES]
        counts = [int(coverage.select(selection).sum()) for selection in queries]
        used = sum(map(seconds_of, processes))
        run = Run(url, authority, counts, len(coverage.plans), time.monotonic() + seconds)
        with ThreadPoolExecutor(visitors) as threads:
            for number in range(visitors):
                threads.submit(_click, run, number, visitors)
            time.sleep(seconds * 0.3)
            early = sum(memory_mb(server) for server in processes)
        late = sum(memory_mb(server) for server in processes)
        used = sum(map(seconds_of, processes)) - used
    cuts = quantiles(run.seconds, n=20) if len(run.seconds) > 1 else [float("nan")] * 19
    print(
        f"{visitors} visitors, {servers} servers, {len(run.seconds)} clicks: median {1000 * cuts[9]:.0f} ms, "
        f"p95 {1000 * cuts[18]:.0f} ms, processor {1000 * used / max(len(run.seconds), 1):.0f} ms a page; "
        f"memory {early} MB after 30 % of the time, {late} MB at the end; "
        f"wrong: {dict(run.wrong)}"
    )
    return 1 if run.wrong else 0


@contextmanager
def running(folder: Path, server_count: int) -> Iterator[tuple[str, Path | None, list[Server], str]]:
    """The address, its certificate, the servers, and their database."""
    if server_count == 1:
        with serve(folder) as server:
            yield server.url, None, [server], f"sqlite:///{folder / 'ucap.db'}"
        return
    with ExitStack() as stack:
        database = stack.enter_context(Cluster(find_programs() or Path())).empty_database()
        servers = []
        for number in range(server_count):
            (folder / str(number)).mkdir()
            servers.append(stack.enter_context(serve(folder / str(number), UCAP_DATABASE_URL=database)))
        front = stack.enter_context(in_front_of_several([one.url for one in servers], folder / "front"))
        yield front.url, front.certificate, servers, database


def _click(run: Run, number: int, visitors: int) -> None:
    """Click until it is over; whatever goes wrong is counted."""
    time.sleep(SECONDS_BETWEEN * number / visitors)
    try:
        for turn in count():
            start = time.monotonic()
            if start > run.over:
                return
            with visiting(run.url, {}, authority=run.authority) as visitor:  # a filter in an address counts on arrival
                begun = time.monotonic()
                _look(run, visitor, number + turn, number + 7 * turn)
                run.seconds.append(time.monotonic() - begun)
            time.sleep(max(0.0, SECONDS_BETWEEN - (time.monotonic() - start)))
    except Exception as error:  # whatever it is, it is what we look for
        run.wrong[type(error).__name__] += 1


def _look(run: Run, visitor: Visitor, page: int, query: int) -> None:
    place = query % len(QUERIES)
    visitor.open(PAGES[page % len(PAGES)], urlencode(QUERIES[place]))
    if any(element.HasField("exception") for element in visitor.elements):
        run.wrong["an error on the page"] += 1
    if f"{run.counts[place]} of {run.total} plan" not in visitor.texts():
        run.wrong["another number of plans"] += 1


if __name__ == "__main__":
    sys.exit(main())
