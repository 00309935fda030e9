"""PDF."""

import ctypes
import io

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tests.documents.helpers import PRACTICE, assert_lawful, cells, labels
from ucap.documents.limits import PAGES
from ucap.documents.opening import open_document
from ucap.documents.shapes.pdf.marks import boxes
from ucap.errors import UnreadableDocument

HEAD = [(60, 700, "City:"), (200, 700, "Wuhu"), (380, 700, "Porto"), (60, 670, "Country:"), (200, 670, "China")]


def pdf(*pages: list[tuple[float, float, str]], encryption=None, font: str = "Helvetica") -> bytes:
    """A PDF with texts at their places."""
    data = io.BytesIO()
    canvas = Canvas(data, encrypt=encryption)
    for page in pages:
        canvas.setFont(font, 10)
        for left, base, text in page:
            canvas.drawString(left, base, text)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def test_columns_are_told_by_their_places_and_empty_ones_kept():
    document = open_document("p", pdf([*HEAD, (380, 670, "Portugal"), (60, 640, "Population:"), (380, 640, "N/A")]))
    assert cells(document, "city") == [["Wuhu"], ["Porto"]]
    assert cells(document, "population") == [[], ["N/A"]]
    assert_lawful(document)


def test_a_row_that_the_template_lacks_keeps_its_columns_and_its_label():
    document = open_document("p", pdf([*HEAD, (60, 640, "Mayor:"), (200, 640, "Lin Guowei"), (380, 640, "Ana Ruiz")]))
    assert cells(document, None) == [["Lin Guowei"], ["Ana Ruiz"]]
    assert labels(document)[None] == "Mayor:"


def test_a_label_and_its_cell_go_on_over_a_page_break():
    one = [*HEAD, (60, 100, "Main objectives of cooperation as described in"), (300, 100, "Build one ferry with an")]
    two = [(60, 750, "the U-CAP:"), (300, 750, "engine."), (60, 700, "Expected results:"), (300, 700, "A ferry.")]
    head = [(left if left == 60 else left + 100, base, text) for left, base, text in one[:5]]
    document = open_document("p", pdf([*head, *one[5:]], two))
    assert labels(document)["objectives"] == "Main objectives of cooperation as described in the U-CAP:"
    assert cells(document, "objectives") == [["Build one ferry with an engine."]]
    assert len(document.pages) == 2


def test_running_heads_and_page_numbers_are_the_templates():
    pages = [[*HEAD, (60, 800, "Summary of Wuhu"), (300, 20, "1")], [(60, 800, "Summary of Wuhu"), (300, 20, "2")]]
    pages[1] += [(60, 700, "Expected results:"), (200, 700, "A ferry.")]
    document = open_document("p", pdf(*pages))
    assert [document.text[start:end] for start, end in document.template] == ["Summary of Wuhu", "1"] * 1 + [
        "Summary of Wuhu",
        "2",
    ]
    assert document.loose == ()


def test_text_below_the_table_that_runs_across_its_columns_is_loose():
    note = "This note stands below the table and runs across all of its columns."
    document = open_document("p", pdf([*HEAD, (60, 500, note)]))
    assert [str(text) for text in document.loose] == [note]


def test_a_bullet_that_hangs_out_of_its_column_close_behind_a_label_begins_the_value():
    label = "Short description of main activities"
    end = 60 + pdfmetrics.stringWidth(label, "Helvetica", 10)
    table = [(left if left == 60 else left + end + 10 - 200, base, text) for left, base, text in HEAD]
    activities = [(60, 640, label), (end + 7, 640, "•"), (end + 20, 640, "May 2018: Visit of the mayor to Porto.")]
    document = open_document("p", pdf([*table, *activities]))
    assert cells(document, "activities") == [["* May 2018: Visit of the mayor to Porto."]]
    assert document.loose == ()


def test_a_page_without_columns_is_read_as_flowing_text():
    document = open_document("p", pdf([(60, 700, "City: Wuhu Porto"), (60, 680, "Country: China Portugal")]))
    assert cells(document, "city") == [["Wuhu Porto"]]
    assert document.shape == "pdf"


def test_a_word_broken_at_its_hyphen_fills_its_line():
    lines = ["May 2018: Presentation of the New International Land-", "Sea Corridor.", "June 2019: Visit."]
    row = [(60, 640, "Short description of"), (60, 628, "main activities:")]
    values = [(200, 640 - 12 * number, line) for number, line in enumerate(lines)]
    document = open_document("p", pdf([*HEAD, *row, *values]))
    assert cells(document, "activities") == [
        ["May 2018: Presentation of the New International Land-Sea Corridor.", "June 2019: Visit."]
    ]


def test_a_label_and_a_value_that_a_hyphen_ran_together_are_told_apart():
    row = [(60, 640, "Main objectives of"), (60, 628, "cooperation as described in the U-"), (60, 616, "CAP:")]
    values = [(200, 628, "video only."), (200, 616, "To train cheese makers.")]
    document = open_document("p", pdf([*HEAD, row[0], (200, 640, "Held by"), row[1], values[0], row[2], values[1]]))
    assert labels(document)["objectives"] == "Main objectives of cooperation as described in the U- CAP:"
    assert cells(document, "objectives") == [["Held by video only.", "To train cheese makers."]]


