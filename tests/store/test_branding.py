"""The look of slides, reports and kits: chosen by editors, kept with the store, in its log and its backup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.empty import empty_store
from ucap.store import Invalid, NotAllowed, Person, Store

LOGO, OTHER = b"\x89PNG one", b"\x89PNG another"


def chosen(store: Store) -> dict[str, bytes]:
    return {one.part: one.content for one in store.branding()}


def test_the_last_choice_counts_and_all_are_in_the_log(store: Store, anna: Person) -> None:
    """Another logo takes the place of the first; taken away, there is none."""
    store.choose_branding("logo", "logo.png", LOGO, anna)
    store.choose_branding("funding", "", b"Funded by the European Union", anna)
    store.choose_branding("logo", "other.png", OTHER, anna)
    assert chosen(store) == {"logo": OTHER, "funding": b"Funded by the European Union"}
    store.take_branding_away("logo", anna)
    assert chosen(store) == {"funding": b"Funded by the European Union"}
    assert [entry.action for entry in store.log()] == ["brand", "brand", "brand", "unbrand"]


def test_the_look_is_for_editors_and_has_limits(store: Store, anna: Person) -> None:
    """Who may only look chooses nothing; an empty file, one that is too large and an unknown part are refused."""
    with pytest.raises(NotAllowed):
        store.choose_branding("logo", "logo.png", LOGO, Person("Guest"))
    with pytest.raises(NotAllowed):
        store.take_branding_away("logo", Person("Guest"))
    for part, content in (("logo", b""), ("logo", bytes(1_000_001)), ("song", LOGO)):
        with pytest.raises(Invalid):
            store.choose_branding(part, "x", content, anna)
    assert store.branding() == []


def test_a_backup_holds_the_look(store: Store, anna: Person, new_url: Callable[[], str], tmp_path: Path) -> None:
    """A store made of it has the same bytes."""
    store.choose_branding("logo", "logo.png", LOGO, anna)
    store.backup(tmp_path / "backup.zip")
    other = empty_store(new_url())
    other.restore(tmp_path / "backup.zip", anna)
    assert other.branding() == store.branding()
