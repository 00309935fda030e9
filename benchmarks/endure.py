"""Many visitors for a while, on PostgreSQL that is stopped and started in the middle, and whose disk fills up.

    python benchmarks/endure.py [MINUTES [VISITORS]]

Visitors open pages by WebSocket, as browsers do; one in five sends a document and keeps it, one in five exports; beside
them a second program corrects plans. At the end each change that was acknowledged must be in the store, no page may
have shown an error but while the database was away, and the answers of the API must agree. The memory of the server and
its processes must hardly grow after the first third of the time.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
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
FULL_SECONDS = 15
DISK_MB = 400
MOST_GROWTH = 1.05
"""By how much memory at the end may be above that after the first third of the time."""
KEEP = "Keep 1 document"
EDITOR = Person("Endurance", is_editor=True)


class Run:
    """What the visitors share: when to stop, what was counted, and what was acknowledged."""

    def __init__(self, server: Server, url: str) -> None:
        self.server, self.url = server, url
        self.over, self._lock = Event(), Lock()
        self.counted: Counter[str] = Counter()
        self.wrong: Counter[str] = Counter()
        self.corrected: set[int] = set()
        self.kept: set[str] = set()
        self.is_away, self.back_at = False, 0.0

    def note(self, what: str) -> None:
        """Something that was done."""
        with self._lock:
            self.counted[what] += 1

    def fault(self, what: str, began: float) -> None:
        """Something that must not be, unless the database was away at some moment since what was done had begun."""
        with self._lock:
            (self.counted if self.is_away or began < self.back_at else self.wrong)[what] += 1

    def leave(self) -> None:
        """From now on the database is away."""
        self.is_away = True

    def come_back(self) -> None:
        """The database has been back for long enough to be reached again."""
        self.is_away, self.back_at = False, time.monotonic()


def main() -> int:
    """Let visitors come for that long; the exit status says whether all went well."""
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES
    visitors = int(sys.argv[2]) if len(sys.argv) > 2 else VISITORS
    programs = find_programs()
    if programs is None:
        print("PostgreSQL's server programs are missing: apt-get install postgresql", file=sys.stderr)
        return 1
    signal.signal(signal.SIGTERM, lambda number, _frame: sys.exit(128 + number))  # so that what was started is ended
    with tempfile.TemporaryDirectory() as folder, _small_disk() as disk, Cluster(programs, disk) as cluster:
        url = cluster.empty_database()
        with serve(Path(folder), UCAP_DATABASE_URL=url) as server:
            return _endure(Run(server, url), cluster, disk, minutes * 60, visitors)


@contextmanager
def _small_disk() -> Iterator[Path | None]:
    """A file system of its own for the database, so that it can be filled; only root can have one."""
    if os.getuid() != 0:
        print(
            "The disk is not filled: that takes a file system of its own, which only root may mount.", file=sys.stderr
        )
        yield None
        return
    with tempfile.TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_MB}m,mode=755", "tmpfs", name], check=True)
        try:
            yield Path(name)
        finally:
            subprocess.run(["umount", "--lazy", name], check=True)


def _endure(run: Run, cluster: Cluster, disk: Path | None, seconds: float, visitors: int) -> int:
    """In twelve parts: after the fourth the database restarts, after the sixth its disk is full for a while."""
    part = seconds / 12
    memory: list[int] = []
    with ThreadPoolExecutor(visitors + 1) as threads:
        try:
            threads.submit(_correct, run)
            for number in range(visitors):
                threads.submit(_visit, run, number)
            for done in range(1, 13):
                time.sleep(part)
                memory.append(memory_mb(run.server))
                print(f"{done * part:.0f} s: {memory[-1]} MB, {dict(run.counted)}", file=sys.stderr, flush=True)
                if done == 4:
                    _restart(run, cluster)
                if done == 6 and disk:
                    _fill(run, cluster, disk)
        finally:
            run.over.set()
    return _judge(run, memory)


def _restart(run: Run, cluster: Cluster) -> None:
    run.leave()
    cluster.stop()
    time.sleep(AWAY_SECONDS)
    cluster.start()
    time.sleep(AWAY_SECONDS)
    run.come_back()


def _fill(run: Run, cluster: Cluster, disk: Path) -> None:
    """Fill the disk of the database until nothing more goes in, and empty it again."""
    run.leave()
    with suppress(OSError), (disk / "filling").open("wb", buffering=0) as stream:
        while True:
            stream.write(bytes(2**16))
    time.sleep(FULL_SECONDS)
    (disk / "filling").unlink()
    if not cluster.is_running():  # it ends where it cannot write its log, and starts again from it
        run.note("database ended by the full disk")
        cluster.start()
    time.sleep(AWAY_SECONDS)
    run.come_back()


def _judge(run: Run, memory: list[int]) -> int:
    """Say what was counted; 1 if anything was wrong or lost, or memory grew after the first third."""
    store = Store.open(run.url, folder=None)
    lost = run.corrected - {made.id for made in store.corrections()}
    gone = run.kept - {one.name for one in store.documents()}
    damaged = store.check().damaged
    print(dict(run.counted))
    print(f"corrections {len(run.corrected)}, lost {len(lost)}; documents kept {len(run.kept)}, lost {len(gone)}")
    print(f"damaged {len(damaged)}; wrong: {dict(run.wrong)}")
    print(f"memory in MB at each twelfth of the time: {memory}")
    return 1 if run.wrong or lost or gone or damaged or memory[-1] > MOST_GROWTH * memory[3] else 0


def _correct(run: Run) -> None:
    """Correct a plan again and again, and remember what the store acknowledged."""
    store = Store.open(run.url, folder=None, reader=at_its_word)
    store.add("panjin.json", record(lead="Endurance"), EDITOR)
    for number in count():
        if run.over.wait(0.5):
            return
        began = time.monotonic()
        try:
            made = store.correct("endurance", "/title", f"Title {number}", EDITOR, "endurance", seen=store.version())
        except StoreError as error:
            run.fault(f"correction refused: {type(error).__name__}", began)
        else:
            run.corrected.add(made.id)


def _visit(run: Run, number: int) -> None:
    """Come again and again until it is over."""
    for turn in count():
        if run.over.is_set():
            return
        began = time.monotonic()
        try:
            with visiting(run.server.url, {}) as visitor:
                _look_around(run, visitor, number, turn)
        except Exception as error:  # whatever it is, it is what we look for
            run.fault(f"visit failed: {type(error).__name__}", began)
            time.sleep(1)


def _look_around(run: Run, visitor: Visitor, number: int, turn: int) -> None:
    for page in PAGES:
        if run.over.is_set():
            return
        began = time.monotonic()
        visitor.open(page)
        run.note(page)
        if any(element.HasField("exception") for element in visitor.elements):
            run.fault(f"an error on {page}", began)
    if number % 5 == 0:
        _send(run, visitor, f"visitor-{number}-{turn}")
    if number % 5 == 1:
        _export(run)


def _send(run: Run, visitor: Visitor, name: str) -> None:
    """Send a document, look at what was read, and keep it."""
    began = time.monotonic()
    visitor.open("add")
    place = visitor.uploader()
    if place is None:
        run.fault("no place to drop files", began)
        return
    state = visitor.upload(f"{name}.json", record(lead="Wuxi", title=name))
    state.id = place
    visitor.open("add", "", state)
    run.note("documents sent")
    if KEEP not in visitor.buttons():
        run.fault("no way to keep a document", began)
        return
    visitor.open("add", "", pressed(visitor.buttons()[KEEP]))
    if "1 plan" in visitor.texts():
        run.kept.add(f"{name}.json")
    else:
        notices = [one.alert.body for one in visitor.elements if one.HasField("alert")]
        run.fault(f"a document was not kept: {' | '.join(notices) or 'nothing was said'}", began)


def _export(run: Run) -> None:
    """Answers about the same data agree; a plan that comes in between is in the last of them."""
    began = time.monotonic()
    doors = (("plans", {"limit": 1}), ("frames/plans", {"limit": 1}), ("exports/csv", {}), ("plans", {"limit": 1}))
    with suppress(requests.ConnectionError):
        answers = [requests.get(f"{run.server.url}/api/{door}", params, timeout=60) for door, params in doors]
        said = [answer.status_code for answer in answers]
        if set(said) != {200}:
            run.fault(f"API answered {said}", began)
            return
        before, rows, _file, after = answers
        if not before.json()["total"] <= rows.json()["total"] <= after.json()["total"]:
            run.fault("answers of the API do not agree", began)
        run.note("exports")


def memory_mb(server: Server) -> int:
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
