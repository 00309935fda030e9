"""Two people at once: what one corrects, the other sees at the next click, at one server or at two of one database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.browser.by_hand import Visitor, pressed, visiting, written
from tests.browser.nginx import in_front_of_several
from tests.browser.server import Server, serve
from tests.store.postgres import Cluster, running
from tests.store.samples import at_its_word, record
from ucap.store import Person, Store

QUERY = "open=panjin&field=/title"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    yield from running()


@pytest.fixture
def postgresql(cluster: Cluster) -> str:
    """The address of an empty database."""
    return cluster.empty_database()


def correct(editor: Visitor, title: str) -> None:
    """Correct the title of Panjin's plan on its page, as a person would."""
    editor.open("plans", QUERY)
    inputs, buttons = editor.inputs("Save correction"), editor.buttons()
    said = {"What is right": title, "Reason": "A letter", "Your name": "Anna"}
    form = [written(inputs[label], text) for label, text in said.items() if label in inputs]
    editor.open("plans", QUERY, *form, pressed(buttons["Save correction"]))


def sees(visitor: Visitor, page: str, query: str = "") -> str:
    """All that a page shows, as the server sends it."""
    visitor.open(page, query)
    return "\n".join(str(element) for element in visitor.elements)


def assert_together(first: Server, second: Server) -> None:
    with visiting(first.url, {}) as editor, visiting(second.url, {}) as other:
        assert "Corrected title" not in sees(other, "plans", QUERY)
        correct(editor, "Corrected title 1")
        assert "Corrected title 1" in sees(other, "plans", QUERY)
        correct(editor, "Corrected title 2")
        assert "Corrected title 2" in sees(other, "plans", QUERY)
        assert "Corrected title 2" in sees(editor, "plans", QUERY)


def fill(url: str) -> None:
    Store.open(url, folder=None, reader=at_its_word).add("panjin.json", record(), Person("Ben", is_editor=True))


def test_at_one_server_the_other_sees_a_correction_at_the_next_click(tmp_path: Path) -> None:
    fill(f"sqlite:///{tmp_path / 'ucap.db'}")
    with serve(tmp_path, tmp_path / "none") as server:
        assert_together(server, server)


@contextmanager
def two_servers(folder: Path, url: str) -> Iterator[list[Server]]:
    """Two servers on one database."""
    with ExitStack() as stack:
        servers = []
        for name in ("one", "two"):
            (folder / name).mkdir()
            servers.append(stack.enter_context(serve(folder / name, folder, UCAP_DATABASE_URL=url)))
        yield servers


def test_at_two_servers_of_one_database_too(tmp_path: Path, postgresql: str) -> None:
    fill(postgresql)
    with two_servers(tmp_path, postgresql) as servers:
        assert_together(*servers)


def test_behind_nginx_each_visitor_comes_back_to_the_same_server(tmp_path: Path, postgresql: str) -> None:
    """The cookie that nginx sets decides: all that one visitor asks for goes to one server, and both have visitors."""
    fill(postgresql)
    front = tmp_path / "front"
    with (
        two_servers(tmp_path, postgresql) as servers,
        in_front_of_several([server.url for server in servers], front) as proxy,
    ):
        for _ in range(8):
            cookies: dict[str, str] = {}
            for _ in range(2):
                with visiting(proxy.url, cookies, authority=proxy.certificate) as visitor:
                    assert "Panjin" in sees(visitor, "plans")
                    cookies = visitor.cookies
    lines = [line.split() for line in (front / "access.log").read_text("utf-8").splitlines()]
    asked = {(place, server) for place, server in lines if place != "-"}
    assert len(asked) == len({place for place, _ in asked}) == 8
    assert len({server for _, server in asked}) == 2
