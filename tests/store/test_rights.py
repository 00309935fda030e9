"""Who may do what: everyone looks, editors change."""

from __future__ import annotations

import pytest

from ucap.store import NotAllowed, Person, local_person, signed_in_person
from ucap.store.rights import EDITORS_VARIABLE, require_editor


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
