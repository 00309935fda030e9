"""How long a filter takes to redraw a page, against a page with nothing but a switch: in one run, in Chromium.

    python benchmarks/bench_pages.py [NUMBER OF PLANS]

Measured is the switch for stated goals, from the click until the script has ended and what it sent is drawn; and of
that, until the script has ended. Times are the medians of several clicks, in milliseconds. 40 plans, the
programme's real size, unless a number is given. Both servers watch their files, as `make run` starts them.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import Page, sync_playwright

from benchmarks.bench_store import add, at_its_word
from benchmarks.many_plans import many_plans
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.server import serve
from tests.browser.walk import visit
from ucap.store import Store

PAGES = ["", "coverage", "timeline", "plans", "findings"]
CLICKS = 9
EMPTY = 'import streamlit as st\n\nst.title("Empty")\nst.write("on" if st.toggle("Switch") else "off")\n'
WATCH = """() => {
    const app = document.querySelector('[data-testid="stApp"]')
    const isResting = () => app.dataset.testScriptState === "notRunning"
    window.redrawn = () => new Promise(done => {
        const start = performance.now()
        let ready = 0, changed = 0
        const observer = new MutationObserver(() => {
            changed = performance.now()
            ready = isResting() ? ready || changed : 0
        })
        observer.observe(app, {subtree: true, childList: true, attributes: true, characterData: true})
        document.querySelector('[data-testid="stCheckbox"] input').click()
        const look = setInterval(() => {
            if (!ready || performance.now() - changed < 500) return
            clearInterval(look)
            observer.disconnect()
            done([ready - start, changed - start])
        }, 20)
    })
}"""


def main() -> None:
    """Measure each page with filters."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        with empty_page(Path(name)) as url:
            empty = clicked(page, url)
        print(f"{count:,} plans{'server':>14}{'/ empty':>10}{'drawn':>10}{'/ empty':>10}   (ms)")
        print(f"{'empty page':16}{empty[0]:8.0f}{1:10.1f}{empty[1]:10.0f}{1:10.1f}")
        with filled(Path(name), count) as url:
            for path in PAGES:
                ready, drawn = clicked(page, f"{url}/{path}")
                print(
                    f"{path or 'overview':16}{ready:8.0f}{ready / empty[0]:10.1f}{drawn:10.0f}{drawn / empty[1]:10.1f}"
                )
        browser.close()


def clicked(page: Page, address: str) -> tuple[float, float]:
    """How long the server and the whole take after a click on the first switch."""
    visit(page, address)
    page.evaluate(WATCH)
    times = [page.evaluate("window.redrawn()") for _ in range(CLICKS)][2:]
    return median(ready for ready, _ in times), median(drawn for _, drawn in times)


@contextmanager
def empty_page(folder: Path) -> Iterator[str]:
    """A server of a page with a switch alone."""
    script = folder / "empty.py"
    script.write_text(EMPTY, encoding="utf-8")
    with serve(folder, script=str(script), is_watching=True) as server:
        yield server.url


@contextmanager
def filled(folder: Path, count: int) -> Iterator[str]:
    """A server of the dashboard with so many plans."""
    store = Store.open(f"sqlite:///{folder / 'ucap.db'}", folder=None, reader=at_its_word)
    add(store, list(many_plans(count)))
    (folder / "no plans").mkdir()  # or those of the product would be added at the first start
    with serve(folder, folder / "no plans", is_watching=True) as server:
        yield server.url


if __name__ == "__main__":
    main()
