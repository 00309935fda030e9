"""Themes that are counted, in two languages, or that a form holds in their place."""

from __future__ import annotations

import pytest

from tests.reading.helpers import cell, traced
from ucap.documents.model import Block, Cell
from ucap.reading.blanks import blank, declares_none
from ucap.reading.themes.themes import doubtful_themes, read_themes


def labels(*paragraphs: str) -> list[str]:
    cell = Cell(tuple(Block(traced(paragraph)) for paragraph in paragraphs))
    return [read.value.label for read in read_themes([cell], [])]


@pytest.mark.parametrize(
    ("row", "themes"),
    [
        ("1、城市交通 2、水资源管理", ["城市交通", "水资源管理"]),
        ("１．空气质量 ２．旅游", ["空气质量", "旅游"]),
        ("一、空气质量；二、旅游", ["空气质量", "旅游"]),
        ("（一）空气质量（二）旅游", ["空气质量", "旅游"]),
        ("① Urban mobility ② Water", ["Urban mobility", "Water"]),
        ("I. Air quality II. Tourism III. Education", ["Air quality", "Tourism", "Education"]),
        ("a. Air quality b. Tourism", ["Air quality", "Tourism"]),
        ("A/ Air quality B/ Tourism", ["Air quality", "Tourism"]),
        ("1/ Air quality 2/ Tourism", ["Air quality", "Tourism"]),
        ("24/ 7 city", ["24/ 7 city"]),
        ("A/C units for schools", ["A/C units for schools"]),
        ("Theme 1: Smart city Theme 2: Water management", ["Smart city", "Water management"]),
        ("Eje 1. Turismo cultural; Eje 2. Vino", ["Turismo cultural", "Vino"]),
        ("α) Cruise ships; β) Ferries", ["Cruise ships", "Ferries"]),
        ("Theme parks", ["Theme parks"]),
        ("Urban mobility，Water management", ["Urban mobility", "Water management"]),
        ("Urban mobility / 城市交通", ["Urban mobility / 城市交通"]),
        ("城市交通 Urban mobility 教育 Education", ["城市交通 Urban mobility", "教育 Education"]),
        ("文化遗产保护 Protection of heritage", ["文化遗产保护 Protection of heritage"]),
        ("无线通信；2. 航空人才培养；3. 冬季步行", ["无线通信", "航空人才培养", "冬季步行"]),
        ("We work on three things: (1) old stone, (2) the night and (3) roses", ["old stone", "the night", "roses"]),
        ("（1）Air quality（2）Tourism", ["Air quality", "Tourism"]),
        ("[1] Air quality [2] Tourism", ["Air quality", "Tourism"]),
        ("①Air quality②Tourism", ["Air quality", "Tourism"]),
        ("Ⅰ. Air quality Ⅱ. Tourism", ["Air quality", "Tourism"]),
        ("一是空气质量，二是旅游", ["空气质量", "旅游"]),
        ("1-Air quality 2-Tourism", ["Air quality", "Tourism"]),
        ("1: Air quality; 2: Tourism", ["Air quality", "Tourism"]),
        ("No. 1 Air quality; No. 2 Tourism", ["Air quality", "Tourism"]),
        ("T1: Air quality; T2: Tourism", ["Air quality", "Tourism"]),
        ("1.1 Air quality 1.2 Tourism", ["Air quality", "Tourism"]),
        ("01 Air quality 02 Tourism", ["Air quality", "Tourism"]),
        ("Air quality + Tourism", ["Air quality", "Tourism"]),
        ("1 river; 2 lakes", ["1 river", "2 lakes"]),
        ("Industry 4.0", ["Industry 4.0"]),
        ("5G networks", ["5G networks"]),
    ],
)
def test_numbers_part_themes_and_are_not_in_the_label(row: str, themes: list[str]) -> None:
    assert labels(row) == themes


def test_a_theme_in_two_paragraphs_of_two_languages_is_one() -> None:
    assert labels("Water management", "水资源管理", "Tourism", "旅游") == [
        "Water management 水资源管理",
        "Tourism 旅游",
    ]


@pytest.mark.parametrize(
    "row",
    [
        "Choose an item.",
        "To be defined",
        "tbd",
        "noch festzulegen",
        "待定",
        "see annex",
        "keine",
        "<insert theme>",
        "[theme]",
        "idem",
    ],
)
def test_words_in_place_of_a_theme_are_none(row: str) -> None:
    assert labels(row) == []


def test_only_a_declared_none_says_that_there_is_nothing() -> None:
    assert all(map(declares_none, ("N/A", "none", "keine", "不适用", "–")))
    assert not any(map(declares_none, ("tbd", "see annex", "Water", "Choose an item.")))
    assert blank("siehe Anlage 2") == "elsewhere"


def test_a_list_sign_left_in_a_theme_is_found() -> None:
    (read,) = read_themes([Cell((Block(traced("Tourism: a) parks → b) walks")),))], [])
    assert not list(doubtful_themes([read.value]))
    assert [found.field for found in doubtful_themes([read.value.model_copy(update={"label": "Parks → walks"})])] == [
        "/themes/0"
    ]


def test_commas_part_themes_of_which_the_last_may_have_a_detail_and_are_doubtful_elsewhere() -> None:
    found = [read.value for read in read_themes([cell("Green ports, Night trains, Old mills: flour")], ())]
    assert [(theme.label, theme.detail) for theme in found] == [
        ("Green ports", None),
        ("Night trains", None),
        ("Old mills", "flour"),
    ]
    (unsure,) = [read.value for read in read_themes([cell("Green ports, Night trains, Mills and flour")], ())]
    assert [found.code for found in doubtful_themes([unsure])] == ["theme-doubtful"]
