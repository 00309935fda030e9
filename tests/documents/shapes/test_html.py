"""HTML."""

import pytest

from tests.documents.helpers import assert_lawful, cells, labels, practice, read
from ucap.documents.opening import open_document
from ucap.errors import UnreadableDocument

CITY = "<tr><td>City:</td><td>Wuhu</td><td>Porto</td></tr>"
COUNTRY = "<tr><td>Country:</td><td>China</td><td>Portugal</td></tr>"


def table(*rows: str) -> str:
    """A page with a table of a head and the given rows."""
    return f"<html><body><table>{CITY}{COUNTRY}{''.join(rows)}</table></body></html>"


def test_what_is_not_shown_is_no_text():
    document = read(
        "<html><head><title>T</title><style>p {}</style></head><body><script>alert('City:')</script><!-- note -->"
        f"<p hidden>secret</p><p style='display: none'>secret</p><table>{CITY}{COUNTRY}</table></body></html>"
    )
    assert document.text.split() == ["City:", "Wuhu", "Porto", "Country:", "China", "Portugal"]


def test_navigation_and_footers_are_loose():
    document = read(f"<html><nav>Home</nav><table>{CITY}{COUNTRY}</table><footer>Privacy</footer></html>")
    assert [str(text) for text in document.loose] == ["Home", "Privacy"]
    assert_lawful(document)


def test_line_breaks_part_paragraphs_unless_a_sentence_goes_on():
    document = read(table("<tr><td>Cooperation Themes:</td><td colspan=2>Trade<br>Culture of<br>old towns</td></tr>"))
    assert cells(document, "themes") == [["Trade", "Culture of old towns"]]


def test_lists_keep_their_depth():
    items = "<ul><li>One<ul><li>inner</li></ul></li><li><p>Two</p></li></ul>after"
    document = read(table(f"<tr><td>Expected results</td><td>{items}</td></tr>"))
    assert cells(document, "results") == [["* One", "o inner", "* Two", "after"]]


def test_a_table_within_a_value_is_part_of_it():
    inner = "<table><tr><td>Wuhu</td><td>12 firms</td></tr></table>"
    document = read(table(f"<tr><td>Expected results</td><td>Firms: {inner}</td></tr>"))
    assert cells(document, "results") == [["Firms:", "Wuhu", "12 firms"]]


ACTIVITIES = (
    "<table><tr><td>Date</td><td>Activity</td><td>Key output</td></tr>"
    "<tr><td>May 2019</td><td>Visit to Porto</td><td>two letters</td></tr>"
    "<tr><td>June 2020</td><td>Fair</td><td></td></tr></table>"
)


def test_a_table_within_a_value_whose_first_row_says_what_its_columns_hold_is_a_list_with_outputs_below():
    document = read(table(f"<tr><td>Main activities</td><td>{ACTIVITIES}</td></tr>"))
    assert cells(document, "activities") == [
        ["Date", "Activity", "Key output", "* May 2019: Visit to Porto", "o two letters", "* June 2020: Fair"]
    ]


def test_lists_of_google_docs_are_as_deep_as_their_class_says():
    items = "".join(
        f'<ul class="c7 lst-kix_a1-{level} start"><li class="c1">{text}</li></ul>'
        for level, text in ((0, "One"), (1, "inner"), (0, "Two"))
    )
    document = read(table(f"<tr><td>Expected results</td><td>{items}</td></tr>"))
    assert cells(document, "results") == [["* One", "o inner", "* Two"]]


def test_a_field_whose_class_says_where_its_label_stands_is_no_label():
    def field(label: str, *values: str) -> str:
        items = "".join(f"<p>{value}</p>" for value in values)
        return f'<div class="field field--label-above"><div class="field__label">{label}</div><div>{items}</div></div>'

    page = [field("City", "Wuhu", "Porto"), field("Country", "China", "Portugal"), field("Period", "2018-2020")]
    page += [
        field("Themes we work on", "Light in public space", "Sport and exercise for people"),
        field("Goals", "SDG 3"),
    ]
    document = read(f"<html><body>{''.join(page)}</body></html>")
    assert cells(document, "themes") == [["Light in public space", "Sport and exercise for people"]]


