"""What on a PDF's pages is not the table's: the template's wording, the contact, running heads and feet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from ucap.documents.labels import find_label
from ucap.documents.pdf.lines import Line
from ucap.documents.spans import holding, merged
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
    hidden = merged([*template, *contacts])
    for line in lines:
        covers = [cover for word in line.words if (cover := holding(hidden, word.start))]
        if not covers:
            yield line
        elif any(cover in contacts for cover in covers):
            yield None
        elif len(covers) < len(line.words):
            shown = [word for word in line.words if not holding(hidden, word.start)]
            yield Line(line.page, shown, line.source)
