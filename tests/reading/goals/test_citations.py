"""Goals and topics of a whole document."""

from __future__ import annotations

from tests.reading.helpers import cell
from ucap.reading.goals.citations import Citations, read_citations


def citations(**rows: str) -> Citations:
    return read_citations({key: [cell(text)] for key, text in rows.items()})


def test_a_goal_counts_once_and_as_stated_if_the_row_has_it() -> None:
    found = citations(goals="SDG 8 SDG 11", themes="Housing (SDG 11, SDG 13)")
    assert [(one.value.goal, one.value.stated) for one in found.goals] == [(8, True), (11, True), (13, False)]


def test_a_goal_that_only_another_row_mentions_is_a_finding() -> None:
    (found,) = citations(goals="SDG 8", results="useful for SDG 11 reporting").findings
    assert (found.code, found.field) == ("goal-not-in-row", "/goals/1")
    assert found.message == "SDG 11 is mentioned under Expected results, but not stated in the SDG row."


def test_misspellings_and_wrong_names_are_findings() -> None:
    found = citations(goals="SGD 4 Quality Education SDG 12 Climate Action").findings
    assert [(one.code, one.field) for one in found] == [
        ("goal-misspelt", "/goals/0"),
        ("goal-name-mismatch", "/goals/1"),
    ]
    assert found[0].message == "“SGD 4” was read as SDG 4."


def test_topics_are_stated_or_mentioned_too() -> None:
    found = citations(goals="EU UP Circular Economy", themes="Coast (EU UP Digital Transition)")
    assert [(one.value.topic, one.value.stated) for one in found.topics] == [
        ("circular-economy", True),
        ("digital-transition", False),
    ]


def test_a_number_beside_goals_that_nobody_understands_is_a_finding() -> None:
    (found,) = citations(goals="SDG 9, 11 zzz 13").findings
    assert (found.code, found.field) == ("goal-unread", "/goals")
    assert "11 zzz 13" in found.message
    assert citations(goals="SDG 4 (targets 4.3 and 4.7); SDG 13 Climate Action by 2030").findings == ()
