"""Fixtures of the browser tests: a Chromium that refuses every other host and remembers what went wrong."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Request,
    WebError,
    expect,
    sync_playwright,
)

from tests.browser.server import Server, prepared, serve
from tests.records import SAMPLE

# A slow machine is no fault: what is expected may take its time.
expect.set_options(timeout=60_000)

CHROMIUM_FLAGS = [
    # No other host is found. Intercepting requests instead would switch the cache off.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    # A certificate that a test made for itself is taken when the connection is made. With Playwright's own option each
    # request starts again behind each new connection, and gives up when that was too often.
    "--ignore-certificate-errors",
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

    def __init__(self, tab: Page) -> None:
        self.foreign: list[str] = []
        self.errors: list[str] = []
        self.visited: set[str] = set()
        self._context = tab.context
        self._context.on("request", self._note)
        self._context.on("console", self._hear)
        self._context.on("weberror", self._regret)

    def rest(self) -> None:
        """Watch no longer."""
        self._context.remove_listener("request", self._note)
        self._context.remove_listener("console", self._hear)
        self._context.remove_listener("weberror", self._regret)

    def _note(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.hostname not in ("127.0.0.1", None):
            self.foreign.append(request.url)
        elif address.hostname:
            self.visited.add(f"{address.scheme}://{address.netloc}")

    def _regret(self, error: WebError) -> None:
        self.errors.append(str(error.error))

    def _hear(self, message: ConsoleMessage) -> None:
        # When a test has stopped its server, a page that is still open goes on looking for it. What a server that runs
        # does not find is another matter: on a deep link, too, Streamlit's script knows where its end points are.
        told = f"{message.location.get('url', '')} {message.text}"
        is_expected = any(words in told for words in _EXPECTED) and "404" not in message.text
        if message.type == "error" and not is_expected:
            self.errors.append(told)


def new_context(browser: Browser, width: int = 1280, height: int = 800) -> BrowserContext:
    """A visitor who has never been here."""
    return browser.new_context(
        viewport={"width": width, "height": height},
        accept_downloads=True,
        locale="en-GB",
        reduced_motion="reduce",  # Streamlit's shimmer while it loads, 60 pictures a second, costs as much as the page
    )


class OneTab:
    """A tab for one test after the other: to compile the scripts anew for each costs half of a visit.

    A test leaves nothing behind: no other page, cookie, permission, storage or history.
    """

    def __init__(self, browser: Browser) -> None:
        self.context = new_context(browser)
        self._open()

    def _open(self) -> None:
        self._tab = self.context.new_page()
        self._devtools = self.context.new_cdp_session(self._tab)

    def opened(self, width: int, height: int) -> Page:
        """The tab as if it had just been opened."""
        if self._tab.is_closed():
            self._open()
        self._tab.set_viewport_size({"width": width, "height": height})
        self._tab.emulate_media(media="null", color_scheme="light")
        self._tab.mouse.move(0, 0)
        self._devtools.send("Page.resetNavigationHistory")
        assert self.context.pages == [self._tab]
        assert self._tab.url == "about:blank"
        return self._tab

    def forget(self, origins: Iterable[str]) -> None:
        """Close what else was opened, and take away what pages kept in the browser and were allowed.

        What the page still had to say when the next one comes, it has said by then, to whom watches it now.
        """
        for page in self.context.pages:
            if page is not self._tab:
                page.close()
        if not self._tab.is_closed():
            self._tab.evaluate("if (origin !== 'null') sessionStorage.clear(); window.name = ''")
            self._tab.goto("about:blank")  # before the rest: a page that is gone keeps nothing more
            for origin in origins:
                self._devtools.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        self.context.clear_cookies()
        self.context.clear_permissions()


@pytest.fixture(scope="session")
def one_tab(browser: Browser) -> Iterator[OneTab]:
    tab = OneTab(browser)
    yield tab
    tab.context.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of 1280 x 800 that fails its test afterwards if it asked another host or logged an error.

    It is a new visitor's, or with the mark `only_looks` the tab that such tests have one after the other.
    """
    width, height = getattr(request, "param", (1280, 800))
    shared: OneTab | None = None
    if request.node.get_closest_marker("only_looks"):
        shared = request.getfixturevalue("one_tab")
        tab = shared.opened(width, height)
    else:
        tab = new_context(browser, width, height).new_page()
    tab.set_default_timeout(60_000)
    watch = Watch(tab)
    yield tab
    if shared:
        shared.forget(watch.visited)
    else:
        tab.context.close()
    watch.rest()
    assert watch.foreign == [], f"asked another host: {watch.foreign}"
    assert watch.errors == [], f"the console shows: {watch.errors}"


@pytest.fixture(scope="session", autouse=True)
def prepared_process() -> Iterator[None]:
    """All dashboards but those of a first start come from one process."""
    with prepared():
        yield


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
