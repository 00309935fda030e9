"""Tagged text."""

import pytest

from tests.documents.helpers import SAMPLES, assert_lawful, cells, labels, read
from ucap.documents.opening import open_document


def test_columns_are_kept_apart_and_empty_ones_kept():
    document = read("City:\t\tLisbon, Naples\nCountry:\tChina\tPortugal\n")
    assert cells(document, "city") == [[], ["Lisbon, Naples"]]
    assert cells(document, "country") == [["China"], ["Portugal"]]


def test_a_row_with_one_cell_has_no_empty_second_one():
    document = read("City:\tA\tB\nPeriod of cooperation\tMay 2018 until May 2020\t\n")
    assert cells(document, "period") == [["May 2018 until May 2020"]]


def test_tags_may_be_unclosed_and_stand_in_the_label():
    document = read(
        "City:\tA\tB\nRelated <u>SDGs</u> and <u>Urban Agenda</u> topics:\t<p>SDG 8<p>SDG 9</p> <i>and 10\n"
    )
    assert labels(document)["goals"] == "Related SDGs and Urban Agenda topics:"
    assert cells(document, "goals") == [["SDG 8", "SDG 9", "and 10"]]


def test_lists_without_items_are_read_by_their_signs():
    document = read('City:\tA\tB\nExpected results and benefits:\t<ol style="x"> 1. One. 2. Two.\n')
    assert cells(document, "results") == [["* One.", "* Two."]]


def test_list_items_keep_their_depth():
    document = read("City:\tA\tB\nExpected results:\t<ul><li>One<ul><li>inner</li></ul></li><li>Two</ul>\n")
    assert cells(document, "results") == [["* One", "o inner", "* Two"]]


def test_a_row_goes_on_after_a_page_break_with_an_empty_label():
    document = read(
        "City:\tA\tB\nExpected results:\tThe first. The second is\n\n\nA European Union\nProgramme\n\n\n\tgood.\n"
    )
    assert cells(document, "results") == [["The first. The second is good."]]
    assert len(document.pages) == 2


def test_a_line_right_below_a_row_belongs_to_it_and_a_lone_line_is_loose():
    document = read("City:\tA\tB\nExpected results:\tOne\nand two.\n\nSomething else\n")
    assert cells(document, "results") == [["One and two."]]
    assert [str(text) for text in document.loose] == ["Something else"]


def test_entities_are_read_and_their_passages_kept():
    document = read("City:\tA\tB\nCooperation Themes:\tResearch &amp; Development&nbsp;&#8594; R&D\n")
    assert cells(document, "themes") == [["Research & Development → R&D"]] or cells(document, "themes") == [
        ["Research & Development", "* R&D"]
    ]
    assert_lawful(document)


def test_line_breaks_part_paragraphs_unless_a_sentence_goes_on():
    document = read("City:\tA\tB\nCooperation Themes:\tTrade<br>Culture<br/>and sports\n")
    assert cells(document, "themes") == [["Trade", "Culture and sports"]]


def test_the_contact_is_what_follows_its_lead():
    document = read(
        "City:\tA\tB\n\nFor further information, please contact:\nIUC-ASIA office@iuc-asia.eu\n\n\n\nmore\n"
    )
    assert [str(text) for text in document.contact] == ["IUC-ASIA office@iuc-asia.eu"]
    assert [str(text) for text in document.loose] == ["more"]


def test_a_contact_row_of_the_table_is_the_contact():
    document = read("City:\tA\tB\nContact:\toffice@city.eu\t\n")
    assert [str(text) for text in document.contact] == ["office@city.eu"]
    assert len(document.rows) == 1


def test_a_row_of_nothing_but_addresses_is_the_contact_and_one_with_a_name_beside_them_is_not():
    document = read("City:\tA\tB\nSecretariat:\tlin@a.example\tana@b.example\nMayor:\tLin, lin@a.example\tAna\n")
    assert [str(text) for text in document.contact] == ["lin@a.example", "ana@b.example"]
    assert [str(row.label) for row in document.rows] == ["City:", "Mayor:"]


def test_addresses_that_run_into_each_other_are_read_at_once():
    """A look for where each of them ends may not try all ways to part them, which double many times with each."""
    document = read(f"City:\tA\tB\nSecretariat:\t{'office@city.example' * 40} and others\t\n")
    assert [str(row.label) for row in document.rows] == ["City:", "Secretariat:"]


@pytest.mark.parametrize(
    ("people", "last", "is_loose"),
    [
        ("1.75 million*", "* registered, end of 2018", True),
        ("2.33 million ¹", "¹ Registered, end of 2018", True),
        ("1.75 million†", "† registered, end of 2018", True),
        ("1.75 million", "* Lamps in two streets", False),
        ("6 km x 2 * 3", "* Lamps in two streets", False),
        ("1.75 million*", "*Lamps in two streets</p> <p>*Buses", False),
    ],
)
def test_a_footnote_behind_the_last_row_is_none_of_its_entries(people: str, last: str, *, is_loose: bool):
    document = read(
        f"City:\tA\tB\nPopulation:\t{people}\t\nExpected results and benefits:\t<p>More light</p> <p>{last}</p>\n"
    )
    assert [str(text) for text in document.loose] == ([last] if is_loose else [])


