"""Cities distinguished, pairs and distances."""

import numpy as np
import pandas as pd
import pytest
from geopy.distance import geodesic

from ucap.frames import build
from ucap.frames.places import city_labels, distances_km
from ucap.plan.record import City, Plan

PANJIN = City(name="Panjin", written="Panjin", side="china", region="Liaoning", latitude=41.121, longitude=122.0739)
ROME = City(name="Rome", written="Roma", side="europe", country_code="IT", latitude=41.8919, longitude=12.5113)


def labels(*places: tuple[str, str | None, str | None]) -> list[str]:
    return city_labels(pd.DataFrame(places, columns=["name", "region", "country"], dtype="str")).to_list()


def test_a_name_that_one_place_has_is_its_label() -> None:
    assert labels(("Panjin", "Liaoning", "China"), ("Panjin", "Liaoning", "China")) == ["Panjin", "Panjin"]


def test_places_that_share_a_name_are_told_apart_by_their_region_or_else_their_country() -> None:
    places = [
        ("Taizhou", "Zhejiang", "China"),
        ("Taizhou", "Jiangsu", "China"),
        ("Cordoba", None, "Spain"),
        ("Cordoba", None, "Argentina"),
    ]
    assert labels(*places) == ["Taizhou (Zhejiang)", "Taizhou (Jiangsu)", "Cordoba (Spain)", "Cordoba (Argentina)"]


def test_a_city_of_which_nothing_more_is_known_keeps_its_name() -> None:
    assert labels(("Atlantis", None, None), ("Atlantis", None, None)) == ["Atlantis", "Atlantis"]


def test_the_distance_is_the_geodesic_one() -> None:
    pair = build([Plan(id="panjin", cities=[PANJIN, ROME])]).pairs.iloc[0]
    assert pair["distance_km"] == round(geodesic((41.121, 122.0739), (41.8919, 12.5113)).kilometers)
    assert (pair["china_city"], pair["europe_city"], pair["province"], pair["country"]) == (
        "Panjin",
        "Rome",
        "Liaoning",
        "Italy",
    )


def test_a_distance_to_a_place_that_is_not_known_is_missing() -> None:
    coordinates = pd.DataFrame([[41.1, 122.1, np.nan, np.nan], [41.1, 122.1, 41.1, 122.1]])
    assert distances_km(coordinates).tolist() == pytest.approx([np.nan, 0.0], nan_ok=True)


def test_a_city_that_a_plan_lists_twice_makes_one_pair() -> None:
    frames = build([Plan(id="panjin", cities=[PANJIN, ROME, ROME])])
    assert len(frames.pairs) == frames.plans["pair_count"].item() == 1


def test_a_plan_with_cities_of_one_side_only_has_no_pairs() -> None:
    frames = build([Plan(id="panjin", cities=[PANJIN])])
    assert len(frames.pairs) == frames.plans["pair_count"].item() == 0


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["visit"], ["met"]),
        (["cluster", "visit"], ["met", "met"]),
        (["pairing"], ["paired"]),
        (["visit", "summary"], ["paired", "paired"]),
    ],
)
def test_two_cities_are_paired_by_one_plan_about_them_and_have_else_only_met(
    kinds: list[str], expected: list[str]
) -> None:
    """A visit in which a paired city takes part, too, does not make the pair one that has only met."""
    frames = build([Plan(id=kind, kind=kind, cities=(PANJIN, ROME)) for kind in kinds])
    assert frames.pairs["link"].to_list() == expected
