"""Population and size of each side."""

from __future__ import annotations

import pytest

from tests.reading.helpers import cell
from ucap.plan.record import Side
from ucap.reading.values.figures import doubt_order, read_figures

EXPECTED: dict[Side, float] = {"china": 1e6, "europe": 3e5}
ONE_EACH: dict[Side, int] = {"china": 1, "europe": 1}
CHINA_FIRST: tuple[Side, Side] = ("china", "europe")


def figures(
    *columns: str, counts: dict[Side, int] = ONE_EACH, sides: tuple[Side, Side] = CHINA_FIRST
) -> dict[str, float | None]:
    read = read_figures([cell(text) if text else cell() for text in columns], sides, EXPECTED, counts)
    return {side: one.value for side, one in read.items()}


@pytest.mark.parametrize(
    ("columns", "china", "europe"),
    [
        (("1.44 million", "N/A"), 1_440_000, None),
        (("550 Mio approx. 470,000",), 550_000_000, 470_000),
        (("3.1 Mio N/A",), 3_100_000, None),
        (("125,657 (metropolitan area: 305,222) c. 8 million",), 125_657, 8_000_000),
        (("1.2 million (2018, with Yuhang) 345 thousand",), 1_200_000, 345_000),
        (("1 440 000 345 821",), 1_440_000, 345_821),
        (("2.15 Mio (2020)", "0.3 million (urban area: 0.2 million)"), 2_150_000, 300_000),
    ],
)
def test_each_side_has_its_figure(columns: tuple[str, ...], china: float, europe: float | None) -> None:
    assert figures(*columns) == {"china": china, "europe": europe}


def test_a_bracket_into_which_the_other_column_ran_parts_no_columns() -> None:
    mixed = "15 million (permanent Lyon 515,695 / Birmingham residents) 1,141,000"
    assert figures(mixed, counts={"china": 1, "europe": 2}) == {"china": 15_000_000}


def test_a_side_of_which_nothing_is_said_is_left_out() -> None:
    assert figures("1.44 million", "") == {"china": 1_440_000}


def test_columns_follow_the_sides_of_the_cities() -> None:
    assert figures("232,208", "7,197,400", sides=("europe", "china")) == {"europe": 232_208, "china": 7_197_400}


@pytest.mark.parametrize(
    "columns", [("4.4 million, 9.5 million", "0.7 million"), ("4.4 million, 9.5 million 0.7 million",)]
)
def test_a_figure_for_each_of_several_cities_is_added_up(columns: tuple[str, ...]) -> None:
    assert figures(*columns, counts={"china": 2, "europe": 1}) == {"china": 13_900_000, "europe": 700_000}


@pytest.mark.parametrize(
    ("written", "total"),
    [
        ("Graz: 290,000; Linz: 205,000", 495_000),
        ("Graz 290,000 / Linz 205,000", 495_000),
        ("0.29 million (Graz), 205 thousand (Linz)", 495_000),
        ("Graz: 290,000; Linz: 205,000; total: 495,000", 495_000),
        ("495,000 in total, 205,000 of them in Linz", 495_000),
        ("0.29 + 0.205 million", 495_000),
        ("495,000, of which 290,000 in Graz", 495_000),
        ("urban: 290,000; region: 495,000", 290_000),
    ],
)
def test_figures_are_added_up_where_each_is_of_another_city(written: str, total: float) -> None:
    assert figures("1.44 million", written) == {"china": 1_440_000, "europe": total}


def test_a_list_of_cities_with_their_figures_is_told_from_the_other_column() -> None:
    collapsed = "3.55 million Thessaloniki: 0.32 million; Sarajevo: 0.28 million"
    assert figures(collapsed) == {"china": 3_550_000, "europe": 600_000}


def test_the_words_around_a_figure_belong_to_its_passage() -> None:
    read = read_figures([cell("over 52 thousand km2 approx. 41.6 km²")], CHINA_FIRST, EXPECTED, ONE_EACH)
    assert {side: str(one.sources[0][1]) for side, one in read.items()} == {
        "china": "over 52 thousand km2",
        "europe": "approx. 41.6 km²",
    }


def test_as_many_figures_as_cities_in_one_cell_are_those_of_the_cities_in_order() -> None:
    counts: dict[Side, int] = {"china": 1, "europe": 2}
    assert figures("487万人；20.8万人；16.4万人", counts=counts) == {"china": 4_870_000, "europe": 372_000}


def test_a_figure_written_in_two_languages_counts_once() -> None:
    counts: dict[Side, int] = {"china": 1, "europe": 2}
    assert figures("1.62 million 162万; 130,876; 58,797", counts=counts) == {"china": 1_620_000, "europe": 189_673}


@pytest.mark.parametrize(
    ("text", "counts", "china", "europe"),
    [
        ("150.984; 96.255; 59.548 habitantes 5,05 millones", {"europe": 3, "china": 1}, 5_050_000, 306_787),
        ("约45万人 55.6万人、28.9万人", {"china": 1, "europe": 2}, 450_000, 845_000),
        ("128.840 en 101.200 4,1 miljoen", {"europe": 2, "china": 1}, 4_100_000, 230_040),
    ],
)
def test_figures_of_several_cities_of_a_side_stay_together(text, counts, china, europe) -> None:
    order: tuple[Side, Side] = ("china", "europe") if "万" in text else ("europe", "china")
    assert figures(text, counts=counts, sides=order) == {"china": china, "europe": europe}


def test_sums_with_their_results_stand_in_their_columns() -> None:
    text = "6,026 + 4,049 = 10,075 280.7 + 214.2 = 494.9"
    assert figures(text, counts={"china": 2, "europe": 2}) == {"china": 10_075, "europe": 494.9}


def doubts(text: str, *, is_in_order: bool) -> dict[str, list[str]]:
    read = read_figures([cell(text)], CHINA_FIRST, EXPECTED, ONE_EACH)
    read = read if is_in_order else doubt_order(read, EXPECTED)
    return {side: [doubt.finding for doubt in one.doubts] for side, one in read.items()}


AMBIGUOUS = {"china": ["figure-ambiguous"], "europe": ["figure-ambiguous"]}


def test_figures_are_doubtful_where_they_fit_the_other_side_and_no_city_shows_which_is_first() -> None:
    assert doubts("150 thousand 5.05 million", is_in_order=False) == AMBIGUOUS
    assert doubts("5.05 million 150 thousand", is_in_order=False) == {"china": [], "europe": []}
    assert doubts("150 thousand 5.05 million", is_in_order=True) == {"china": [], "europe": []}
    assert doubts("0.56 Mio N/A", is_in_order=False) == {"china": [], "europe": []}


def test_figures_are_doubtful_where_more_columns_than_two_may_have_run_together() -> None:
    assert doubts("1.2 million 0.4 million 0.3 million", is_in_order=True) == AMBIGUOUS


@pytest.mark.parametrize(
    ("written", "passage"),
    [
        ("41.4 km² (without islands)", "41.4 km²"),
        ("41.4 km² (metropolitan area)", "41.4 km² (metropolitan area)"),
        ("41.4 km² (Novi Sad)", "41.4 km² (Novi Sad)"),
        ("1.2 million (Census 2016)", "1.2 million (Census 2016)"),
    ],
)
def test_a_remark_that_does_not_say_how_a_figure_was_counted_is_left_over(written: str, passage: str) -> None:
    read = read_figures([cell("7,446 km²"), cell(written)], CHINA_FIRST, EXPECTED, ONE_EACH)["europe"]
    assert [str(source) for _, source in read.sources] == [passage]
