"""Changed plans spliced into the frames of all others: the result is what building everything again would give."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records import all_plans
from tests.strategies import corrected, few, plan_lists
from ucap.frames.build import check, whole
from ucap.frames.splice import spliced
from ucap.frames.told import Whole
from ucap.plan.record import Activity, City, Plan


def by_id(plans: list[Plan]) -> dict[str, Plan]:
    return {str(plan.id): plan for plan in plans}


def built(plans: dict[str, Plan]) -> Whole:
    return whole(plan for _, plan in sorted(plans.items()))


def assert_equal(one: Whole, other: Whole) -> None:
    assert one.frames.fingerprint == other.frames.fingerprint
    for name, frame in one.frames.items():
        pd.testing.assert_frame_equal(check(name, frame), other.frames[name])
        np.testing.assert_array_equal(one.frames.starts(name), other.frames.starts(name))
    for part in ("firsts",):
        np.testing.assert_array_equal(getattr(one.told, part), getattr(other.told, part))
    for rows in ("rows", "others"):
        np.testing.assert_array_equal(getattr(one.told.links, rows), getattr(other.told.links, rows))
    some, others = one.told.clues.clues, other.told.clues.clues
    assert sorted(zip(some.rows, some.keys, strict=True)) == sorted(zip(others.rows, others.keys, strict=True))


@few
@given(plan_lists(), st.lists(plan_lists(), min_size=1, max_size=4), st.data())
def test_any_sequence_of_changes_spliced_in_equals_building_again(
    plans: list[Plan], changes: list[list[Plan]], data: st.DataObject
) -> None:
    now = by_id(plans)
    frames = built(now)
    for changed in changes:
        gone = data.draw(st.lists(st.sampled_from(sorted({*now, *by_id(changed), "nobody"})), max_size=2))
        step = {**by_id(changed), **dict.fromkeys(gone)}
        frames = spliced(frames, step)
        now = {plan_id: plan for plan_id, plan in {**now, **step}.items() if plan is not None}
        assert_equal(frames, built(now))


@few
@given(plan_lists().filter(bool), st.data())
def test_fields_corrected_one_after_the_other_and_spliced_in_equal_building_again(
    plans: list[Plan], data: st.DataObject
) -> None:
    """What all plans say together is taken over where a correction does not touch it: labels, links, events."""
    now = by_id(plans)
    frames = built(now)
    for _correction in range(4):
        step = data.draw(st.sampled_from(plans).flatmap(lambda plan: corrected(now[str(plan.id)])))
        now[str(step.id)] = step
        frames = spliced(frames, {str(step.id): step})
        assert_equal(frames, built(now))


@pytest.mark.parametrize(("size", "most_recent", "most_chunks"), [(1, 300, 3), (7, 100_000, 256)])
def test_the_real_plans_spliced_in_one_after_the_other_equal_all_of_them(
    monkeypatch: pytest.MonkeyPatch, size: int, most_recent: int, most_chunks: int
) -> None:
    """Also where the clues that came lately are put in order, and chunks of columns are joined, time and again."""
    monkeypatch.setattr("ucap.frames.tellings._MOST_RECENT", most_recent)
    monkeypatch.setattr("ucap.frames.splice._MOST_CHUNKS", most_chunks)
    plans = sorted(all_plans(), key=lambda plan: str(plan.id))
    frames = built({})
    for start in range(0, len(plans), size):
        frames = spliced(frames, by_id(plans[::-1][start : start + size]))
    assert_equal(frames, whole(plans))
    assert_equal(spliced(frames, dict.fromkeys(by_id(plans))), built({}))


def city(name: str, region: str) -> City:
    return City(name=name, written=name, side="china", region=region, country_code="CN", lead=True)


def test_a_second_city_of_a_name_gives_the_first_another_label_until_it_is_gone() -> None:
    frames = built(by_id([Plan(id="a", cities=[city("Taizhou", "Zhejiang")])]))
    both = spliced(frames, {"b": Plan(id="b", cities=[city("Taizhou", "Jiangsu")])})
    assert both.frames.cities["city"].tolist() == ["Taizhou (Zhejiang)", "Taizhou (Jiangsu)"]
    assert both.frames.plans["lead_city"].tolist() == ["Taizhou (Zhejiang)", "Taizhou (Jiangsu)"]
    assert spliced(both, {"b": None}).frames.cities["city"].tolist() == ["Taizhou"]


@pytest.mark.parametrize(("begun", "events"), [(2, 1), (14, 14)])
def test_a_word_that_becomes_common_no_longer_links_those_that_shared_it(begun: int, events: int) -> None:
    words = "Grand horticulture exposition matching"
    plans = [Plan(id=f"p{n:02}", activities=[Activity(text=words, start="2020-03")]) for n in range(16)]
    frames = built(by_id(plans[:begun]))
    assert frames.frames.activities["event"].nunique() == events
    for count in range(begun + 1, 17):
        frames = spliced(frames, by_id(plans[count - 1 : count]))
        assert_equal(frames, built(by_id(plans[:count])))
    for count in range(15, 0, -1):
        frames = spliced(frames, {f"p{count:02}": None})
        assert_equal(frames, built(by_id(plans[:count])))


def test_a_pairing_that_comes_or_goes_changes_how_other_plans_pairs_are_linked() -> None:
    """Who has met on a visit is paired once a pairing comes, and has only met again when that is gone."""
    cities = (
        City(name="Panjin", written="Panjin", side="china", lead=True),
        City(name="Rome", written="Rome", side="europe"),
    )
    visit, pairing = Plan(id="tour", kind="visit", cities=cities), Plan(id="panjin", kind="pairing", cities=cities)
    before = whole([visit])
    came = spliced(before, {"panjin": pairing})
    assert came.frames.pairs["link"].to_list() == ["paired", "paired"]
    assert came.frames.plans[["pair_count", "met_count"]].to_numpy().tolist() == [[1, 0], [1, 0]]
    gone = spliced(came, {"panjin": None})
    assert gone.frames.pairs["link"].to_list() == ["met"]
    assert gone.frames.plans[["pair_count", "met_count"]].to_numpy().tolist() == [[0, 1]]
