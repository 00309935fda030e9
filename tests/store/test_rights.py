"""Who may do what: everyone looks, editors change."""

from __future__ import annotations

import pytest

from ucap.store import NotAllowed, Person, local_person, signed_in_person
from ucap.store.rights import EDITORS_VARIABLE, is_own_machine, require_editor


@pytest.fixture(autouse=True)
def _editors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EDITORS_VARIABLE, "Anna@Example.eu, ben@example.eu")


def test_the_user_of_this_machine_may_do_everything() -> None:
    assert require_editor(local_person()).is_editor


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


@pytest.mark.parametrize("host", ["localhost:8501", "LOCALHOST", "127.0.0.1:8501", "[::1]:8501"])
@pytest.mark.parametrize("address", ["localhost", "127.0.0.1", "::1"])
def test_who_asks_for_this_machine_by_its_own_name_sits_at_it(address: str, host: str) -> None:
    assert is_own_machine(address, host)


@pytest.mark.parametrize("address", [None, "", "0.0.0.0", "::", "192.168.1.7", "ucap.example"])
def test_a_server_that_listens_to_others_is_nobodys_own_machine(address: str | None) -> None:
    assert not is_own_machine(address, "localhost:8501")


@pytest.mark.parametrize(
    "host", [None, "", "ucap.example", "localhost.evil.org", "localhost@evil.org", "[::1", "10.0.0.1"]
)
def test_who_comes_by_another_name_comes_from_elsewhere(host: str | None) -> None:
    """A proxy passes its own name on, and so does a page that had its name lead to this machine."""
    assert not is_own_machine("localhost", host)
