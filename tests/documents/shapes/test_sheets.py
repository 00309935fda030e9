"""Spreadsheets with a row per plan."""

import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from tests.documents.helpers import assert_lawful, cells, labels
from ucap.documents.opening import open_documents
from ucap.documents.shapes.sheets import find_column, sheet_columns, write_template
from ucap.errors import UnreadableDocument

HEADINGS = ["City (China)", "City (Europe)", "Country (China)", "Country (Europe)", "Period of cooperation"]


def workbook(*rows: list[object], headings: list[str] = HEADINGS) -> bytes:
    """A workbook whose second sheet has the headings and rows."""
    book = openpyxl.Workbook()
    book.active.append(["Notes"])
    sheet = book.create_sheet("Plans")
    for row in (headings, *rows):
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_the_template_reads_back_as_its_example():
    (document,) = open_documents("plans.xlsx", write_template())
    assert cells(document, "city") == [["Wuxi"], ["Bilbao, Nantes"]]
    assert cells(document, "themes") == [["Smart manufacturing: sensors on older machines", "Lake restoration"]]
    assert cells(document, "activities")[0][1] == "o Letter of intent signed"
    assert [str(text) for text in document.contact] == ["IUC-ASIA_office@iuc-asia.eu"]
    assert_lawful(document)


def test_the_template_explains_each_of_its_columns():
    book = openpyxl.load_workbook(io.BytesIO(write_template()))
    plans, columns = book.worksheets
    explained = {row[0]: row[1] for row in columns.iter_rows(min_row=2, values_only=True)}
    assert [cell.value for cell in plans[1]] == list(explained)
    assert all(explained.values())


def test_each_column_of_the_template_stands_for_a_row_of_the_summary():
    for column in sheet_columns():
        assert find_column(column.heading) == column
        assert column.key


@pytest.mark.parametrize(
    ("heading", "key", "side"),
    [
        ("European cities", "city", "europe"),
        ("Population (China)", "population", "china"),
        ("Size in km² (EU)", "area", "europe"),
        ("Expected results", "results", None),
        ("Related SDGs and EU Urban Agenda topics", "goals", None),
    ],
)
def test_headings_in_other_words_are_found(heading, key, side):
    column = find_column(heading)
    assert (column.key, column.side) == (key, side)


def test_each_row_is_a_document_of_its_own():
    data = workbook(
        ["Wuhu", "Porto", "China", "Portugal", "May 2018 until May 2020"],
        [None] * 5,
        ["Anqing", None, "China", "Italy", date(2019, 9, 1)],
    )
    first, second = open_documents("plans.xlsx", data)
    assert (first.name, second.name) == ("plans.xlsx, row 2", "plans.xlsx, row 4")
    assert first.sha256 != second.sha256
    assert cells(second, "city") == [["Anqing"], []]
    assert cells(second, "period") == [["2019-09-01"]]


def test_numbers_are_written_without_a_needless_fraction():
    data = workbook(["Wuhu", 3_700_000.0, 6026.5], headings=["City", "Population", "Size (km²)"])
    (document,) = open_documents("plans.xlsx", data)
    assert cells(document, "population") == [["3700000"]]
    assert cells(document, "area") == [["6026.5"]]


def test_a_column_that_the_template_lacks_is_a_row_without_a_key():
    data = workbook(["Wuhu", "Porto", "Ana Ruiz"], headings=["City (China)", "City (Europe)", "Hobby"])
    with pytest.raises(UnreadableDocument):
        open_documents("two columns are too few", data)
    data = workbook(["Wuhu", "Porto", "N/A", "Ana"], headings=["City (China)", "City (Europe)", "Population", "Hobby"])
    (document,) = open_documents("plans.xlsx", data)
    assert labels(document)[None] == "Hobby"
    assert cells(document, None) == [["Ana"]]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_csv_is_read_whatever_its_delimiter_and_encoding(delimiter, encoding):
    rows = [
        ["Chinese cities", "European cities", "Countries", "Cooperation themes"],
        ["Wuhu 芜湖", "Porto", "China", '"A\nB"'],
    ]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    (document,) = open_documents("plans.csv", data)
    assert document.media_type == "text/csv"
    assert cells(document, "city") == [["Wuhu 芜湖"], ["Porto"]]
    assert cells(document, "themes") == [["A", "B"]]
    assert_lawful(document)


FORM = """Ville / City :\tHuangshi\tNancy
Province, région / Province, State, Department... :\tHubei\tGrand Est
Pays / Country :\tChine\tFrance
Thèmes / Cooperation Themes :\tOld pits
"""
COPY = """Themes
Sea ports
Partners (city, region, country)
Klaipėda, Klaipėda County, Lithuania
Haikou, Hainan Province, China
Duration
04/2018 – 12/2020
Aims
A direct container line
A common quality mark
"""


@pytest.mark.parametrize("text", [FORM, COPY])
def test_a_form_with_commas_in_its_labels_is_no_csv_file_with_a_plan_a_line(text: str):
    assert [document.shape != "sheet" for document in open_documents("form.txt", text.encode())] == [True]


def test_a_row_that_ends_before_its_last_columns_is_still_one_of_a_csv_file():
    text = "Chinese cities,European cities,Country,Population,Themes,Contact\nWuxi,Bilbao,China\n"
    (document,) = open_documents("plans.csv", text.encode())
    assert (document.shape, cells(document, "city")) == ("sheet", [["Wuxi"], ["Bilbao"]])


