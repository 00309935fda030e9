"""Word files."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.documents.forms import saved
from tests.documents.helpers import assert_lawful, cells, labels
from ucap.documents.model import Document
from ucap.documents.opening import open_document
from ucap.errors import UnreadableDocument


def word_file(*rows: tuple[str, ...]):
    """A Word file with a table of a head and the given rows."""
    file = docx.Document()
    table = file.add_table(0, 3)
    for texts in (("City:", "Wuhu", "Porto"), ("Country:", "China", "Portugal"), *rows):
        row = table.add_row()
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text
    return file


def opened(file) -> Document:
    """A Word file, saved and read."""
    return open_document("summary", saved(file))


def last_cell(file, column: int = 1):
    """A cell of the last row."""
    return file.tables[0].rows[-1].cells[column]


def insert(paragraph, xml: str) -> None:
    """Put raw Word markup at the end of a paragraph."""
    paragraph._p.append(parse_xml(xml))


def test_columns_paragraphs_and_line_breaks_are_kept():
    file = word_file(("Key focus:", "First.\nSecond of\nall."))
    last_cell(file).add_paragraph("Third.")
    document = opened(file)
    assert cells(document, "city") == [["Wuhu"], ["Porto"]]
    assert cells(document, "focus") == [["First.", "Second of all.", "Third."]]
    assert_lawful(document)


def test_items_whose_bullets_are_not_in_the_text_are_items():
    file = word_file(("Expected results:", "One"))
    cell = last_cell(file)
    cell.paragraphs[0].style = "List Number"
    cell.add_paragraph("inner", "List Bullet 2")
    cell.add_paragraph("Two", "List Number")
    assert cells(opened(file), "results") == [["* One", "o inner", "* Two"]]


def test_deleted_and_moved_text_is_no_text_and_inserted_text_is():
    file = word_file(("Key focus:", "kept"))
    paragraph = last_cell(file).paragraphs[0]
    names = nsdecls("w")
    insert(paragraph, f'<w:del {names} w:id="1"><w:r><w:delText> deleted</w:delText></w:r></w:del>')
    insert(paragraph, f'<w:moveFrom {names} w:id="2"><w:r><w:t> moved</w:t></w:r></w:moveFrom>')
    insert(paragraph, f'<w:ins {names} w:id="3"><w:r><w:t xml:space="preserve"> added</w:t></w:r></w:ins>')
    document = opened(file)
    assert cells(document, "focus") == [["kept added"]]
    assert "deleted" not in document.text


def test_hidden_text_and_field_codes_are_no_text():
    file = word_file(("Key focus:", "seen"))
    paragraph = last_cell(file).paragraphs[0]
    paragraph.add_run(" hidden").font.hidden = True
    insert(paragraph, f"<w:r {nsdecls('w')}><w:instrText>PAGE</w:instrText></w:r>")
    assert cells(opened(file), "focus") == [["seen"]]


def test_hyphens_tabs_and_symbols_are_characters():
    file = word_file(("Key focus:", "e"))
    paragraph = last_cell(file).paragraphs[0]
    marks = '<w:noBreakHyphen/><w:t>com</w:t><w:softHyphen/><w:t>merce</w:t><w:sym w:font="Symbol" w:char="F0B0"/>'
    insert(paragraph, f"<w:r {nsdecls('w')}>{marks}</w:r>")
    assert cells(opened(file), "focus") == [["e-commerce\uf0b0"]]


def test_a_text_box_is_read_once():
    file = word_file(("Key focus:", "before"))
    box = "<w:txbxContent><w:p><w:r><w:t>In the box.</w:t></w:r></w:p></w:txbxContent>"
    names = f'{nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    insert(
        last_cell(file).paragraphs[0],
        f'<w:r {names}><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert cells(opened(file), "focus") == [["before", "In the box."]]


def test_headers_and_footers_are_the_templates_and_notes_are_loose():
    file = word_file()
    file.sections[0].header.paragraphs[0].text = "Summary of Wuhu"
    file.add_paragraph("A note below the table.")
    document = opened(file)
    assert [document.text[start:end] for start, end in document.template] == ["Summary of Wuhu"]
    assert [str(text) for text in document.loose] == ["A note below the table."]


def test_a_cell_merged_downwards_carries_its_label_on():
    file = word_file(("Expected results:", "One."), ("", "Two."))
    rows = file.tables[0].rows
    rows[-2].cells[0].merge(rows[-1].cells[0])
    assert cells(opened(file), "results") == [["One.", "Two."]]


def test_a_table_in_a_cell_is_part_of_the_value():
    file = word_file(("Expected results:", "Firms:"))
    inner = last_cell(file).add_table(1, 2)
    inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "Wuhu", "12"
    assert cells(opened(file), "results") == [["Firms:", "Wuhu", "12"]]


def test_labels_without_a_table_begin_rows():
    file = docx.Document()
    for text in ("City:", "Wuhu", "Porto", "Key focus:", "Ports."):
        file.add_paragraph(text)
    document = opened(file)
    assert labels(document) == {"city": "City:", "focus": "Key focus:"}
    assert cells(document, "city") == [["Wuhu"], ["Porto"]]


def test_a_word_file_without_the_templates_rows_is_refused():
    file = docx.Document()
    file.add_paragraph("Dear colleagues")
    with pytest.raises(UnreadableDocument, match="rows of a U-CAP summary"):
        opened(file)


def with_main_part(xml: bytes) -> bytes:
    """A Word file whose main part is the given XML."""
    data = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(word_file()))) as old, zipfile.ZipFile(data, "w") as new:
        for part in old.infolist():
            new.writestr(part, xml if part.filename == "word/document.xml" else old.read(part))
    return data.getvalue()


def test_a_file_that_declares_entities_is_refused():
    xml = f'<!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">]><w:document {nsdecls("w")}>&f;</w:document>'
    with pytest.raises(UnreadableDocument, match="damaged"):
        open_document("summary", with_main_part(xml.encode()))


@pytest.mark.parametrize("xml", [b"", b"<w:document", b"<x/>"])
def test_a_damaged_main_part_is_refused(xml):
    with pytest.raises(UnreadableDocument, match="damaged"):
        open_document("summary", with_main_part(xml))


def test_a_file_saved_as_strict_open_xml_is_read():
    with zipfile.ZipFile(io.BytesIO(saved(word_file()))) as file:
        xml = file.read("word/document.xml")
    names = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert cells(open_document("strict", with_main_part(xml.replace(*names))), "city") == [["Wuhu"], ["Porto"]]


def test_a_row_of_a_table_in_a_cell_that_begins_with_a_date_is_an_item():
    file = word_file(("Main activities", "", ""))
    inner = last_cell(file).add_table(2, 2)
    rows = ("22 January 2018, Rennes", "Launch"), ("First part", "Second part")
    for row, texts in zip(inner.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    assert cells(opened(file), "activities")[0] == ["* 22 January 2018, Rennes: Launch", "First part", "Second part"]


def test_sides_below_a_label_that_has_the_whole_row_are_its_value():
    file = docx.Document()
    table = file.add_table(0, 2)
    for label, texts in (("City", ("Wuhu", "Porto")), ("Population", ("2.87 million (2020)", "230,000"))):
        head = table.add_row()
        head.cells[0].merge(head.cells[1]).text = label
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    assert cells(opened(file), "city") == [["Wuhu"], ["Porto"]]
    assert cells(opened(file), "population") == [["2.87 million (2020)"], ["230,000"]]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("10. Key challenges of", "cooperation theme"),
        ("Main difficulties and", "Challenges"),
        ("Key challenges,", "Challenges"),
    ],
)
def test_a_label_that_cannot_end_there_goes_on_in_the_next_row(first, second):
    rows = (("Themes:", "Pearls", ""), (first, "Fishermen are at sea.", ""), (second, "Owners live abroad.", ""))
    document = opened(word_file(*rows))
    texts = [text for column in cells(document, "challenges") for text in column]
    assert texts == ["Fishermen are at sea.", "Owners live abroad."]
    assert cells(document, "themes")[0] == ["Pearls"]


@pytest.mark.parametrize(
    ("heading", "text", "keys"),
    [
        ("Diary number", "KS 2018/01377", [None]),
        ("U-CAP in short", "Two cities that mend things.", [None]),
        ("Topics of the Urban Agenda", "Housing", ["goals"]),
    ],
)
def test_a_heading_outside_the_table_is_none_of_its_rows_unless_it_says_so(heading, text, keys):
    facts = ("Population:", "2.9 million", "152,078"), ("Area:", "27,768 km²", "960 km²"), ("SDGs:", "SDG 7", "")
    file = word_file(("Region:", "Anhui", "Norte"), *facts)
    sections = (
        (heading, text),
        ("Period of cooperation", "2018-2020"),
        ("Cooperation themes", "Mines"),
        ("Key focus", "Mines without diesel."),
        ("Key challenges", "Export rules for technology."),
        ("What we want to reach", "One electric truck."),
        ("Main activities", "May 2018: visit of the mine"),
        ("Expected results and benefits", "Warm homes for less money."),
    )
    for title, value in sections:
        file.add_heading(title, 3)
        file.add_paragraph(value)
    document = opened(file)
    assert cells(document, "population") == [["2.9 million"], ["152,078"]]
    assert cells(document, "area") == [["27,768 km²"], ["960 km²"]]
    assert [one.key for one in document.rows if str(one.label) == heading] == keys


def test_a_label_that_cannot_end_there_does_not_go_on_in_another_row_of_the_template():
    document = opened(word_file(("Main objectives and", "A ferry.", ""), ("Challenges", "No budget.", "")))
    assert (cells(document, "objectives")[0], cells(document, "challenges")[0]) == (["A ferry."], ["No budget."])


@pytest.mark.parametrize("label", ["Population (2017):", "Einwohner 2017", "Population in 2017"])
def test_a_label_of_figures_with_their_year_begins_a_row_and_no_item(label):
    document = opened(word_file((label, "7.1 million", "664,938"), ("UNESCO sites:", "3", "1")))
    assert cells(document, "population") == [["7.1 million"], ["664,938"]]


@pytest.mark.parametrize("date", ["Year 2019", "Spring of 2019", "2nd half of 2019"])
def test_a_row_below_the_activities_that_begins_with_a_date_is_an_item(date):
    document = opened(word_file(("Main activities:", "Launch", ""), (date, "Visit of the water bureau", "")))
    texts = [text for column in cells(document, "activities") for text in column]
    assert texts == ["Launch", f"* {date}: Visit of the water bureau"]


def test_a_list_in_a_row_below_a_label_alone_is_its_value_whatever_its_first_item_speaks_of():
    file = word_file()
    for lines in (["Main themes of work:"], ["1. Water in a dry city", "2. Parks"], ["Expected results:"], ["• Rain"]):
        row = file.tables[0].add_row()
        cell = row.cells[0].merge(row.cells[2])
        cell.text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
    document = opened(file)
    assert cells(document, "themes") == [["* Water in a dry city", "* Parks"]]
    assert cells(document, "results") == [["* Rain"]]


@pytest.mark.parametrize(
    ("style", "run", "written"),
    [
        ("<w:strike/>", "", ""),
        ("<w:dstrike/>", "", ""),
        ("<w:vanish/>", "", ""),
        ('<w:vertAlign w:val="superscript"/>', "", "⁷"),
        ('<w:position w:val="6"/>', "", "⁷"),
        ('<w:position w:val="2"/>', "", "7"),
        ('<w:position w:val="-6"/>', "", "7"),
        ("<w:strike/>", '<w:strike w:val="0"/>', "7"),
        ('<w:strike w:val="false"/>', "", "7"),
        ("<w:b/>", "", "7"),
    ],
)
def test_a_style_strikes_out_hides_and_raises_unless_the_run_says_otherwise(style: str, run: str, written: str):
    """The style is based on another one, which says it."""
    file = word_file(("SDGs:", "SDG 1"))
    for name, based_on, properties in (("Old", "", style), ("Older", '<w:basedOn w:val="Old"/>', "")):
        file.styles.element.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="character" w:styleId="{name}"><w:name w:val="{name}"/>{based_on}'
                f"<w:rPr>{properties}</w:rPr></w:style>"
            )
        )
    insert(
        last_cell(file).paragraphs[0],
        f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="Older"/>{run}</w:rPr><w:t>7</w:t></w:r>',
    )
    assert cells(opened(file), "goals")[0] == [f"SDG 1{written}"]


def test_a_remark_in_brackets_below_the_sides_is_no_side():
    file = docx.Document()
    for text in (
        *("City", "Jining", "Graz", "Country", "China", "Austria", "Population", "8.3 million | 0.3 million"),
        *(
            "(Source of the data: yearbooks of the cities for 2018)",
            "Challenges",
            "Few flights.",
            "Objectives",
            "Course.",
        ),
    ):
        file.add_paragraph(text)
    document = opened(file)
    assert cells(document, "population") == [["8.3 million"], ["0.3 million"]]
