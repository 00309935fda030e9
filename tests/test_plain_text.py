"""Text of documents stays text in every file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from ucap.plain_text import guarded, printable, unguarded


@pytest.mark.parametrize("text", ["=1+1", "+86 10", "-5 °C", "@home", "\tx", "\rx", "\nx", "＝1", "'=1"])
def test_what_a_spreadsheet_takes_for_a_formula_is_guarded(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Rome", "'s-Hertogenbosch", "1-2", "盘锦", " =1"])
def test_other_text_stays_as_it_is(text):
    assert guarded(text) == text


@given(st.text())
def test_guarding_is_undone_without_loss(text):
    assert unguarded(guarded(text)) == text


@given(st.text(st.characters()))
def test_printable_text_fits_into_xml(text):
    element = etree.Element("text")
    element.text = printable(text)
    assert (etree.fromstring(etree.tostring(element)).text or "") == printable(text)


def test_control_characters_are_shown_and_line_breaks_kept():
    assert printable("a\x00b\x1bc\x7f\td\r\ne\n") == "a␀b␛c␡\td\ne\n"


def test_right_to_left_and_chinese_text_is_untouched():
    text = "\u202eשלום\u202c 盘锦"
    assert printable(text) == text
