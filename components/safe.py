"""Text from documents, made safe to show: it never becomes markup."""

from __future__ import annotations

import re
from html import escape

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&])")


def plain(text: str) -> str:
    """The text with all that Markdown would take for markup escaped."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def plain_lines(text: str) -> str:
    """The same, with its lines kept apart."""
    return "  \n".join(plain(line) for line in text.splitlines())


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