def test_a_row_that_the_template_lacks_keeps_its_label():
    document = read("City:\tA\tB\nMayor:\tAna Ruiz\tLin Guowei\n")
    assert cells(document, None) == [["Ana Ruiz"], ["Lin Guowei"]]
    assert labels(document)[None] == "Mayor:"


@pytest.mark.parametrize("name", ["000_08e70ecde45fe0ac.txt", "004_bcb288086e3a24dd.txt"])
def test_the_real_summaries_have_all_rows_and_nothing_loose(name):
    document = open_document(name, (SAMPLES / name).read_bytes())
    assert len(document.rows) == 13
    assert document.loose == ()
    assert len(document.contact) == 1
    assert_lawful(document)


def test_a_real_summary_keeps_its_activities_apart():
    document = open_document("tianjin", (SAMPLES / "004_bcb288086e3a24dd.txt").read_bytes())
    activities = cells(document, "activities")[0]
    assert [text[:20] for text in activities] == [
        "* For previous activ",
        "* January 2017: Visi",
        "* March 2017. DG REG",
        "* March 2017 in Beij",
        "* 31 May 2017 in Bru",
        "* December 2017 “Bel",
        "* July 2018 EU missi",
    ]


def test_the_cells_of_a_table_within_a_cell_stay_separate_words():
    table = "<table><tr><td>8 March 2019</td><td>Workshop</td></tr><tr><td></td><td>Film</td></tr></table>"
    document = read(f"Main activities\t{table}\nCity:\tA\tB\n")
    assert cells(document, "activities") == [["8 March 2019 Workshop", "Film"]]


def test_a_table_within_a_cell_whose_first_row_says_what_its_columns_hold_is_a_list_with_outputs_below():
    rows = ("When|Activity|Output", "May 2019|Workshop|ten posters", "June 2019|Film|")
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    document = read(f"Main activities\t<table>{table}</table>\nCity:\tA\tB\n")
    assert cells(document, "activities") == [
        ["When", "Activity", "Output", "* May 2019: Workshop", "o ten posters", "* June 2019: Film"]
    ]


def test_a_dash_behind_an_unknown_label_begins_an_item_where_the_line_below_begins_with_one():
    document = read(
        "City:\tA\tB\nCountry:\tChina\tItaly\nPopulation\t–\t3 million\nPeriod\t2018-2020\n"
        "Challenges identified\t–\tOwners must pay\n–\tFew speak Mongolian\nExpected results\tHeat\n"
    )
    assert cells(document, "challenges") == [["* Owners must pay", "* Few speak Mongolian"]]
    assert cells(document, "population") == [["–"], ["3 million"]]


def test_rows_with_dates_below_the_heads_of_a_table_are_rows_of_that_table():
    document = read(
        "City:\tA\tB\nCountry:\tChina\tItaly\nMain activities with dates and outputs\tDate\tActivity\tOutput\n"
        "15-18 May 2018\tKick-off meeting\tWork plan\nApril 20, 2019\tKite festival\nExpected results\t- Links\n"
    )
    assert cells(document, "activities") == [
        [
            "Date",
            "Activity",
            "Output",
            "* 15-18 May 2018: Kick-off meeting",
            "o Work plan",
            "* April 20, 2019: Kite festival",
        ]
    ]


def test_heads_of_columns_in_two_languages_are_heads_if_one_of_them_is_known():
    rows = ("Καιρός / Date|Δράση / Action|Xyz / Outputs", "05/2019|Fair|-", "06/2019|Course|12 πιστοποιητικά")
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    document = read(f"Main activities\t<table>{table}</table>\nCity:\tA\tB\n")
    assert cells(document, "activities")[0][3:] == ["* 05/2019: Fair", "o -", "* 06/2019: Course", "o 12 πιστοποιητικά"]


def test_a_label_alone_in_its_line_has_the_lines_below_as_its_cell_where_no_other_row_has_it():
    document = read(
        "City:\tA\tB\nCountry:\tChina\tItaly\nMain objectives\tResults\nExpected results\t- Links\n"
        "Main activities\n- May 2019: Fair\n- June 2019: Course\n"
    )
    assert cells(document, "activities") == [["* May 2019: Fair", "* June 2019: Course"]]
    document = read(
        "City:\tA\tB\nMain activities\tMay 2019: Fair\nExpected results\n- Links\nExpected results\t- Trust\n"
    )
    assert "Expected results" in str(cells(document, "activities"))


def test_a_dash_behind_an_unknown_label_begins_an_item_where_an_arrow_begins_the_line_below():
    document = read(
        "City:\tA\tB\nCountry:\tChina\tItaly\nDejavnosti / Activities\t-\tMay 2019: Fair\n→\tTen posters\n"
        "-\tJune 2019: Course\nExpected results\tHeat\n"
    )
    assert cells(document, "activities") == [["* May 2019: Fair", "o Ten posters", "* June 2019: Course"]]
