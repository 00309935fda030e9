"""Behind a reverse proxy nobody becomes the person at the machine, whatever is sent; sign-in works as it should."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from playwright.sync_api import Page, expect
from websockets.exceptions import InvalidStatus

from tests.browser.by_hand import OWN, signed_in, visiting
from tests.browser.nginx import Front, in_front_of
from tests.browser.provider import provide
from tests.browser.server import Server, free_port, serve
from tests.browser.test_editing import WUXI, keep, upload
from tests.browser.test_sign_in import ANNA, CHEN, PEOPLE, sign_in, visit_once
from tests.browser.walk import turn

FORWARDED = ("X-Forwarded-For", "X-Forwarded-Proto")
SETUPS = {"as documented": (), "with the name alone": FORWARDED, "as nginx does by default": (*FORWARDED, "Host")}
"""What is left out of the documented set-up."""
HOSTS = ["localhost", "127.0.0.1", "[::1]", "127.1.2.3:80", "ucap.example", "its own"]
ORIGINS = [None, OWN, "http of the host", "the server's own", "http://localhost:3000"]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, real_summaries: Path) -> Iterator[Server]:
    """A dashboard that was started as docs/deploy.md says, without sign-in."""
    with serve(tmp_path_factory.mktemp("served"), real_summaries, UCAP_OWN_MACHINE="") as server:
        visit_once(server)
        yield server


@pytest.fixture(scope="module")
def fronts(served: Server, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Front]]:
    """A proxy of each set-up in front of it."""
    folder = tmp_path_factory.mktemp("fronts")
    with ExitStack() as running:
        yield {
            name: running.enter_context(in_front_of(served.url, folder / str(number), *left_out))
            for number, (name, left_out) in enumerate(SETUPS.items())
        }


def may_add(
    url: str,
    host: str | None,
    origin: str | None,
    certificate: Path | None = None,
    cookies: Mapping[str, str] | None = None,
) -> bool:
    """Whether a visitor who sends that host and origin is shown the place to drop files; being refused is a no."""
    with suppress(InvalidStatus), visiting(url, cookies or {}, host, origin, certificate) as visitor:
        visitor.open("add")
        assert visitor.uploader() or "You may look and export." in visitor.texts()
        return visitor.uploader() is not None
    return False


@pytest.mark.browser
@pytest.mark.parametrize("setup", [*SETUPS, None])
@pytest.mark.parametrize("host", HOSTS)
def test_nobody_becomes_the_person_at_the_machine_by_what_is_sent(
    served: Server, fronts: dict[str, Front], setup: str | None, host: str
) -> None:
    """Neither through a proxy, nor at the server itself, while nobody said that this is their own machine."""
    url, certificate = (fronts[setup].url, fronts[setup].certificate) if setup else (served.url, None)
    for origin in ORIGINS:
        named = {"http of the host": f"http://{host}", "the server's own": served.url}
        sent = named.get(origin or "", origin)
        name = None if host == "its own" else host
        assert not may_add(url, name, sent, certificate), origin


@pytest.mark.browser
def test_at_the_own_machine_only_the_page_that_it_served_may_add(tmp_path: Path, real_summaries: Path) -> None:
    """Other names and ports, no or another origin, and a proxy in front count as foreign; the rest is the owner's."""
    with serve(tmp_path, real_summaries) as server, in_front_of(server.url, tmp_path / "front") as front:
        port = urlsplit(server.url).port
        for host in (f"localhost:{port}", f"127.0.0.1:{port}", f"[::1]:{port}"):
            assert may_add(server.url, host, f"http://{host}")
            for origin in (None, "null", f"https://{host}", "http://localhost:3000", "http://ucap.example"):
                assert not may_add(server.url, host, origin), (host, origin)
            assert not may_add(front.url, host, f"http://{host}", front.certificate)
            assert not may_add(front.url, host, OWN, front.certificate)
        for host in ("localhost", "127.1.2.3:80", "ucap.example", f"ucap.example:{port}"):
            assert not may_add(server.url, host, OWN), host
        for path in ("/", "/plans", "/api/plans", "/_stcore/health"):
            assert asked(server, path, f"localhost:{port}").status_code == 200
            answer = asked(server, path, f"evil.example:{port}")
            assert (answer.status_code, "http://localhost" in answer.text) == (421, True), path
        with pytest.raises(InvalidStatus), visiting(server.url, {}, f"evil.example:{port}", OWN):
            pass


