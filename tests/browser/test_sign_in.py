"""Where sign-in is configured, nobody but the named editors changes anything, by page or by any request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Page, expect
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.browser.by_hand import Visitor, pressed, signed_in, visiting, written
from tests.browser.provider import COOKIE_SECRET, provide
from tests.browser.server import Server, free_port, serve
from tests.browser.test_editing import WUXI, correct_country, keep, upload
from tests.browser.walk import settle, turn, visit
from tests.store.samples import record
from ucap.store import Store
from ucap.store.writing import LogEntry

pytestmark = pytest.mark.only_looks

ANNA = "anna@example.eu"
CHEN = "chen@example.cn"
IMPOSTOR = "anna@example.eu, unverified"
PEOPLE = {
    ANNA: {"sub": "1", "email": ANNA, "email_verified": True, "name": "Anna"},
    CHEN: {"sub": "2", "email": CHEN, "email_verified": True, "name": "Chen"},
    IMPOSTOR: {"sub": "3", "email": ANNA, "email_verified": False, "name": "Anna"},
}
FIELD = "/plans?open=panjin&field=/cities/1/country_code"
PAGES_OF_CHANGES = [
    ("add", ""),
    ("plans", FIELD.partition("?")[2]),
    ("plans", "open=panjin&tab=findings"),
    ("plans", "open=panjin&tab=history"),
]
CHANGES = {"Save correction", "Sign off as checked", "Dismiss the finding", "Remove the plan"}
"""The buttons by which these pages take a change."""
METHODS = ["POST", "PUT", "PATCH", "DELETE"]
PATHS = ["api/plans", "api/plans/panjin", "api/frames/pairs", "api/exports/json", "api/corrections", "add"]
PATHS += ["_stcore/upload_file/any/file", "_stcore/agent/interact", "_stcore/agent/mcp", "media/any", "auth/login"]


@dataclass(frozen=True)
class Guarded:
    """A dashboard with sign-in, and its store."""

    server: Server
    store: Store

    def state(self) -> tuple[int, list[LogEntry], int]:
        """All that a change would change: the data version, the log, the documents."""
        return self.store.version(), self.store.log(), len(self.store.documents())

    def holds(self, text: bytes) -> bool:
        """Whether a text stands in any file of the store's folder."""
        return any(text in file.read_bytes() for file in self.server.folder.rglob("*") if file.is_file())


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory, real_summaries: Path) -> Iterator[Guarded]:
    """A dashboard on the two real summaries, where Anna is an editor and Chen may look."""
    folder, port = tmp_path_factory.mktemp("guarded"), free_port()
    settings = {"STREAMLIT_SECRETS_FILES": str(folder / "secrets.toml"), "UCAP_EDITORS": ANNA}
    with provide(PEOPLE) as provider:
        provider.write_secrets(folder / "secrets.toml", f"http://127.0.0.1:{port}")
        with serve(folder, real_summaries, port, **settings) as server:
            visit_once(server)
            yield Guarded(server, Store.open(f"sqlite:///{folder / 'ucap.db'}", folder=None))


def visit_once(server: Server) -> None:
    """Have the store filled, which the first visitor's page does."""
    with visiting(server.url, {}) as first:
        first.open("")


def sign_in(page: Page, server: Server, name: str) -> None:
    """Sign in at the provider, and come back."""
    visit(page, server.url)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name=name, exact=True).click()
    page.wait_for_url(f"{server.url}/")
    settle(page)
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