def test_a_workbook_without_the_headings_is_refused():
    with pytest.raises(UnreadableDocument, match="headings of the template"):
        open_documents("budget.xlsx", workbook(["1"], headings=["Item", "EUR"]))


def test_headings_without_plans_are_refused():
    with pytest.raises(UnreadableDocument, match="headings of the template"):
        open_documents("empty.xlsx", workbook())


def test_a_workbook_that_was_cut_off_is_refused():
    with pytest.raises(UnreadableDocument, match="damaged"):
        open_documents("cut.xlsx", write_template()[:-200])


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])
def test_a_workbook_whose_parts_do_not_unpack_is_refused(part):
    data = bytearray(write_template())
    info = zipfile.ZipFile(io.BytesIO(data)).getinfo(part)
    start = info.header_offset + 30 + len(part)
    data[start : start + info.compress_size] = b"\xff" * info.compress_size
    with pytest.raises(UnreadableDocument, match="damaged"):
        open_documents("damaged.xlsx", bytes(data))


def test_formulas_are_text_and_not_computed():
    (document,) = open_documents("plans.csv", b"Chinese cities,European cities,Countries\n=1+1,Porto,China\n")
    assert cells(document, "city") == [["=1+1"], ["Porto"]]


def test_a_hidden_row_says_so_and_totals_are_no_plans():
    book = openpyxl.load_workbook(io.BytesIO(workbook(["Wuxi", "Essen"], ["Dalian", "Graz"], ["Total", "2"], ["合计"])))
    book.worksheets[1].row_dimensions[2].hidden = True
    data = io.BytesIO()
    book.save(data)
    documents = open_documents("plans.xlsx", data.getvalue())
    assert [(cells(document, "city")[0], document.is_hidden) for document in documents] == [
        (["Wuxi"], True),
        (["Dalian"], False),
    ]


def test_a_merged_cell_holds_for_all_its_rows_and_struck_out_cells_for_none():
    book = openpyxl.load_workbook(io.BytesIO(workbook(["Wuxi", "Essen"], [None, "Graz"])))
    sheet = book.worksheets[1]
    sheet.merge_cells("A2:A3")
    sheet["B2"].font = openpyxl.styles.Font(strike=True)
    data = io.BytesIO()
    book.save(data)
    documents = open_documents("plans.xlsx", data.getvalue())
    assert [cells(document, "city") for document in documents] == [[["Wuxi"], []], [["Wuxi"], ["Graz"]]]
    assert [str(text) for text in documents[0].loose] == ["Essen"]


@pytest.mark.parametrize(
    ("value", "text"), [(date(2019, 9, 11), "9, 11"), (11.13, "11, 13"), (6, "6"), ("8; 9", "8; 9")]
)
def test_what_excel_makes_of_two_goals_is_both_numbers(value: object, text: str):
    headings = [*HEADINGS, "SDGs and Urban Agenda topics"]
    (document,) = open_documents("plans.xlsx", workbook(["Wuxi", "Essen", "", "", "", value], headings=headings))
    assert cells(document, "goals") == [[text]]


@pytest.mark.parametrize("is_shared", [True, False])
def test_words_struck_out_or_raised_within_a_cell_are_known_as_such(is_shared: bool):
    """Excel keeps such texts in a table of their own, other programs in the cell."""
    raised, struck = InlineFont(vertAlign="superscript"), InlineFont(strike=True)
    book = openpyxl.load_workbook(io.BytesIO(workbook(["Wuxi", "Essen", "", "Germany"])))
    book.worksheets[1]["B2"] = CellRichText("Essen", TextBlock(raised, "1"), TextBlock(struck, ", Bonn"), " and Graz")
    book.worksheets[1]["D2"] = CellRichText("Germany", TextBlock(InlineFont(b=True), ", Austria"))
    data = io.BytesIO()
    book.save(data)
    (document,) = open_documents("plans.xlsx", shared(data.getvalue()) if is_shared else data.getvalue())
    assert cells(document, "city")[1] == ["Essen¹ and Graz"]
    assert cells(document, "country")[1] == ["Germany, Austria"]
    assert [document.text[start:end] for start, end in document.struck] == [", Bonn"]
    assert_lawful(document)


def shared(data: bytes) -> bytes:
    """The workbook with its first rich text in the table of shared texts, as Excel writes it."""
    book, out = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    part = next(name for name in book.namelist() if b"<vertAlign" in book.read(name) and "sheet" in name)
    sheet = book.read(part).decode()
    rich = re.search(r'<c r="B2" t="inlineStr"><is>(.*?)</is></c>', sheet)
    sheet = sheet.replace(rich[0], '<c r="B2" t="s"><v>0</v></c>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with zipfile.ZipFile(out, "w") as file:
        for name in book.namelist():
            content = book.read(name).decode()
            if name == part:
                content = sheet
            if name == "xl/_rels/workbook.xml.rels":
                kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
                link = f'<Relationship Id="rId99" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
                content = content.replace("</Relationships>", link)
            if name == "[Content_Types].xml":
                kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
                part_type = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
                content = content.replace("</Types>", part_type)
            file.writestr(name, content)
        file.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}" count="1"><si>{rich[1]}</si></sst>')
    return out.getvalue()