def asked(server: Server, path: str, host: str) -> requests.Response:
    """What the server answers to who asks for it by that name."""
    return requests.get(f"{server.url}{path}", headers={"Host": host}, timeout=60)


@pytest.mark.browser
def test_files_are_taken_from_nobody_who_only_looks(served: Server, fronts: dict[str, Front]) -> None:
    """Streamlit would keep the files of every visitor in memory."""
    for url, certificate in [(served.url, None), *((one.url, one.certificate) for one in fronts.values())]:
        with visiting(url, {}, None, None, certificate) as visitor:
            visitor.open("add")
            address = f"{url}/_stcore/upload_file/{visitor.session_id}/one"
            sent = {"files": {"file": ("one.txt", b"City Wuxi")}, "cookies": visitor.cookies}
            headers = {"X-Xsrftoken": visitor.cookies["_streamlit_xsrf"]}
            answer = requests.put(address, headers=headers, timeout=60, verify=str(certificate or "") or True, **sent)
            assert answer.status_code == 403


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory, real_summaries: Path) -> Iterator[tuple[Server, Front, Front]]:
    """A dashboard with sign-in below a path, behind the documented proxy, and behind one as nginx is by default."""
    folder, port = tmp_path_factory.mktemp("guarded"), free_port()
    settings = {"STREAMLIT_SECRETS_FILES": str(folder / "secrets.toml"), "UCAP_EDITORS": ANNA, "UCAP_OWN_MACHINE": ""}
    with provide(PEOPLE) as provider:
        provider.write_secrets(folder / "secrets.toml", f"https://127.0.0.1:{port}/ucap")
        with (
            serve(folder, real_summaries, STREAMLIT_SERVER_BASE_URL_PATH="ucap", **settings) as server,
            in_front_of(server.url, folder / "documented", port=port) as documented,
            in_front_of(server.url, folder / "default", *SETUPS["as nginx does by default"]) as default,
        ):
            yield server, documented, default


@pytest.mark.browser
def test_an_editor_who_signs_in_through_the_proxy_adds_plans(page: Page, guarded: tuple[Server, Front, Front]) -> None:
    """Drops a file through the proxy, below the path, and keeps it."""
    url = guarded[1].url
    sign_in(page, Server(url, guarded[0].folder, guarded[0].process), ANNA)
    turn(page, f"{url}/add", "Add plans")
    upload(page, WUXI)
    keep(page)
    expect(page.get_by_text("1 plan added.")).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize("name", [None, CHEN])
def test_who_is_no_editor_may_look_through_the_proxy(guarded: tuple[Server, Front, Front], name: str | None) -> None:
    """Anonymous visitors, and viewers who signed in."""
    front = guarded[1]
    cookies = signed_in(front.url, name, front.certificate) if name else {}
    assert not may_add(front.url, None, OWN, front.certificate, cookies)


@pytest.mark.browser
def test_an_editors_cookies_count_for_the_editors_own_pages_alone(guarded: tuple[Server, Front, Front]) -> None:
    """Sent with another origin or without one, under another name, or past the proxy, they make nobody an editor."""
    server, documented, default = guarded
    own = documented.url.removesuffix("/ucap")
    cookies = signed_in(documented.url, ANNA, documented.certificate)

    assert may_add(documented.url, None, OWN, documented.certificate, cookies)
    for host in (None, "localhost", "127.0.0.1", "[::1]", "127.1.2.3:80"):
        for origin in (None, "http://localhost", "http://ucap.example", server.url.removesuffix("/ucap")):
            assert not may_add(documented.url, host, origin, documented.certificate, cookies), (host, origin)
            assert not may_add(default.url, host, origin, default.certificate, cookies), (host, origin)
        assert not may_add(default.url, host, own, default.certificate, cookies)
        assert not may_add(server.url, host, OWN, cookies=cookies)
