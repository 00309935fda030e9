"""What it costs to set a city and to take it away, on each page with filters: `python benchmarks/bench_filters.py`.

    python benchmarks/bench_filters.py [--pages overview,cities] [--rounds 6] [--at-most RATIO]

The dashboard with the plans of the product and a plain page with the same filters and charts (`plain_page.py`, with
Streamlit's own settings) are open in one browser and used in turns. Counted is the processor time of all processes,
those of the server and those of the browser, from the choice until the number of plans on the screen is the one of
that city and the page rests; the number is checked each time. Printed are medians in milliseconds, setting and taking
away together, and the ratio; with --at-most the exit status is 1 where a page's ratio is above it.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import Browser, Locator, Page, sync_playwright

import ucap
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.server import Server, serve
from tests.browser.walk import visit

PAGES = ("overview", "coverage", "timeline", "plans", "cities", "matches", "findings")
CITY = "Panjin"
TICKS = os.sysconf("SC_CLK_TCK")
_LOOK_MS = 500  # looking costs processor time, too: seldom, and the same for both
_IS_DRAWN = """words => document.querySelector('[data-testid="stApp"]').dataset.testScriptState === "notRunning"
    && !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]')
    && [...document.querySelectorAll('[data-testid="stMain"] [data-testid="stCaptionContainer"]')]
        .some(one => one.textContent.trim() === words)"""


@dataclass(frozen=True)
class Visit:
    """A page in a window of its own, and the process of its server."""

    page: Page
    server: int
    is_plain: bool

    def set_city(self) -> None:
        """Choose the city as a visitor does: by its name."""
        box = self._box()
        box.fill(CITY)
        if self.is_plain:
            self.page.get_by_role("option", name=CITY, exact=True).click()
        else:
            box.press("Enter")

    def take_city_away(self) -> None:
        """Take it away in the shortest way: by the keyboard, or at the row that shows what is chosen."""
        if self.is_plain:
            self._box().press("Backspace")
        else:
            self._sidebar().get_by_role("checkbox", name=CITY).uncheck()

    def _box(self) -> Locator:
        return self._sidebar().get_by_role("combobox", name="Chinese city")

    def _sidebar(self) -> Locator:
        return self.page.get_by_test_id("stSidebar")


def main() -> int:
    """Measure each page; the exit status says whether all ratios are low enough."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", default=",".join(PAGES))
    parser.add_argument("--rounds", type=int, default=6)
    parser.add_argument("--at-most", type=float)
    options = parser.parse_args()
    worst = 0.0
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        own, plain = folder / "own", folder / "plain"
        own.mkdir()
        words = _write_tables(own, plain)
        with serve(own) as dashboard, served_plainly(plain) as other:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
            print(f"{'ms':12}{'dashboard':>12}{'plain page':>12}{'ratio':>8}")
            for path in options.pages.split(","):
                address = "" if path == "overview" else path
                with (
                    _opened(browser, f"{dashboard.url}/{address}") as one,
                    _opened(browser, f"{other.url}/{address}") as two,
                ):
                    visits = [Visit(one, dashboard.process.pid, False), Visit(two, other.process.pid, True)]
                    mine, others = _measured(visits, words, options.rounds)
                worst = max(worst, mine / others)
                print(f"{path:12}{mine:12.0f}{others:12.0f}{mine / others:8.2f}", flush=True)
            browser.close()
    print(f"worst ratio {worst:.2f}")
    return 1 if options.at_most and worst > options.at_most else 0


def _write_tables(own: Path, plain: Path) -> tuple[str, str]:
    """Fill the store and write its tables for the plain page; how many plans there are with the city, and without."""
    collection = ucap.open(f"sqlite:///{own / 'ucap.db'}")
    plain.mkdir()
    exported = plain / "tables.parquet.zip"
    collection.export(exported)
    with zipfile.ZipFile(io.BytesIO(exported.read_bytes())) as archive:
        for name in archive.namelist():
            if name.endswith(".parquet"):
                (plain / Path(name).name).write_bytes(archive.read(name))
    total, left = len(collection.frames.plans), len(collection.select(city=CITY).frames.plans)
    return f"{left} of {total} plans", f"{total} of {total} plans"


def served_plainly(folder: Path) -> AbstractContextManager[Server]:
    """A server of the plain page, with Streamlit's own settings: those of the project are a part of the dashboard."""
    script = str(Path(__file__).with_name("plain_page.py"))
    return serve(folder, script=script, is_watching=True, cwd=folder, PLAIN_DATA=str(folder))


@contextmanager
def _opened(browser: Browser, address: str) -> Iterator[Page]:
    """A page in a window of its own."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    visit(page, address)
    yield page
    context.close()


def _measured(visits: list[Visit], words: tuple[str, str], rounds: int) -> list[float]:
    """For each visit the processor time of setting the city and taking it away, the median of the rounds."""
    found: list[list[float]] = [[] for _visit in visits]
    for number in range(rounds + 1):
        for one, costs in zip(visits, found, strict=True):
            one.page.bring_to_front()
            cost = _cost(one, one.set_city, words[0]) + _cost(one, one.take_city_away, words[1])
            if number:  # the first time loads what later ones have
                costs.append(cost)
    return [median(costs) for costs in found]


def _cost(one: Visit, act: Callable[[], None], words: str) -> float:
    before = processor_ms(one.server)
    act()
    seen = 0
    while seen < 2:  # twice one after the other: what the last drawing set off has ended, too
        one.page.wait_for_timeout(_LOOK_MS)
        seen = seen + 1 if one.page.evaluate(_IS_DRAWN, words) else 0
    return processor_ms(one.server) - before


def processor_ms(server: int) -> float:
    """Processor time so far of a server and of the browser, with all that they have started."""
    output = subprocess.run(["ps", "-eo", "pid=,ppid=,comm="], capture_output=True, text=True, check=True).stdout
    processes = [line.split(None, 2) for line in output.splitlines()]
    families, wanted = {os.getpid()}, {server}
    for _generation in range(8):
        families |= {int(pid) for pid, parent, _name in processes if int(parent) in families}
        wanted |= {int(pid) for pid, parent, _name in processes if int(parent) in wanted}
    wanted |= {int(pid) for pid, _parent, name in processes if int(pid) in families and name.startswith("chrom")}
    return sum(map(_ticks, wanted)) / TICKS * 1000


def _ticks(pid: int) -> int:
    """Ticks of a process and of its children that have ended; 0 where it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return sum(int(fields[at]) for at in (11, 12, 13, 14))


if __name__ == "__main__":
    sys.exit(main())
