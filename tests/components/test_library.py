"""The plans that all visitors share are brought up to date as a whole, or not at all."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from components import library as shared
from components.filters.options import options
from components.library import _Shelf
from tests.store.samples import at_its_word, record
from ucap.selection import Coverage
from ucap.store import Person, Store, StoreUnavailable

ANNA = Person("Anna", is_editor=True)


def test_a_store_that_goes_away_while_a_change_is_taken_over_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(f"sqlite:///{tmp_path / 'ucap.db'}", folder=None, reader=at_its_word)
    store.add("panjin.json", record(), ANNA)
    shelf = _Shelf(store)
    shelf.library(store.version())
    store.add("wuxi.json", record(lead="Wuxi", partners=("Rome",)), ANNA)

    def away() -> None:
        raise StoreUnavailable("away")

    with monkeypatch.context() as patch:
        patch.setattr(store, "notes", away)
        with pytest.raises(StoreUnavailable):
            shelf.library(store.version())
    store.correct("panjin", "/title", "Another", ANNA, "a test", seen=store.version())
    library = shelf.library(store.version())
    again = Coverage(library.coverage.frames)
    assert library.coverage.options == again.options
    assert len(library.coverage.plans) == 2
    assert list(library.corrections) == ["panjin"]


def test_the_texts_of_very_many_plans_are_ready_before_anybody_searches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "_VERY_MANY", 1)
    store = Store.open(f"sqlite:///{tmp_path / 'ucap.db'}", folder=None, reader=at_its_word)
    store.add("panjin.json", record(), ANNA)
    shelf = _Shelf(store)
    coverage = shelf.library(store.version()).coverage
    for thread in threading.enumerate():
        if thread.name == "texts":
            thread.join()
    monkeypatch.setattr(coverage, "_read_texts", None)  # who searches now has nothing to wait for
    assert coverage.texts.plans_with("Panjin").tolist() == [True]
    store.correct("panjin", "/title", "Another", ANNA, "a test", seen=store.version())
    later = shelf.library(store.version()).coverage
    monkeypatch.setattr(later, "_read_texts", None)
    assert later.texts.plans_with("Another").tolist() == [True]


def test_filters_offer_what_they_offered_where_a_change_names_nothing_else(tmp_path: Path) -> None:
    """Then no browser is sent it again; a city that is new is offered at once."""
    store = Store.open(f"sqlite:///{tmp_path / 'ucap.db'}", folder=None, reader=at_its_word)
    store.add("panjin.json", record(), ANNA)
    shelf = _Shelf(store)

    def stamp() -> str:
        options.clear()
        library = shelf.library(store.version())
        return str(options(library, library.version, "en")["stamp"])

    before = stamp()
    store.correct("panjin", "/title", "Another", ANNA, "a test", seen=store.version())
    assert stamp() == before
    store.add("wuxi.json", record(lead="Wuxi", partners=("Rome",)), ANNA)
    assert stamp() != before
