"""Values of filters are found by their names in other languages and scripts, and by codes."""

from __future__ import annotations

import pytest

from tests.records import all_plans
from ucap.frames import build
from ucap.selection import Coverage
from ucap.selection.spellings import spellings
from ucap.wording import in_language


@pytest.fixture(scope="module")
def real() -> Coverage:
    return Coverage(build(all_plans()))


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("european_cities", "Rome", "罗马"),
        ("european_cities", "Rome", "roma"),
        ("european_cities", "Agioi Anargyroi-Kamatero", "akk"),
        ("chinese_cities", "Panjin", "盘锦"),
        ("provinces", "Guangxi", "广西"),
        ("countries", "IT", "意大利"),
        ("countries", "DE", "deutschland"),
        ("goals", 11, "11"),
        ("goals", 11, "sdg11"),
        ("plan_kinds", "visit", "访问"),
        ("plan_kinds", "visit", "visit"),
    ],
)
def test_a_value_is_known_by_its_names_in_other_languages(real: Coverage, name, value, written) -> None:
    """What a Chinese or a European visitor types is among the spellings of the value, folded."""
    assert written in real.spellings[name][value]


def test_spellings_do_not_depend_on_the_language_of_the_visitor(real: Coverage) -> None:
    """An English page finds 访问, a Chinese one finds "visit"."""
    assert in_language("zh", spellings, real.frames, real.options) == spellings(real.frames, real.options)


def test_every_option_has_an_entry(real: Coverage) -> None:
    """No value of a filter is without one, not even a city that the gazetteer does not know."""
    found = spellings(real.frames, real.options)
    assert {name: list(values) for name, values in found.items()} == {
        name: list(values) for name, values in real.options.items() if name != "plans"
    }
