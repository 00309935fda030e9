"""Text from documents never becomes markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from components.safe import link, marked, plain, plain_lines

SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5).map(tuple)


class Reader(HTMLParser):
    """Collects the text of a piece of HTML, and its tags."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


class StreamlitReader(Reader):
    """Reads Markdown as Streamlit does: a colour that names none is its text."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.feed(MarkdownIt().renderInline(markdown))
        self.close()
        self.text = re.sub(r":color\[(.)\]", r"\1", self.text)


@given(st.text(max_size=40), SPANS)
def test_marking_passages_keeps_the_text_and_adds_marks_only(text: str, spans: tuple[tuple[int, int], ...]) -> None:
    """Whatever the text and the passages, the HTML reads as the text, and its only tags are marks."""
    reader = Reader()
    reader.feed(marked(text, spans))
    reader.close()
    assert reader.text == text.replace("\r\n", "\n") or reader.text == text
    assert reader.tags <= {"mark"}


def test_a_passage_is_marked_once_where_two_overlap() -> None:
    """Two passages that share characters are marked as one text, nothing twice."""
    assert marked("Panjin and Rome", ((0, 6), (3, 10))) == "<mark>Panjin</mark><mark> and</mark> Rome"


@given(st.text(alphabet="ab*_`[]()<>#!|~$:&\\-+.{}@/=w", max_size=30))
def test_plain_text_reads_as_it_is_written(text: str) -> None:
    """Characters that Markdown would take for markup are shown as they stand."""
    reader = StreamlitReader(f"x{plain(text)}x")
    assert reader.text == f"x{' '.join(text.split())}x"
    assert reader.tags == set()


@given(st.text(alphabet="ab*_`[]()<>#!|~$:&\\-+.{}@/=w\n", max_size=30))
def test_lines_of_a_message_stay_apart_and_none_becomes_markup(text: str) -> None:
    """A message of several lines reads as it is written; its only tags are the breaks between lines."""
    reader = StreamlitReader(plain_lines(text))
    assert reader.text.split() == text.split()
    assert reader.tags <= {"br"}


@pytest.mark.parametrize(
    "address",
    [
        "https://example.eu/a?b=c&d=e#f",
        "http://example.eu/%20(x)",
        "HTTPS://example.eu/ü",
        "http://example.eu/![x](http://evil.example/i.png)",
    ],
)
def test_an_address_of_the_web_is_one_link_to_it_and_nothing_else(address: str) -> None:
    """Whatever stands in the address, the only tag is the link, and its words are the address."""
    reader = StreamlitReader(link(address))
    assert reader.tags == {"a"}
    assert reader.text == address
    assert StreamlitReader(link(address, "1")).text == "1"


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)//http://", "data://text", "ftp://example.eu/", "http://", "http://[", "file:///etc", "p. 4"],
)
def test_what_is_no_address_of_the_web_is_no_link(address: str) -> None:
    reader = StreamlitReader(link(address))
    assert reader.tags == set()
    assert reader.text == address
