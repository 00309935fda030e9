"""What stands on the pages side by side and Matches is what files of the same selections say."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any

import pytest

from tests.exports.samples import description_of
from tests.records import all_plans
from ucap.charts.scene import Scene
from ucap.exports import export
from ucap.exports.view import View
from ucap.frames import build
from ucap.plan.words import value_words
from ucap.selection import Coverage, Selection
from ucap.selection.places.cities import cities
from ucap.selection.places.comparison import Part, compare
from ucap.selection.places.matches import matches

PLANS = {str(plan.id): plan for plan in all_plans()}
COVERAGE = Coverage(build(PLANS.values()))
SELECTIONS = {
    "cities": [cities(COVERAGE).selection([one], Selection()) for one in ("Rome", "Barcelona", "Panjin", "Hangzhou")],
    "goals": [Selection(goals=(goal,)) for goal in (4, 9, 11)],
    "themes": [Selection(categories=(one,)) for one in ("tourism", "water-and-sanitation")],
    "countries": [Selection(countries=(code,)) for code in ("IT", "ES", "DE")],
    "years": [Selection(years=(year,)) for year in (2018, 2023)],
}


@cache
def exported(selection: Selection) -> list[dict[str, Any]]:
    """The records of a selection, out of the file."""
    view = View(Scene(COVERAGE, selection), PLANS, lambda _plan: None)
    records: list[dict[str, Any]] = json.loads(export("json", view, description_of(view)))["plans"]
    return records


def touched(record: dict[str, Any], vocabulary: str) -> set[Any]:
    """What one record names of a vocabulary."""
    if vocabulary == "categories":
        return {category for theme in record["themes"] for category in theme["categories"]}
    singular = {"goals": "goal", "topics": "topic"}[vocabulary]
    return {one[singular] for one in record[vocabulary]}


def of_city(label: str, vocabulary: str) -> set[Any]:
    """What the plans of a city name, out of the file of the city."""
    return set().union(
        *(touched(one, vocabulary) for one in exported(cities(COVERAGE).selection([label], Selection())))
    )


@pytest.mark.parametrize("kind", SELECTIONS)
@pytest.mark.parametrize("vocabulary", ["categories", "goals", "topics"])
def test_each_number_side_by_side_is_that_of_the_file(kind: str, vocabulary: Any) -> None:
    """Rome has six plans on smart cities: the table says so, and so does the file of Rome."""
    parts = [Part(str(number), COVERAGE.select(one)) for number, one in enumerate(SELECTIONS[kind])]
    counts = compare(COVERAGE, parts, vocabulary).counts
    for number, selection in enumerate(SELECTIONS[kind]):
        said = Counter(value for record in exported(selection) for value in touched(record, vocabulary))
        expected = {value_words(vocabulary, value): count for value, count in said.items()}
        shown = counts[str(number)]
        assert shown[shown > 0].to_dict() == expected


def test_each_reason_of_a_match_is_in_the_files_of_its_two_cities() -> None:
    """Shared themes and goals, what only one names, and the clusters and visits that both took part in."""
    found = matches(COVERAGE)
    assert len(found) == 20
    for match in found:
        china, europe = match.china_city, match.europe_city
        assert set(match.categories) == of_city(china, "categories") & of_city(europe, "categories")
        goals = of_city(china, "goals"), of_city(europe, "goals")
        assert set(match.goals) == goals[0] & goals[1]
        assert set(match.china_goals) == (goals[0] - goals[1] if goals[1] else set())
        assert set(match.europe_goals) == (goals[1] - goals[0] if goals[0] else set())
        both = exported(cities(COVERAGE).selection([china, europe], Selection()))
        assert {record["kind"] for record in both} <= {"cluster", "visit"}
        assert set(match.met) == {record["id"] for record in both}
