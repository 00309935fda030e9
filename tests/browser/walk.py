"""Steps that every walk takes: open, wait until the script rests, look for trouble."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

# A page that was just opened measures its width, and is drawn anew where that is another than was thought.
_RESTS = """milliseconds => {
    const app = document.querySelector('[data-testid="stApp"]')
    const isResting = app?.dataset.testScriptState === "notRunning"
    window.restsSince = isResting ? (window.restsSince ?? performance.now()) : undefined
    return isResting && performance.now() - window.restsSince > milliseconds
}"""
_LONGER_THAN_MEASURING_MS = 400
SHOTS = Path(__file__).resolve().parents[2] / "build" / "screenshots"


def settle(page: Page) -> None:
    """Wait until Streamlit's script rests and nothing is being drawn."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000)
    page.wait_for_function(
        'document.querySelectorAll(\'[data-stale="true"], [data-testid="stSkeleton"]\').length === 0'
    )
    page.wait_for_function(
        "[...document.querySelectorAll('.js-plotly-plot')].every(plot => plot.querySelector('.main-svg'))"
    )


def visit(page: Page, address: str) -> None:
    """Open an address and make sure that no exception is shown."""
    page.goto(address)
    page.wait_for_selector('[data-testid="stMainBlockContainer"] :is(h1, [data-testid="stAlert"])')
    page.wait_for_function(_RESTS, arg=_LONGER_THAN_MEASURING_MS)
    settle(page)
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)


def shoot(page: Page, name: str) -> Path:
    """Take a picture of the whole page for people to look at; tests do not compare it."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    path = SHOTS / f"{name}.png"
    page.screenshot(path=str(path))
    return path
