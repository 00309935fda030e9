"""Two summaries in one file of any shape."""

from dataclasses import replace
from time import process_time

import pytest

from tests.documents import forms
from tests.documents.helpers import assert_lawful, cells
from ucap.documents.opening import open_documents
from ucap.errors import UnreadableDocument
from ucap.reading import read

CITY, *REST = forms.SAMPLE
OTHER = replace(CITY, cells=(forms.paragraphs("Panjin"), forms.paragraphs("Bilbao")))
TWO = (*forms.SAMPLE, OTHER, *REST)
SHAPES = forms.in_all_shapes(TWO)


@pytest.mark.parametrize("shape", SHAPES)
def test_two_summaries_in_one_file_are_two_plans_in_every_shape(shape):
    documents = open_documents("both", SHAPES[shape])
    assert [cells(document, "city")[0][0].split()[0] for document in documents] == ["Wuhu", "Panjin"]
    for document in documents:
        assert_lawful(document)
        assert " ".join(cells(document, "results")[0]) == "A ferry. Forty masons."


@pytest.mark.parametrize("shape", SHAPES)
def test_no_value_of_one_plan_is_in_the_other(shape):
    first, second = read("both", SHAPES[shape])
    assert first.id != second.id
    assert {"Panjin", "Bilbao"}.isdisjoint(city.name for city in first.cities)
    assert {"Wuhu", "Porto", "Lyon"}.isdisjoint(city.name for city in second.cities)


FRENCH = """IUC Urban Cooperation Action Plan (U-CAP) Summary – Kunming

Ville : | Nancy | Kunming
Région, province : | Grand Est | Yunnan
Pays : | France | Chine
Nombre d'habitants : | 104 592 | 6,95 millions
Superficie (km²) : | 15,01 | 21 012,5
Durée de la coopération : | du 1er avril 2019 au 31 mars 2021
Thèmes de la coopération : | Art nouveau
Axes principaux (Key focus) : | Art nouveau : deux villes qui ont des façades à sauver.
Principales activités et réalisations : | → 3 avril 2019 à Kunming : signature du plan
Expected results and benefits: | → Vingt façades restaurées.

For further information (including access to the full U-CAP), please contact:
IUC-ASIA_office@iuc-asia.eu
A European Union Programme
"""
ENGLISH = """IUC Urban Cooperation Action Plan (U-CAP) Summary – Huangshi

City: | Bruges | Huangshi
Province, State, Department...: | West Flanders | Hubei
Country: | Belgium | China
Population: | 118,000 | 2.47 million
Size (km²) | 138 | 4,583
Period of cooperation | June 2018 until June 2020
Cooperation Themes: | Canals and copper
Related SDGs and Urban Agenda topics: | SDG 6 Clean Water
Key focus of cooperation themes: | Canals and copper: an old mine and an old port look for visitors.
Key challenges of cooperation theme: | • Too many visitors here.
Main objectives of cooperation as described in the U-CAP: | • A museum of copper
Short description of main activities and key outputs (e.g. pilot projects): | • July 2018: Miners of Huangshi in Bruges
Expected results and benefits: | • One museum.

For further information (including access to the full U-CAP), please contact:
IUC-ASIA_office@iuc-asia.eu
"""


def as_lines(text: str) -> bytes:
    """Copied cell by cell, a blank line between them."""
    return text.replace(" | ", "\n\n").replace("\n", "\n\n").encode()


def as_tabs(text: str) -> bytes:
    """Copied row by row, a tab between cells."""
    return text.replace(" | ", "\t").encode()


