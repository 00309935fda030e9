"""How likely a name means a place."""

from tests.gazetteer.conftest import NewTown
from ucap.gazetteer.build import weight


def test_a_town_weighs_as_much_as_its_people(new_town: NewTown) -> None:
    assert weight(new_town("Town", population=1000), is_usual_name=False, is_suburb=False) == 1000


def test_a_usual_name_weighs_thirty_times_an_alternate_one(new_town: NewTown) -> None:
    assert weight(new_town("Town", population=1000), is_usual_name=True, is_suburb=False) == 30_000


def test_a_suburb_weighs_a_fifth(new_town: NewTown) -> None:
    assert weight(new_town("Quarter", population=1000), is_usual_name=False, is_suburb=True) == 200


def test_a_country_outside_the_programme_weighs_a_tenth(new_town: NewTown) -> None:
    town = new_town("Town", population=1000, country_code="BY")
    assert weight(town, is_usual_name=False, is_suburb=False) == 100


def test_an_unknown_population_weighs_a_little(new_town: NewTown) -> None:
    assert 0 < weight(new_town("Town", population=0), is_usual_name=False, is_suburb=False) < 1000
