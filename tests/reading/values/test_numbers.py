"""Figures as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucap.reading.values.cldr_names import area_units
from ucap.reading.values.numbers import find_figures, is_not_available, split_figure
from ucap.vocabulary.reference import rows


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1.44 million", 1_440_000),
        ("2,44 milhões", 2_440_000),
        ("193 mil habitantes", 193_000),
        ("61 mil", 61_000),
        ("61,5 mil", 61_500),
        ("12 mil. obyvatel", 12_000_000),
        ("1.3 mil", 1_300_000),
        ("two hundred and ten thousand", 210_000),
        ("218 ten thousand", 2_180_000),
        ("13.6 Mio", 13_600_000),
        ("1,44 Mio.", 1_440_000),
        ("1,234 million", 1_234_000),
        ("10 million", 10_000_000),
        ("2 800 000", 2_800_000),
        ("2\u202f800\u202f000", 2_800_000),
        ("569.000", 569_000),
        ("1.440.000", 1_440_000),
        ("7,014,100", 7_014_100),
        ("2'800'000", 2_800_000),
        ("over 30 million", 30_000_000),
        ("approx. 470,000", 470_000),
        ("870 thousand", 870_000),
        ("87,5 thous.", 87_500),
        ("1,5 εκατ. / million", 1_500_000),
        ("12,5 τ.χλμ. / sq. km", 12.5),
        ("87,5 milj.", 87_500_000),
        ("1,440 thousand", 1_440_000),
        ("245 thousands", 245_000),
        ("870k", 870_000),
        ("half a million", 500_000),
        ("3-4 million", 3_000_000),
        ("between 4.5 and 4.6 million", 4_500_000),
        ("from 3.9 million to 4.1 million", 3_900_000),
        ("4.41 thousand million", 4_410_000_000),
        ("1.2 hundred million", 120_000_000),
        ("five hundred thousand", 500_000),
        ("约2,000万", 20_000_000),
        ("人口1756万人", 17_560_000),
        ("144万", 1_440_000),
        ("0.345 million", 345_000),
        ("4,102 km ²", 4_102),
        ("4102km2", 4_102),
        ("7 434.4 km2", 7_434.4),
        ("6,8 milionu obyvatel", 6_800_000),
        ("380 tisíc", 380_000),
        ("380 tis. obyv.", 380_000),
        ("1,7 millió fő", 1_700_000),
        ("380 de mii de locuitori", 380_000),
        ("1,3 млн. души", 1_300_000),
        ("0,8 εκατ.", 800_000),
        ("1,1 milijuna", 1_100_000),
        ("6,8 mil. obyvateľov", 6_800_000),
        ("4.627,47 km²", 4_627.47),
        ("4,627.47 sq km", 4_627.47),
        ("41,6 km²", 41.6),
        ("over 52 thousand km2", 52_000),
        ("10,500 ha", 105),
        ("41.6 平方公里", 41.6),
        ("16 280 hektár", 162.8),
        ("162 hehtaaria", 1.62),
        ("60,4 kv. km", 60.4),
        ("85 quilómetros quadrados", 85),
        ("340 kilometrow kwadratowych", 340),
        ("1.234 τ. χλμ.", 1_234),
    ],
)
def test_a_figure_has_the_value_that_its_writer_meant(written: str, value: float) -> None:
    figures = find_figures(written)
    assert [figure.value for figure in figures] == [pytest.approx(value)]
    assert figures[0].end <= len(written)


@pytest.mark.parametrize(
    ("written", "values"),
    [
        ("0.33 + 0.2 + 0.3 million", [330_000, 200_000, 300_000]),
        ("1.2 and 0.8 Mio", [1_200_000, 800_000]),
        ("120, 140 thousand", [120_000, 140_000]),
        ("88, 1,440 km²", [88, 1_440]),
        ("300 and 1.2 million", [300, 1_200_000]),
        ("61 mil; 9 mil", [61_000, 9_000]),
        ("9 mil; 6 mil.", [9_000_000, 6_000_000]),
        ("1,3 mil.; 193 mil", [1_300_000, 193_000]),
    ],
)
def test_numbers_of_a_list_may_share_the_unit_behind_the_last(written: str, values: list[float]) -> None:
    assert [figure.value for figure in find_figures(written)] == [pytest.approx(value) for value in values]


def test_a_year_in_a_remark_is_no_figure() -> None:
    assert find_figures("Note: the figures of Graz are from the census of 2011, ours from the yearbook") == []
    assert [figure.value for figure in find_figures("some 2011 inhabitants")] == [2011]


@pytest.mark.parametrize("written", ["N/A", "n/a", "n.a.", "N/A.", "not available", "unknown", "–", "-", "tbd", "无"])
def test_a_statement_that_there_is_no_value_is_recognised(written: str) -> None:
    assert is_not_available(written)
    assert [figure.value for figure in find_figures(written)] == [None]


@pytest.mark.parametrize("written", ["Nanjing", "41 km²", "", "Not far from Rome"])
def test_other_texts_state_no_lack(written: str) -> None:
    assert not is_not_available(written)


@pytest.mark.parametrize(
    ("collapsed", "values"),
    [
        ("3.1 Mio N/A", [3_100_000, None]),
        ("N/A 870 thousand", [None, 870_000]),
        ("N/A N/A", [None, None]),
        ("232,208 7,197,400", [232_208, 7_197_400]),
        ("6.55 million 345 821", [6_550_000, 345_821]),
        ("550 Mio approx. 470,000", [550_000_000, 470_000]),
        ("88 km² 3,798 km²", [88, 3_798]),
        ("2 995 400 230.241 inhabitants", [2_995_400, 230_241]),
        ("230.241 2 995 400", [230_241, 2_995_400]),
        ("over 52 thousand km2 N/A", [52_000, None]),
    ],
)
def test_columns_that_ran_together_give_a_figure_each(collapsed: str, values: list[float | None]) -> None:
    assert [figure.value for figure in find_figures(collapsed)] == values


def test_a_year_beside_a_figure_is_no_figure() -> None:
    assert [figure.value for figure in find_figures("7,197,400 (2018)")] == [7_197_400]


def test_figures_joined_by_spaces_split_where_both_come_closest_to_what_is_expected() -> None:
    (figure,) = find_figures("1 440 000 345 821")
    halves = split_figure(figure, (1_166_481, 345_000))
    assert halves is not None
    assert [half.value for half in halves] == [1_440_000, 345_821]


def test_a_figure_without_groups_has_no_place_to_split() -> None:
    (figure,) = find_figures("345821")
    assert split_figure(figure, (1, 1)) is None


@given(st.integers(min_value=1_000, max_value=999_999_999), st.sampled_from([",", ".", " ", "'", "\u202f"]))
def test_any_sign_may_set_thousands_apart(value: int, sign: str) -> None:
    """A whole number written in groups of three reads as itself, whatever sign stands between the groups."""
    (figure,) = find_figures(f"{value:,}".replace(",", sign))
    assert figure.value == value


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    """Figures lie within the text, in order, and do not overlap."""
    ends = [0]
    for figure in find_figures(text):
        assert ends[-1] <= figure.start < figure.end <= len(text)
        ends.append(figure.end)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("316 mila", 316_000),
        ("八百二十万", 8_200_000),
        ("470余万", 4_700_000),
        ("５，０００，０００", 5_000_000),
        ("8.2 million¹", 8_200_000),
        ("No. 3 city of the province, 8.2 million", 8_200_000),
        ("As of 31 December 2018: 590,000", 590_000),
        ("2017 – 583,393", 583_393),
        ("1110.3万亩", 7402),
        ("164,600,000 m²", 164.6),
        ("210³ km²", 210),
        ("2.ª ciudad del país: 812.000 habitantes", 812_000),
        ("4e ville de France, 309 346 hab.", 309_346),
        ("1 er rang, 20.000", 20_000),
        ("3:e stad, 344 000", 344_000),
        ("3. největší město, 289 000", 289_000),
        ("289.440. Stand: 2019", 289_440),
        ("1 234 567. Source: Eurostat", 1_234_567),
        ("1,234,567. Including suburbs", 1_234_567),
        ("158 520. Stand 2018", 158_520),
        ("158 520. including suburbs", 158_520),
        ("850. Inhabitants", 850),
        ("1,5 εκατ.", 1_500_000),
        ("全省排名第3位：520万", 5_200_000),
        ("位列第12名，88万人", 880_000),
        ("第2大城市，61萬", 610_000),
        ("1.2億", 120_000_000),
        ("六十八點五萬", 685_000),
        ("常住人口居民520万", 5_200_000),
    ],
)
def test_signs_dates_ranks_and_units_are_told_from_the_figure(text: str, value: float) -> None:
    assert [figure.value for figure in find_figures(text)] == [value]


@pytest.mark.parametrize("text", ["4-5 million", "4,300-4,400 km²", "between 11 and 12 million", "450万~500万"])
def test_a_range_is_known_as_one(text: str) -> None:
    assert [figure.is_range for figure in find_figures(text)] == [True]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一万一千二百八十二平方公里", 11282),
        ("三百二十平方公里", 320),
        ("四十一点六平方公里", 41.6),
        ("九百五十八点二万", 9_582_000),
        ("31万6千", 316_000),
        ("31万6000人", 316_000),
        ("1亿2千万", 120_000_000),
        ("第二大城市，八百万", 8_000_000),
        ("2,8 milions", 2_800_000),
        ("5,5 milioane", 5_500_000),
        ("1,2 мільйона", 1_200_000),
    ],
)
def test_numbers_in_characters_and_millions_in_the_languages_of_the_partners_are_read(text: str, value: float) -> None:
    assert [figure.value for figure in find_figures(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1½ million", 1_500_000),
        ("½ million", 500_000),
        ("two and a half million", 2_500_000),
        ("12¼ km²", 12.25),
        ("over a million", 1_000_000),
    ],
)
def test_halves_and_quarters_belong_to_their_figure(text: str, value: float) -> None:
    assert [figure.value for figure in find_figures(text)] == [value]


@pytest.mark.parametrize("text", ["291,000 inhabitants in 17 districts", "291,000, 17 communes", "29.1万，8个区"])
def test_the_number_of_a_citys_parts_is_no_figure(text: str) -> None:
    assert [figure.value for figure in find_figures(text)] == [291_000]


def test_the_names_of_units_of_area_are_those_of_cldr() -> None:
    assert {row["written"]: row["unit"] for row in rows("area_units")} == area_units()
