"""Rows that hold several of the template's are divided among them by what stands in them."""

from __future__ import annotations

import pytest

from ucap.documents.labels.several import rows_named
from ucap.documents.opening import open_document
from ucap.plan.record import Plan
from ucap.reading.ledger import covers
from ucap.reading.record import read_document

REST = "Period\t2018-2020\nThemes\tUrban mobility\nSDGs\tSDG 11\nKey focus\tQuiet trams.\n"


def plan(text: str, name: str = "plan.txt") -> Plan:
    document = open_document(name, (text + REST).encode())
    read = read_document(document)
    assert covers(read, document)
    return read


def codes(read: Plan, field: str) -> list[str]:
    return [found.code for found in read.findings if found.field == field]


@pytest.mark.parametrize(
    ("label", "rows"),
    [
        ("City, Region, Country", ["city", "region", "country"]),
        ("Stadt, Region, Land", ["city", "region", "country"]),
        ("城市、省份、国家", ["city", "region", "country"]),
        ("Location (city, region, country)", ["city", "region", "country"]),
        ("Population and area (km²)", ["population", "area"]),
        ("人口与面积", ["population", "area"]),
        ("City – Region – Country", ["city", "region", "country"]),
        ("Πόλη – Περιφέρεια – Χώρα / City – Region – Country", ["city", "region", "country"]),
        ("Qwertz – Uiop / City – Country", ["city", "country"]),
        ("City Region Country", ["city", "region", "country"]),
        ("City Region", []),
        ("City – Partners of the plan", []),
        ("Obiettivi e risultati attesi", ["objectives", "results"]),
        ("Province, State, Department...:", []),
        ("City / Stadt", []),
        ("Related SDGs and Urban Agenda topics", []),
        ("Key challenges of cooperation theme", []),
    ],
)
def test_a_label_names_several_rows_where_each_of_its_parts_is_a_label(label: str, rows: list[str]) -> None:
    assert [row for row, _span in rows_named(label)] == rows


@pytest.mark.parametrize(
    ("label", "china", "europe"),
    [
        ("City, Region, Country", "Hefei, Anhui, China", "Patras, Western Greece, Greece"),
        ("City, country and region", "Hefei, China, Anhui", "Patras (Greece, Western Greece)"),
        ("Country / Region / City", "China / Anhui / Hefei", "Greece / Western Greece / Patras"),
    ],
)
def test_names_of_one_row_are_cities_regions_and_countries(label: str, china: str, europe: str) -> None:
    read = plan(f"{label}\t{china}\t{europe}\n")
    assert [(city.name, city.written) for city in read.cities] == [("Hefei", "Hefei"), ("Patras", "Patras")]
    assert (read.china.regions, read.europe.regions) == (("Anhui",), ("Western Greece",))
    assert (read.china.countries, read.europe.countries) == (("CN",), ("GR",))


@pytest.mark.parametrize(
    ("label", "europe", "china"),
    [
        ("City – Region – Country", "Limassol – N/A – Κύπρος (Cyprus)", "Beihai – Guangxi – Κίνα (China)"),
        ("City / Region / Country", "Limassol / - / Cyprus", "Beihai / Guangxi / China"),
        ("City; region; country", "Limassol; N/A; Cyprus", "Beihai; Guangxi; China"),
        ("City<br>Region<br>Country", "Limassol<br>N/A<br>Cyprus", "Beihai<br>Guangxi<br>China"),
        ("Miasto – Województwo – Kraj", "Limassol – brak – Cypr", "Beihai – Guangxi – Chiny (China)"),
    ],
)
def test_parts_of_a_cell_are_what_the_label_names_in_their_place(label: str, europe: str, china: str) -> None:
    read = plan(f"{label}\t{europe}\t{china}\nPopulation – Area\t101,000 – 34.87 km²\t1.66 million – 3,337 km²\n")
    assert [(city.name, city.side) for city in read.cities] == [("Limassol", "europe"), ("Beihai", "china")]
    assert (read.china.regions, read.europe.regions) == (("Guangxi",), ())
    assert (read.china.countries, read.europe.countries) == (("CN",), ("CY",))
    assert (read.china.population, read.europe.area_km2) == (1_660_000, 34.87)
    assert codes(read, "/europe/regions") == []


