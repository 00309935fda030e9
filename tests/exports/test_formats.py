"""Every format is found by its key and by the extension of a file."""

import pytest

from tests.exports.samples import PAIR, description_of, view_of
from ucap.exports import FORMATS, UnknownFormatError, export, file_name, format_of
from ucap.selection import Selection

VIEW = view_of(PAIR, selection=Selection(european_cities=("Rome",)))
DESCRIPTION = description_of(VIEW)
EMPTY = view_of()


def test_a_format_is_found_by_the_longest_extension_that_fits():
    assert [format_of(f"Out{known.extension.upper()}").key for known in FORMATS.values()] == list(FORMATS)


def test_an_unknown_extension_is_told_with_those_that_there_are():
    with pytest.raises(UnknownFormatError, match=r"plans\.docx: .* \.xlsx"):
        format_of("plans.docx")


def test_an_unknown_format_is_told_with_those_that_there_are():
    with pytest.raises(UnknownFormatError, match=r"docx: .* xlsx"):
        export("docx", VIEW, DESCRIPTION)


def test_a_format_of_one_frame_holds_the_plans_if_none_is_named():
    assert export("csv", VIEW, DESCRIPTION) == export("csv", VIEW, DESCRIPTION, "plans")


@pytest.mark.parametrize("key", FORMATS)
def test_every_format_writes_an_empty_selection(key):
    assert export(key, EMPTY, description_of(EMPTY))


@pytest.mark.parametrize("key", FORMATS)
def test_the_same_selection_gives_the_same_bytes(key):
    assert export(key, VIEW, DESCRIPTION) == export(key, VIEW, DESCRIPTION)


def test_a_file_is_named_after_its_frame_day_and_data():
    assert file_name("csv", DESCRIPTION, "pairs") == f"ucap-pairs-2026-11-22-{DESCRIPTION.fingerprint[:8]}.csv"
    assert file_name("xlsx", DESCRIPTION) == f"ucap-selection-2026-11-22-{DESCRIPTION.fingerprint[:8]}.xlsx"
