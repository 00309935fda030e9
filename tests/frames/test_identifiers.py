"""Cities, regions and goals bear the identifiers by which others know them."""

from __future__ import annotations

import pytest

from benchmarks.many_plans import real_plans
from ucap.frames import build
from ucap.gazetteer.gazetteer import gazetteer
from ucap.gazetteer.regions import nuts_code, province_code, regions_named
from ucap.plan.record import City, GoalMention, Plan
from ucap.vocabulary.reference import rows


def city_of(written: str, **record: object) -> City:
    place = gazetteer().find(written).place
    assert place is not None
    where = {"region": place.region, "country_code": place.country_code}
    point = {"latitude": place.latitude, "longitude": place.longitude}
    return City(name=place.name, written=written, side=place.side, **{**where, **point, **record})


def test_a_city_of_the_gazetteer_has_its_geonames_id_and_one_of_our_own_none() -> None:
    """Rome is https://www.geonames.org/3169070; a region that stands at its seat is no place of GeoNames."""
    plan = Plan(id="p", cities=(city_of("Rome"), city_of("Panjin"), city_of("Lazio")))
    assert build([plan]).cities["geonames_id"].tolist()[0] == 3169070
    assert build([plan]).cities["geonames_id"].isna().tolist() == [False, False, True]


def test_regions_have_their_codes_on_each_side_and_pairs_have_those_of_their_cities() -> None:
    plan = Plan(id="p", cities=(city_of("Rome"), city_of("Panjin")))
    (pair,) = build([plan]).pairs.to_dict("records")
    assert (pair["iso_3166_2"], pair["nuts_code"], pair["europe_geonames_id"]) == ("CN-LN", "ITI4", 3169070)
    assert build([plan]).cities[["iso_3166_2", "nuts_code"]].isna().to_numpy().tolist() == [
        [True, False],
        [False, True],
    ]


def test_a_region_that_is_no_unit_of_nuts_has_no_code() -> None:
    assert (nuts_code("GB", "England"), nuts_code("CN", "Liaoning"), province_code("Lazio")) == (None, None, None)


def test_every_province_of_the_gazetteer_has_a_code() -> None:
    provinces = {row["name"] for row in rows("regions") if row["country_code"] in ("CN", "HK", "MO")}
    assert [name for name in provinces if province_code(name) is None] == []


@pytest.mark.parametrize("row", rows("nuts"), ids=lambda row: row["nuts"])
def test_every_row_of_nuts_is_a_known_region_of_its_country(row: dict[str, str]) -> None:
    """The code begins with Eurostat's letters for the country: EL is Greece, UK the United Kingdom."""
    letters = {"GR": "EL", "GB": "UK"}.get(row["country_code"], row["country_code"])
    assert row["nuts"].startswith(letters)
    assert (row["country_code"], row["region"]) in {
        (one.country_code, one.name) for one in regions_named(row["region"])
    }


def test_a_goal_has_the_address_that_the_united_nations_give_it() -> None:
    plan = Plan(id="p", goals=(GoalMention(goal=11),))
    assert build([plan]).goals["goal_uri"].tolist() == ["http://metadata.un.org/sdg/11"]


def test_all_partners_of_the_product_have_an_id_but_regions_and_what_geonames_lacks() -> None:
    cities = build(real_plans()).cities
    without = set(cities.loc[cities["geonames_id"].isna(), "name"])
    regions = {"Alentejo", "Castilla y León", "Krapina-Zagorje", "Lazio", "Sisak-Moslavina", "South Bohemia"}
    assert without == {*regions, "Western Greece", "Agioi Anargyroi-Kamatero"}
