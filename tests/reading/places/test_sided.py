"""Words that say on which side cities, regions and figures are that stand in one text."""

from __future__ import annotations

import pytest

from tests.reading.helpers import traced
from ucap.documents.opening import open_document
from ucap.plan.record import Plan
from ucap.reading.ledger import covers
from ucap.reading.places.sided import by_side
from ucap.reading.record import read_document

REST = "Period\t2018-2020\nThemes\tUrban mobility\nSDGs\tSDG 11\nKey focus\tQuiet trams.\n"


def plan(**rows: str) -> Plan:
    text = "".join(f"{label.capitalize()}\t{value}\n" for label, value in rows.items())
    document = open_document("plan.txt", (text + REST).encode())
    read = read_document(document)
    assert covers(read, document)
    return read


def names(read: Plan) -> list[tuple[str, str]]:
    return [(city.written, city.side) for city in read.cities]


def people(read: Plan) -> tuple[int | None, int | None]:
    return read.china.population, read.europe.population


BOTH = [("Jiujiang", "china"), ("Évora", "europe"), ("Badajoz", "europe")]


@pytest.mark.parametrize(
    "city",
    [
        "Jiujiang on the Chinese side; Évora and Badajoz on the European side",
        "Chinese side: Jiujiang; European side: Évora and Badajoz",
        "Chinese cities: Jiujiang; European cities: Évora, Badajoz",
        "China: Jiujiang; EU: Évora, Badajoz",
        "China: Jiujiang; Portugal: Évora; Spain: Badajoz",
        "Jiujiang in China; Évora in Portugal; Badajoz in Spain",
        "Jiujiang (Chinese side); Évora and Badajoz (European side)",
        "Jiujiang côté chinois; Évora et Badajoz côté européen",
        "Auf chinesischer Seite Jiujiang, auf europäischer Seite Évora und Badajoz",
        "Jiujiang por la parte china, Évora y Badajoz por la parte europea",
        "Jiujiang po stronie chińskiej, Évora i Badajoz po stronie europejskiej",
        "中方：Jiujiang；欧方：Évora、Badajoz",
    ],
)
def test_words_for_a_side_are_no_city(city: str) -> None:
    read = plan(city=city)
    assert names(read) == BOTH
    assert [found.code for found in read.findings if (found.field or "").startswith("/cities")] == []


@pytest.mark.parametrize(
    ("city", "written"),
    [
        ("Side, Jiujiang", ["Side", "Jiujiang"]),
        ("Foshan City China, Brest (France)", ["Foshan City China", "Brest (France)"]),
        ("Évora (EU), Jiujiang", ["Évora (EU)", "Jiujiang"]),
    ],
)
def test_a_city_called_side_and_a_country_behind_a_name_are_no_words_for_a_side(city: str, written: list[str]) -> None:
    assert [one for one, _ in names(plan(city=city))] == written


def test_an_unknown_city_is_on_the_side_that_is_said() -> None:
    read = plan(
        city="Qwertzhou on the Chinese side; Évora on the European side", population="Qwertzhou 2 million; Évora 56,000"
    )
    assert names(read) == [("Qwertzhou", "china"), ("Évora", "europe")]
    assert [found.code for found in read.findings if found.field == "/cities/0"] == ["city-unknown"]
    assert people(read) == (2_000_000, 56_000)


def test_regions_with_words_for_a_side_are_those_alone() -> None:
    read = plan(city="Évora, Jiujiang", province="Jiangxi on the Chinese side, Alentejo on the European side")
    assert (read.china.regions, read.europe.regions) == (("Jiangxi",), ("Alentejo",))


@pytest.mark.parametrize(
    ("population", "china", "europe"),
    [
        ("Jiujiang 4.9 million; Évora 56,000, Badajoz 150,000", 4_900_000, 206_000),
        ("Évora 56,000 and Badajoz 150,000 / Jiujiang 4.9 million", 4_900_000, 206_000),
        ("Évora 56,000, Jiujiang 4.9 million, Badajoz 150,000", 4_900_000, 206_000),
        ("4.9 million in Jiujiang; 56,000 in Évora and 150,000 in Badajoz", 4_900_000, 206_000),
        ("4.9 million (Jiujiang), 56,000 (Évora), 150,000 (Badajoz)", 4_900_000, 206_000),
        ("Évora and Badajoz together 206,000, Jiujiang 4.9 million", 4_900_000, 206_000),
        ("European side: 206,000; Chinese side: 4.9 million", 4_900_000, 206_000),
        ("Jiujiang – 4.9 million Évora – 56 000 Badajoz – 150 000", 4_900_000, 206_000),
        ("Portugal 56,000, Spain 150,000; China 4.9 million", 4_900_000, 206_000),
        (
            "Jiujiang 4.9 million, of which Jiujiang city 1.2 million; Évora 56,000 + Badajoz 150,000",
            4_900_000,
            206_000,
        ),
    ],
)
def test_figures_are_of_the_side_that_is_named_at_them(population: str, china: int, europe: int) -> None:
    assert people(plan(city="Jiujiang, Évora, Badajoz", population=population)) == (china, europe)


def test_two_figures_of_one_city_are_not_added_up() -> None:
    read = plan(
        city="Jiujiang, Évora", population="Jiujiang 1.2 million, Jiujiang prefecture 4.9 million; Évora 56,000"
    )
    assert people(read) == (1_200_000, 56_000)
    assert "figure-ambiguous" in [found.code for found in read.findings if found.field == "/china/population"]


def test_a_text_without_words_for_a_side_stays_whole() -> None:
    assert [(str(part.text), part.side) for part in by_side(traced("Jiujiang, China and Évora"))] == [
        ("Jiujiang, China and Évora", None)
    ]
