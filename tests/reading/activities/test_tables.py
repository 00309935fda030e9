"""Tables of activities whose cells no signs part: in text copied from a page, a cell or a row in each line."""

from __future__ import annotations

import pytest

from tests.documents.helpers import assert_lawful, cells
from ucap.documents.draft import doubly_covered, uncovered
from ucap.documents.opening import open_document
from ucap.plan.record import Plan
from ucap.reading.record import read_document

ABOVE = (
    "Cities\nGraz Wuxi\nCountries\nAustria China\nPeriod of cooperation\n1 January 2019 – 31 December 2020\n"
    "Cooperation themes\n• Bridges\n• Water\nMain activities\n"
)
BELOW = "Expected results\n• One handbook for both cities\n• Two drawings of bridges\n"
Row = tuple[str | None, str, list[str], list[str]]


def read(table: str) -> Plan:
    document = open_document("plan.txt", (ABOVE + table + BELOW).encode())
    assert_lawful(document)
    return read_document(document)


def rows(plan: Plan) -> list[Row]:
    return [(one.start, one.text, list(one.outputs), list(one.places)) for one in plan.activities]


def unsure(plan: Plan) -> list[str | None]:
    return [found.field for found in plan.findings if found.code == "cells-together"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "Date Place Activity Output\n3 May 2019 Graz Workshop on the\nold bridges\nTwo drawings\n"
            "autumn 2019 Wuxi Visit of the builders –\n12–13 March\n2020\nonline Seminar on the\nthree canals\n"
            "A film\n",
            [
                ("2019-05-03", "Workshop on the old bridges", ["Two drawings"], ["Graz"]),
                ("2019-09", "Visit of the builders", [], ["Wuxi"]),
                ("2020-03-12", "Seminar on the three canals", ["A film"], []),
            ],
        ),
        (
            "N° Quand Quoi Livrables\nA-1 mai 2019 Atelier sur les ponts de la\nvieille ville\nDeux dessins\n"
            "A-2 12 juin 2020 Visite du port et de ses\ngrues\n• Un film\n• Une carte\n",
            [
                ("2019-05", "Atelier sur les ponts de la vieille ville", ["Deux dessins"], []),
                ("2020-06-12", "Visite du port et de ses grues", ["Un film", "Une carte"], []),
            ],
        ),
        (
            "No.\nDate\nPlace\nActivity\nOutput\n1\nMay 2019\nGraz\nKick-off\nWork plan\n2\nJune 2020\nWuxi\n"
            "Fair of old bridges\nCatalogue\nFilm\n3\nJuly 2020\nonline\nSeminar\n–\n",
            [
                ("2019-05", "Kick-off", ["Work plan"], ["Graz"]),
                ("2020-06", "Fair of old bridges", ["Catalogue", "Film"], ["Wuxi"]),
                ("2020-07", "Seminar", [], []),
            ],
        ),
        (
            "Cuándo / When Dónde / Where Qué / What\nmayo de 2019 Graz Taller de los viejos\npuentes\n"
            "junio de 2020 Wuxi Feria de los jóvenes\n",
            [
                ("2019-05", "Taller de los viejos puentes", [], ["Graz"]),
                ("2020-06", "Feria de los jóvenes", [], ["Wuxi"]),
            ],
        ),
    ],
)
def test_the_cells_of_rows_are_told_apart(table: str, expected: list[Row]) -> None:
    plan = read(table)
    assert rows(plan) == expected
    assert unsure(plan) == []


