"""The goals and the ways in which their names are written."""

import pytest

from ucap.vocabulary import goal_names_in, goals, match_goal_name


def test_there_are_seventeen_goals_with_colours() -> None:
    assert [goal.number for goal in goals()] == list(range(1, 18))
    assert goals()[10].name == "Sustainable Cities and Communities"
    assert all(len(goal.color) == 7 for goal in goals())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Decent Work and Economic Growth", (8, "exact")),
        ("Good Health and Well-Being:", (3, "exact")),
        ("Industry, Innovation & Infrastructure", (9, "exact")),
        ("Resilient and sustainable cities", (11, "variant")),
        ("Inclusive and sustainable industrialization and foster innovation.", (9, "variant")),
        ("Responsible Consumtion and Production", (12, "misspelt")),
        ("Sustainble Cities and Comunities", (11, "misspelt")),
        ("优质教育", (4, "variant")),
        ("Smart cities", None),
        ("China", None),
        ("", None),
    ],
)
def test_a_name_is_told_from_a_variant_and_a_misspelling(text: str, expected: tuple[int, str] | None) -> None:
    assert match_goal_name(text) == expected


def test_names_are_found_where_they_stand_one_after_the_other() -> None:
    text = "Sustainable Cities and Communities Decent Work and Economic Growth Reduced Inequalities"
    assert [(text[name.start : name.end], name.value.goal) for name in goal_names_in(text)] == [
        ("Sustainable Cities and Communities", 11),
        ("Decent Work and Economic Growth", 8),
        ("Reduced Inequalities", 10),
    ]
