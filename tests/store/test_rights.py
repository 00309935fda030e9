"""Who may do what: everyone looks, editors change."""

from __future__ import annotations

from pathlib import Path

import pytest

from ucap.store import NotAllowed, Person, local_person, signed_in_person
from ucap.store.rights import (
    EDITORS_VARIABLE,
    OWN_MACHINE_VARIABLE,
    Listening,
    is_own_machine,
    is_rebound,
    require_editor,
)


@pytest.fixture(autouse=True)
def _editors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EDITORS_VARIABLE, "Anna@Example.eu, ben@example.eu")


def test_the_user_of_this_machine_may_do_everything() -> None:
    assert require_editor(local_person()).is_editor


def test_who_was_asked_for_a_name_is_never_called_as_the_machine_calls_them() -> None:
    assert str(local_person("Anna")) == "Anna"
    assert str(local_person("")) == "–"


@pytest.mark.parametrize("email", ["anna@example.eu", "ANNA@EXAMPLE.EU", " ben@example.eu "])
def test_a_named_editor_is_one_however_the_address_is_written(email: str) -> None:
    assert require_editor(signed_in_person(email, "Somebody")).is_editor


@pytest.mark.parametrize("email", [None, "", "chen@example.eu", "anna@example.eu.evil.org", "example.eu"])
def test_nobody_else_is_an_editor(email: str | None) -> None:
    with pytest.raises(NotAllowed, match="may look and export"):
        require_editor(signed_in_person(email))


def test_without_named_editors_nobody_who_signs_in_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EDITORS_VARIABLE)
    assert not signed_in_person("anna@example.eu").is_editor
    assert not signed_in_person("").is_editor


def test_a_person_is_named_with_the_address() -> None:
    assert str(signed_in_person("anna@example.eu", "Anna")) == "Anna <anna@example.eu>"
    assert str(signed_in_person("anna@example.eu")) == "anna@example.eu"
    assert str(signed_in_person(None)) == "anonymous"
    assert str(Person("Anna")) == "Anna"


def comes(
    host: str = "localhost:8501", origin: str | None = None, address: str | None = "localhost", **more: str
) -> bool:
    """Whether a connection to a server at port 8501 counts as the own machine's; its page's origin fits its `host`."""
    sent = {"Host": host, "Origin": f"http://{host}" if origin is None else origin}
    sent |= {name.replace("_", "-"): value for name, value in more.items()}
    return is_own_machine(Listening(address, 8501), {name: [value] for name, value in sent.items()})


@pytest.fixture
def _own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OWN_MACHINE_VARIABLE, "1")


@pytest.mark.usefixtures("_own")
@pytest.mark.parametrize("host", ["localhost:8501", "LOCALHOST:8501", "127.0.0.1:8501", "[::1]:8501"])
@pytest.mark.parametrize("address", ["localhost", "127.0.0.1", "::1"])
def test_who_asks_for_this_machine_by_its_own_name_sits_at_it(address: str, host: str) -> None:
    assert comes(host, address=address)


@pytest.mark.parametrize("said", [None, "", "0", "no"])
def test_unless_who_started_the_server_said_so_it_is_nobodys_own_machine(
    monkeypatch: pytest.MonkeyPatch, said: str | None
) -> None:
    """A server behind a proxy gets requests that look as if they came from its own machine."""
    monkeypatch.delenv(OWN_MACHINE_VARIABLE, raising=False)
    if said is not None:
        monkeypatch.setenv(OWN_MACHINE_VARIABLE, said)
    assert not comes()


@pytest.mark.usefixtures("_own")
@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.168.1.7", "ucap.example"])
def test_a_server_that_listens_to_others_is_nobodys_own_machine(address: str | None) -> None:
    assert not comes(address=address)


@pytest.mark.usefixtures("_own")
@pytest.mark.parametrize(
    "host",
    [
        "ucap.example",
        "ucap.example:8501",
        "localhost.evil.org:8501",
        "localhost:8501@evil.org",
        "evil@localhost:8501",
        "[::1",
        "10.0.0.1:8501",
        "localhost:8501/evil",
        "localhost",
        "localhost:80",
        "127.1.2.3:80",
        "localhost:many",
    ],
)
def test_who_comes_by_another_name_or_port_comes_from_elsewhere(host: str) -> None:
    """A proxy passes its own name on, and so does a page that had its name lead to this machine."""
    assert not comes(host)


