"""What fits a field is kept, names as codes; what does not is refused with its name, its value and what would fit."""

from __future__ import annotations

import pytest

from tests.store.samples import record
from ucap.corrections.fitting import coded, trimmed, validated
from ucap.errors import Invalid
from ucap.plan.pointers import Field, Json
from ucap.plan.record import Plan
from ucap.wording import use

PLAN = {"cities": [{"name": "Bilbao", "country_code": "ES"}], "themes": [], "topics": [], "europe": {}}


@pytest.mark.parametrize(
    ("field", "written", "code"),
    [
        ("/cities/0/country_code", "FR", "FR"),
        ("/cities/0/country_code", "France", "FR"),
        ("/cities/0/country_code", "Frankreich", "FR"),
        ("/cities/0/country_code", "法国", "FR"),
        ("/europe/countries", ["Spain", "DE"], ["ES", "DE"]),
        ("/europe/countries/0", "Portugal", "PT"),
        ("/europe/countries/-", "Portugal", "PT"),
        ("/topics/0/topic", "Urban Mobility", "urban-mobility"),
        ("/topics/0", {"topic": "Housing", "stated": True}, {"topic": "housing", "stated": True}),
        ("/themes/0/categories", ["Tourism", "culture-and-heritage"], ["tourism", "culture-and-heritage"]),
        ("/cities/0/name", "France", "France"),
        ("/cities/0/name", "巴塞罗那", "Barcelona"),
        ("/cities/0", {"name": "罗马", "written": "罗马"}, {"name": "Rome", "written": "罗马"}),
        ("/europe/regions", ["拉齐奥", "Nowhere"], ["Lazio", "Nowhere"]),
        ("/cities/0/country_code", None, None),
    ],
)
def test_a_name_becomes_its_code_where_the_record_has_codes(field: str, written: Json, code: Json) -> None:
    assert coded(PLAN, Field.parse(field), written) == code


def test_a_heading_may_be_written_in_the_language_of_the_interface() -> None:
    use("zh")
    assert coded(PLAN, Field.parse("/themes/0/categories/0"), "旅游") == "tourism"


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("/cities/0/country_code", "Cities › Bilbao › Country cannot be “Atlantis”. Right would be a country"),
        ("/topics/0/topic", "Urban mobility"),
        ("/themes/0/categories/0", "Tourism"),
    ],
)
def test_a_name_of_nothing_is_refused_with_what_would_be_right(field: str, message: str) -> None:
    with pytest.raises(Invalid, match=message):
        coded(PLAN, Field.parse(field), "Atlantis")


def misfit(field: str, value: object) -> str:
    plan = Plan.model_validate_json(record()).model_dump(mode="json")
    Field.parse(field).put(plan, value)
    with pytest.raises(Invalid) as caught:
        validated(plan)
    return str(caught.value)


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (
            "/period/end",
            "May 2020",
            "Period of cooperation › End cannot be “May 2020”. "
            "Right would be a date of the calendar, such as 2019, 2019-09 or 2019-09-30.",
        ),
        ("/cities/1/latitude", 91, "Cities › Barcelona › Latitude cannot be “91”. Right would be 90.0 or less."),
        ("/cities/1/latitude", "north", "cannot be “north”. Right would be a number, such as 4102.5."),
        ("/cities/1/name", None, "Right would be a text."),
        ("/focus", "Wetlands", "Key focus cannot be “Wetlands”. Right would be a list."),
        ("/cities/-", 5, "Right would be an entry with its fields."),
        ("/china", {"mayor": "Li"}, "Right would be nothing: there is no such field."),
        ("/kind", "letter", "Right would be one of 'summary', 'pairing', 'cluster' or 'visit'."),
    ],
)
def test_each_fault_says_what_would_be_right(field: str, value: object, message: str) -> None:
    assert misfit(field, value).endswith(message)


def test_a_long_value_is_shortened() -> None:
    assert len(misfit("/period/end", "x" * 1000)) < 200


def test_texts_are_trimmed_and_empty_ones_are_no_value() -> None:
    assert trimmed(" a ") == "a"
    assert trimmed("  ") is None
    assert trimmed({"name": " Rome ", "places": [" ", "Brussels "]}) == {"name": "Rome", "places": [None, "Brussels"]}
    assert trimmed(5) == 5
