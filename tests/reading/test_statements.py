"""What a document says of themes, goals and topics: some, none, nothing, or what nobody understands."""

from __future__ import annotations

import pytest

from ucap.reading import read

SUMMARY = """City\tWuhu\tPorto
Country\tChina\tPortugal
Period of cooperation\tMay 2018 until May 2020
Cooperation Themes\t{themes}
Related SDGs and Urban Agenda topics\t{goals}
Expected results and benefits\tA ferry.
"""


@pytest.mark.parametrize(
    ("themes", "goals", "expected"),
    [
        ("Ports", "SDG 11; EU UP Urban Mobility", ("stated", "stated", "stated")),
        ("N/A", "N/A", ("none", "none", "none")),
        ("keine Angabe", "brak danych", ("none", "none", "none")),
        ("Ports", "不适用", ("stated", "none", "none")),
        ("Ports", "SDG 11", ("stated", "stated", "missing")),
        ("Ports", "SDG 11. Urban Agenda: none", ("stated", "stated", "none")),
        ("Ports", "SDG 11. Urban Agenda: none so far", ("stated", "stated", "none")),
        ("Ports", "see annex", ("stated", "unread", "unread")),
        ("Ports", " ", ("stated", "missing", "missing")),
        ("Ports", "No. 6, 7", ("stated", "stated", "missing")),
        ("Ports", "2030 Agenda: SDG 11", ("stated", "stated", "missing")),
        ("Ports", "EU UP Housing", ("stated", "missing", "stated")),
        ("Ports", "EU UP Housing. SDGs: see annex", ("stated", "unread", "stated")),
        ("Ports", "No SDGs are addressed.", ("stated", "none", "none")),
        ("Ports", "SDG 9. None of the Urban Agenda topics applies.", ("stated", "stated", "none")),
        ("Ports", "SDG 9. No SDGs beyond number 9.", ("stated", "stated", "missing")),
        ("Ports", "No Poverty", ("stated", "stated", "missing")),
        ("Ports", "???", ("stated", "unread", "unread")),
    ],
)
def test_stated_none_missing_and_unread_are_told_apart(themes: str, goals: str, expected: tuple[str, str, str]) -> None:
    [plan] = read("wuhu.txt", SUMMARY.format(themes=themes, goals=goals).encode())
    said = plan.statements
    assert (said.themes, said.goals, said.topics) == expected


@pytest.mark.parametrize(
    ("goals", "is_told"),
    [
        ("SDG 11. Agenda Urbana: Xyz i patrimoni", True),
        ("SDG 11. Agenda Urbana: Mobilitat urbana", False),
        ("SDG 11. Urban Agenda: none", False),
        ("2030 Agenda: SDG 11", False),
    ],
)
def test_a_topic_that_is_not_known_is_told_where_the_goals_are(goals: str, is_told: bool) -> None:
    [plan] = read("wuhu.txt", SUMMARY.format(themes="Ports", goals=goals).encode())
    found = [found for found in plan.findings if found.field == "/topics"]
    assert [found.code for found in found] == ["goal-unread"] * is_told
    assert all("Xyz" in found.message for found in found)


@pytest.mark.parametrize(
    ("goals", "statement", "unplaced"),
    [
        ("SDG 11. Urban Agenda topics: none", "none", ()),
        ("SDG 11; Urban Agenda topics: none so far", "none", ()),
        ("SDG 11; EU UP: noch keine", "none", ()),
        ("SDG 11; Urban Agenda topics: see annex", "unread", ("; Urban Agenda topics: see annex",)),
    ],
)
def test_that_there_are_no_topics_is_read_and_not_left_over(
    goals: str, statement: str, unplaced: tuple[str, ...]
) -> None:
    plan = read("plan.txt", SUMMARY.format(themes="Ports", goals=goals).encode())[0]
    assert (plan.statements.topics, plan.unplaced) == (statement, unplaced)
