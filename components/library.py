"""The plans that all visitors share: the store, and what is made of it once per version of the data."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock, Thread

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ucap.current import Current, current, renewed
from ucap.exports.view import StoredPlans
from ucap.selection import Coverage
from ucap.store import Correction, Damaged, DamagedEntry, Store, StoreUnavailable
from ucap.store.filling import FOLDER_VARIABLE, Problem, plans_folder
from ucap.store.meetings.branding import ChosenPart
from ucap.store.meetings.news import News
from ucap.store.meetings.notes import Note
from ucap.wording import _

_VERY_MANY = 5000
"""Plans whose texts take so long to be made ready for a search (a second) that this is done before anybody searches."""


@dataclass(frozen=True)
class Library:
    """The store, its plans by id and the counts over them, as of one version of the data.

    `corrections` are those that count, of each plan that has any. `damaged` are the plans that are not among these,
    since their records are damaged in the store, `damaged_entries` what people wrote and is left out for that.
    `newer_count` is how many documents the product brings that the store does not have; `notes` are those that nobody
    took back. `is_away` where the store does not answer now, so that this is how things stood when it did at last.
    """

    store: Store
    version: int
    plans: StoredPlans
    coverage: Coverage
    damaged: tuple[Damaged, ...] = ()
    corrections: Mapping[str, list[Correction]] = field(default_factory=dict)
    newer_count: int = 0
    notes: tuple[Note, ...] = ()
    damaged_entries: tuple[DamagedEntry, ...] = ()
    is_away: bool = False

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The files of the first start that could not be read, and why."""
        return self.store.problems

    def news(self, since: datetime) -> list[News]:
        """What came into the store since a moment, the newest first."""
        return self.store.news(since)

    def branding(self) -> list[ChosenPart]:
        """The template, logo, emblem and funding line that editors chose, as far as they chose any."""
        return self.store.branding()

    def text(self, plan_id: str) -> str | None:
        """The text that a plan's passages index into; None where it was not read from a text."""
        return self.store.text(plan_id) or None


@dataclass
class _Shelf:
    """The store, and what was last made of its data; one visitor at a time brings it up to date."""

    store: Store
    latest: Library | None = None
    made: Current | None = None
    renewing: Lock = field(default_factory=Lock)

    def library(self, version: int) -> Library:
        """The plans of that version of the data, or of a later one."""
        with self.renewing:
            if self.latest is None or self.latest.version != version:
                made = renewed(self.store, self.made) if self.made else current(self.store)
                # Both or none: a store that goes away in between must not leave counts behind the frames they are of.
                self.latest, self.made = self._library(made), made
            return self.latest

    def _library(self, made: Current) -> Library:
        plans = StoredPlans(self.store, made.frames.plans["plan"])
        newer = 0 if os.environ.get(FOLDER_VARIABLE) else len(self.store.newer_files())
        coverage = _ready_for_search(self._coverage(made))
        told = (made.damaged, self._corrections(made.changed), newer, tuple(self.store.notes()), made.damaged_entries)
        return Library(self.store, made.mark.version, plans, coverage, *told)

    def _coverage(self, made: Current) -> Coverage:
        """The counts, of which those of plans that did not change are taken over."""
        if self.latest is None or made.changed is None:
            return Coverage(made.frames)
        return Coverage.spliced(self.latest.coverage, made.frames, made.changed)

    def _corrections(self, changed: Iterable[str] | None) -> Mapping[str, list[Correction]]:
        """The corrections that count; only those of plans that changed are read again."""
        if self.latest is None or changed is None:
            known, read = {}, self.store.corrections()
        else:
            known = {plan_id: made for plan_id, made in self.latest.corrections.items() if plan_id not in changed}
            read = [one for plan_id in changed for one in self.store.corrections(plan_id)]
        for one in read:
            if one.state == "in force":
                known.setdefault(one.plan_id, []).append(one)
        return known


def _ready_for_search(coverage: Coverage) -> Coverage:
    """The same; where there are very many plans their texts are made ready meanwhile, so that nobody waits for that."""
    if len(coverage.plans) >= _VERY_MANY and not coverage.has_texts:
        Thread(target=lambda: coverage.texts, name="texts", daemon=True).start()
    return coverage


def library() -> Library:
    """The plans as they are now; a change by one visitor shows for the others at their next step.

    Raises:
        StoreUnavailable: the store does not answer, and never did since the start.
    """
    shelf = _shelf()
    try:
        return shelf.library(shelf.store.version())
    except StoreUnavailable:
        if shelf.latest is None:
            raise
        return replace(shelf.latest, is_away=True)


_opening = Lock()


def _shelf() -> _Shelf:
    """The store; at the very first start it is filled, and a visitor who waits sees how far it is.

    The progress is drawn here and not in the cached function, whose drawings Streamlit repeats at every run.
    """
    kept = _kept()
    with _opening:
        if not kept:
            kept.append(_Shelf(_open_store()))
    return kept[0]


@st.cache_resource(show_spinner=False)
def _kept() -> list[_Shelf]:
    """Where the one store of the process is kept once it is open."""
    return []


def _open_store() -> Store:
    folder = plans_folder()
    if get_script_run_ctx() is None:
        return Store.open(folder=folder)
    bar = st.empty()

    def show(done: int, total: int, name: str) -> None:
        bar.progress(done / max(total, 1), text=_("Reading {name}").format(name=name))

    store = Store.open(folder=folder, progress=show)
    bar.empty()
    return store
