"""Zipped documents, unpacked within bounds."""

import io
import zipfile

import pytest

from ucap.documents.limits import ARCHIVE_PARTS
from ucap.documents.opening import open_document
from ucap.documents.shapes.archive import Archive
from ucap.documents.source import Source
from ucap.errors import UnreadableDocument


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip archive of the parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def test_a_part_that_is_packed_too_tightly_is_refused():
    with pytest.raises(UnreadableDocument, match="unpacks to far more"):
        Archive(Source("bomb", packed({"word/document.xml": b"0" * 5_000_000})))


def test_too_many_parts_are_refused():
    with pytest.raises(UnreadableDocument, match="unpacks to far more"):
        Archive(Source("bomb", packed({f"{number}": b"" for number in range(ARCHIVE_PARTS + 1)})))


def test_a_part_that_says_it_is_smaller_than_it_is_is_damaged():
    data = packed({"word/document.xml": bytes(range(256)) * 400})
    directory = data.rindex(b"PK\x01\x02")
    lying = data[: directory + 24] + (10).to_bytes(4, "little") + data[directory + 28 :]
    with pytest.raises(UnreadableDocument, match="damaged"):
        Archive(Source("liar", lying)).read("word/document.xml")


def test_a_missing_part_is_empty():
    archive = Archive(Source("empty", packed({"a": b"1"})))
    assert archive.read("b") == b""
    assert archive.parse("b") is None


@pytest.mark.parametrize("length", [10, 100, 1000])
def test_an_archive_that_was_cut_off_is_damaged(length):
    data = packed({"word/document.xml": bytes(range(256)) * 40})
    with pytest.raises(UnreadableDocument, match=r"damaged|packed file"):
        open_document("cut", data[:length])


def test_another_archive_is_named_as_such():
    with pytest.raises(UnreadableDocument, match="packed file"):
        open_document("photos", packed({"a.jpg": b"1"}))