@pytest.mark.usefixtures("_own")
@pytest.mark.parametrize(
    "origin",
    [
        "",
        "null",
        "https://localhost:8501",
        "http://localhost",
        "http://localhost:3000",
        "http://127.0.0.1:8501",
        "http://localhost:8501.evil.org",
        "http://ucap.example",
        "http://localhost:8501/",
    ],
)
def test_a_page_of_another_scheme_name_or_port_is_somebody_elses(origin: str) -> None:
    assert not comes(origin=origin)


@pytest.mark.usefixtures("_own")
@pytest.mark.parametrize("doubled", ["Host", "Origin"])
def test_a_name_that_is_missing_or_said_twice_is_not_believed(doubled: str) -> None:
    sent = {"Host": ["localhost:8501"], "Origin": ["http://localhost:8501"]}
    listening = Listening("localhost", 8501)
    assert is_own_machine(listening, sent)
    assert not is_own_machine(listening, sent | {doubled: sent[doubled] * 2})
    assert not is_own_machine(listening, {name: values for name, values in sent.items() if name != doubled})


@pytest.mark.usefixtures("_own")
@pytest.mark.parametrize(
    "name",
    [
        "X_Forwarded_For",
        "x_forwarded_host",
        "X_FORWARDED_PROTO",
        "X_Real_IP",
        "Forwarded",
        "Via",
        "X_Client_IP",
        "True_Client_IP",
        "CF_Connecting_IP",
        "X_Envoy_External_Address",
        "X_Request_ID",
    ],
)
def test_what_came_through_a_proxy_comes_from_elsewhere(name: str) -> None:
    assert not comes(**{name: "127.0.0.1"})


@pytest.mark.usefixtures("_own")
def test_a_browser_that_speaks_of_itself_is_still_at_the_machine() -> None:
    """The headers that Chromium and Firefox send when a page opens a connection."""
    assert comes(
        Upgrade="websocket", Connection="Upgrade", Cookie="a=b", Pragma="no-cache", Cache_Control="no-cache",
        User_Agent="Mozilla/5.0", Accept_Language="zh", Accept_Encoding="gzip, deflate, br, zstd", DNT="1",
        Sec_WebSocket_Version="13", Sec_WebSocket_Key="…", Sec_WebSocket_Protocol="streamlit", Sec_GPC="1",
        Sec_WebSocket_Extensions="permessage-deflate", Sec_Fetch_Site="same-origin", Priority="u=4",
    )  # fmt: skip


@pytest.mark.usefixtures("_own")
@pytest.mark.parametrize("host", ["localhost:8501", "LOCALHOST", "127.0.0.1:8501", "127.1.2.3:80", "[::1]:8501"])
def test_somebodys_own_machine_answers_to_its_own_names(host: str) -> None:
    """At whatever port: a tunnel or a container may lead another one here."""
    assert not is_rebound(Listening("localhost", 8501), [host])


@pytest.mark.usefixtures("_own")
@pytest.mark.parametrize(
    "host", ["evil.example:8501", "localhost.evil.example", "evil@localhost", "10.0.0.1", "[::1", "", "0.0.0.0"]
)
def test_a_name_that_somebody_had_lead_here_is_not_answered(host: str) -> None:
    assert is_rebound(Listening("localhost", 8501), [host])
    assert is_rebound(Listening("localhost", 8501), ["localhost:8501", host])


def test_a_server_for_others_answers_to_whatever_name_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OWN_MACHINE_VARIABLE, "")
    assert not is_rebound(Listening("localhost", 8501), ["ucap.example"])
    monkeypatch.setenv(OWN_MACHINE_VARIABLE, "1")
    assert not is_rebound(Listening(None, 8501), ["ucap.example"])


def test_neither_the_image_nor_the_manual_for_servers_makes_anybody_an_owner() -> None:
    """What stands in front of such a server cannot be known, so nothing there may say that it is somebody's own."""
    root = Path(__file__).parents[2]
    for name in ("docs/deploy.md", "Containerfile"):
        text = (root / name).read_text(encoding="utf-8")
        assert OWN_MACHINE_VARIABLE not in text
        assert "network=host" not in text
    for name in ("Makefile", "README.md"):
        assert f"{OWN_MACHINE_VARIABLE}=1" in (root / name).read_text(encoding="utf-8")
