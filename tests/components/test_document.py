"""The page of a PDF beside the record."""

from __future__ import annotations

from pathlib import Path

from components.plan.document import _page_image

GUILIN = Path(__file__).parents[1] / "data" / "documents" / "practice" / "guilin.pdf"


def test_a_page_is_drawn_in_a_separate_process_and_what_cannot_be_drawn_has_its_reason() -> None:
    image, trouble = _page_image("guilin.pdf", "1", ((0, 5),), GUILIN.read_bytes)
    assert image is not None
    assert image.startswith(b"\x89PNG")
    assert trouble is None
    image, trouble = _page_image("cut.pdf", "2", ((0, 5),), lambda: b"%PDF-1.4 no more than that")
    assert image is None
    assert "damaged" in str(trouble)


def test_the_bytes_of_a_document_are_asked_for_once_and_not_at_each_run() -> None:
    asked = []

    def content() -> bytes:
        asked.append(True)
        return GUILIN.read_bytes()

    for _run in range(3):
        _page_image("guilin.pdf", "3", ((0, 5),), content)
    assert len(asked) == 1