def as_tables(text: str) -> bytes:
    """A table of HTML for the rows of each plan, its title and contact above and below."""
    rows = [line.split(" | ") for line in text.split("\n") if line]
    lines = ("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows if len(row) > 1)
    title, contact = rows[0][0], " ".join(row[0] for row in rows[1:] if len(row) == 1)
    return f"<p>{title}</p><table>{''.join(lines)}</table><p>{contact}</p>".encode()


WAYS = {"lines": as_lines, "tabs": as_tabs, "tables": as_tables}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("order", [(FRENCH, ENGLISH), (ENGLISH, FRENCH), (FRENCH, ENGLISH, FRENCH)])
def test_labels_in_the_language_of_one_plan_are_found_beside_a_plan_in_another(way, order):
    plans = read("both", (b"<html>" if way == "tables" else b"") + b"\n\n".join(WAYS[way](text) for text in order))
    cities = {FRENCH: {"Nancy", "Kunming"}, ENGLISH: {"Bruges", "Huangshi"}}
    assert [{city.name for city in plan.cities} for plan in plans] == [cities[text] for text in order]
    people = {FRENCH: 104_592, ENGLISH: 118_000}
    assert [plan.europe.population for plan in plans] == [people[text] for text in order]
    assert all(len(plan.activities) == 1 and not plan.unplaced for plan in plans)
    assert [plan.china.population for plan in plans] == [
        {FRENCH: 6_950_000, ENGLISH: 2_470_000}[text] for text in order
    ]


@pytest.mark.parametrize("way", ["lines", "tabs"])
def test_a_plan_each_of_whose_pages_bears_its_title_and_contact_stays_one(way):
    title, _blank, *rows = ENGLISH.strip().split("\n")
    first, second = "\n".join([title, "", *rows[:6], *rows[-3:]]), "\n".join([title, "", *rows[6:]])
    plans = read("one", WAYS[way](f"{first}\n\n{second}\n"))
    assert len(plans) == 1
    assert plans[0].europe.population == 118_000
    assert plans[0].results == ("One museum.",)


def test_a_plan_in_two_tables_stays_one():
    title, _blank, *rows = ENGLISH.strip().split("\n")
    tables = [as_tables("\n".join([title, *part])).decode() for part in (rows[:6], rows[6:])]
    assert len(read("one", f"<html>{''.join(tables)}".encode())) == 1


def entries(text):
    """The rows of a summary as those of `forms`."""
    rows = [line.split(" | ") for line in text.split("\n") if " | " in line]
    return tuple(forms.Entry(None, label, tuple(map(forms.paragraphs, cells))) for label, *cells in rows)


@pytest.mark.parametrize("shape", ["tagged", "html", "word", "pdf"])
@pytest.mark.parametrize("order", [(FRENCH, ENGLISH), (ENGLISH, FRENCH)])
def test_rows_of_another_language_below_or_above_a_whole_plan_are_another_plan_without_a_title(shape, order):
    plans = read("both", forms.in_all_shapes(tuple(entry for text in order for entry in entries(text)))[shape])
    people = {FRENCH: 104_592, ENGLISH: 118_000}
    assert [plan.europe.population for plan in plans] == [people[text] for text in order]


def test_rows_that_the_template_lacks_below_a_whole_plan_are_no_plan():
    more = (
        "Mayor | A | B",
        "Website | a.example | b.example",
        "Budget | 5,000 € | 7,000 €",
        "Twin since | 1999 | 1999",
    )
    plans = read("one", as_tabs("\n".join([*ENGLISH.strip().split("\n")[:15], *more, "Languages | Dutch | Chinese"])))
    assert len(plans) == 1
    assert plans[0].europe.population == 118_000
    assert len(plans[0].unplaced) == len(more) + 1


@pytest.mark.parametrize("unit", ["U-CAP Summary\n", "For further information, please contact:\na@b.example\n\n\n\n"])
def test_a_text_of_nothing_but_titles_or_contacts_takes_no_time(unit):
    """With parts of any length, or white space looked at from each of its signs, the first takes minutes."""
    began = process_time()
    with pytest.raises(UnreadableDocument):
        read("s", (unit * (60_000 // len(unit))).encode())
    assert process_time() - began < 10
