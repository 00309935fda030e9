"""Tables that were copied as text."""

import pytest

from ucap.documents.copied import with_tabs
from ucap.reading import read

MARKDOWN = """# U-CAP Summary

| **City:** | Changchun, Harbin (lead city) | Umeå, Oulu |
| --- | :---: | --- |
| **Country:** | China | Sweden, Finland |
| **Cooperation Themes:** | Theme 1: Snow as a resource<br>Theme 2: District heating | |
| **Main objectives:** | • A handbook on snow depots<br />• Meters in 2,000 flats | |

Please contact:

<IUC-ASIA_office@iuc-asia.eu>

*A European Union Programme*
"""
CELLS = '''City :\tNancy\tKunming
Country :\tFrance\tChine
Cooperation Themes :\t"– Botanical gardens
– Glass and ""crafts"""\t
Main objectives :\t"– A common list of 300 plants
– One rule for stops"\t
'''


def test_a_table_in_markdown_is_read_as_a_table():
    (plan,) = read("plan.txt", MARKDOWN.encode())
    assert [(city.name, city.lead) for city in plan.cities][:2] == [("Changchun", False), ("Harbin", True)]
    assert [theme.label for theme in plan.themes] == ["Snow as a resource", "District heating"]
    assert plan.objectives == ("A handbook on snow depots", "Meters in 2,000 flats")
    assert plan.contacts == ("IUC-ASIA_office@iuc-asia.eu",)
    assert not plan.unplaced


def test_cells_of_a_spreadsheet_in_quotes_over_several_lines_are_cells():
    (plan,) = read("plan.txt", CELLS.encode())
    assert [theme.label for theme in plan.themes] == ["Botanical gardens", 'Glass and "crafts"']
    assert plan.objectives == ("A common list of 300 plants", "One rule for stops")


def test_a_table_in_markdown_without_outer_borders_is_one():
    text = "City | Graz | Wuhan\n--- | --- | ---\nThemes | Water \\| air | \n\nNo | table"
    assert with_tabs(text) == "City\tGraz\tWuhan\nThemes\tWater | air\n\nNo | table"


@pytest.mark.parametrize(
    "text",
    [
        "City: Graz | Wuhan\nCountry: Austria | China\n-----\nThemes: *Water*",
        'City\tGraz\t"Wuhan"\nThemes\tThe "green" town',
        "City: Graz\n**Themes:** Water\n# 1\nuser_name@city.example, a_b",
    ],
)
def test_other_texts_stay_as_they_are(text: str):
    assert with_tabs(text) == text
