"""Fixtures of the browser tests: a Chromium that refuses every other host and remembers what went wrong."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect, sync_playwright

from tests.browser.server import Server, serve
from tests.records import SAMPLE

# A slow machine is no fault: what is expected may take its time.
expect.set_options(timeout=60_000)

CHROMIUM_FLAGS = [
    # No other host is found. Intercepting requests instead would switch the cache off.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # With a debugger listening, as here, V8 looks for the lines of each call that asks for a file, and parses all of
    # Plotly five times for that, unless it noted them when it compiled.
    "--js-flags=--no-enable-lazy-source-positions",
]


def _chromium() -> str:
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path:
        return path
    pytest.fail("The browser tests need Chromium: install it, or name it in the variable CHROMIUM.")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = _chromium()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


_EXPECTED = ("/_stcore/", "disconnected from server", "server is not responding", "WebSocket is already in CLOSING")


class Watch:
    """What a page must not do: ask another host, or write an error to the console."""

    def __init__(self, context: BrowserContext) -> None:
        self.foreign: list[str] = []
        self.errors: list[str] = []
        context.on("request", self._note)
        context.on("page", self._listen)

    def _note(self, request: Request) -> None:
        if urlsplit(request.url).hostname not in ("127.0.0.1", None):
            self.foreign.append(request.url)

    def _listen(self, page: Page) -> None:
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        # When a test has stopped its server, a page that is still open goes on looking for it. What a server that runs
        # does not find is another matter: on a deep link, too, Streamlit's script knows where its end points are.
        told = f"{message.location.get('url', '')} {message.text}"
        is_expected = any(words in told for words in _EXPECTED) and "404" not in message.text
        if message.type == "error" and not is_expected:
            self.errors.append(told)


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of 1280 x 800 that fails its test afterwards if it asked another host or logged an error."""
    width, height = getattr(request, "param", (1280, 800))
    context = browser.new_context(
        viewport={"width": width, "height": height},
        accept_downloads=True,
        locale="en-GB",
        ignore_https_errors=True,  # a certificate that a test made for itself is known to nobody
        reduced_motion="reduce",  # Streamlit's shimmer while it loads, 60 pictures a second, costs as much as the page
    )
    watch = Watch(context)
    tab = context.new_page()
    tab.set_default_timeout(60_000)
    yield tab
    context.close()
    assert watch.foreign == [], f"asked another host: {watch.foreign}"
    assert watch.errors == [], f"the console shows: {watch.errors}"


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on the sample of 25 plans."""
    with serve(tmp_path_factory.mktemp("store"), SAMPLE) as server:
        yield server


@pytest.fixture(scope="session")
def real_summaries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the two real summaries alone."""
    folder = tmp_path_factory.mktemp("summaries")
    for path in SAMPLE.glob("0*.txt"):
        shutil.copy(path, folder)
    return folder
