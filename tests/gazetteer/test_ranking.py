"""Which of several places of one name is meant."""

from ucap.gazetteer.index import Named
from ucap.gazetteer.place import Place, Region
from ucap.gazetteer.ranking import Hints, choose


def named(country_code: str, population: int, *, region: str = "", main: bool = True, suburb: bool = False) -> Named:
    place = Place("Name", country_code, region or country_code, 45.0, 10.0, population)
    return Named(place, is_main=main, is_suburb=suburb)


def test_the_larger_place_is_meant_and_the_other_told() -> None:
    large, small = named("IT", 300_000), named("ES", 50_000)
    match = choose([small, large], Hints())
    assert (match.place, match.alternatives, match.is_ambiguous) == (large.place, (small.place,), False)


def test_places_of_less_than_three_times_the_size_are_ambiguous() -> None:
    assert choose([named("IT", 120_000), named("ES", 50_000)], Hints()).is_ambiguous
    assert not choose([named("IT", 150_000), named("ES", 50_000)], Hints()).is_ambiguous


def test_two_places_of_one_region_are_taken_for_the_same() -> None:
    match = choose([named("IT", 120_000), named("IT", 100_000)], Hints())
    assert (match.alternatives, match.is_ambiguous) == ((), False)


def test_a_usual_name_weighs_more_than_an_alternate_one() -> None:
    town, capital = named("FR", 100_000), named("AT", 1_000_000, main=False)
    assert choose([town, capital], Hints()).place == town.place


def test_a_suburb_weighs_less_than_a_town() -> None:
    town, suburb = named("ES", 100_000), named("IT", 140_000, suburb=True)
    assert choose([town, suburb], Hints()).place == town.place


def test_a_country_outside_the_programme_weighs_less() -> None:
    inside, outside = named("FR", 140_000), named("BY", 300_000)
    assert choose([inside, outside], Hints()).place == inside.place


def test_country_side_and_region_decide_against_the_population() -> None:
    china, france = named("CN", 1_000_000), named("FR", 100_000, region="Brittany")
    brittany = Region("Brittany", "FR", ("Brittany",))
    for hints in (Hints(frozenset({"FR"})), Hints(side="europe"), Hints(regions=(brittany,))):
        match = choose([china, france], hints)
        assert (match.place, match.is_ambiguous) == (france.place, False)


def test_a_hint_does_not_make_a_hamlet_of_a_capital() -> None:
    capital, hamlet = named("IT", 2_300_000), named("FR", 600)
    assert choose([capital, hamlet], Hints(frozenset({"FR"}))).place == capital.place


def test_places_of_a_hundredth_of_the_weight_are_not_worth_mentioning() -> None:
    assert choose([named("IT", 1_000_000), named("ES", 9_000)], Hints()).alternatives == ()


def test_no_candidates_are_no_match() -> None:
    assert choose([], Hints()).place is None
