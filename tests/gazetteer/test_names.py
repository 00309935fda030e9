"""A written name in its parts."""

import pytest

from ucap.gazetteer.search import read_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("City of Rome", "rome"),
        ("Municipality of Agioi Anargyroi", "agioi anargyroi"),
        ("Ordos City", "ordos"),
        ("Stuttgart Urban Region", "stuttgart"),
        ("Metropolitan City of Bologna", "bologna"),
        ("Città di Torino", "torino"),
        ("Suzhou (Taicang)", "suzhou"),
        ("Brest, France", "brest"),
        ("Brest France", "brest"),
        ("Xi An", "xian"),
    ],
)
def test_what_surrounds_a_name_is_taken_off_step_by_step(written: str, name: str) -> None:
    assert name in read_name(written).keys


def test_the_most_literal_form_comes_first() -> None:
    assert read_name("Stuttgart Region").keys[:2] == ("stuttgart region", "stuttgart")


def test_latin_and_chinese_are_kept_apart() -> None:
    reading = read_name("Guilin 桂林市")
    assert reading.keys == ("guilin",)
    assert reading.chinese == ("桂 林 市", "桂 林")


@pytest.mark.parametrize(
    ("written", "hint"), [("Essen (NRW)", "NRW"), ("Brest, France", "France"), ("Brest France", "france")]
)
def test_what_stands_behind_a_name_is_a_hint(written: str, hint: str) -> None:
    assert hint in read_name(written).hints


@pytest.mark.parametrize("written", ["", " ", "()", "–"])
def test_nothing_has_no_keys(written: str) -> None:
    assert read_name(written).keys == ()
