"""Which plans a selection chooses, and how many of them touch what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records import all_plans
from tests.selection import plainly
from tests.strategies import corrected, few, plan_lists, selections
from ucap.frames import build
from ucap.frames.build import whole
from ucap.frames.splice import spliced
from ucap.plan.record import Plan
from ucap.selection import FILTERS, Coverage, Selection
from ucap.selection.search.passages import search

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


def assert_same(one: Coverage, other: Coverage) -> None:
    """Two coverages answer alike, to the order of their values."""
    assert one.options == other.options
    assert one.titles.tolist() == other.titles.tolist()
    for vocabulary in (*VOCABULARIES, "stated_goals", "stated_topics"):
        memberships = one.membership(vocabulary), other.membership(vocabulary)
        assert memberships[0].values.tolist() == memberships[1].values.tolist()
        assert memberships[0].matrix.toarray().tolist() == memberships[1].matrix.toarray().tolist()


@few
@given(plan_lists(), st.lists(plan_lists(), min_size=1, max_size=4), selections(), st.data())
def test_any_sequence_of_changes_spliced_in_counts_as_counting_again(
    plans: list[Plan], changes: list[list[Plan]], selection: Selection, data: st.DataObject
) -> None:
    now = {str(plan.id): plan for plan in plans}
    made = whole([now[one] for one in sorted(now)])
    coverage = Coverage(made.frames)
    for changed in changes:
        came = {str(plan.id): plan for plan in changed}
        gone = data.draw(st.lists(st.sampled_from(sorted({*now, *came, "nobody"})), max_size=2))
        step = {**came, **dict.fromkeys(gone)}
        made = spliced(made, step)
        now = {plan_id: plan for plan_id, plan in {**now, **step}.items() if plan is not None}
        again = Coverage(made.frames)
        coverage = again if made.is_relabelled else Coverage.spliced(coverage, made.frames, step)
        assert_same(coverage, again)
        assert coverage.select(selection).tolist() == again.select(selection).tolist()


@few
@given(plan_lists().filter(bool), st.data())
def test_fields_corrected_one_after_the_other_and_spliced_in_count_as_counting_again(
    plans: list[Plan], data: st.DataObject
) -> None:
    now = {str(plan.id): plan for plan in plans}
    made = whole([now[one] for one in sorted(now)])
    coverage = Coverage(made.frames)
    for _correction in range(4):
        step = data.draw(st.sampled_from(plans).flatmap(lambda plan: corrected(now[str(plan.id)])))
        now[str(step.id)] = step
        made = spliced(made, {str(step.id): step})
        again = Coverage(made.frames)
        coverage = again if made.is_relabelled else Coverage.spliced(coverage, made.frames, [str(step.id)])
        assert_same(coverage, again)


TYPED = (
    "smart city",
    '"smart city"',
    "mobilty",
    "eu",
    "罗马",
    "Rome -mobility",
    "horticultur",
    "sdg11",
    "Bilbo",
    "dresdn",
)


def assert_finds_the_same(one: Coverage, other: Coverage) -> None:
    """Two coverages find the same passages in the same order, and take a slip of the pen for the same word."""
    for typed in TYPED:
        selected = one.texts.plans_with(typed)
        assert selected.tolist() == other.texts.plans_with(typed).tolist()
        assert search(one, typed, selected, 50) == search(other, typed, selected, 50)
        assert one.texts.meant(typed) == other.texts.meant(typed)


def test_an_index_of_words_with_changes_spliced_in_finds_what_a_new_one_finds() -> None:
    """Plans come, go and change one after the other; a city is spelt otherwise by the first plan that has it."""
    plans = {str(plan.id): plan for plan in all_plans()}
    made = whole([plans[one] for one in sorted(plans)[:-2]])
    coverage = Coverage(made.frames)
    assert coverage.texts.plans_with("mobility").any()
    first = plans[sorted(plans)[0]]
    spelt = [city.model_copy(update={"written": "Dresdn"}) for city in first.cities]
    steps = [{one: plans[one]} for one in sorted(plans)[-2:]]
    steps += [{str(first.id): first.model_copy(update={"title": "Horticulture mobilty", "cities": tuple(spelt)})}]
    steps += [{one: None} for one in sorted(plans)[3:6]] + [{str(first.id): None}]
    for step in steps:
        made = spliced(made, step)
        assert not made.is_relabelled
        coverage = Coverage.spliced(coverage, made.frames, step)
        assert_finds_the_same(coverage, Coverage(made.frames))


def test_the_real_plans_spliced_in_and_out_count_as_counting_again() -> None:
    plans = {str(plan.id): plan for plan in all_plans()}
    half = sorted(plans)[::2]
    made = whole([plans[one] for one in half])
    coverage = Coverage(made.frames)
    for step in ({one: plans[one] for one in sorted(plans)[1::2]}, dict.fromkeys(half), dict.fromkeys(plans)):
        made = spliced(made, step)
        coverage = Coverage(made.frames) if made.is_relabelled else Coverage.spliced(coverage, made.frames, step)
        assert_same(coverage, Coverage(made.frames))
