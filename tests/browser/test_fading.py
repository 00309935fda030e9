"""What a run did not draw again yet fades, but only in a long run: each transition costs the browser a layer."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.server import serve
from tests.browser.walk import settle, visit, wait_until

_NOTE_EARLY = """() => {
    window.early = 0
    document.addEventListener("transitionrun", ({ propertyName, target }) => {
        if (propertyName !== "opacity" || !target.matches("[data-testid=stElementContainer]")) return
        if (document.documentElement.dataset.longRun === undefined) window.early += 1
    })
}"""
_OPACITY = "getComputedStyle(document.querySelector('[data-testid=stElementContainer].st-key-below')).opacity"


@pytest.mark.browser
@pytest.mark.only_looks
def test_what_is_old_fades_in_a_long_run_alone_and_comes_back(page: Page, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    with serve(tmp_path, script="tests/browser/slow_page.py", GATE=str(gate)) as server:
        visit(page, server.url)
        page.evaluate(_NOTE_EARLY)
        page.get_by_role("button", name="Go").click()
        wait_until(page, f"{_OPACITY} === '0.33'")
        assert page.evaluate("window.early") == 0
        gate.touch()
        settle(page)
        assert page.evaluate(_OPACITY) == "1"
