"""The reference data of the gazetteer refers to nothing unknown and says nothing twice."""

import pytest

from ucap.gazetteer import country_name, gazetteer
from ucap.gazetteer.special import aliases
from ucap.vocabulary import expected_plans, key
from ucap.vocabulary.reference import rows


@pytest.mark.parametrize(
    ("file", "columns"),
    [
        ("countries", ("country_code",)),
        ("country_names", ("name",)),
        ("regions", ("country_code", "admin1")),
        ("other_regions", ("country_code", "name")),
        ("region_names", ("country_code", "written")),
        ("region_kinds", ("word",)),
        ("usual_names", ("geoname_id",)),
        ("places", ("name",)),
        ("place_aliases", ("written",)),
        ("place_affixes", ("affix", "position")),
        ("prose_rules", ("word", "rule")),
    ],
)
def test_no_row_stands_twice(file: str, columns: tuple[str, ...]) -> None:
    keys = [tuple(key(row[column]) for column in columns) for row in rows(file)]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize("file", ["countries", "country_names", "regions", "other_regions", "region_names", "places"])
def test_every_country_code_has_a_name(file: str) -> None:
    codes = {row["country_code"] for row in rows(file)}
    assert [code for code in codes if country_name(code) == code] == []


def test_every_variant_of_a_region_leads_to_one() -> None:
    known = {(row["country_code"], row["name"]) for file in ("regions", "other_regions") for row in rows(file)}
    assert {(row["country_code"], row["name"]) for row in rows("region_names")} <= known


def test_other_regions_lie_in_first_level_divisions() -> None:
    known = {(row["country_code"], row["name"]) for row in rows("regions")}
    within = {(row["country_code"], name) for row in rows("other_regions") for name in row["within"].split(";")}
    assert within <= known


def test_every_alias_leads_to_a_place() -> None:
    for row in rows("place_aliases"):
        place = gazetteer().find(row["written"]).place
        assert place is not None, row
        assert (place.name, place.country_code) == aliases()[key(row["written"])][:2]


def test_every_city_of_an_expected_plan_is_known() -> None:
    for plan in expected_plans():
        place = gazetteer().find(plan.city, countries=[plan.country_code]).place
        assert place is not None
        assert (place.name, place.country_code) == (plan.city, plan.country_code)


def test_rules_of_prose_are_known_ones() -> None:
    known = {"never", "not first", "noun", "forename", "feature", "prefix", "title", "particle"} | {
        "instrument before",
        "instrument behind",
    }
    assert {row["rule"] for row in rows("prose_rules")} == known
    assert {row["standing"] for row in rows("countries")} == {"china", "programme", "other"}
    assert {row["position"] for row in rows("place_affixes")} == {"before", "after", "zone"}
