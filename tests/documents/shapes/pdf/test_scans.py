"""Scans, where the text recogniser is installed."""

import io

import pypdfium2
import pytest
from PIL import Image, ImageFilter

from tests.documents.forms import SAMPLE, PdfLayout, as_pdf
from tests.documents.helpers import PRACTICE, assert_lawful, cells, labels
from ucap.documents.limits import SCANNED_PAGES
from ucap.documents.opening import open_document
from ucap.documents.patience import TakesLong
from ucap.documents.shapes.pdf.marks import boxes
from ucap.errors import UnreadableDocument
from ucap.reading import read
from ucap.sandbox import Processes

pytestmark = pytest.mark.ocr


@pytest.fixture(autouse=True)
def reading_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UCAP_OCR")


def scanned(pdf: bytes, *, degrees: float = 0.0, blur: float = 0.0, pages: int = 1) -> bytes:
    """The pages of a PDF as somebody scans them: as pictures, turned a little, unsharp."""
    shown = (page.render(scale=2.5).to_pil().convert("L") for page in pypdfium2.PdfDocument(pdf))
    pictures = [
        picture.rotate(degrees, resample=Image.Resampling.BICUBIC, fillcolor=255).filter(ImageFilter.GaussianBlur(blur))
        for picture in shown
    ]
    data = io.BytesIO()
    pictures[0].save(data, "PDF", save_all=True, append_images=(pictures * pages)[1:], resolution=180)
    return data.getvalue()


def test_a_crooked_unsharp_scan_has_the_rows_and_columns_of_its_page():
    document = open_document("scan", scanned(as_pdf(SAMPLE, PdfLayout(font_size=10)), degrees=1.5, blur=0.8))
    assert cells(document, "city") == [["Wuhu"], ["Porto, Lyon"]]
    assert cells(document, "country") == [["China"], ["Portugal, France"]]
    assert cells(document, "period") == [["May 2018 until May 2020"]]
    assert cells(document, "themes") == [["Shipbuilding and ports", "Old town renewal"]]
    assert labels(document)["objectives"] == "Main objectives of cooperation as described in the U-CAP:"
    assert_lawful(document)


def test_the_record_of_a_scan_says_that_it_was_recognised():
    (plan,) = read("scan", (PRACTICE / "taizhou-zhejiang.scan.pdf").read_bytes())
    assert plan.id == "taizhou-zhejiang"
    assert [goal.goal for goal in plan.goals if goal.stated] == [8, 9]
    assert [found.field for found in plan.findings if found.code == "read-by-ocr" and found.severity == "note"] == [
        None
    ]


def test_a_word_that_is_hard_to_recognise_is_a_warning_on_its_value():
    noisy = scanned(as_pdf(SAMPLE, PdfLayout(font_size=8)), blur=2.4)
    (plan,) = read("scan", noisy)
    unsure = [found for found in plan.findings if found.code == "read-by-ocr" and found.severity == "warning"]
    assert unsure
    assert all(found.field in plan.passages for found in unsure)


def test_passages_of_a_scan_are_marked_nowhere_rather_than_wrongly():
    data = scanned(as_pdf(SAMPLE))
    document = open_document("scan", data)
    assert boxes(data, document, document.rows[0].label.spans[0]) == []


def test_a_scan_of_many_pages_is_refused_with_the_limit():
    data = scanned(as_pdf(SAMPLE), pages=SCANNED_PAGES + 1)
    with pytest.raises(UnreadableDocument, match=f"up to {SCANNED_PAGES} are read"):
        open_document("scan", data)


def test_a_hasty_process_leaves_a_scan_and_a_patient_one_reads_it():
    """Nobody else waits for it: a scan has a process, a time and a memory of its own."""
    processes = Processes("ucap.reading.door:read_serialised")
    try:
        record, _text = processes("scan", scanned(as_pdf(SAMPLE)))
    finally:
        processes.close()
    assert b'"read-by-ocr"' in record


def test_without_patience_a_scan_is_left(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("ucap.documents.patience._is_hasty", True)
    with pytest.raises(TakesLong):
        open_document("scan", scanned(as_pdf(SAMPLE)))


def test_a_scan_on_which_the_recogniser_fails_waits_as_a_scan_unread(monkeypatch: pytest.MonkeyPatch):
    def fail(*_arguments: object, **_settings: object) -> None:
        raise RuntimeError("std::bad_alloc")

    monkeypatch.setattr("ucap.documents.shapes.pdf.scans._engine", lambda: fail)
    document = open_document("scan", scanned(as_pdf(SAMPLE)))
    assert document.problems == ("no-text-layer",)
