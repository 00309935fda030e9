"""Text about another plan's city."""

from __future__ import annotations

import pytest

from tests.reading.helpers import traced
from ucap.reading.places.cities import Hints, find_city, named_cities
from ucap.reading.places.foreign import find_foreign

HINTS = Hints(countries=("CN", "BG"), regions=("Zhejiang",))
OWN = tuple(place for name in ("Jinhua", "Varna") if (place := find_city(name, HINTS).place))


def foreign(key: str, text: str) -> list[str]:
    findings = find_foreign({key: [traced(text)]}, lambda sentence: named_cities(sentence, OWN), OWN)
    return [finding.message for finding in findings]


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("To promote the port logistics of Zhanjiang towards European operators.", "Zhanjiang"),
        ("Support the canal museum of Suzhou in its application.", "Suzhou"),
        ("Make Dalian a hub of parcels.", "Dalian"),
        ("Improve Weifang's kite festival.", "Weifang"),
        ("To develop tourism in Kunming.", "Kunming"),
        ("First. A tourism strategy for Huangshan.", "Huangshan"),
        ("Results that can be achieved from Weinan participation.", "Weinan"),
        ("Closer ties between Shantou and European regions.", "Shantou"),
        ("Possible development of a demonstration project in Weihai.", "Weihai"),
    ],
)
def test_an_aim_whose_object_is_another_city_is_foreign(text: str, city: str) -> None:
    assert foreign("objectives", text) == [f"The text is about {city}, which is not a city of this plan."]


@pytest.mark.parametrize(
    "text",
    [
        "To make Varna a hub of Chinese parcels.",
        "Parcels from Yiwu reach Sofia within nine days.",
        "Promoting cooperation on smart city planning (with Nice and Barcelona).",
        "Learn from the example of Vienna.",
        "To develop the trade of Jinhua with the port of Rotterdam.",
        "Support by the University of Padua.",
        "Open a shop in Paris.",
        "Implement the Leipzig Charter.",
    ],
)
def test_partners_examples_and_neighbours_are_not_foreign(text: str) -> None:
    assert foreign("objectives", text) == []


def test_an_activity_is_foreign_only_if_it_presents_another_city() -> None:
    assert foreign("activities", "Presentation of Shantou Pilot Area.") == [
        "The text presents Shantou, a city of another plan."
    ]
    assert foreign("activities", "Meeting of experts in Wuhan.") == []
    assert foreign("activities", "Opening of the Hannover Fair.") == []
    assert foreign("activities", "Delegation of Guangzhou at the fair.") == []


def test_rows_that_describe_are_foreign_only_where_they_speak_of_another_city_as_their_own() -> None:
    assert foreign("challenges", "Competition of Shanghai for every student.") == []
    assert foreign("challenges", "Innovation from EU to Shantou and vice-versa.") == [
        "The text is about Shantou, which is not a city of this plan."
    ]
