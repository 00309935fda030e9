"""The gazetteer in the shape of a geopy geocoder, and distances."""

from hypothesis import given
from hypothesis import strategies as st

from ucap.gazetteer import Place, gazetteer
from ucap.gazetteer.place import distance_km


def test_a_location_carries_what_was_found() -> None:
    location = gazetteer().geocode("Roma")
    assert location is not None
    assert location.raw == gazetteer().find("Rome")
    assert (location.latitude, location.longitude) == (41.89193, 12.51133)
    assert location.address == "Rome, Lazio, IT"


def test_the_other_places_of_a_name_come_with_it() -> None:
    location = gazetteer().geocode("Taizhou")
    assert location is not None
    assert (location.raw.place.region, location.raw.alternatives[0].region) == ("Jiangsu", "Zhejiang")


def test_hints_are_passed_on_and_an_unknown_place_is_none() -> None:
    location = gazetteer().geocode("Taizhou", regions=["Zhejiang"])
    assert location is not None
    assert location.raw.place.region == "Zhejiang"
    assert gazetteer().geocode("Atlantis") is None


def test_panjin_is_as_far_from_rome_as_the_ellipsoid_says() -> None:
    panjin, rome = gazetteer().find("Panjin").place, gazetteer().find("Rome").place
    assert panjin is not None
    assert rome is not None
    assert round(distance_km(panjin, rome)) == 8410


@given(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), st.tuples(st.floats(-90, 90), st.floats(-180, 180)))
def test_the_way_back_is_as_long_as_the_way_there(one: tuple[float, float], other: tuple[float, float]) -> None:
    here, there = Place("", "CN", None, *one), Place("", "IT", None, *other)
    assert abs(distance_km(here, there) - distance_km(there, here)) < 1e-6
    assert 0 <= distance_km(here, there) <= 20004
    assert distance_km(here, here) == 0
