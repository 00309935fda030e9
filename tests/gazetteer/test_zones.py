"""A city with its district, zone or the letters of an authority is one place; names of treaties are none."""

from __future__ import annotations

import pytest

from ucap.gazetteer import gazetteer, is_zone, listed_countries


@pytest.mark.parametrize(
    ("name", "city"),
    [
        ("Nanjing Jiangbei New Area", "Nanjing"),
        ("Wuhan Economic and Technological Development Zone", "Wuhan"),
        ("Yubei District of Chongqing", "Chongqing"),
        ("成都市武侯区", "Chengdu"),
        ("西安高新区", "Xi'an"),
        ("Wuxi WND", "Wuxi"),
        ("Chengdu (CDHT)", "Chengdu"),
        ("Hong Kong SAR", "Hong Kong"),
        ("Xixian New Area", "Xi'an"),
    ],
)
def test_a_part_of_a_city_is_the_city(name: str, city: str) -> None:
    match = gazetteer().find(name, countries=("CN",))
    assert match.place is not None
    assert (match.place.name, match.is_fuzzy) == (city, False)


def test_a_zone_of_an_unknown_city_is_not_guessed() -> None:
    assert is_zone("Hunan Xiangjiang New Area")
    assert gazetteer().find("Qwertz New Area").place is None


@pytest.mark.parametrize(
    "text",
    [
        "the New Leipzig Charter",
        "the Pact of Amsterdam",
        "the Aarhus Convention",
        "the Bologna Process",
        "die Charta von Aalborg",
        "《巴黎协定》",
        "DG REGIO",
    ],
)
def test_treaties_charters_and_offices_are_no_places(text: str) -> None:
    assert gazetteer().mentions(f"Talks on {text} were held.", []) == []


@pytest.mark.parametrize("text", ["a charter flight to Leipzig", "Visit of Athens. Declarations followed."])
def test_words_like_these_elsewhere_change_nothing(text: str) -> None:
    assert len(gazetteer().mentions(text, [])) == 1


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("CHN", ["CN"]),
        ("BEL, ITA", ["BE", "IT"]),
        ("PRC", ["CN"]),
        ("AT", ["AT"]),
        ("Chine", ["CN"]),
        ("Allemagne, Italie", ["DE", "IT"]),
        ("Hong Kong SAR, China", ["HK", "CN"]),
        ("N/A", []),
        ("It is in Austria", ["AT"]),
        ("România R.P. Chineză", ["RO", "CN"]),
        ("Lietuva / Kinija", ["LT", "CN"]),
        ("Ελλάδα, Λ.Δ. Κίνας", ["GR", "CN"]),
        ("Hrvatska, NR Kina", ["HR", "CN"]),
        ("UK China", ["GB", "CN"]),
        ("Puerto Rico, China", ["PR", "CN"]),
    ],
)
def test_a_list_of_countries_has_codes_and_local_names(row: str, codes: list[str]) -> None:
    assert [found.value for found in listed_countries(row)] == codes