@pytest.mark.browser
def test_a_viewer_who_signed_in_finds_no_means_of_change_on_any_page(page: Page, guarded: Guarded) -> None:
    """Who is not named as an editor is not offered to add, correct, withdraw or dismiss."""
    sign_in(page, guarded.server, CHEN)
    turn(page, f"{guarded.server.url}/add", "Add plans")
    expect(page.get_by_text("You may look and export.")).to_be_visible()
    expect(page.locator('input[type="file"]')).to_have_count(0)
    turn(page, guarded.server.url + FIELD, re.compile("^Panjin"))
    expect(page.get_by_role("heading", name="What the document says", exact=True)).to_be_visible()
    page.get_by_role("tab", name="Findings").click()
    expect(page.get_by_text("See the value").first).to_be_visible()
    for words in ("Correct this value", "Dismiss", "Withdraw"):
        expect(page.get_by_text(words, exact=True)).to_have_count(0)
    turn(page, f"{guarded.server.url}/findings", "To check")
    expect(page.locator('input[type="file"]')).to_have_count(0)


def means_of_change(url: str, name: str | None) -> set[str]:
    """What the pages offer to change anything with, to who signs in by that name."""
    cookies = signed_in(url, name) if name else {}
    found: set[str] = set()
    for page, query in PAGES_OF_CHANGES:
        with visiting(url, cookies) as visitor:
            visitor.open(page, query)
            assert visitor.elements
            found |= CHANGES & visitor.buttons().keys()
            found |= {"a place to drop files"} if visitor.uploader() else set()
    return found


@pytest.mark.parametrize("name", [None, CHEN, IMPOSTOR])
def test_no_page_has_means_of_change_for_who_is_no_editor(guarded: Guarded, name: str | None) -> None:
    """For nobody who is anonymous, not named, or of unverified address."""
    url = guarded.server.url
    assert means_of_change(url, name) == set()
    assert means_of_change(url, ANNA) == {"a place to drop files", *CHANGES}


@pytest.mark.browser
def test_an_editor_who_signed_in_adds_and_corrects_by_name(page: Page, guarded: Guarded) -> None:
    """The log names the editor with the address; signing out takes the means of change away."""
    sign_in(page, guarded.server, ANNA)
    turn(page, f"{guarded.server.url}/add", "Add plans")
    upload(page, WUXI)
    keep(page)
    expect(page.get_by_text("1 plan added.")).to_be_visible()
    correct_country(page, guarded.server)
    made = [(line.action, line.who) for line in guarded.store.log("wuxi")]
    assert made == [("add", f"Anna <{ANNA}>"), ("correct", f"Anna <{ANNA}>")]
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    visit(page, f"{guarded.server.url}/add")
    expect(page.get_by_text("To add plans, sign in")).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize("path", PATHS)
def test_no_request_of_an_anonymous_visitor_changes_anything(guarded: Guarded, path: str) -> None:
    """Neither the HTTP interface nor Streamlit's own addresses take anything in."""
    before = guarded.state()
    for method in METHODS:
        files = {"file": ("trace.json", b"left no trace")}
        answer = requests.request(method, f"{guarded.server.url}/{path}", files=files, timeout=60)
        assert answer.status_code in range(400, 500), (method, answer.status_code)
    assert guarded.state() == before
    assert not guarded.holds(b"left no trace")


@pytest.mark.browser
def test_a_file_sent_by_hand_for_a_place_that_is_not_drawn_gets_nowhere(guarded: Guarded) -> None:
    """It is not even taken; and a page without a place for files ignores what a widget of it would say.

    The same steps with an editor's cookies do keep the document, so that the steps are the right ones.
    """
    document = record("Guilin", notes=["left no trace"])
    with visiting(guarded.server.url, signed_in(guarded.server.url, ANNA)) as editor:
        editor.open("add")
        place = editor.uploader()
        assert place
        dropped = drop(editor, place, document)
        assert "Guilin" in editor.texts()
        keep = editor.buttons()["Keep 1 document"]
        before = guarded.state()
        with visiting(guarded.server.url, {}) as anonymous:
            with pytest.raises(requests.HTTPError, match="403"):
                drop(anonymous, place, document)
            anonymous.open("add", "", dropped)
            assert "Guilin" not in anonymous.texts()
            anonymous.open("add", "", dropped, pressed(keep))
            assert "Guilin" not in anonymous.texts()
            assert guarded.state() == before
            assert not guarded.holds(b"left no trace")
        editor.open("add", "", dropped, pressed(keep))
        assert guarded.store.log()[-1].plan_id == "guilin"


