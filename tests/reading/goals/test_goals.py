"""Goals cited by number or by name."""

from __future__ import annotations

import pytest

from tests.reading.helpers import traced
from ucap.reading.goals.goals import mentioned_goals, stated_goals


@pytest.mark.parametrize(
    ("row", "goals"),
    [
        ("SDG8 Decent Work and Economic Growth", [8]),
        ("SDG 11 Resilient and sustainable cities", [11]),
        ("SDG6: Clean Water and Sanitation", [6]),
        ("SDG 6 – Clean Water and Sanitation; SDG 13 – Climate Action", [6, 13]),
        ("Quality Education: SDG 4", [4]),
        ("Quality Education (SDG 4), Climate Action (SDG 13)", [4, 13]),
        ("Good Health and Well-Being: SDG 3 Industry, Innovation and Infrastructure: SDG9", [3, 9]),
        ("Goal 4: Quality Education; Goal 11", [4, 11]),
        ("SDGs 3, 4 and 9", [3, 4, 9]),
        ("SDG 8/9", [8, 9]),
        ("Goals 9–11", [9, 10, 11]),
        ("SDG 7 to 9", [7, 8, 9]),
        ("可持续发展目标 11", [11]),
        ("SDG 3 - SDG 5", [3, 4, 5]),
        ("SDG 11.2", [11]),
        ("Sustainable Development Goal 17", [17]),
        ("Sustainable Cities and Communities Decent Work and Economic Growth Reduced Inequalities", [11, 8, 10]),
        ("SDG 8 Decent Work and Economic Growth Quality Education", [8, 4]),
        ("Industry, Innovation and Infrastructure", [9]),
        ("Decent Work and Economic Growth (8)", [8]),
        ("EU UP Urban Mobility", []),
        ("SDG 18", []),
    ],
)
def test_the_row_states_goals_by_number_or_name(row: str, goals: list[int]) -> None:
    cited = stated_goals(traced(row)).goals
    assert [goal.goal for goal in cited] == goals
    assert all(goal.misspelt is None and goal.named is None for goal in cited)


def test_a_name_in_brackets_ends_with_them() -> None:
    cited = stated_goals(
        traced("SDG No. 3 (Good Health and Well-being) and SDG No. 17 (Partnerships for the Goals).")
    ).goals
    assert [(goal.goal, goal.misspelt) for goal in cited] == [(3, None), (17, None)]


@pytest.mark.parametrize(
    ("row", "goal", "misspelt"),
    [
        ("SGD 4 Quality Education", 4, "SGD 4"),
        ("SDG12 Responsible Consumtion and Production", 12, "Responsible Consumtion and Production"),
        ("Sustainble Cities and Communites", 11, "Sustainble Cities and Communites"),
        ("Decent work and economic growht", 8, "Decent work and economic growht"),
        ("Affordable and Clean Enery: SDG 7", 7, "Affordable and Clean Enery"),
    ],
)
def test_a_misspelt_abbreviation_or_name_is_noticed(row: str, goal: int, misspelt: str) -> None:
    (cited,) = stated_goals(traced(row)).goals
    assert (cited.goal, cited.misspelt, cited.named) == (goal, misspelt, None)


@pytest.mark.parametrize(
    ("row", "goals"),
    [
        ("SDG 7 Affordable and Clean Energy, to SDG 11 Sustainable Cities and Communities", [7, 11]),
        ("SDG no. 6 Clean Water and Sanitation; No. 8 Decent Work and Economic Growth", [6, 8]),
        ("Urban    Good Health and Well-Being (goal 3)", [3]),
    ],
)
def test_a_right_name_with_a_word_beside_it_is_not_misspelt(row: str, goals: list[int]) -> None:
    assert [(goal.goal, goal.misspelt) for goal in stated_goals(traced(row)).goals] == [(goal, None) for goal in goals]


def test_a_misspelt_name_with_a_word_beside_it_is_still_noticed() -> None:
    first, _second = stated_goals(traced("SDG 8 Decent Work and Economic Growht, to SDG 9")).goals
    assert (first.goal, bool(first.misspelt)) == (8, True)


@pytest.mark.parametrize(
    ("row", "goal", "named"), [("SDG 12 Climate Action", 12, 13), ("Gender Equality: SDG 10", 10, 5)]
)
def test_where_the_name_belongs_to_another_number_the_number_counts(row: str, goal: int, named: int) -> None:
    (cited,) = stated_goals(traced(row)).goals
    assert (cited.goal, cited.named) == (goal, named)


def test_a_goal_is_cited_with_its_name_up_to_the_next_one() -> None:
    cited = stated_goals(traced("SDG8 Decent Work SGD 4 Quality Education EU UP Urban Mobility")).goals
    assert [str(goal.text) for goal in cited] == ["SDG8 Decent Work", "SGD 4 Quality Education"]


@pytest.mark.parametrize(
    ("text", "goals"),
    [
        ("culture activities (SDG11, EU UP Culture / Cultural Heritage)", [11]),
        ("This also touches SDG3.", [3]),
        ("SDG 9, 12 boats and 60 persons", [9]),
        ("SDGs 9, 12 and 13 matter", [9, 12, 13]),
        ("After coal (SDG 7, SDG 13; EU UP Energy Transition)", [7, 13]),
        ("Fewer poisons, in line with SDG 6 and SDG 15", [6, 15]),
        ("Climate action begins at home; Goal 2 of the plan is quality education.", []),
    ],
)
def test_running_text_cites_goals_by_number_only(text: str, goals: list[int]) -> None:
    assert [goal.goal for goal in mentioned_goals(traced(text))] == goals


def test_a_misspelling_in_running_text_is_noticed() -> None:
    (cited,) = mentioned_goals(traced("in line with SGD 13"))
    assert (cited.goal, cited.misspelt) == (13, "SGD 13")
