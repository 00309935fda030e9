"""Every format is found by its key and by the extension of a file."""

import pytest

from tests.exports.samples import DESCRIPTION, view_of
from ucap.exports import FORMATS, UnknownFormatError, export, file_name, format_of


def test_a_format_is_found_by_the_longest_extension_that_fits():
    assert [format_of(f"Out{known.extension.upper()}").key for known in FORMATS.values()] == list(FORMATS)


def test_an_unknown_extension_is_told_with_those_that_there_are():
    with pytest.raises(UnknownFormatError, match=r"plans\.docx: .* \.xlsx"):
        format_of("plans.docx")


def test_an_unknown_format_is_told_with_those_that_there_are():
    with pytest.raises(UnknownFormatError, match=r"docx: .* xlsx"):
        export("docx", view_of(), DESCRIPTION)


def test_a_format_of_one_frame_holds_the_plans_if_none_is_named():
    assert export("csv", view_of(), DESCRIPTION) == export("csv", view_of(), DESCRIPTION, "plans")


@pytest.mark.parametrize("key", FORMATS)
def test_every_format_writes_an_empty_selection_and_the_same_bytes_each_time(key):
    first = export(key, view_of(), DESCRIPTION)
    assert first
    assert export(key, view_of(), DESCRIPTION) == first


def test_a_file_is_named_after_its_frame_day_and_data():
    assert file_name("csv", DESCRIPTION, "pairs") == "ucap-pairs-2026-11-22-1a2b3c4d.csv"
    assert file_name("xlsx", DESCRIPTION) == "ucap-selection-2026-11-22-1a2b3c4d.xlsx"
