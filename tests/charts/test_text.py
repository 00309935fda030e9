"""Text from documents is never taken for markup, and fits its room."""

from hypothesis import given
from hypothesis import strategies as st

from ucap.charts.text import escape, lines, shorten, wrap
from ucap.typography import text_width

HOSTILE = '<b>bold</b> <a href="javascript:x">a</a> & co'


def test_markup_is_shown_as_it_is_written():
    assert escape(HOSTILE) == '&lt;b&gt;bold&lt;/b&gt; &lt;a href="javascript:x"&gt;a&lt;/a&gt; &amp; co'


@given(st.text())
def test_no_text_opens_a_tag(text):
    assert "<" not in escape(text)
    assert "<" not in wrap(text, 60, 13).replace("<br>", "")


def test_white_space_and_line_breaks_become_single_spaces():
    assert escape("a\n\n b\tc ") == "a b c"


@given(st.text(max_size=80))
def test_a_shortened_text_fits_its_room(text):
    assert text_width(shorten(text, 100, 13), 13) <= 100 or shorten(text, 100, 13) == "…"


def test_a_long_name_wraps_into_two_lines_and_ends_in_an_ellipsis():
    assert wrap("Industry, Innovation and Infrastructure", 170, 13) == "Industry, Innovation and<br>Infrastructure"
    assert wrap("Nature, land use and urban-rural development of all kinds", 100, 13).endswith("…")


def test_empty_lines_are_left_out():
    assert lines("a", "", "b") == "a<br>b"
