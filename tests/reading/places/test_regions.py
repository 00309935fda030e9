"""Provinces, states and departments of the region row."""

from __future__ import annotations

import pytest

from tests.reading.helpers import cell
from ucap.reading.places.regions import read_regions


def regions(text: str, country: str) -> list[str]:
    """The European regions of a row of two columns."""
    found = read_regions([cell("Hubei"), cell(text)], ("CN", country), ("china", "europe"))
    return [read.value for read in found.by_side["europe"]]


@pytest.mark.parametrize(
    ("text", "country", "expected"),
    [
        ("Département du Rhône", "FR", ["Rhône"]),
        ("Distrito do Porto", "PT", ["Porto"]),
        ("Košice Self-Governing Region", "SK", ["Košice"]),
        ("Žilinský samosprávny kraj", "SK", ["Žilina"]),
        ("Hauts-de-France, Nord", "FR", ["Hauts-de-France", "Nord"]),
        ("Styria Carinthia", "AT", ["Styria", "Carinthia"]),
    ],
)
def test_words_for_a_kind_of_region_are_no_region(text: str, country: str, expected: list[str]) -> None:
    assert regions(text, country) == expected


def test_no_region_of_another_country_is_cut_out_of_a_name() -> None:
    """Iceland has an Eastern Region."""
    assert regions("South Eastern Region", "MT") == ["South Eastern Region"]


def test_a_whole_region_of_another_country_is_read_as_it_stands() -> None:
    assert regions("Saxony", "AT") == ["Saxony"]


def test_a_name_that_is_a_direction_is_no_region_of_another_country() -> None:
    """Bulgaria has a North-East Region."""
    assert regions("North-East Region", "RO") == ["North-East Region"]
    assert regions("North-East Region", "BG") == ["North-East Bulgaria"]


def test_short_words_for_an_autonomous_region_are_no_name() -> None:
    found = read_regions([cell("Xinjiang Uyghur AR")], ("CN",), ("china",))
    assert [read.value for read in found.by_side["china"]] == ["Xinjiang"]


@pytest.mark.parametrize(
    ("text", "expected", "misplaced"),
    [
        ("Toscana, Italia", ["Tuscany"], ["Italia"]),
        ("Tuscany, Italy", ["Tuscany"], ["Italy"]),
        ("Włochy", [], ["Włochy"]),
        ("Lazio", ["Lazio"], []),
    ],
)
def test_a_country_among_the_regions_is_none_in_whichever_language(
    text: str, expected: list[str], misplaced: list[str]
) -> None:
    found = read_regions([cell("Hubei"), cell(text)], ("CN", "IT"), ("china", "europe"))
    assert [read.value for read in found.by_side["europe"]] == expected
    assert list(map(str, found.countries)) == misplaced
