"""Text from documents, made safe to show: it never becomes markup."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

from ucap.plain_text import is_web_address

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&=@])")
# Streamlit looks for some things after Markdown was read, escaped or not: "https://…", "www.…", "a@b.org", ":smile:",
# ":material/delete:", "->", "<-", "--", ">=", "<=", "~=". It looks inside one run of text, so each is broken into two.
_SOUGHT_LATER = re.compile(r":(?=//|material/|[\w+/-]+:)|(?<=www)\.|@|-(?=[->])|<(?=[-=])|[>~](?==)", re.IGNORECASE)
_LINK_CHARACTERS = "%/:?#@!$&'*+,;=~"
SIDE_COLORS = {"china": "red", "europe": "blue"}
"""The names under which the theme has the colours of the sides."""


def plain(text: str) -> str:
    """The text with all that Markdown, or Streamlit in it, would take for markup escaped."""
    line = " ".join(text.split())
    pieces: list[str] = []
    position = 0
    for found in _SOUGHT_LATER.finditer(line):
        # A colour that names none is a run of its own, and changes nothing else.
        pieces += [_escaped(line[position : found.start()]), f":color[{_escaped(found[0])}]"]
        position = found.end()
    return "".join([*pieces, _escaped(line[position:])])


def plain_lines(text: str) -> str:
    """The same, with its lines kept apart."""
    return "  \n".join(plain(line) for line in text.splitlines())


def link(address: str, words: str = "") -> str:
    """A link to an address of the web, with the address itself for words where none are given; others stay text."""
    if not is_web_address(address):
        return plain(address)
    return f"[{plain(words or address)}]({quote(address, _LINK_CHARACTERS).replace('&', '&amp;')})"


def marked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text as HTML with the half-open ranges marked; overlapping ones are marked once."""
    pieces: list[str] = []
    position = 0
    for start, end in sorted(spans):
        begin = max(start, position)
        if end > begin:
            pieces += [escape(text[position:begin]), "<mark>", escape(text[begin:end]), "</mark>"]
            position = end
    return "".join([*pieces, escape(text[position:])])


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
