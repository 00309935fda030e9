"""What is missing."""

from hypothesis import given

from tests.records import all_plans
from tests.strategies import few, plan_lists
from ucap.charts.counts.goals import goal_bars
from ucap.charts.scene import Scene
from ucap.frames import build
from ucap.plan.record import City, GoalMention, Plan, Statements
from ucap.selection import Coverage, Selection, expected, gap_counts, statements
from ucap.selection.gaps import gap, members
from ucap.vocabulary import expected_plans

FRAMES = build(all_plans())
COVERAGE = Coverage(FRAMES)
ALL = COVERAGE.select(Selection())


def test_every_expected_plan_is_there_as_a_summary_or_otherwise_or_not() -> None:
    have = expected(FRAMES).set_index("city")["have"]
    assert len(have) == len(expected_plans())
    assert (have["Panjin"], have["Rome"], have["Shantou"]) == ("summary", "other", "nothing")


def test_a_city_of_the_same_name_in_another_country_is_not_the_expected_one() -> None:
    granada = City(name="Granada", written="Granada", side="europe", lead=True, country_code="NI")
    have = expected(build([Plan(id="granada", cities=[granada])])).set_index("city")["have"]
    assert have["Granada"] == "nothing"


def test_no_plans_leave_every_expected_plan_missing() -> None:
    assert set(expected(build([]))["have"]) == {"nothing"}


def test_stated_and_merely_mentioned_goals_are_counted_apart_and_uncovered_ones_stand_there_too() -> None:
    counts = gap_counts(COVERAGE, ALL, "goals")
    assert counts.index.to_list() == list(range(1, 18))
    assert counts.loc[11].to_list() == [1, 1]
    assert counts.loc[1].to_list() == [0, 0]


def test_all_members_of_the_union_are_looked_at_and_countries_beyond_if_plans_have_them() -> None:
    counts = gap_counts(COVERAGE, ALL, "countries")["stated_count"]
    assert set(members()) <= set(counts.index)
    assert (counts["SE"], counts["IT"] > 0) == (0, True)


def test_declared_none_and_missing_are_counted_apart() -> None:
    plans = [Plan(id="stated", goals=[GoalMention(goal=4)]), Plan(id="none"), Plan(id="register", kind="visit")]
    assert statements(build(plans), "goals").to_dict() == {"stated": 1, "none": 1, "missing": 1, "unread": 0}


def test_who_only_mentions_a_goal_is_not_silent() -> None:
    """The gaps and the chart of the goals name the same number of silent plans."""
    named = {"stated": [GoalMention(goal=4)], "mentioned": [GoalMention(goal=11, stated=False)], "silent": []}
    plans = [Plan(id=name, kind="visit", goals=goals) for name, goals in named.items()]
    coverage = Coverage(build(plans))
    found = gap(coverage, coverage.select(Selection()), coverage.frames, "goals")
    assert found.reach == "1 plan states some; 1 only mentions some; 1 is silent."
    assert "1 plan is silent." in goal_bars(Scene(coverage)).sentence


def test_a_row_that_was_not_understood_declares_nothing() -> None:
    said = {"unread": Statements(goals="unread"), "none": Statements(goals="none")}
    frames = build([Plan(id=name, statements=statement) for name, statement in said.items()])
    assert statements(frames, "goals").to_dict() == {"stated": 0, "none": 1, "missing": 0, "unread": 1}
    coverage = Coverage(frames)
    assert "1 could not be understood" in gap(coverage, coverage.select(Selection()), frames, "goals").reach


@few
@given(plan_lists())
def test_every_plan_states_declares_or_is_silent(plans: list[Plan]) -> None:
    frames = build(plans)
    for vocabulary in ("categories", "goals", "topics"):
        assert statements(frames, vocabulary).sum() == len(plans)
