"""Facts below the name of each city, in place of a table."""

from __future__ import annotations

import pytest

from tests.documents.helpers import assert_lawful, cells, read
from ucap.documents.opening import open_documents
from ucap.reading.record import read_document

ALONE = """Oulu
Maakunta (province): Pohjois-Pohjanmaa
Maa (country): Suomi
Asukkaita (population): 205 500
Pinta-ala (area): 3 866 km²
Mayor: Päivi Laajala

Harbin
Maakunta (province): Heilongjiang
Maa (country): Kiina
Asukkaita (population): 10,6 miljoonaa
Pinta-ala (area): 53 076 km²
Mayor: Sun Zhe
"""
BEHIND_WORDS = ALONE.replace("\nHarbin", "\nChinese partner city: Harbin").replace("Oulu\n", "European partner: Oulu\n")
REST = """
Period: 2018-2020
Themes: Winter roads
SDGs: SDG 11
Key focus: Salt, gravel or heat.
Objectives: One handbook.
"""


def html(text: str) -> str:
    return f"<html><body><h1>Summary</h1>{''.join(f'<p>{line}</p>' for line in text.split(chr(10)))}</body></html>"


@pytest.mark.parametrize("facts", [ALONE, BEHIND_WORDS], ids=["alone", "behind words"])
@pytest.mark.parametrize("shaped", [str, html])
def test_facts_below_the_names_of_cities_are_rows_with_a_cell_for_each(facts, shaped) -> None:
    document = read(shaped(f"Oulu and Harbin: Action Plan\n\n{facts}{REST}"))
    assert cells(document, "population") == [["205 500"], ["10,6 miljoonaa"]]
    assert cells(document, "period") == [["2018-2020"]]
    assert_lawful(document)
    plan = read_document(document)
    assert [(city.name, city.side, city.region) for city in plan.cities] == [
        ("Oulu", "europe", "North Ostrobothnia"),
        ("Harbin", "china", "Heilongjiang"),
    ]
    assert (plan.europe.population, plan.china.population) == (205_500, 10_600_000)
    assert (plan.europe.area_km2, plan.china.area_km2) == (3_866, 53_076)
    assert "Sun Zhe" in " ".join(plan.unplaced)


def test_what_cities_of_one_side_have_is_added_up() -> None:
    daqing = "\nDaqing\nProvince: Heilongjiang\nCountry: China\nPopulation: 2.7 million\nArea: 21,219 km²\n"
    plan = read_document(read(f"{ALONE}{daqing}{REST}"))
    assert [city.name for city in plan.cities] == ["Oulu", "Harbin", "Daqing"]
    assert (plan.china.population, plan.china.area_km2) == (13_300_000, 74_295)
    assert plan.china.regions == ("Heilongjiang",)


def test_a_fact_that_the_template_lacks_is_one_of_its_city_where_others_have_it() -> None:
    document = read(
        f"Oulu and Harbin: Action Plan\n\n{ALONE}{REST}".replace("Mayor: Sun Zhe", "Website: harbin.example")
    )
    assert cells(document, None) == [["Päivi Laajala"]]
    assert "harbin.example" in " ".join(map(str, document.loose))


def test_the_addresses_of_offices_are_no_cities() -> None:
    address = "{} Department\nProvince: {}\nCountry: {}\nPhone: 12\n"
    offices = address.format("Harbin Foreign Affairs", "Heilongjiang", "China") + address.format(
        "Oulu Planning", "North Ostrobothnia", "Finland"
    )
    plan = read_document(read(f"City: Harbin, Oulu\nCountry: China, Finland\n{REST}Contact:\n{offices}"))
    assert [city.name for city in plan.cities] == ["Harbin", "Oulu"]


@pytest.mark.parametrize(
    "text",
    [
        f"City: Harbin, Oulu\nProvince: Heilongjiang, Kainuu\nCountry: China, Finland\n{REST}",
        f"Harbin - Oulu\nProvince: Heilongjiang, Kainuu\nCountry: China, Finland\nCity: Harbin, Oulu\n{REST}",
    ],
)
def test_one_plan_with_a_label_before_each_value_has_the_cells_that_it_had(text: str) -> None:
    assert cells(read(text), "country") == [["China, Finland"]]


def test_two_plans_whose_rows_are_lines_stay_two() -> None:
    first = f"City: Harbin, Oulu\nProvince: Heilongjiang, North Ostrobothnia\nCountry: China, Finland\n{REST}"
    both = open_documents("both", (first + first.replace("Harbin", "Daqing").replace("Oulu", "Vaasa")).encode())
    assert [cells(plan, "city") for plan in both] == [[["Harbin, Oulu"]], [["Daqing, Vaasa"]]]
