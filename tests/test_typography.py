"""Text is measured without a font, and never too short."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import stringWidth

from ucap.typography import shortened, text_width, wrapped

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60)


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_widths_are_those_of_helvetica(text):
    assert text_width(text, 1000) == pytest.approx(stringWidth(text, "Helvetica", 1000))


def test_a_letter_with_an_accent_is_as_wide_as_without():
    assert text_width("é", 1000) == text_width("e", 1000)


def test_an_ideograph_is_as_wide_as_the_font_is_high():
    assert text_width("盘锦", 12) == 24


def test_bold_text_is_wider():
    assert text_width("Rome", 12, is_bold=True) > text_width("Rome", 12)


def test_text_wraps_between_words():
    assert wrapped("Rome and Nice", text_width("Rome and", 10), 10) == ["Rome and ", "Nice"]


def test_no_line_of_chinese_begins_with_a_mark_that_ends_something():
    assert wrapped("龙岩 – 曼海姆、布拉格", 73, 12) == ["龙岩 – 曼海", "姆、布拉格"]


def test_quotation_marks_are_as_wide_as_the_chinese_characters_between_them():
    assert text_width("“旅游”", 10) == 40
    assert text_width("“Rome”", 10) < text_width("Rome", 10) + 8


def test_chinese_text_wraps_between_any_two_characters():
    assert wrapped("盘锦市人", 20, 10) == ["盘锦", "市人"]


@given(TEXTS, st.floats(20, 200))
def test_wrapping_loses_nothing_and_keeps_to_the_width(text, width):
    lines = wrapped(text, width, 12)
    assert "".join(lines) == text
    assert all(text_width(line.rstrip(), 12) <= width for line in lines)


@given(TEXTS, st.integers(1, 4), st.floats(20, 200))
def test_shortened_text_stands_in_its_lines_and_shows_that_it_was_cut(text, line_count, width):
    short = shortened(text, line_count, width, 12)
    assert len(wrapped(short, width, 12)) <= line_count
    assert short == text or short.endswith("…")
