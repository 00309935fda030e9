"""What on a PDF's pages is not the table's: the template's wording, the contact, running heads and feet."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ucap.documents.labels import find_label
from ucap.documents.pdf.lines import Line
from ucap.documents.traced import Span, Traced

_DIGITS = re.compile(r"\d+")
_MARGIN_LINES = 2
"""Lines at the upper and the lower end of a page that may be running heads and feet."""
_HEIGHT_STEP = 4.0


def running_heads(pages: Sequence[Sequence[Line]], em: float) -> Iterator[Span]:
    """Lines that stand at the same height of most pages with the same words, figures aside."""
    if len(pages) < 2:
        return
    seen: dict[tuple[int, str], list[Line]] = defaultdict(list)
    for lines in pages:
        for line in [*lines[:_MARGIN_LINES], *lines[_MARGIN_LINES:][-_MARGIN_LINES:]]:
            seen[round(line.base / _HEIGHT_STEP), _DIGITS.sub("#", line.text)].append(line)
    for lines in seen.values():
        if len({line.page for line in lines}) > len(pages) / 2 and not find_label(lines[0].runs(em)[0].text):
            for line in lines:
                yield from line.traced.spans


def without_margins(
    lines: Sequence[Line], template: Sequence[Span], contact: Sequence[Traced]
) -> Iterator[Line | None]:
    """The lines without the template's words; None where the contact stands: the table has ended there."""
    contacts = {span for text in contact for span in text.spans}
    hidden = sorted([*template, *contacts])
    starts = [start for start, _end in hidden]
    for line in lines:
        covers = [hidden[place] for word in line.words if (place := _covering(hidden, starts, word.start)) is not None]
        if not covers:
            yield line
        elif any(cover in contacts for cover in covers):
            yield None
        elif len(covers) < len(line.words):
            shown = [word for word in line.words if _covering(hidden, starts, word.start) is None]
            yield Line(line.page, shown, line.source)


def _covering(hidden: Sequence[Span], starts: Sequence[int], position: int) -> int | None:
    """The index of the range that holds a position."""
    place = bisect_right(starts, position) - 1
    return place if place >= 0 and position < hidden[place][1] else None