def test_a_part_of_another_kind_than_the_label_names_in_its_place_goes_by_what_it_is() -> None:
    read = plan("City – Region – Country\tChina – Anhui – Hefei\tLinköping, Uppsala – Sweden\n")
    assert [city.name for city in read.cities] == ["Hefei", "Linköping", "Uppsala"]


def test_a_line_of_a_copied_text_that_names_several_rows_is_one_label() -> None:
    document = open_document(
        "plan.txt",
        "City – Region – Country\n\nLimassol – N/A – Cyprus\n\nBeihai – Guangxi – China\n\n"
        "Population and area\n\n101,000, 34.87 km²\n\n1.66 million, 3,337 km²\n\nGDP\n\n3 billion\n\n4 billion\n\n"
        "Period\n\n2018-2020\n\nThemes\n\nUrban mobility\n\nSDGs\n\nSDG 11\n\nKey focus\n\nQuiet trams.\n".encode(),
    )
    read = read_document(document)
    assert [(city.name, city.side) for city in read.cities] == [("Limassol", "europe"), ("Beihai", "china")]
    assert (read.china.population, read.europe.area_km2) == (1_660_000, 34.87)


def test_names_of_one_row_go_by_the_order_of_a_label_that_nobody_knows() -> None:
    read = plan("Partners (city, region, country)\tPatras, Patras County, Greece\tHefei, Anhui Province, China\n")
    assert [(city.name, city.written) for city in read.cities] == [("Patras", "Patras"), ("Hefei", "Hefei")]


def test_a_city_that_is_a_region_too_is_no_region_of_another_city() -> None:
    read = plan("City, Region, Country\tHefei, Anhui, China\tRome, Milan, Lazio, Italy\n")
    assert [city.name for city in read.cities if city.side == "europe"] == ["Rome", "Milan"]
    assert read.europe.regions == ("Lazio",)


def test_what_the_document_has_a_row_for_is_not_looked_for_in_another_row() -> None:
    read = plan("City, Country\tHefei, China\tPatras, Greece\nCountry\tChina\tGreece\n")
    assert [city.name for city in read.cities] == ["Hefei", "Patras"]
    assert codes(read, "/europe/countries") == []


@pytest.mark.parametrize(
    ("label", "china", "europe"),
    [
        ("Population and area", "7,97 million inhabitants, 11.445 km²", "approx. 214.000 inhabitants, 335 km²"),
        ("Area and population", "11.445 km² / 7.97 million", "335 km² / 214.000"),
        ("Population, area", "7.97 million; 11,445 km2", "214,000 (2018); 335 km2"),
        ("Einwohner und Fläche", "11.445 km², 7,97 Mio.", "335 km², 214.000 Einwohner"),
    ],
)
def test_figures_of_one_row_are_people_and_areas_by_their_units(label: str, china: str, europe: str) -> None:
    read = plan(f"City\tHefei\tPatras\n{label}\t{china}\t{europe}\n")
    assert (read.china.population, read.china.area_km2) == (7_970_000, 11_445)
    assert (read.europe.population, read.europe.area_km2) == (214_000, 335)
    assert codes(read, "/europe/population") == []


def test_figures_that_do_not_say_what_they_count_go_by_the_label_and_are_doubtful() -> None:
    read = plan("City\tHefei\tPatras\nPopulation / Area\t7,970,000 / 11,445\t214,000 / 335\n")
    assert (read.europe.population, read.europe.area_km2) == (214_000, 335)
    assert codes(read, "/europe/population") == codes(read, "/china/area_km2") == ["row-guessed"]


