"""Many visitors for a while, on PostgreSQL that is stopped and started in the middle.

    python benchmarks/endure.py [MINUTES [VISITORS]]

Visitors open pages by WebSocket, as browsers do; one in five sends a document, one in five exports; beside them a
second program corrects plans. At the end each change that was acknowledged must be in the store, no page may have shown
an error, and the answers of the API must agree. The memory of the server and its processes is given at a quarter of the
time and at the end.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import count
from pathlib import Path
from threading import Event, Lock

sys.path.insert(0, str(Path(__file__).parents[1]))

import requests

from tests.browser.by_hand import Visitor, pressed, visiting
from tests.browser.server import Server, serve
from tests.store.postgres import Cluster, find_programs
from tests.store.samples import at_its_word, record
from ucap.store import Person, Store, StoreError

MINUTES, VISITORS = 10.0, 50
PAGES = ("overview", "coverage", "timeline", "plans", "findings")
AWAY_SECONDS = 5
EDITOR = Person("Endurance", is_editor=True)


class Run:
    """What the visitors share: when to stop, what was counted, and what was acknowledged."""

    def __init__(self, server: Server, url: str) -> None:
        self.server, self.url = server, url
        self.over, self._lock = Event(), Lock()
        self.counted: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.corrected: set[int] = set()
        self.is_away = False

    def note(self, what: str) -> None:
        """Something that was done."""
        with self._lock:
            self.counted[what] += 1

    def fault(self, what: str) -> None:
        """Something that must not be, unless the database is away just now."""
        with self._lock:
            (self.counted if self.is_away else self.wrong)[what] += 1


def main() -> int:
    """Let visitors come for that long; the exit status says whether all went well."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES
    visitors = int(sys.argv[2]) if len(sys.argv) > 2 else VISITORS
    programs = find_programs()
    if programs is None:
        print("PostgreSQL's server programs are missing: apt-get install postgresql", file=sys.stderr)
        return 1
    cluster = Cluster(programs)
    try:
        with tempfile.TemporaryDirectory() as folder:
            url = cluster.empty_database()
            with serve(Path(folder), UCAP_DATABASE_URL=url) as server:
                return _endure(Run(server, url), cluster, minutes * 60, visitors)
    finally:
        cluster.remove()


def _endure(run: Run, cluster: Cluster, seconds: float, visitors: int) -> int:
    with ThreadPoolExecutor(visitors + 1) as threads:
        threads.submit(_correct, run)
        for number in range(visitors):
            threads.submit(_visit, run, number)
        time.sleep(seconds / 4)
        early = _memory_mb(run.server)
        time.sleep(seconds / 4)
        run.is_away = True
        cluster.stop()
        time.sleep(AWAY_SECONDS)
        cluster.start()
        time.sleep(AWAY_SECONDS)
        run.is_away = False
        time.sleep(seconds / 2)
        run.over.set()
    late = _memory_mb(run.server)
    lost = run.corrected - {made.id for made in Store.open(run.url, folder=None).corrections()}
    print(f"{dict(run.counted)}; corrections {len(run.corrected)}, lost {len(lost)}; memory {early} MB, then {late} MB")
    print(f"wrong: {dict(run.wrong)}")
    return 1 if run.wrong or lost else 0


def _correct(run: Run) -> None:
    """Correct a plan again and again, and remember what the store acknowledged."""
    store = Store.open(run.url, folder=None, reader=at_its_word)
    store.add("panjin.json", record(lead="Endurance"), EDITOR)
    for number in count():
        if run.over.wait(0.5):
            return
        try:
            made = store.correct("endurance", "/title", f"Title {number}", EDITOR, "endurance", seen=store.version())
        except StoreError as error:
            run.fault(f"correction refused: {type(error).__name__}")
        else:
            run.corrected.add(made.id)


def _visit(run: Run, number: int) -> None:
    """Come again and again until it is over."""
    for turn in count():
        if run.over.is_set():
            return
        try:
            with visiting(run.server.url, {}) as visitor:
                _look_around(run, visitor, number, turn)
        except Exception as error:  # whatever it is, it is what we look for
            run.fault(f"visit failed: {type(error).__name__}")
            time.sleep(1)


def _look_around(run: Run, visitor: Visitor, number: int, turn: int) -> None:
    for page in PAGES:
        if run.over.is_set():
            return
        visitor.open(page)
        run.note(page)
        if any(element.HasField("exception") for element in visitor.elements):
            run.fault(f"an error on {page}")
    if number % 5 == 0:
        _send(run, visitor, f"visitor-{number}-{turn}")
    if number % 5 == 1:
        _export(run)


def _send(run: Run, visitor: Visitor, name: str) -> None:
    """Send a document, and look at what was read; nothing is kept."""
    visitor.open("add")
    place = visitor.uploader()
    if place is None:
        run.fault("no place to drop files")
        return
    state = visitor.upload(f"{name}.json", record(lead="Wuxi", title=name))
    state.id = place
    visitor.open("add", "", state, pressed(visitor.buttons()["Read"]))
    run.note("documents sent")


def _export(run: Run) -> None:
    """Two answers about the same data agree."""
    with suppress(requests.ConnectionError):
        plans = requests.get(f"{run.server.url}/api/plans", params={"limit": 1}, timeout=60)
        rows = requests.get(f"{run.server.url}/api/frames/plans", params={"limit": 1}, timeout=60)
        file = requests.get(f"{run.server.url}/api/exports/csv", timeout=60)
        if {plans.status_code, rows.status_code, file.status_code} != {200}:
            run.fault(f"API answered {plans.status_code}, {rows.status_code}, {file.status_code}")
        elif plans.json()["total"] != rows.json()["total"]:
            run.fault("answers of the API do not agree")
        run.note("exports")


def _memory_mb(server: Server) -> int:
    """Memory of the server and the processes that it started, without what they share with others."""
    groups = Path("/proc").glob("[0-9]*/status")
    total, known = 0, {server.process.pid}
    for status in sorted(groups, key=lambda path: int(path.parent.name)):
        with suppress(OSError, KeyError):
            fields = dict(line.split(":", 1) for line in status.read_text().splitlines())
            if int(fields["Pid"]) in known or int(fields["PPid"]) in known:
                known.add(int(fields["Pid"]))
                total += int(fields["RssAnon"].split()[0])
    return total // 1024


if __name__ == "__main__":
    sys.exit(main())
