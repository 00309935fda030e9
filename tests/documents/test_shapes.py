"""One summary in all shapes: each reader finds the same rows."""

import random

import pytest

from tests.documents import forms
from tests.documents.helpers import NAMES, SHAPES, SIGNS, assert_lawful, cells, labels, practice
from ucap.documents.model import Document
from ucap.documents.opening import open_document

STRUCTURED = {"tagged": forms.as_tagged, "html": forms.as_html, "word": forms.as_word}


def assert_reads(document: Document, summary: forms.Summary) -> None:
    """All rows with their labels, cells and blocks, and the contact."""
    for entry in summary:
        assert labels(document)[entry.key] == entry.label
        assert cells(document, entry.key) == [[SIGNS[kind] + text for kind, text in cell] for cell in entry.cells]
    assert [str(text) for text in document.contact] == [forms.MAIL]
    assert_lawful(document)


def assert_has_words(document: Document, summary: forms.Summary) -> None:
    """The words of all rows, however they are parted into blocks."""
    for entry in summary:
        read = " ".join(
            str(block.text) for row in document.rows if row.key == entry.key for block in row.cells[0].blocks
        )
        assert read == " ".join(text for cell in entry.cells for _kind, text in cell), entry.key
    assert_lawful(document)


@pytest.mark.parametrize("shape", STRUCTURED)
def test_shapes_that_keep_the_table_keep_everything(shape):
    document = open_document("summary", STRUCTURED[shape](forms.SAMPLE))
    assert document.shape == shape
    assert_reads(document, forms.SAMPLE)


@pytest.mark.parametrize(
    "layout",
    [
        forms.PdfLayout(),
        forms.PdfLayout(is_ruled=True, font_size=11, page_rows=0.6),
        forms.PdfLayout(is_landscape=True, label_share=0.2),
        forms.PdfLayout(rotation=90),
        forms.PdfLayout(rotation=180),
        forms.PdfLayout(rotation=270, is_landscape=True),
        forms.PdfLayout(rotation=90, is_shown_upright=False),
        forms.PdfLayout(is_centred=True),
    ],
    ids=str,
)
def test_a_pdf_keeps_everything_however_it_is_set(layout):
    document = open_document("summary", forms.as_pdf(forms.SAMPLE, layout))
    assert document.shape == "pdf"
    assert_reads(document, forms.SAMPLE)


@pytest.mark.parametrize("form", ["wrapped", "interleaved", "paragraphs", "one line"])
@pytest.mark.parametrize("label_width", [22, 26, 32, 40, 60])
def test_copied_text_keeps_its_words_however_narrow_the_label_column_was(form, label_width):
    layout = forms.FlowLayout(label_width=label_width, form=form, page_lines=17)
    document = open_document("summary", forms.as_flow(forms.SAMPLE, layout))
    assert document.shape == "flow"
    assert_has_words(document, forms.SAMPLE)


def test_copied_text_keeps_its_words_even_if_values_are_full_of_the_labels_words():
    made, torn_wrongly = 0, []
    for seed in range(60):
        chance = random.Random(seed)
        summary = forms.random_summary(chance)
        layout = forms.random_flow_layout(chance)
        document = open_document("summary", forms.as_flow(summary, layout))
        assert_lawful(document)
        for entry in summary:
            made += 1
            read = " ".join(str(b.text) for row in document.rows if row.key == entry.key for b in row.cells[0].blocks)
            if read != " ".join(text for cell in entry.cells for _kind, text in cell):
                torn_wrongly.append((seed, entry.key))
    assert len(torn_wrongly) <= made / 500, torn_wrongly


def test_pdfs_of_any_text_and_setting_keep_everything():
    for seed in range(12):
        chance = random.Random(seed)
        summary = forms.random_summary(chance)
        document = open_document("summary", forms.as_pdf(summary, forms.random_pdf_layout(chance)))
        assert_has_words_in_all_cells(document, summary)


def assert_has_words_in_all_cells(document: Document, summary: forms.Summary) -> None:
    for entry in summary:
        read = [" ".join(text for text in cell) for cell in cells(document, entry.key)]
        assert read == [" ".join(SIGNS[kind] + text for kind, text in cell) for cell in entry.cells], entry.key
    assert_lawful(document)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", NAMES)
def test_a_practice_document_has_the_rows_of_its_tagged_form_in_every_shape(name, shape):
    document, tagged = practice(name, shape), practice(name, "tagged.txt")
    assert [row.key for row in document.rows] == [row.key for row in tagged.rows]
    for row in tagged.rows:
        expected = "".join("".join(cell) for cell in cells(tagged, row.key))
        read = "".join("".join(cell) for cell in cells(document, row.key))
        assert read.replace(" ", "") == expected.replace(" ", ""), row.key
    assert [str(text) for text in document.contact] == [str(text) for text in tagged.contact]
    assert_lawful(document)


@pytest.mark.parametrize("name", NAMES)
def test_shapes_with_paragraphs_keep_the_blocks_of_a_practice_document(name):
    for shape in ("pdf", "docx", "html"):
        document, tagged = practice(name, shape), practice(name, "tagged.txt")
        for key in ("focus", "challenges", "objectives", "activities", "results"):
            read = [[text.replace(" ", "") for text in cell] for cell in cells(document, key)]
            assert read == [[text.replace(" ", "") for text in cell] for cell in cells(tagged, key)]