def test_a_little_space_parts_paragraphs_where_a_sentence_ends():
    row = [(60, 640, "Key focus of"), (60, 628, "cooperation themes:")]
    values = [
        (200, 640, "The mayors of the two cities met in the old town hall"),
        (200, 628, "and agreed on all of it within a day, as they say now."),
        (200, 613.5, "Then all went home."),
    ]
    texts = [text for _left, _base, text in values]
    assert cells(open_document("p", pdf([*HEAD, *row, *values])), "focus") == [[" ".join(texts[:2]), texts[2]]]


def test_lines_that_are_set_wide_apart_are_one_paragraph_where_others_go_on_at_that_distance():
    texts = [
        "Easter 2020: Journey of a school class to Santiago, all",
        "by bus. Pilgrimage of a second class to Santiago today.",
    ]
    lines = [*texts, "Cancelled later."]
    values = [(200, 640 - 17 * number, line) for number, line in enumerate(lines)]
    document = open_document("p", pdf([*HEAD, (60, 640, "Main activities:"), *values]))
    assert cells(document, "activities") == [[" ".join(lines)]]


def test_chinese_text_stands_on_the_line_of_its_latin_neighbours():
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    document = open_document("p", pdf([*HEAD, (60, 640, "Key focus:"), (200, 640, "漓江与桂林")], font="STSong-Light"))
    assert cells(document, "focus") == [["漓江与桂林"]]


def test_a_scan_has_no_rows_and_says_why():
    document = open_document("scan", (PRACTICE / "taizhou-zhejiang.scan.pdf").read_bytes())
    assert document.rows == ()
    assert document.problems == ("no-text-layer",)
    assert len(document.pages) == 2


def test_a_scan_with_a_stamp_in_its_margin_is_a_scan():
    data = io.BytesIO()
    canvas = Canvas(data)
    canvas.drawInlineImage(Image.new("L", (20, 20)), 100, 100, 300, 400)
    canvas.drawString(60, 20, "Scanned on 3 May 2019")
    canvas.save()
    document = open_document("scan", data.getvalue())
    assert document.problems == ("no-text-layer",)
    assert [str(text) for text in document.loose] == ["Scanned on 3 May 2019"]


def test_a_pdf_with_a_password_is_refused():
    with pytest.raises(UnreadableDocument, match="password"):
        open_document("secret", pdf(HEAD, encryption=StandardEncryption("user", "owner")))


def test_a_pdf_that_only_its_owner_may_change_is_read():
    document = open_document("open", pdf(HEAD, encryption=StandardEncryption("", "owner")))
    assert cells(document, "city") == [["Wuhu"], ["Porto"]]


