"""The door: which file is what, and what is said of files that cannot be read."""

import pickle

import pytest

from tests.documents import forms
from tests.documents.helpers import PRACTICE
from ucap.documents.limits import CHARACTERS, FILE_BYTES
from ucap.documents.opening import detect, open_document, open_documents
from ucap.documents.shapes.sheets import write_template
from ucap.errors import UnreadableDocument

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 512


@pytest.mark.parametrize(
    ("data", "shape"),
    [
        (forms.as_tagged(forms.SAMPLE), "tagged"),
        (forms.as_html(forms.SAMPLE), "html"),
        (forms.as_word(forms.SAMPLE), "word"),
        (forms.as_pdf(forms.SAMPLE), "pdf"),
        (b"\n\r" + forms.as_pdf(forms.SAMPLE), "pdf"),
        (forms.as_flow(forms.SAMPLE, forms.FlowLayout()), "flow"),
        (write_template(), "sheet"),
        (b"Chinese cities,European cities,Countries\nWuhu,Porto,China\n", "sheet"),
        (b' \n{"id": "wuhu"}', "records"),
        (b'[ {"id": "wuhu"} ]', "records"),
        (forms.as_tagged(forms.SAMPLE).decode().encode("utf-16"), "tagged"),
        (forms.as_html(forms.SAMPLE).decode().encode("utf-16"), "html"),
    ],
)
def test_the_type_is_told_from_the_content_whatever_the_name(data, shape):
    assert detect("misleading.png", data) == shape


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \n\t", "is empty"),
        (b"\x00" * 100, "is empty"),
        (b"x" * (FILE_BYTES + 1), "larger than 20 MB"),
        (b"x" * (CHARACTERS + 1), "more than"),
        (OLD_OFFICE, "before 2007"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"{\\rtf1 City:}", "Rich Text"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "picture"),
        (b"\xff\xd8\xff\xe0" + b"\x01" * 50, "picture"),
        (b"\x1f\x8b\x08" + b"\x01" * 50, "packed"),
        (bytes(range(256)) * 40, "neither text"),
        (b'{"id": "wuhu"}', "file of records"),
        (b"Dear colleagues, see you on Thursday.", "rows of a U-CAP summary"),
    ],
    ids=lambda value: value[:20] if isinstance(value, bytes) else value,
)
def test_each_file_that_cannot_be_read_has_its_own_message(data, message):
    with pytest.raises(UnreadableDocument, match=message) as caught:
        open_documents("file", data)
    assert caught.value.name == "file"
    assert caught.value.remedy


def test_several_plans_are_not_one_document():
    data = b"Chinese cities,European cities,Countries\nWuhu,Porto,China\nAnqing,Como,Italy\n"
    with pytest.raises(UnreadableDocument, match="2 plans"):
        open_document("plans.csv", data)


def test_the_same_bytes_have_the_same_fingerprint_whatever_their_name():
    data = (PRACTICE / "wuxi.pdf").read_bytes()
    assert open_document("a", data).sha256 == open_document("b", data).sha256


def test_a_refusal_survives_the_way_between_processes():
    error = UnreadableDocument("file", "It is empty.", "Send it again.")
    copy = pickle.loads(pickle.dumps(error))
    assert str(copy) == str(error)
    assert (copy.name, copy.reason, copy.remedy) == ("file", "It is empty.", "Send it again.")