@pytest.mark.parametrize(
    ("table", "texts", "fields"),
    [
        (  # nothing shows where the output begins
            "When Where What Output\nMay 2019 Graz Kick-off Work plan\nJune 2020 Wuxi Fair of old bridges Catalogue\n",
            ["Kick-off Work plan", "Fair of old bridges Catalogue"],
            ["/activities/0", "/activities/1"],
        ),
        (  # a noun that may go on with the line above, which is as full as the column is wide
            "Nr. Datum Maßnahme Ergebnis\n1 Mai 2019 Auftakt im Rathaus mit den\nbeiden Bürgermeistern\nArbeitsplan\n"
            "2 3. Juni 2020 Besuch der Werften und der\nBrücken\nBericht\n",
            ["Auftakt im Rathaus mit den beiden Bürgermeistern Arbeitsplan", "Besuch der Werften und der Brücken"],
            ["/activities/0"],
        ),
        (  # a place that nobody knows, and who did it
            "Date Place Activity\nMay 2019 Harbour office Kick-off\nJune 2020 Wuxi Fair of old bridges\n",
            ["Harbour office Kick-off", "Fair of old bridges"],
            ["/activities/0"],
        ),
        (
            "Date Activity Who Output\nMay 2019 Kick-off Planners Work plan\nJune 2020 Fair Builders Catalogue\n",
            ["Kick-off Planners Work plan", "Fair Builders Catalogue"],
            ["/activities/0", "/activities/1"],
        ),
        (  # a year that may be that of a report
            "Date Activity Output\nMay 2019 Workshop on the old\nbridges\n2019 report\n"
            "June 2020 Fair of all the young\nbuilders\nCatalogue\n",
            ["Workshop on the old bridges", "report", "Fair of all the young builders"],
            ["/activities/0", "/activities/1"],
        ),
        (  # small letters begin no cell for sure
            "Date\nActivity\nOutput\nMay 2019\nkick-off\nwork plan\nJune 2020\nFair\nCatalogue\nFilm\n",
            ["kick-off work plan", "Fair"],
            ["/activities/0"],
        ),
        (  # a row without a date may stand below the one before it
            "Date\nActivity\nOutput\nMay 2019\nKick-off\nWork plan\nunknown\nCourse\nFilm\nJune 2020\nFair\nMap\n",
            ["Kick-off", "Fair"],
            ["/activities/0"],
        ),
        (
            "When What\nMay 2019 Workshop on all of the old\nbridges\nopen Course\nJune 2020 Fair\n",
            ["Workshop on all of the old bridges open Course", "Fair"],
            ["/activities/0"],
        ),
        (  # the place of the first row may be missing
            "Date\nPlace\nActivity\nOutput\nMay 2019\nKick-off\nWork plan\nJune 2020\nWuxi\nFair\nMap\n",
            ["Kick-off", "Fair"],
            ["/activities/0"],
        ),
        (
            "序号 时间 地点 活动 成果\n1 2019年5月 格拉茨 桥梁研讨会 两张图纸\n2 2020年6月 无锡 考察运河 一份报告\n",
            ["桥梁研讨会 两张图纸", "考察运河 一份报告"],
            ["/activities/0", "/activities/1"],
        ),
    ],
)
def test_a_row_whose_cells_are_not_told_apart_says_so(table: str, texts: list[str], fields: list[str]) -> None:
    plan = read(table)
    assert [one.text for one in plan.activities] == texts
    assert unsure(plan) == fields
    assert all(one.start for one in plan.activities)


@pytest.mark.parametrize("heading", ["", "Calendar\n"])
def test_a_copied_table_below_another_row_is_no_more_of_that(heading: str) -> None:
    text = (
        f"City: Graz / Wuxi\nCountry: Austria / China\n{heading}Date Location Activities\nMay 2019 Graz Visit of two\n"
        "June 2020 Wuxi Fair of three\nExpected results\nOne film\n"
    )
    document = open_document("plan.txt", text.encode())
    plan = read_document(document)
    assert [one.start for one in plan.activities] == ["2019-05", "2020-06"]
    assert not any("May 2019" in block for cell in cells(document, "country") for block in cell)
    assert uncovered(document) == doubly_covered(document) == []


def test_heads_that_are_repeated_on_the_next_page_are_no_output() -> None:
    heads = "Date Place Activity Output\n"
    plan = read(
        f"{heads}3 May 2019 Graz Workshop on the\nold bridges\nTwo maps\n{heads}June 2020 Wuxi Visit of builders –\n"
    )
    assert [one.outputs for one in plan.activities] == [("Two maps",), ()]
    assert unsure(plan) == []


def test_the_number_of_a_row_is_no_day_and_stays_unplaced() -> None:
    plan = read("Nr. Dato Aktivitet\nA1 marts 2019 Besøg i havnen\nA2 maj 2019 Messe\nA3 1. halvår 2020 Kursus\n")
    assert [(one.start, one.end, one.text) for one in plan.activities] == [
        ("2019-03", "2019-03", "Besøg i havnen"),
        ("2019-05", "2019-05", "Messe"),
        ("2020-01", "2020-06", "Kursus"),
    ]
    assert {"A1", "A2", "A3"} <= set(plan.unplaced)


def test_a_number_that_is_not_the_next_begins_no_row() -> None:
    plan = read(
        "No. Date Activity Output\n1 May 2019 Workshop on the old\nbridges\n7 June 2019 as feast\n2 June 2020 Fair –\n"
    )
    assert [(one.start, one.outputs) for one in plan.activities] == [
        ("2019-05", ("7 June 2019 as feast",)),
        ("2020-06", ()),
    ]


