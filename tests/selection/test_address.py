"""A selection as the page's address, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records import all_plans
from tests.strategies import OPTIONS, selections
from ucap.frames import build
from ucap.selection import Coverage, Selection, from_query, to_query


@pytest.fixture(scope="module")
def options() -> dict:
    return Coverage(build(all_plans())).options


@given(selections())
def test_an_address_says_the_selection_that_it_was_made_from(selection: Selection) -> None:
    assert from_query(to_query(selection), OPTIONS) == (selection, [])


names = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=6).map(
    str.strip
)


@given(st.lists(names.filter(bool), unique=True, min_size=1))
def test_any_names_however_alike_come_back_from_the_address(cities: list[str]) -> None:
    for city in cities:
        selection = Selection(chinese_cities=[city])
        assert from_query(to_query(selection), {"chinese_cities": cities}) == (selection, [])


def test_an_address_is_readable(options: dict) -> None:
    selection = Selection(
        chinese_cities=["Panjin"], european_cities=["Rome"], goals=[11], is_stated_only=True, text="tea"
    )
    assert to_query(selection) == {
        "city": ["Panjin"],
        "partner": ["Rome"],
        "goal": ["11"],
        "stated": ["1"],
        "q": ["tea"],
    }


def test_a_selection_that_says_nothing_has_an_empty_address() -> None:
    assert to_query(Selection()) == {}


@pytest.mark.parametrize("query", [{"city": "Rome"}, {"city": ["rome"]}, {"partner": [" Rome "]}])
def test_a_city_is_found_on_either_side_and_without_regard_to_case(options: dict, query: dict) -> None:
    assert from_query(query, options) == (Selection(european_cities=["Rome"]), [])


@pytest.mark.parametrize("written", ["IT", "it", "Italy", "Italien", "意大利"])
def test_a_country_is_known_by_its_code_and_by_its_names(options: dict, written: str) -> None:
    assert from_query({"country": written}, options) == (Selection(countries=["IT"]), [])


def test_accents_may_be_left_out(options: dict) -> None:
    assert from_query({"partner": "Malaga"}, options)[0] == Selection(european_cities=["Málaga"])


def test_a_name_of_several_places_means_all_of_them() -> None:
    places = {"chinese_cities": ["Taizhou (Zhejiang)", "Taizhou (Jiangsu)"]}
    assert from_query({"city": "Taizhou"}, places)[0].chinese_cities == ("Taizhou (Jiangsu)", "Taizhou (Zhejiang)")
    assert from_query({"city": "Taizhou (Jiangsu)"}, places)[0].chinese_cities == ("Taizhou (Jiangsu)",)


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"partnr": "Rome"}, "There is no filter “partnr”. Did you mean “partner”?"),
        ({"city": "Atlantis"}, "The data has no “Atlantis” for the filter Chinese city."),
        ({"goal": "18"}, "The data has no “18” for the filter Goal."),
        ({"goal": "eleven"}, "The data has no “eleven” for the filter Goal."),
        ({"year": "1999"}, "The data has no “1999” for the filter Year."),
        ({"stated": "maybe"}, "“maybe” is neither yes nor no, as “stated” must be."),
    ],
)
def test_what_is_not_known_is_ignored_and_said(options: dict, query: dict, message: str) -> None:
    assert from_query(query, options) == (Selection(), [message])


def test_what_is_known_counts_beside_what_is_not(options: dict) -> None:
    selection, ignored = from_query({"goal": ["11", "99"], "city": "Panjin"}, options)
    assert selection == Selection(goals=[11], chinese_cities=["Panjin"])
    assert len(ignored) == 1


def test_keys_of_others_and_empty_values_are_passed_over(options: dict) -> None:
    assert from_query({"lang": "zh", "goal": "", "stated": "0"}, options) == (Selection(), [])
