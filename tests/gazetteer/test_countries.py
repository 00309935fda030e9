"""Countries by their names."""

import pytest

from ucap.gazetteer import countries_in, country_code, country_name, is_country


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Germany", "DE"),
        ("德国", "DE"),
        ("Deutschland", "DE"),
        ("UK", "GB"),
        ("EL", "GR"),
        ("Holland", "NL"),
        ("the Netherlands", "NL"),
        ("Czech Republic", "CZ"),
        ("Czechia", "CZ"),
        ("People's Republic of China", "CN"),
        ("IT", "IT"),
        ("Slovak Republic", "SK"),
        ("Liaoning", None),
        ("it", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_its_names_and_its_code(name: str, code: str | None) -> None:
    assert country_code(name) == code
    assert is_country(name) is (code is not None)


def test_countries_are_found_where_they_stand() -> None:
    text = "Italy, Czech Republic, Spain and turkey in 法国"
    assert [(text[found.start : found.end], found.value) for found in countries_in(text)] == [
        ("Italy", "IT"),
        ("Czech Republic", "CZ"),
        ("Spain", "ES"),
        ("法国", "FR"),
    ]


def test_names_follow_the_language_of_the_interface() -> None:
    assert [country_name(code) for code in ("GB", "CZ", "TR", "XY")] == [
        "United Kingdom",
        "Czech Republic",
        "Turkey",
        "XY",
    ]
    assert country_name("DE", "zh") == "德国"
