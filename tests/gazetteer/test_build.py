"""What the index is made of."""

import pytest

from tests.gazetteer.conftest import NewTown
from ucap.gazetteer.build import spellings
from ucap.gazetteer.geonames import Town


def in_prose(*towns: Town) -> set[str]:
    return {spelling.key for spelling in spellings(towns) if spelling.is_in_prose}


def test_transliterations_and_airport_codes_are_no_spellings(new_town: NewTown) -> None:
    town = new_town("Suzhou", country_code="CN", alternate_names=("Suchow", "su zhou shi", "SZV", "苏州市", "蘇州"))
    assert {spelling.key for spelling in spellings([town])} == {"suzhou", "suchow", "苏 州 市", "苏 州", "蘇 州"}


def test_running_text_is_searched_for_towns_of_some_size(new_town: NewTown) -> None:
    towns = [
        new_town("Village", population=14_999),
        new_town("Town", population=15_000, alternate_names=("Otherwise",)),
        new_town("City", population=100_000, alternate_names=("Elsewhere", "City", "Can")),
    ]
    assert in_prose(*towns) == {"town", "city", "elsewhere"}


def test_in_china_a_city_counts_by_its_name_and_a_county_by_its_size(new_town: NewTown) -> None:
    towns = [
        new_town("Yiwu", country_code="CN", population=0, alternate_names=("义乌市", "Cheng")),
        new_town("Big", country_code="CN", population=50_000, alternate_names=("大镇",)),
        new_town("Small", country_code="CN", population=49_999, alternate_names=("小镇",)),
    ]
    assert in_prose(*towns) == {"yiwu", "义 乌 市", "义 乌", "big"}


def test_a_quarter_of_a_city_does_not_count_as_a_town(new_town: NewTown) -> None:
    city = new_town("Metropolis", population=900_000, latitude=45.0, longitude=10.0)
    quarter = new_town("Quarter", population=90_000, latitude=45.05, longitude=10.05)
    neighbour = new_town("Neighbour", population=90_000, latitude=45.2, longitude=10.0)
    found = {spelling.key: spelling for spelling in spellings([city, quarter, neighbour])}
    assert {name for name, spelling in found.items() if spelling.is_in_prose} == {"metropolis", "neighbour"}
    assert found["quarter"].weight < found["neighbour"].weight


@pytest.mark.parametrize("name", ["Luxembourg", "Monaco"])
def test_the_name_of_a_country_means_the_country(name: str, new_town: NewTown) -> None:
    assert in_prose(new_town(name, population=200_000)) == set()


def test_the_name_of_another_region_means_the_region(new_town: NewTown) -> None:
    elsewhere = new_town("Hainan", country_code="CN", region="Inner Mongolia", population=200_000)
    assert in_prose(elsewhere) == set()
    assert in_prose(new_town("Beijing", country_code="CN", region="Beijing", population=200_000)) == {"beijing"}
