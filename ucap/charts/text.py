"""Text for Plotly, which takes some of it for markup and does not say how wide it will be."""

from __future__ import annotations

import html
from functools import lru_cache

from ucap.typography import shortened, text_width, wrapped

NAME_TEXT_PX = 13
_LINE_BREAK = "<br>"
# The metrics are those of Arial; the fonts of some systems (DejaVu Sans, Noto Sans) run wider.
_WIDEST_FONT = 1.14


def escape(text: str) -> str:
    """Text from a document, so that Plotly shows it as it is: `<b>` is three characters, white space single spaces."""
    return html.escape(" ".join(text.split()), quote=False)


@lru_cache(maxsize=8192)
def width_px(text: str, size_px: float) -> float:
    """The width of one line of text in the widest of the usual fonts."""
    return text_width(text, size_px) * _WIDEST_FONT


@lru_cache(maxsize=4096)
def shorten(text: str, room_px: float, size_px: float) -> str:
    """The text, not yet escaped, or as much of it as fits one line of that width, with an ellipsis."""
    return shortened(" ".join(text.split()), 1, room_px / _WIDEST_FONT, size_px)


@lru_cache(maxsize=4096)
def wrap(text: str, room_px: float, size_px: float, line_count: int = 2) -> str:
    """The text, escaped, in at most so many lines of that width; an ellipsis ends what does not fit."""
    room = room_px / _WIDEST_FONT
    fitting = shortened(" ".join(text.split()), line_count, room, size_px)
    return _LINE_BREAK.join(escape(line) for line in wrapped(fitting, room, size_px))


def lines(*parts: str) -> str:
    """Escaped parts, one below the other; empty ones are left out."""
    return _LINE_BREAK.join(part for part in parts if part)


def colored(text: str, color: str) -> str:
    """Escaped text in a colour."""
    return f'<span style="color:{color}">{text}</span>'