def test_headings_within_a_row_of_several_part_its_entries() -> None:
    cell = "<p>Objectives</p><ul><li>A bus line</ul><p>Expected results:</p><ul><li>Less CO2"
    read = plan(f"City\tHefei\tPatras\nObjectives and expected results\t{cell}\n")
    assert (read.objectives, read.results) == (("A bus line",), ("Less CO2",))
    row = "Challenges and objectives\t<p>Challenges: tenders are slow</p><p>Objectives: a bus line</p>"
    read = plan(f"City\tHefei\tPatras\n{row}\n")
    assert (read.challenges, read.objectives) == (("tenders are slow",), ("a bus line",))


def test_the_words_of_a_label_of_several_rows_are_headings_of_its_entries() -> None:
    cell = "<p>Desafios:</p><ul><li>Rents rise</ul><p>Objetivos</p><ul><li>A label for salt: blue"
    read = plan(f"City\tHefei\tPatras\nDesafios e objetivos\t{cell}\n")
    assert (read.challenges, read.objectives) == (("Rents rise",), ("A label for salt: blue",))


def test_entries_of_a_row_of_several_without_headings_are_doubtful() -> None:
    read = plan("City\tHefei\tPatras\nObjectives and expected results\t<ul><li>A bus line<li>Less CO2</ul>\n")
    assert len(read.objectives) + len(read.results) == 2
    assert "row-guessed" in codes(read, "/objectives") + codes(read, "/results")


def test_in_running_text_labels_that_follow_each_other_are_one_of_several_rows() -> None:
    lines = [
        "U-CAP PATRAS - HEFEI, SUMMARY",
        "City, Region, Country Patras, Western Greece, Greece Hefei, Anhui, China",
        "Population and area approx. 214.000 inhabitants, 335",
        "km²",
        "7,97 million inhabitants, 11.445 km²",
        "Duration of the cooperation 24 months from 1 October 2018",
        "Topics of cooperation Electric buses / Solar energy",
        "SDGs 7 (clean energy), 9 (innovation)",
        "Urban Agenda for the EU Energy Transition, Urban Mobility",
        "Key focus Electric buses: Hefei runs more than two thousand of them.",
        "Challenges Public tenders take eighteen months.",
        "Objectives and expected",
        "results",
        "Objectives",
        "- A clean bus line",
        "Expected results",
        "- A course on batteries",
    ]
    read = read_document(open_document("plan.txt", "\n".join(lines).encode()))
    assert [(city.name, city.lead) for city in read.cities] == [("Patras", True), ("Hefei", False)]
    assert (read.china.population, read.china.area_km2) == (7_970_000, 11_445)
    assert (read.europe.population, read.europe.area_km2) == (214_000, 335)
    assert read.europe.regions == ("Western Greece",)
    assert [theme.label for theme in read.themes] == ["Electric buses", "Solar energy"]
    assert [goal.goal for goal in read.goals if goal.stated] == [7, 9]
    assert (read.objectives, read.results) == (("A clean bus line",), ("A course on batteries",))


def test_figures_of_columns_that_ran_into_each_other_are_doubtful() -> None:
    read = plan("City\tHefei\tPatras\nPopulation and area\t7.97 million, 214,000 inhabitants, 11,445 km²\t335 km²\n")
    assert "row-guessed" in codes(read, "/china/population")
    assert "row-guessed" in codes(read, "/europe/area_km2")


@pytest.mark.parametrize("label", ["Cities (regions)", "Mesta (regije) / Cities (regions)"])
def test_regions_in_brackets_behind_their_cities_are_told_by_the_label(label: str) -> None:
    text = f"{label}\tCelje (Savinjska); Koper (Obalno-kraška)\tZhuzhou (Hunan)\nCountry\tSlovenia\tChina\n"
    read = plan(text)
    assert [(city.name, city.side, city.region) for city in read.cities] == [
        ("Celje", "europe", "Savinjska"),
        ("Koper", "europe", "Obalno-kraška"),
        ("Zhuzhou", "china", "Hunan"),
    ]