def drop(visitor: Visitor, place: str, document: bytes) -> WidgetState:
    """Send a file for a place to drop files, which has it read; returns the state that the place has then."""
    visitor.open("add")
    dropped = visitor.upload("guilin.json", document)
    dropped.id = place
    visitor.open("add", "", dropped)
    return dropped


@pytest.mark.browser
@pytest.mark.parametrize("button", ["Save correction", "Sign off as checked"])
def test_a_form_sent_by_hand_that_is_not_drawn_does_nothing(guarded: Guarded, button: str) -> None:
    """An anonymous visitor who sends an editor's form to correct or to sign off changes nothing; the editor does."""
    query, url = FIELD.partition("?")[2], guarded.server.url
    with visiting(url, signed_in(url, ANNA)) as editor, visiting(url, {}) as anonymous:
        editor.open("plans", query)
        inputs, buttons = editor.inputs(button), editor.buttons()
        said = {"What is right": "PT", "Reason": f"{button} by hand"}
        assert "Reason" in inputs
        form = [written(inputs[label], text) for label, text in said.items() if label in inputs]
        before = guarded.state()
        anonymous.open("plans", query)
        assert button not in anonymous.buttons()
        anonymous.open("plans", query, *form, pressed(buttons[button]))
        assert guarded.state() == before
        editor.open("plans", query, *form, pressed(buttons[button]))
        kept = [*guarded.store.corrections("panjin"), *guarded.store.sign_offs("panjin")]
        assert [one.who for one in kept if one.why == f"{button} by hand"] == [f"Anna <{ANNA}>"]


@pytest.mark.browser
def test_a_cookie_that_the_server_did_not_sign_makes_nobody_an_editor(guarded: Guarded) -> None:
    """An identity written by hand, or signed with another secret, is that of an anonymous visitor."""
    cookies = signed_in(guarded.server.url, CHEN)
    identity = next(name for name in cookies if name.endswith("_user"))
    assert COOKIE_SECRET not in cookies[identity]
    for forged in (cookies[identity][:-2], "eyJlbWFpbCI6ImFubmFAZXhhbXBsZS5ldSJ9.x.y", '{"email": "anna@example.eu"}'):
        with visiting(guarded.server.url, cookies | {identity: forged.replace(" ", "")}) as visitor:
            visitor.open("add")
            assert visitor.uploader() is None
            assert "Sign in" in visitor.buttons()


@pytest.mark.browser
def test_without_sign_in_only_the_person_at_the_machine_may_add(tmp_path: Path, real_summaries: Path) -> None:
    """Who comes through a proxy or by a trick, here without saying from which page, may look only."""
    with serve(tmp_path, real_summaries) as server:
        with visiting(server.url, {}) as owner:
            owner.open("add")
            assert owner.uploader()
        with visiting(server.url, {}, origin=None) as stranger:
            stranger.open("add")
            assert stranger.uploader() is None
            assert "set up sign-in as docs/deploy.md says" in stranger.texts()


@pytest.mark.browser
@pytest.mark.parametrize("secrets", ["[auth]\nredirect_uri = ", "", None])
def test_sign_in_that_is_meant_but_not_working_lets_nobody_in(
    tmp_path: Path, real_summaries: Path, secrets: str | None
) -> None:
    """Secrets that are broken, lack sign-in, or are away while editors are named make nobody an editor."""
    path = tmp_path / "secrets.toml"
    if secrets is not None:
        path.write_text(secrets, encoding="utf-8")
    settings = {"STREAMLIT_SECRETS_FILES": str(path), "UCAP_EDITORS": ANNA if not secrets else ""}
    with serve(tmp_path, real_summaries, **settings) as server, visiting(server.url, {}) as visitor:
        visitor.open("add")
        assert visitor.uploader() is None
        assert "You may look and export." in visitor.texts()