def test_tables_that_only_arrange_the_page_are_looked_through():
    document = read(f"<html><table><tr><td>Menu</td><td><table>{CITY}{COUNTRY}</table></td></tr></table></html>")
    assert cells(document, "city") == [["Wuhu"], ["Porto"]]
    assert [str(text) for text in document.loose] == ["Menu"]


def test_a_cell_that_reaches_into_the_next_row_is_empty_there():
    document = read(table("<tr><td rowspan=2>Expected results</td><td>One.</td></tr><tr><td>Two.</td></tr>"))
    assert cells(document, "results") == [["One.", "Two."]]


def test_a_label_may_share_its_cell_with_the_value_or_stand_above_it():
    document = read(
        table(
            "<tr><td colspan=3><b>Key focus:</b><p>Ports.</p></td></tr>",
            "<tr><td colspan=3>Key challenges:</td></tr><tr><td colspan=3>Distance.</td></tr>",
        )
    )
    assert cells(document, "focus") == [["Ports."]]
    assert cells(document, "challenges") == [["Distance."]]


def test_labels_without_a_table_begin_rows():
    document = read(
        "<html><dl><dt>City:</dt><dd>Wuhu</dd><dd>Porto</dd><dt>Country:</dt><dd>China, Portugal</dd>"
        "<dt>Expected results:</dt><dd>One.</dd><dd>Two.</dd></dl></html>"
    )
    assert cells(document, "city") == [["Wuhu"], ["Porto"]]
    assert cells(document, "country") == [["China, Portugal"]]
    assert cells(document, "results") == [["One.", "Two."]]


def test_items_of_a_list_without_a_table_never_go_on_with_the_one_above():
    items = "<ul><li>May 2019: survey<ul><li>Map of four plots</li></ul></li><li>mid-2020: laboratory</li></ul>"
    document = read(f"<html><dl><dt>City:</dt><dd>Wuhu</dd><dt>Expected results:</dt><dd>{items}</dd></dl></html>")
    assert cells(document, "results") == [["* May 2019: survey", "o Map of four plots", "* mid-2020: laboratory"]]


def test_a_page_of_plain_paragraphs_is_read_as_flowing_text():
    document = read("<html><body><p>City: Wuhu Porto</p><p>Country: China Portugal</p></body></html>")
    assert cells(document, "city") == [["Wuhu Porto"]]
    assert document.shape == "html"


def test_the_encoding_that_a_page_declares_counts():
    page = table("<tr><td>Size (km²)</td><td>5 km²</td><td>N/A</td></tr>").replace(
        "<body>", '<head><meta http-equiv=Content-Type content="text/html; charset=windows-1252"></head><body>'
    )
    document = open_document("page", page.encode("cp1252"))
    assert labels(document)["area"] == "Size (km²)"


def test_lists_that_word_writes_out_as_paragraphs_are_lists():
    assert cells(practice("guilin", "html"), "results")[0][0].startswith("* Twenty lodgings")
    assert cells(practice("wuxi", "html"), "activities")[0][1] == "o Letter of intent signed by both city governments"


def test_soft_hyphens_are_not_text():
    document = read(table("<tr><td>Key focus</td><td>coop&shy;eration</td></tr>"))
    assert cells(document, "focus") == [["cooperation"]]


@pytest.mark.parametrize("depth", [300, 20_000])
def test_markup_that_is_nested_too_deeply_is_refused_rather_than_cut_short(depth):
    with pytest.raises(UnreadableDocument, match="nested too deeply"):
        read("<html><body>" + "<div>" * depth + table() + "</div>" * depth)


def test_entities_of_its_own_making_are_not_expanded():
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + table("<tr><td>Key focus<td>&b;</tr>")
    assert len(read(bomb).text) < 200


