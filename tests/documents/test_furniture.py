"""What stands on every page of a copied text: page numbers, running heads, the programme's line."""

import pytest

from ucap.documents.boilerplate import find_boilerplate
from ucap.documents.furniture import find_furniture, programme_lines


def furniture(text: str) -> tuple[list[str], list[str]]:
    """What the pages repeat, and what of it stands there for the first time."""
    found = find_furniture(text, find_boilerplate(text).template)
    return [text[slice(*span)].strip() for span in found.spans], [text[slice(*span)].strip() for span in found.first]


@pytest.mark.parametrize(
    "line",
    [
        "Ein Programm der Europäischen Union",
        "Ein Programm der Europäischen Union Seite 2 von 2",
        "Un programme de l’Union européenne",
        "Et program under Den Europæiske Union",
        "Program Unii Europejskiej",
        "Cofinanciado por la Unión Europea",
        "Ένα πρόγραμμα της Ευρωπαϊκής Ένωσης",
        "A European Union Programme · 欧盟项目",
    ],
)
def test_the_programme_s_line_is_found_in_all_languages(line):
    assert list(programme_lines(f"• One\n{line}\n• Two")) == [(6, 6 + len(line))]


@pytest.mark.parametrize(
    "line",
    [
        "A programme for schools in both cities",
        "European programmes for young musicians",
        "A visit to Brussels, seat of the European Union",
        "EU UP Urban Mobility",
        "Union while the plan runs. A European Union Programme",
    ],
)
def test_a_sentence_about_programmes_or_europe_is_none(line):
    assert not list(programme_lines(line))


def test_page_numbers_are_known_in_the_partners_languages():
    numbers = ["Seite 1 von 2", "第1页，共2页", "Strona 2 z 3", "Side 1 af 2", "Pág. 2"]
    text = "\n".join([*numbers, "Theme 1", "Step 1 of 2 million"])
    lines = [text[slice(*span)] for span in find_boilerplate(text).template]
    assert lines == numbers


def test_lone_numbers_count_pages_at_their_edges_only():
    assert furniture("1\nCity Graz\nA European Union Programme 2\nArea\n19\n5\n3")[0] == ["1", "2", "3"]
    assert furniture("City Graz\nArea\n19\n5\nCountry Austria")[0] == []


HEAD = "City of Aarhus – Mayor’s Office"
PAGES = f"{HEAD}\nCity Aarhus\n• Signing with\nPage 1 of 2\n{HEAD}\n• the mayor\nPage 2 of 2\n"


def test_a_running_head_is_found_and_stays_once():
    assert furniture(PAGES) == ([HEAD, HEAD], [HEAD])


def test_running_heads_may_count_their_pages():
    text = PAGES.replace("Office\nCity", "Office 1\nCity").replace("Office\n•", "Office 2\n•")
    assert furniture(text)[0] == [f"{HEAD} 1", f"{HEAD} 2"]


@pytest.mark.parametrize(
    "line", ["• A shared map of noise", "More visitors in both towns.", "Period of cooperation", "N/A"]
)
def test_items_sentences_and_labels_that_come_twice_are_no_heads(line):
    text = f"City Graz\n{line}\nPage 1 of 2\n{line}\nCountry Austria\nPage 2 of 2"
    assert furniture(text)[0] == []


def test_lines_that_come_twice_amid_a_page_are_no_heads():
    lines = [f"line number {word}" for word in ("one", "two", "three", "four", "five", "six")]
    text = "\n".join([*lines[:3], "two teachers came", *lines[3:], "two teachers came", "Page 2", "and", "so", "on"])
    assert furniture(text)[0] == ["two teachers came", "two teachers came"]
    assert furniture(text.replace("Page 2", "in\nMay\n2018\nPage 2"))[0] == []


def test_thousands_of_lines_are_read_once():
    text = f"{HEAD}\nCity Aarhus\nPage 1\n" * 20_000
    assert len(find_furniture(text, find_boilerplate(text).template).first) <= 2


def test_the_last_line_of_a_page_is_no_part_of_the_foot_behind_it():
    text = "• New customers (SDG 8)\n(SDG 9)\fA European Union Programme\n"
    assert [text[slice(*span)] for span in programme_lines(text)] == ["A European Union Programme"]


def test_a_line_that_names_the_plan_and_its_cities_alone_is_a_running_head():
    text = "• Online seminars on\nU-CAP summary Tartu – Yinchuan\ne-services\n• U-CAP Turku – Weihai signed in Turku\n"
    assert furniture(text) == (["U-CAP summary Tartu – Yinchuan"], ["U-CAP summary Tartu – Yinchuan"])