@pytest.mark.parametrize(
    "numbers", [("B1", "B2"), ("A-1", "A-2"), ("WP 1", "WP 2"), ("I.", "II."), ("1", "4"), ("1a", "b)")]
)
def test_the_numbers_of_a_table_in_html_stay_unplaced(numbers: tuple[str, str]) -> None:
    one, two = numbers
    table = [("#", "Date", "What", "Output"), (one, "May 2019", "Visit", "A map"), (two, "June 2020", "Fair", "-")]
    lines = "".join("<tr>" + "".join(f"<td>{one}</td>" for one in row) + "</tr>" for row in table)
    facts = (("Cities", "Graz Wuxi"), ("Period of cooperation", "2019–2020"), ("Expected results", "A film"))
    parts = [f"<p><b>{label}</b></p><p>{value}</p>" for label, value in facts]
    body = f"{''.join(parts)}<p><b>Main activities</b></p><table>{lines}</table>"
    document = open_document("plan.html", f"<html><body>{body}</body></html>".encode())
    plan = read_document(document)
    assert rows(plan) == [("2019-05", "Visit", ["A map"], []), ("2020-06", "Fair", [], [])]
    assert set(numbers) <= set(plan.unplaced)
    assert uncovered(document) == doubly_covered(document) == []


def test_a_table_that_says_nothing_of_what_happened_is_none_of_activities() -> None:
    table = "".join(
        f"<tr><td>{one}</td><td>{two}</td></tr>" for one, two in (("Year", "City"), ("2018", "Linz"), ("2019", "Graz"))
    )
    facts = (("Cities", "Graz Wuxi"), ("Period of cooperation", "2019–2020"), ("Expected results", "A film"))
    body = "".join(f"<p><b>{label}</b></p><p>{value}</p>" for label, value in facts)
    plan = read_document(open_document("plan.html", f"<html><body>{body}<table>{table}</table></body></html>".encode()))
    assert not plan.activities


@pytest.mark.parametrize(
    "table",
    [
        "3–5 July 2019, Graz\nKick-off\n4 May 2020, Wuxi\nFair of bridges\n",
        "3–5 July 2019\n\nGraz\n\nKick-off\n\n4 May 2020\n\nWuxi\n\nFair of bridges\n\n",
        "3–5 July 2019\nGraz\nKick-off\n4 May 2020\nWuxi\nFair of bridges\n",
    ],
)
def test_a_date_and_a_place_alone_belong_to_what_stands_below(table: str) -> None:
    assert rows(read(table)) == [
        ("2019-07-03", "Kick-off", [], ["Graz"]),
        ("2020-05-04", "Fair of bridges", [], ["Wuxi"]),
    ]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "May 2019 Kick-off\nGraz shows its bridges\nJune 2019 Fair\n",
            ["Kick-off", "Graz shows its bridges", "Fair"],
        ),
        ("• May 2019, Graz\n• June 2019, Wuxi\n• Fair\n", ["Graz", "Wuxi", "Fair"]),
        (
            "Date and activity\nMay 2019 Kick-off in Graz\nJune 2020 Fair in Wuxi\n",
            ["Kick-off in Graz", "Fair in Wuxi"],
        ),
        (
            "May 2019: the output was a plan.\nJune 2020: the output was a fair.\n",
            ["the output was a plan.", "the output was a fair."],
        ),
    ],
)
def test_lists_and_prose_with_short_lines_are_no_tables(table: str, expected: list[str]) -> None:
    plan = read(table)
    assert [one.text for one in plan.activities] == expected
    assert unsure(plan) == []


HEADS = ("Br.", "Kada / When", "Gdje / Where", "Što / What", "Rezultat / Output")
LINES = (
    ("T1", "svibanj 2019.", "Graz", "course on bridges", "two drawings"),
    ("T2", "5. lipnja 2020.", "Wuxi", "Fair", "–"),
    ("T3", "nije poznato", "–", "Film", "–"),
)
FACTS = (("City", "Graz", "Wuxi"), ("Period of cooperation", "2019–2020", ""), ("Themes", "Bridges", ""))


def tabbed() -> tuple[str, bytes]:
    return "plan.txt", "".join("\t".join(row) + "\n" for row in (*FACTS, HEADS, *LINES)).encode()


def html() -> tuple[str, bytes]:
    tables = [
        "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows) for rows in (FACTS, (HEADS, *LINES))
    ]
    return "plan.html", f"<table>{tables[0]}</table><p>Kalendar</p><table>{tables[1]}</table>".encode()


@pytest.mark.parametrize("file", [tabbed(), html()])
def test_a_table_below_no_label_is_the_row_of_activities_and_says_so(file: tuple[str, bytes]) -> None:
    plan = read_document(open_document(*file))
    assert rows(plan) == [
        ("2019-05", "course on bridges", ["two drawings"], ["Graz"]),
        ("2020-06-05", "Fair", [], ["Wuxi"]),
        (None, "nije poznato: Film", [], []),
    ]
    assert {"T1", "T2", "T3"} <= set(plan.unplaced)
    assert ("row-guessed", "/activities") in [(found.code, found.field) for found in plan.findings]
