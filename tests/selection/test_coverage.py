"""Which plans a selection chooses, and how many of them touch what."""

import pytest
from hypothesis import given

from tests.records import all_plans
from tests.selection import plainly
from tests.strategies import few, plan_lists, selections
from ucap.frames import build
from ucap.plan.record import Plan
from ucap.selection import FILTERS, Coverage, Selection

VOCABULARIES = [name for name in FILTERS if name != "plans"]


@pytest.fixture(scope="module")
def real() -> Coverage:
    return Coverage(build(all_plans()))


def chosen(coverage: Coverage, **filters: object) -> list[str]:
    return coverage.plans[coverage.select(Selection(**filters))].to_list()


@few
@given(plan_lists(), selections())
def test_a_selection_chooses_the_plans_that_going_through_them_one_by_one_finds(
    plans: list[Plan], selection: Selection
) -> None:
    frames = build(plans)
    coverage = Coverage(frames)
    assert coverage.plans[coverage.select(selection)].to_list() == plainly.chosen(frames, selection)


@few
@given(plan_lists(), selections())
def test_the_count_beside_an_option_is_what_choosing_that_option_alone_would_give(
    plans: list[Plan], selection: Selection
) -> None:
    coverage = Coverage(build(plans))
    for name, counts in coverage.option_counts(selection).items():
        assert tuple(counts.index) == coverage.options[name]
        for value, count in counts.items():
            assert coverage.select(selection.with_values(name, [value])).sum() == count, (name, value)


@few
@given(plan_lists(), selections())
def test_counts_and_crosses_are_those_of_the_rows_of_the_frames(plans: list[Plan], selection: Selection) -> None:
    frames = build(plans)
    coverage = Coverage(frames)
    selected = coverage.select(selection)
    is_selected = dict(zip(coverage.plans, selected, strict=True))
    expected = {
        name: {(row["plan"], row[column]) for row in frames[frame].to_dict("records") if is_selected[row["plan"]]}
        for name, (frame, column) in [(key, plainly.VALUE_COLUMNS[key]) for key in ("categories", "goals", "topics")]
    }
    for name, pairs in expected.items():
        counts = coverage.counts(selected, name)
        assert all(counts[value] == sum(other == value for _, other in pairs) for value in counts.index)
    crossed = coverage.cross(selected, "categories", "goals")
    for category in ("tourism", "energy"):
        for goal in (4, 11):
            both = {plan for plan, one in expected["categories"] if one == category}
            both &= {plan for plan, one in expected["goals"] if one == goal}
            assert crossed.loc[category, goal] == len(both)


def test_without_filters_all_plans_are_chosen(real: Coverage) -> None:
    assert real.select(Selection()).all()


def test_within_a_filter_any_value_matches_between_filters_all_must(real: Coverage) -> None:
    assert chosen(real, goals=[4, 11]) == ["longyan", "panjin", "tianjin"]
    assert chosen(real, goals=[11], european_cities=["Stuttgart"]) == ["panjin"]


def test_mentioned_goals_count_unless_only_stated_ones_are_asked_for(real: Coverage) -> None:
    assert chosen(real, goals=[11]) == ["panjin", "tianjin"]
    assert chosen(real, goals=[11], is_stated_only=True) == ["tianjin"]
    everything = real.select(Selection())
    assert (real.counts(everything, "goals")[11], real.counts(everything, "stated_goals")[11]) == (2, 1)


def test_filters_about_a_city_must_be_met_by_one_city(real: Coverage) -> None:
    assert "panjin" in chosen(real, european_cities=["Rome"])
    assert "panjin" in chosen(real, countries=["DE"])
    assert chosen(real, european_cities=["Rome"], countries=["DE"]) == []


def test_filters_about_an_activity_must_be_met_by_one_activity(real: Coverage) -> None:
    assert chosen(real, activity_kinds=["event"], years=[2020]) == ["panjin"]
    assert chosen(real, activity_kinds=["event"], years=[2019]) == []


def test_a_year_is_touched_by_the_period_as_well_as_by_activities(real: Coverage) -> None:
    assert "tianjin" in chosen(real, years=[2018])
    assert "longyan" in chosen(real, years=[2018])


def test_all_17_goals_are_counted_also_where_no_plan_has_them(real: Coverage) -> None:
    counts = real.counts(real.select(Selection()), "goals")
    assert counts.index.to_list() == list(range(1, 18))
    assert counts[1] == 0


def test_an_unknown_vocabulary_is_refused(real: Coverage) -> None:
    with pytest.raises(KeyError):
        real.membership("colours")


@pytest.mark.parametrize("vocabulary", [*VOCABULARIES, "stated_goals", "stated_topics"])
def test_every_vocabulary_has_a_matrix_of_all_plans(real: Coverage, vocabulary: str) -> None:
    membership = real.membership(vocabulary)
    assert membership.matrix.shape == (len(real.plans), len(membership.values))


def test_with_no_plans_everything_is_zero() -> None:
    coverage = Coverage(build([]))
    assert coverage.select(Selection(goals=[11], text="tea")).shape == (0,)
    assert coverage.option_counts(Selection())["goals"].sum() == 0
    assert coverage.cross(coverage.select(Selection()), "categories", "goals").to_numpy().sum() == 0
