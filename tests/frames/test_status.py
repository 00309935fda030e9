"""Planned told from done."""

import pytest

from tests.records import all_plans
from ucap.frames.status import status
from ucap.plan.record import Activity


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Delegation of Panjin visited Málaga.", "done"),
        ("Meeting in Xuzhou planned; cancelled.", "cancelled"),
        ("The forum was held as planned.", "done"),
        ("The workshop will take place in Rome.", "planned"),
        ("The summit scheduled for March was postponed.", "planned"),
        ("Visit of the mayor. A return visit is planned.", "done"),
        ("即将举行论坛。", "planned"),
        ("Goodwill ambassadors met in Nice.", "done"),
    ],
)
def test_the_first_sentence_of_a_dated_activity_tells_its_status(text: str, expected: str) -> None:
    assert status(Activity(text=text, start="2020-01")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A further visit of Italian design schools is being discussed.", "planned"),
        ("Students exchange between Huaqiao University and Lisbon under preparation.", "planned"),
        ("Monthly newsletter by Aalborg.", None),
    ],
)
def test_an_undated_activity_without_a_cue_has_no_status(text: str, expected: str | None) -> None:
    assert status(Activity(text=text)) == expected


def test_all_dated_activities_of_the_register_and_the_summaries_are_told_as_done() -> None:
    told = {status(activity) for plan in all_plans() for activity in plan.activities if activity.start}
    assert told == {"done"}