def test_a_pdf_that_was_cut_off_is_refused():
    data = pdf(HEAD)
    with pytest.raises(UnreadableDocument, match="damaged"):
        open_document("cut", data[: len(data) // 3])


def test_a_pdf_of_too_many_pages_is_refused():
    with pytest.raises(UnreadableDocument, match="pages"):
        open_document("book", pdf(*[[(60, 700, "City:")]] * (PAGES + 1)))


def test_a_pdf_that_is_no_summary_is_refused():
    with pytest.raises(UnreadableDocument, match="rows of a U-CAP summary"):
        open_document("invoice", pdf([(60, 700, "Invoice no. 7"), (60, 680, "Total: 12 EUR")]))


def test_a_raised_digit_behind_a_number_is_the_sign_of_a_footnote():
    data = io.BytesIO()
    canvas = Canvas(data)
    canvas.drawString(60, 700, "City:")
    canvas.drawString(60, 660, "Population:")
    text = canvas.beginText(200, 660)
    text.setFont("Helvetica", 10)
    text.textOut("16,300,000")
    text.setFont("Helvetica", 8)
    text.setRise(5)
    text.textOut("3")
    canvas.drawText(text)
    canvas.save()
    assert "16,300,000³" in open_document("raised.pdf", data.getvalue()).text


def form() -> bytes:
    """A PDF whose cells are fields of a form."""
    data = io.BytesIO()
    canvas = Canvas(data)
    canvas.setFont("Helvetica", 10)
    for row, (label, *values) in enumerate((("City:", "Kunming", "Porto"), ("Country:", "China", "Portugal"))):
        canvas.drawString(60, 705 - 28 * row, label)
        for column, value in enumerate(values):
            place = {"x": 200 + 170 * column, "y": 700 - 28 * row, "width": 150, "height": 18}
            canvas.acroForm.textfield(name=f"{label}{column}", value=value, fontSize=10, **place)
    canvas.drawString(60, 640, "Related SDGs:")
    for index, goal in enumerate(("SDG 3", "SDG 11", "SDG 13")):
        canvas.acroForm.checkbox(name=goal, x=200 + 80 * index, y=637, size=11, checked=goal == "SDG 11")
        canvas.drawString(215 + 80 * index, 640, goal)
    canvas.drawString(60, 610, "Cooperation themes:")
    canvas.drawString(200, 610, "Trams; Tourism")
    canvas.save()
    return data.getvalue()


def test_the_fields_of_a_form_are_read_and_their_boxes_say_what_is_chosen():
    document = open_document("form.pdf", form())
    assert cells(document, "city") == [["Kunming"], ["Porto"]]
    assert cells(document, "country") == [["China"], ["Portugal"]]
    assert cells(document, "goals") == [["* SDG 11"]]
    assert [str(text) for text in document.loose] == ["[ ] SDG 3", "[ ] SDG 13"]
    assert_lawful(document)


def test_the_picture_of_a_passage_shows_what_a_field_holds():
    document = open_document("form.pdf", form())
    place = document.text.index("Kunming")
    (box,) = boxes(form(), document, (place, place + len("Kunming")))
    assert (box.page, round(box.left / 20)) == (0, 10)


def test_words_that_a_comment_strikes_out_are_known_as_struck_out():
    with pypdfium2.PdfDocument(
        pdf([*HEAD, (60, 640, "Related SDGs:"), (200, 640, "SDG 3"), (260, 640, "SDG 11")])
    ) as book:
        page = book[0]
        mark = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_STRIKEOUT)
        pdfium.FPDFAnnot_SetRect(mark, ctypes.byref(pdfium.FS_RECTF(199, 648, 230, 637)))
        pdfium.FPDFPage_CloseAnnot(mark)
        data = io.BytesIO()
        book.save(data)
    document = open_document("commented.pdf", data.getvalue())
    assert [document.text[start:end] for start, end in document.struck] == ["SDG", "3"]


def _with_line(left: float, right: float, base: float, *texts: tuple[float, float, str], is_box: bool = False) -> bytes:
    """A PDF with texts below the head, and a line or a thin box from `left` to `right` through those at `base`."""
    data = io.BytesIO()
    canvas = Canvas(data)
    canvas.setFont("Helvetica", 10)
    for at, height, text in (*HEAD, *texts):
        canvas.drawString(at, height, text)
    if is_box:
        canvas.rect(left, base + 2.2, right - left, 0.7, stroke=0, fill=1)
    else:
        canvas.line(left, base + 2.5, right, base + 2.5)
    canvas.showPage()
    canvas.save()
    return data.getvalue()


_GOALS = ((60, 640, "Related SDGs:"), (200, 640, "SDG 3,"), (235, 640, "SDG 11"))


@pytest.mark.parametrize("is_box", [False, True])
def test_words_through_which_a_line_is_drawn_are_struck_out_and_loose(is_box: bool):
    document = open_document("p", _with_line(199, 231, 640, *_GOALS, is_box=is_box))
    assert [document.text[start:end] for start, end in document.struck] == ["SDG 3,"]
    assert cells(document, "goals") == [["SDG 11"]]
    assert [text.text for text in document.loose] == ["SDG 3,"]
    assert_lawful(document)


@pytest.mark.parametrize(("left", "right", "base"), [(199, 231, 636.5), (40, 560, 649), (60, 560, 633)])
def test_underlined_words_and_borders_of_rows_are_not_struck_out(left: float, right: float, base: float):
    document = open_document("p", _with_line(left, right, base, *_GOALS))
    assert not document.struck
    assert cells(document, "goals") == [["SDG 3, SDG 11"]]


def test_a_border_that_runs_through_words_leaves_them_and_doubts_them():
    document = open_document("p", _with_line(40, 560, 640, *_GOALS))
    assert document.struck
    assert cells(document, "goals") == [["SDG 3, SDG 11"]]


def test_struck_out_words_in_running_text_are_left_out():
    lines = ["City: Wuhu and Porto", "Country: China and Portugal", "Period: 2018 to 2020", "Results:", "Two ferries"]
    texts = [(60, 600 - 14 * number, line) for number, line in enumerate(lines)]
    where = 600 - 14 * len(lines)
    data = _with_line(59, 108, where, *texts, (60, where, "and a bridge"), (120, where, "and a new port."))
    document = open_document("p", data)
    assert "and a bridge" not in " ".join(cells(document, "results")[0])
    assert "and a new port." in " ".join(cells(document, "results")[0])


def test_labels_above_their_sides_are_read():
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    sides = (
        ("城市", "昆明市", "埃因霍温"),
        ("国家", "中国", "荷兰"),
        ("人口", "846万", "23.5万"),
        ("面积", "21012.54", "88.9"),
    )
    wide = (
        ("合作期限", "2019年1月至2020年12月"),
        ("合作主题", "一、花卉物流；二、智慧照明"),
        ("合作主题重点", "花卉物流：鲜花"),
    )
    places = []
    for n, (label, *values) in enumerate((*sides, *wide)):
        places.append((60, 700 - 40 * n, label))
        places += [(left, 680 - 40 * n, value) for left, value in zip((60, 320), values, strict=False)]
    document = open_document("p", pdf(places, font="STSong-Light"))
    assert cells(document, "period") == [["2019年1月至2020年12月"]]
    assert cells(document, "themes") == [["* 花卉物流；", "* 智慧照明"]]
