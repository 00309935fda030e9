"""A view of one chart on somebody else's page: only where a setting names that page's host."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser, expect

from tests.browser.server import free_port, serve

ADDRESS = "?embed=true&chart=goals&partner=Rome"


@contextmanager
def host(folder: Path, port: int) -> Iterator[str]:
    """Somebody else's site, whose page is in the folder."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{port}/"
    server.shutdown()


@pytest.mark.browser
def test_a_named_host_shows_one_chart_and_no_other_host_any(
    browser: Browser, tmp_path: Path, real_summaries: Path
) -> None:
    """In the frame are the chart, its sentence and the way to the dashboard: no navigation, filter or form."""
    named, other = free_port(), free_port()
    (tmp_path / "store").mkdir()
    with serve(tmp_path / "store", real_summaries, UCAP_EMBED_HOSTS=f"http://127.0.0.1:{named}") as dashboard:
        (tmp_path / "index.html").write_text(f'<iframe src="{dashboard.url}/{ADDRESS}" width=900 height=900></iframe>')
        page = browser.new_page()
        with host(tmp_path, named) as address:
            page.goto(address)
            frame = page.frame_locator("iframe")
            expect(frame.locator(".js-plotly-plot .main-svg").first).to_be_visible()
            expect(frame.get_by_role("heading", name="Sustainable Development Goals")).to_be_visible()
            expect(frame.get_by_role("link", name="Open in the dashboard")).to_have_attribute(
                "href", f"{dashboard.url}/?partner=Rome"
            )
            for role in ("navigation", "textbox", "checkbox"):
                expect(frame.get_by_role(role)).to_have_count(0)  # type: ignore[arg-type]
        # A page around the dashboard shows it, and none steers it: Streamlit would let its own cloud do so.
        settings = requests.get(f"{dashboard.url}/_stcore/host-config", timeout=60).json()
        assert settings["allowedOrigins"] == []
        with host(tmp_path, other) as address:
            page.goto(address)
            page.wait_for_load_state("networkidle")
            assert [one.url for one in page.frames[1:] if one.url.startswith(dashboard.url)] == []
        page.close()
        for path in ("", "add", "api/plans"):
            assert (
                "frame-ancestors 'none'"
                in requests.get(f"{dashboard.url}/{path}", timeout=60).headers["Content-Security-Policy"]
            )