def test_a_table_of_dates_below_a_heading_is_a_list_of_dated_items():
    dates = "<table><tr><td>28 June 2018 in Limoges</td><td>Signing</td></tr></table>"
    document = read(f"<h3>City:</h3><p>Wuhu</p><h3>Country:</h3><p>China</p><h3>Main activities</h3>{dates}")
    assert cells(document, "activities") == [["* 28 June 2018 in Limoges: Signing"]]


def blocks(*rows: tuple[str, ...]) -> str:
    """A page that lays its rows out by style sheets: blocks in blocks."""
    cells = ("".join(f"<div>{cell}</div>" for cell in row) for row in rows)
    return f"<html><body>{''.join(f'<div class=r>{row}</div>' for row in cells)}</body></html>"


HEAD = (
    *(("City", "Wuhu", "Porto"), ("Province", "Anhui", "Norte"), ("Country", "China", "Portugal")),
    *(("Population", "3.6 million", "230,000"), ("Size", "5,988 km²", "41 km²")),
)


def test_blocks_that_are_alike_are_rows_whatever_their_values_look_like():
    """A value that reads like a label (`2018: Visit`, `Goals eight and eleven`) stays in its row."""
    page = blocks(
        *HEAD,
        ("SDGs, Urban Agenda", "<p>Goals eight and eleven</p><p>Urban Agenda: Circular Economy</p>"),
        ("Focus", "<p>Trade: by ship</p>"),
        ("Activities", "<p>2018-03-02: Visit</p><p>2018-11: Forum</p>"),
    )
    document = read(page)
    assert list(labels(document)) == ["city", "region", "country", "population", "area", "goals", "focus", "activities"]
    assert cells(document, "city") == [["Wuhu"], ["Porto"]]
    assert cells(document, "goals") == [["Goals eight and eleven", "Urban Agenda: Circular Economy"]]
    assert cells(document, "activities") == [["2018-03-02: Visit", "2018-11: Forum"]]
    assert_lawful(document)


def test_a_block_of_two_blocks_behind_each_label_holds_the_two_sides():
    """Facts on both sides and, below them, rows of another kind: fewer of each than of a table, and one table."""
    facts = "".join(
        f"<section><h3>{label}</h3><div><div>{a}</div><div>{b}</div></div></section>" for label, a, b in HEAD[:3]
    )
    rows = (("Themes", "<p>Ports</p><p>Cork</p>"), ("Goals", "<p>Goals 8 and 11</p>"), ("Activities", "<p>Visit</p>"))
    details = "".join(f"<details><summary>{label}</summary><div>{value}</div></details>" for label, value in rows)
    document = read(f"<html><body>{facts}{details}</body></html>")
    assert cells(document, "city") == [["Wuhu"], ["Porto"]]
    assert cells(document, "country") == [["China"], ["Portugal"]]
    assert cells(document, "themes") == [["Ports", "Cork"]]
    assert_lawful(document)


def test_blocks_that_are_alike_but_hold_no_labels_are_no_rows():
    """The cards of a page's news are text beside the table."""
    news = "".join(f"<div class=card><h3>News {count}</h3><p>Mayor visits</p></div>" for count in range(6))
    document = read(f"<html><body>{news}<table>{CITY}{COUNTRY}</table></body></html>")
    assert list(labels(document)) == ["city", "country"]
    assert cells(document, "country") == [["China"], ["Portugal"]]


def test_a_table_whose_rows_are_all_named_is_not_searched_for_labels_among_its_items():
    """A summary without some rows: an item that sounds like one of them (`What we aim for`) is still an item."""
    rows = [
        ("Population", "3.6 million", "230,000"),
        ("Cooperation Themes", "<p>What we aim for</p><p>Core of the work</p>", ""),
        ("Sustainable Development Goals", "SDG 8", ""),
        ("Period of cooperation", "May 2018", ""),
        ("Local challenges", "<p>Droughts</p>", ""),
        ("Expected results", "<p>Less water lost</p>", ""),
    ]
    table_rows = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    document = read(table(*(f"<tr>{row}</tr>" for row in table_rows)))
    assert cells(document, "themes")[0] == ["What we aim for", "Core of the work"]
    assert "objectives" not in labels(document)


