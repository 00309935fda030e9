"""The frames of a store as they are now: what changed is spliced in, and what was made is kept for the next start."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ucap.current
from tests.effort import effort
from tests.store.empty import empty_store
from tests.store.samples import record
from ucap.current import Current, current, renewed
from ucap.errors import StoreError
from ucap.frames.build import whole
from ucap.frames.packing import packed, unpacked
from ucap.store import Person, Store
from ucap.store.database import Database, database_url
from ucap.store.schema import kept

LEADS = ("Panjin", "Tianjin", "Guilin")
REASON = "a test"


def assert_is_of(made: Current, store: Store) -> None:
    """The frames are those that all plans of the store give."""
    expected = whole(store.each_plan(lambda damaged: None)).frames
    assert made.mark == store.mark()
    assert made.frames.fingerprint == expected.fingerprint
    for name, frame in expected.items():
        pd.testing.assert_frame_equal(made.frames[name], frame)


def change(store: Store, who: Person, step: tuple[str, str, int]) -> None:
    """One change of the store; one that does not fit what is there changes nothing."""
    what, lead, number = step
    plan_id = lead.lower()
    with suppress(StoreError):
        if what == "add":  # the same city and partners again is a new edition
            text = f"Workshop {number} on wetlands in Brussels"
            activities = [{"start": "2019-09", "end": "2019-09", "text": text, "kind": "visit", "places": ["Rome"]}]
            doubt = {"code": "period-open", "severity": "note", "field": "/period", "message": "It is open."}
            store.add(f"{lead}{number}.json", record(lead, activities=activities, findings=[doubt]), who)
        elif what == "correct":
            store.correct(plan_id, "/activities/0/text", f"Visit {number}", who, REASON, seen=store.version())
        elif what == "withdraw":
            for made in store.corrections(plan_id):
                store.withdraw(made.id, who, REASON)
        elif what == "dismiss":
            store.dismiss(plan_id, store.plan(plan_id).findings[0], who, REASON) if store.plan(
                plan_id
            ).findings else None
        elif what == "remove":
            store.remove(plan_id, who, REASON)
        else:
            store.bring_back(plan_id, who, REASON)


steps = st.tuples(
    st.sampled_from(["add", "add", "correct", "withdraw", "dismiss", "remove", "bring back"]),
    st.sampled_from(LEADS),
    st.integers(0, 3),
)


@settings(max_examples=effort(8), suppress_health_check=list(HealthCheck))
@given(changes=st.lists(steps, min_size=3, max_size=12))
def test_after_any_changes_the_frames_are_those_of_all_plans(
    emptied_url: Callable[[], str], anna: Person, changes: list[tuple[str, str, int]]
) -> None:
    store = empty_store(emptied_url())
    made = current(store)
    for step in changes:
        change(store, anna, step)
        made = renewed(store, made)
        assert_is_of(made, store)


@pytest.fixture
def filled(store: Store, anna: Person) -> Store:
    """A store with two plans that tell of one event."""
    for lead in LEADS[:2]:
        change(store, anna, ("add", lead, 0))
    return store


def test_what_is_kept_is_read_back_as_it_was(filled: Store) -> None:
    made = current(filled).whole
    back = unpacked(packed(made))
    for name, frame in made.frames.items():
        pd.testing.assert_frame_equal(back.frames[name], frame)
    assert back.digests == made.digests
    assert back.frames.fingerprint == made.frames.fingerprint
    assert (back.told.firsts == made.told.firsts).all()


def test_a_start_reads_what_is_kept_and_the_plans_that_changed_since(
    filled: Store, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ucap.current, "_WORTH_KEEPING", 1)
    assert current(filled).read_count == 0
    change(filled, anna, ("add", "Guilin", 1))
    change(filled, anna, ("remove", "Tianjin", 0))
    monkeypatch.setattr(Store, "each_plan", lambda *_: pytest.fail("All records were read."))
    made = current(filled)
    assert made.frames.plans["plan"].tolist() == ["guilin", "panjin"]


def test_what_other_code_kept_and_what_is_damaged_is_made_again(
    url: str, filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ucap.current, "_WORTH_KEEPING", 1)
    current(filled)
    for spoilt in ({"code": "other"}, {"content": b"x"}):
        with Database(database_url(url)).locking() as connection:
            connection.execute(sa.update(kept).values(spoilt))
        assert_is_of(current(filled), filled)


def test_after_a_restored_backup_all_is_read_again(filled: Store, anna: Person, tmp_path: Path) -> None:
    filled.backup(tmp_path / "backup.zip")
    change(filled, anna, ("add", "Guilin", 1))
    made = current(filled)
    filled.restore(tmp_path / "backup.zip", anna, replace_all=True)
    made = renewed(filled, made)
    assert_is_of(made, filled)
    assert made.frames.plans["plan"].tolist() == ["panjin", "tianjin"]


def test_a_store_with_another_history_is_read_again(new_url: Callable[[], str], filled: Store, anna: Person) -> None:
    other = empty_store(new_url())
    for lead in ("Guilin", "Panjin", "Tianjin"):
        change(other, anna, ("add", lead, 2))
    assert_is_of(renewed(other, current(filled)), other)


def test_a_damaged_record_is_named_and_left_out_until_it_is_whole(url: str, filled: Store, anna: Person) -> None:
    made = current(filled)
    change(filled, anna, ("correct", "Panjin", 1))
    with Database(database_url(url)).locking() as connection:
        whole_one = connection.execute(sa.text("SELECT record FROM editions WHERE plan_id = 'panjin'")).scalar_one()
        connection.execute(sa.text("UPDATE editions SET record = '{' WHERE plan_id = 'panjin'"))
    made = renewed(filled, made)
    assert [damaged.plan_id for damaged in made.damaged] == ["panjin"]
    assert made.frames.plans["plan"].tolist() == ["tianjin"]
    with Database(database_url(url)).locking() as connection:
        connection.execute(sa.text("UPDATE editions SET record = :r WHERE plan_id = 'panjin'"), {"r": whole_one})
    change(filled, anna, ("correct", "Panjin", 2))
    made = renewed(filled, made)
    assert not made.damaged
    assert_is_of(made, filled)


def test_what_was_planned_is_done_when_its_day_has_come(store: Store, anna: Person) -> None:
    activities = [{"start": "2020-03-05", "end": "2020-03-06", "text": "Workshop", "kind": "visit"}]
    store.add("panjin.json", record(activities=activities), anna)
    made = current(store)
    before = made.whole.frames
    before._frames["activities"] = before.activities.assign(
        status=pd.Categorical(["planned"], categories=before.activities["status"].cat.categories)
    )
    on_the_day = renewed(store, replace(made, day=date(2020, 3, 1)))
    assert on_the_day.frames.activities["status"].tolist() == ["done"]
    long_after = renewed(store, replace(made, day=date(2021, 3, 1)))
    assert long_after.frames.activities["status"].tolist() == ["planned"]
