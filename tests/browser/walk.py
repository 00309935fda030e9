"""Steps that every walk takes: open, wait until the script rests, look for trouble."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

from playwright.sync_api import Error, Page, expect

# Looked at in the page itself: each question from outside costs as much as a look, and this waits most of the time.
_SETTLED = """async ([restMs, patienceMs]) => {
    const isDrawn = () =>
        !document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]') &&
        [...document.querySelectorAll('.js-plotly-plot')].every(plot => plot.querySelector('.main-svg')) &&
        // The rows as text, for screen readers and paper, come a moment after their picture.
        [...document.querySelectorAll('[data-testid="stDataFrame"]')].every(table =>
            table.offsetParent === null || table.querySelector('[role="grid"] tr'))
    const began = performance.now()
    let restsSince
    while (performance.now() - began < patienceMs) {
        const app = document.querySelector('[data-testid="stApp"]')
        const isResting = app?.dataset.testScriptState === "notRunning"
        restsSince = isResting ? (restsSince ?? performance.now()) : undefined
        if (isResting && performance.now() - restsSince > restMs && isDrawn()) return true
        await new Promise(resolve => setTimeout(resolve, 25))
    }
    return false
}"""
# Between a click and the run that it asks for the script still rests.
_LONGER_THAN_ASKING_MS = 250
# A page that was just opened measures its width, and is drawn again where that is not what was assumed.
LONGER_THAN_MEASURING_MS = 450
_PATIENCE_MS = 120_000
# The first visitor of a server waits until its documents are read.
_READING_ALL_MS = 300_000
_SHOTS = os.environ.get("UCAP_SCREENSHOTS")


def settle(page: Page, rest_ms: int = _LONGER_THAN_ASKING_MS) -> None:
    """Wait until Streamlit's script has rested for a while and nothing is being drawn."""
    try:
        has_settled = page.evaluate(_SETTLED, [rest_ms, _PATIENCE_MS])
    except Error as error:
        if "context was destroyed" not in error.message:
            raise
        settle(page, rest_ms)  # the page was left for another meanwhile
        return
    assert has_settled, "the script does not come to rest, or something is never drawn"


def wait_until(page: Page, condition: str, arg: object = None, seconds: float = 60) -> None:
    """Wait until a condition in JavaScript holds. It is asked from outside: a page may not make code of text."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(condition, arg):
        assert time.monotonic() < deadline, f"never came true: {condition}"
        page.wait_for_timeout(50)


def visit(page: Page, address: str) -> None:
    """Open an address and make sure that no exception is shown."""
    page.goto(address)
    shown = '[data-testid="stMainBlockContainer"] :is(h1, [data-testid="stAlert"])'
    page.wait_for_selector(shown, timeout=_READING_ALL_MS)
    settle(page, LONGER_THAN_MEASURING_MS)
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)


_TURN = """address => {
    history.pushState({}, "", address)
    window.dispatchEvent(new PopStateEvent("popstate"))
}"""


def first_cells(page: Page) -> list[str]:
    """The first cell of each row of the table that is shown."""
    cells = page.locator('[data-testid^="glide-cell-0-"]')
    cells.first.wait_for(state="attached")
    return cells.all_text_contents()


def ask_for(page: Page, address: str) -> None:
    """Have an open page ask for another one, without waiting for it."""
    page.evaluate(_TURN, address)


def turn(page: Page, address: str, heading: str | re.Pattern[str]) -> None:
    """Have an open page show another one of its server, by its heading, as the browser's own way back does.

    Nothing is loaded, which costs a fifth of a visit. Where a test means that somebody arrives, it takes `visit`.
    """
    ask_for(page, address)
    expect(page.get_by_role("heading", name=heading, exact=True, level=1)).to_be_visible()
    settle(page, LONGER_THAN_MEASURING_MS)
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)


def shoot(page: Page, name: str) -> None:
    """Take a picture of the page for people to look at, where `UCAP_SCREENSHOTS` names a folder for them."""
    if _SHOTS:
        page.screenshot(path=str(Path(_SHOTS) / f"{name}.png"))
