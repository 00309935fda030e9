"""Tables with a line for each city, whose heads name the rows of the template."""

from __future__ import annotations

import pytest

from tests.documents.helpers import assert_lawful, cells, labels, read
from ucap.documents.opening import open_document
from ucap.reading.record import read_document

HEADS = ("Stad (city)", "Provincie", "Land", "Inwoners", "Oppervlakte", "BBP (GDP)")
LINES = (
    ("Groningen", "Groningen", "Nederland", "203.000", "83,75 km²", "€ 10 miljard"),
    ("Weifang", "Shandong", "China", "9,37 miljoen", "16.140 km²", "RMB 616 miljard"),
)
REST = "Period: 2018-2020\nThemes: Wind\nSDGs: SDG 7\nKey focus: Gas pipes.\nObjectives: One handbook.\n"


def table(cell: str, line: str = "\n") -> str:
    return line.join(cell.join(row) for row in (HEADS, *LINES)) + "\n\n" + REST


def html() -> str:
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (HEADS, *LINES))
    rest = "".join(
        f"<p><b>{label}:</b>{value}</p>" for label, _, value in (one.partition(":") for one in REST.split("\n"))
    )
    return f"<html><body><h2>1. De partners (cities)</h2><table>{rows}</table>{rest}</body></html>"


@pytest.mark.parametrize("text", [table("\t"), table("    "), table(" | "), table("\n"), html()])
def test_a_line_for_each_city_is_turned_round(text: str) -> None:
    document = read(text)
    assert labels(document)["population"] == "Inwoners"
    assert cells(document, "country") == [["Nederland"], ["China"]]
    assert cells(document, None) == [["€ 10 miljard"], ["RMB 616 miljard"]]
    assert_lawful(document)
    plan = read_document(document)
    assert [(city.name, city.side, city.region) for city in plan.cities] == [
        ("Groningen", "europe", "Groningen"),
        ("Weifang", "china", "Shandong"),
    ]
    assert (plan.china.population, plan.europe.population) == (9_370_000, 203_000)
    assert (plan.china.area_km2, plan.europe.area_km2) == (16_140, 83.75)
    assert [
        found.code for found in plan.findings if (found.field or "").startswith(("/cities", "/china", "/europe"))
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "City\tCountry\tPopulation\tArea\nGroningen\tNetherlands\t203,000\t80 km²\nAssen\tNetherlands\t68,000\t20 km²\n"
        "Weifang\tChina\t9.37 million\t16,140 km²\n",
        "City\tGroningen\tAssen\tWeifang\nCountry\tNetherlands\tNetherlands\tChina\n"
        "Population\t203,000\t68,000\t9.37 million\nArea\t80 km²\t20 km²\t16,140 km²\n",
    ],
)
def test_columns_of_several_cities_of_a_side_are_put_together(text: str) -> None:
    plan = read_document(open_document("plan.txt", (text + REST.replace(": ", "\t")).encode()))
    assert [(city.name, city.side, city.lead) for city in plan.cities] == [
        ("Groningen", "europe", False),
        ("Assen", "europe", False),
        ("Weifang", "china", True),
    ]
    assert (plan.china.population, plan.europe.population) == (9_370_000, 271_000)
    assert (plan.europe.countries, plan.europe.area_km2) == (("NL",), 100)


def test_labels_that_stand_beside_each_other_without_cities_below_stay_as_they_are() -> None:
    document = read("City\tRegion\tCountry\nPeriod\t2018-2020\nThemes\tWind\nSDGs\tSDG 7\nKey focus\tGas pipes.\n")
    assert cells(document, "period") == [["2018-2020"]]


def test_a_table_with_its_labels_in_the_first_column_is_not_turned_round() -> None:
    document = read(f"City\tWeifang\tGroningen\nCountry\tChina\tNetherlands\nPopulation\t9 million\t203,000\n{REST}")
    assert cells(document, "city") == [["Weifang"], ["Groningen"]]
