"""Which of several places of one name is meant."""

from ucap.gazetteer.index import Named
from ucap.gazetteer.place import Place, Region
from ucap.gazetteer.search import Hints, choose


def named(country_code: str, weight: float, region: str | None = None) -> Named:
    return Named(Place("Name", country_code, region or country_code, 45.0, 10.0), weight)


def test_the_heavier_place_is_meant_and_the_other_told() -> None:
    heavy, light = named("IT", 300), named("ES", 50)
    match = choose([light, heavy], Hints())
    assert (match.place, match.alternatives, match.is_ambiguous) == (heavy.place, (light.place,), False)


def test_weights_that_differ_by_less_than_three_times_are_ambiguous() -> None:
    assert choose([named("IT", 149), named("ES", 50)], Hints()).is_ambiguous
    assert not choose([named("IT", 150), named("ES", 50)], Hints()).is_ambiguous


def test_two_places_of_one_region_are_taken_for_the_same() -> None:
    match = choose([named("IT", 120), named("IT", 100)], Hints())
    assert (match.alternatives, match.is_ambiguous) == ((), False)


def test_country_side_and_region_decide_against_the_weight() -> None:
    china, france = named("CN", 1000), named("FR", 100, "Brittany")
    brittany = Region("Brittany", "FR", ("Brittany",))
    for hints in (Hints(frozenset({"FR"})), Hints(side="europe"), Hints(regions=(brittany,))):
        match = choose([china, france], hints)
        assert (match.place, match.is_ambiguous) == (france.place, False)


def test_a_named_region_that_holds_only_the_heavier_settles_it() -> None:
    oder, main = named("DE", 1_000, "Brandenburg"), named("DE", 900_000, "Hesse")
    brandenburg, hesse = (Region(name, "DE", (name,)) for name in ("Brandenburg", "Hesse"))
    match = choose([oder, main], Hints(regions=(brandenburg,)))
    assert (match.place, match.is_ambiguous) == (oder.place, False)
    assert choose([oder, named("DE", 900, "Hesse")], Hints(regions=(brandenburg, hesse))).is_ambiguous


def test_a_hint_does_not_make_a_hamlet_of_a_capital() -> None:
    capital, hamlet = named("IT", 2_300_000), named("FR", 600)
    assert choose([capital, hamlet], Hints(frozenset({"FR"}))).place == capital.place


def test_places_below_a_hundredth_of_the_weight_are_not_worth_mentioning() -> None:
    assert choose([named("IT", 1000), named("ES", 9)], Hints()).alternatives == ()


def test_no_candidates_are_no_match() -> None:
    assert choose([], Hints()).place is None