def test_rows_that_hold_two_of_the_template_count_as_two_where_a_table_is_compared_with_other_ways_to_read_it():
    """Figures are then not taken for a label to find one row more."""
    rows = (
        ("Partner cities", "Limerick", "Nanping"),
        ("Region and country", "Munster, Ireland", "Fujian, China"),
        ("Population and size", "205,444 people; 2,756 sq km", "2.68 million people; 26,300 sq km"),
        *((label, "Floods", "") for label in ("Themes", "Focus", "Challenges we share", "Objectives")),
        ("Budget", "none", ""),
        *((label, "Floods", "") for label in ("Activities and outputs", "Expected results")),
    )
    document = read(table(*("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)))
    assert cells(document, "population") == [["205,444 people; 2,756 sq km"], ["2.68 million people; 26,300 sq km"]]
    assert "area" not in labels(document)


def test_a_place_between_date_and_text_of_a_table_of_dates_leads_in_with_the_date():
    rows = ("<tr><td>May 2019<td>Graz<td>Visit", "<tr><td>June 2019<td>Kick-off<td>twelve teachers")
    page = "<h3>City:</h3><p>Wuhu</p><h3>Country:</h3><p>China</p><h3>Main activities</h3>"
    document = read(f"{page}<table>{''.join(rows)}</table>")
    assert cells(document, "activities") == [["* May 2019, Graz: Visit", "* June 2019: Kick-off twelve teachers"]]


def test_a_heading_of_the_words_of_labels_begins_a_row_among_known_labels():
    rows = ("City|Wuhu|Porto", "Country|China|Portugal", "Population|3 million|230,000", "Size|6 km²|4 km²")
    rows = (*rows, "Province|Anhui|Norte", "Period|2018-2020", "Cooperation themes|Ports", "Related SDGs|SDG 14")
    rows = (
        *rows,
        "Key focus|Ports.",
        "Key challenges|Distance.",
        "Aims of cooperation as described in the U-CAP|A fair.",
    )
    rows = (*rows, "Main activities|May 2019: Visit", "Expected results|Clean water.")
    page = "".join(f"<h3>{row.split('|')[0]}</h3>" + "".join(f"<p>{p}</p>" for p in row.split("|")[1:]) for row in rows)
    document = read(f"<html><body>{page}</body></html>")
    assert cells(document, "challenges") == [["Distance."]]
    assert cells(document, "objectives") == [["A fair."]]


def test_facts_in_a_table_and_all_else_below_headings_are_one_summary():
    facts = "".join(
        f"<tr><td>{label}<td>{ours}<td>{theirs}"
        for label, ours, theirs in (
            *(("City", "Wuhu", "Porto"), ("State", "China", "Portugal"), ("Province", "Anhui", "Norte")),
            *(("Inhabitants", "3 million", "230,000"), ("Surface in km²", "6,026", "41")),
        )
    )
    items = "<li>May 2019 – Visit<ul><li>list of wharves</li></ul></li><li>June 2020 – Fair</li>"
    rest = (
        *(
            ("Time of working together", "<p>2018-2020</p>"),
            ("Fields we work in", "<ul><li>Ports</li><li>Wine</li></ul>"),
        ),
        *(("Related SDGs", "<p>SDG 14</p>"), ("What the fields are about", "<p>Ports that are clean.</p>")),
        *(("Hard parts", "<ul><li>The distance.</li></ul>"), ("Aims as in the U-CAP", "<p>One fair a year.</p>")),
        *(("What we did, and outputs", f"<ul>{items}</ul>"), ("Expected results", "<p>Clean water.</p>")),
    )
    page = "".join(f"<h3>{label}</h3>{value}" for label, value in rest)
    document = read(f"<html><body><table>{facts}</table>{page}</body></html>")
    assert cells(document, "country") == [["China"], ["Portugal"]]
    assert cells(document, "activities") == [["* May 2019 – Visit", "o list of wharves", "* June 2020 – Fair"]]
    assert cells(document, "results") == [["Clean water."]]


def test_a_table_with_a_label_of_several_rows_is_whole_and_keeps_its_lists():
    """The page's own navigation says `Cities`, and the headings in a cell look like labels: neither begins a row."""
    head = (
        *("Region|Anhui|Norte", "Population|3 million|230,000", "Size|6 km²|4 km²", "Period|2018-2020"),
        *("Cooperation themes|Ports; Wine", "Related SDGs|SDG 14", "Mayor|Ms Li"),
    )
    rows = ["".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in head]
    rows.append("<td>Key focus<td><p>Ports: cranes</p><p>Wine: vines</p>")
    rows.append("<td>Challenges and objectives<td><p>Challenges:</p><ul><li>Rain</ul><p>Objectives:</p><ul><li>A fair")
    rows.append("<td>Main activities<td><ul><li>May 2019: Visit<ul><li>a letter</ul></ul>")
    rows.append("<td>Expected results<td><p>Clean water.</p>")
    page = table(*(f"<tr>{row}</tr>" for row in rows))
    document = read(page.replace("<body>", "<body><nav><ul><li>Home<li>Cities</ul></nav>"))
    assert cells(document, "city") == [["Wuhu"], ["Porto"]]
    assert cells(document, "focus") == [["Ports: cranes", "Wine: vines"]]
    assert cells(document, "activities") == [["* May 2019: Visit", "o a letter"]]
    assert [str(text) for text in document.loose] == ["Home", "Cities"]


def below_headings(*parts: str) -> str:
    """A page with a table of two cities and what stands below it."""
    return f"<html><body><table>{CITY}{COUNTRY}</table>{''.join(parts)}</body></html>"


def plain_table(*rows: tuple[str, ...]) -> str:
    """A table of the given cells."""
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"


def test_a_table_of_activities_below_a_heading_has_its_outputs_below_and_its_open_dates():
    rows = (
        ("Wanneer (date)", "Activiteit (activity)", "Product (output)"),
        ("21 november 2018", "Signing of the plan", "one letter"),
        ("datum nog niet bekend", "Second call", "—"),
    )
    period = "<h2>Period</h2><p>2018 to 2020</p>"
    document = read(below_headings(f"{period}<h2>Themes</h2><p>Kites</p><h2>Main activities</h2>{plain_table(*rows)}"))
    assert cells(document, "activities") == [
        [
            "Wanneer (date) Activiteit (activity) Product (output)",
            "* 21 november 2018: Signing of the plan",
            "o one letter",
            "* datum nog niet bekend: Second call",
            "o —",
        ]
    ]


def test_rows_of_the_template_may_stand_side_by_side_as_the_columns_of_a_table():
    rows = (
        ("Téma (theme)", "Zaměření (focus)", "Potíže (challenge)"),
        ("Glass and vinegar", "Two old crafts.", "Masters retire."),
        ("Trams before cars", "A green light.", "Drivers wait."),
    )
    document = read(below_headings(f"<h2>Bod 3 – Témata, zaměření a potíže</h2>{plain_table(*rows)}"))
    assert cells(document, "themes") == [["* Glass and vinegar", "* Trams before cars"]]
    assert cells(document, "focus") == [["* Two old crafts.", "* A green light."]]
    assert cells(document, "challenges") == [["* Masters retire.", "* Drivers wait."]]
    assert_lawful(document)


def test_blanks_behind_the_numbers_of_a_section_may_be_many():
    items = "<p>7.1&nbsp;&nbsp; Cleaner air</p><p>7.2&nbsp;&nbsp; Ten pupils</p>"
    document = read(below_headings(f"<h2>Expected results</h2>{items}"))
    assert cells(document, "results") == [["* Cleaner air", "* Ten pupils"]]
