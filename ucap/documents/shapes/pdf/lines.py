"""Words into lines, and lines of a cell into paragraphs.

What on a PDF's pages is not the table's: the template's wording, the contact, running heads and feet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ucap.documents.labels.known import find_label
from ucap.documents.lists.marks import starts_item
from ucap.documents.lists.paragraphs import Paragraph, ends_sentence, goes_on, goes_on_with_dash
from ucap.documents.shapes.pdf.words import Word
from ucap.documents.traced import Span, Traced, holding, merged
from ucap.documents.wrapping import is_year_heading, joined, words_of

# In em.
_SAME_LINE = 0.35  # words so near in height share a line
GAP = 0.9  # words so far apart do not follow each other
_WIDEST_PITCH = 1.3  # lines of a paragraph are at most so far apart
# In line pitches.
_NEXT_PARAGRAPH = 1.3  # lines so far apart are two paragraphs
_NEXT_SENTENCE = 1.15  # and so far where a sentence ends
_LEAST_APART = 1.1  # where all paragraphs stand apart, the next line of one is nearer by so much
_INDENT = 0.9  # in em: items that stand so far to the right of others are listed below these
# In points.
_TOLERANCE = 1.0  # so much may a line be off


@dataclass(slots=True)
class Line:
    """Words on one line of a page, from left to right; `source` is the whole document's text."""

    page: int
    words: Sequence[Word]
    source: str
    _traced: Traced | None = None

    @property
    def base(self) -> float:
        """The height above the lower edge of the page."""
        return self.words[0].base

    @property
    def left(self) -> float:
        """Where the first word begins."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """Where the last word ends."""
        return self.words[-1].right

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.traced.text

    @property
    def traced(self) -> Traced:
        """The words; those that follow each other in the document's text, too, are one range of it."""
        if self._traced is None:
            self._traced = self._joined()
        return self._traced

    def _joined(self) -> Traced:
        words = self.words
        if all(two.start - one.end == 1 for one, two in pairwise(words)):
            return Traced.of(self.source, words[0].start, words[-1].end)
        return Traced.join(Traced.of(self.source, word.start, word.end) for word in words)

    def runs(self, em: float) -> list[Line]:
        """The parts of the line between gaps that are wider than those between words."""
        if len(self.words) == 1:
            return [self]
        gaps = (index for index, (one, two) in enumerate(pairwise(self.words), 1) if two.left - one.right > GAP * em)
        cuts = [0, *gaps, len(self.words)]
        return [Line(self.page, self.words[low:high], self.source) for low, high in pairwise(cuts)]


_CHINESE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff01-\uff65]")
_MARK_ONLY = re.compile(r"\W*\w{0,3}\W{0,2}")  # "•", "12.", "(a)"


def behind_gaps(line: Line, em: float) -> Iterator[Word]:
    """The words that stand behind a gap wider than those between words; a bullet alone leaves none."""
    runs = line.runs(em)
    return (run.words[0] for before, run in pairwise(runs) if not _MARK_ONLY.fullmatch(before.text))


def em_of(words: Sequence[Word], source: str) -> float:
    """The size of the print in points: about twice the width of a usual Latin character, or a Chinese one's."""
    widths = [
        (word.right - word.left) / (word.end - word.start + len(_CHINESE.findall(source, word.start, word.end)))
        for word in words
        if word.end - word.start > 3
    ]
    return max(2.0, 1.8 * median(widths)) if widths else 10.0


def lines_of(page: int, words: Iterable[Word], source: str, em: float) -> Iterator[Line]:
    """The lines of a page from top to bottom; a raised or lowered word is near enough to one of its line."""
    line: list[Word] = []
    for word in sorted(words, key=lambda word: -word.base):
        if line and line[-1].base - word.base > _SAME_LINE * em:
            yield Line(page, sorted(line, key=lambda word: word.left), source)
            line = []
        line.append(word)
    if line:
        yield Line(page, sorted(line, key=lambda word: word.left), source)


class Paragraphs:
    """Puts the lines of cells together to paragraphs, knowing how all cells of a document are set.

    Args:
        groups: cells as wide as each other, by what distinguishes them.
        em: the size of the print in points.
        columns: the column of text in which a line stands, by where its first word begins; 0 where it is not given.
    """

    def __init__(
        self, groups: Mapping[Hashable, Sequence[Sequence[Line]]], em: float, columns: Mapping[int, int] | None = None
    ) -> None:
        self._columns, self._em = columns or {}, em
        self._known = words_of("\n".join(line.text for cells in groups.values() for cell in cells for line in cell))
        self._edges: dict[Hashable, float] = {}
        for group, cells in groups.items():
            for line in (line for cell in cells if len(cell) > 1 for line in cell):
                place = self._place(line, group)
                self._edges[place] = max(self._edges.get(place, line.right), line.right)
        pairs = [(one, two, group) for group, cells in groups.items() for cell in cells for one, two in pairwise(cell)]
        # dashes that begin items where the line before had room begin them below full lines, too
        self._dashes = {
            two.text[:1] for one, two, group in pairs if starts_item(two.text) and self._had_room(one, two, group)
        }
        near = [one for one in pairs if one[0].page == one[1].page and one[0].base > one[1].base]
        full = [(one, two) for one, two, group in near if not self._had_room(one, two, group)]
        certain = [pair for pair in full if goes_on(pair[0].text, pair[1].text)] or [
            pair for pair in full if not (ends_sentence(pair[0].text) or starts_item(pair[1].text, pair[0].text))
        ]
        pitches = sorted(one.base - two.base for one, two in certain or full)
        pitch = next(iter(pitches[len(pitches) // 4 :]), _WIDEST_PITCH * em)
        apart = [one.base - two.base for one, two, group in near if self._had_room(one, two, group)]
        is_shown = bool(certain) or (bool(apart) and min(apart) > _LEAST_APART * pitch)
        self._pitch = pitch if is_shown else min(pitch, _WIDEST_PITCH * em)

    def of(self, lines: Sequence[Line], group: Hashable) -> list[Paragraph]:
        """The paragraphs of a cell; items that stand further to the right than the first one are listed below it."""
        paragraphs: list[list[Line]] = []
        for line in lines:
            if paragraphs and not self._begins(paragraphs[-1], line, group):
                paragraphs[-1].append(line)
            else:
                paragraphs.append([line])
        indents = self._indents(paragraphs, group)
        texts = (joined((line.traced for line in paragraph), self._known) for paragraph in paragraphs)
        return [
            Paragraph(text, "sub-bullet" if indent > _INDENT * self._em else "paragraph")
            for text, indent in zip(texts, indents, strict=True)
        ]

    def _indents(self, paragraphs: Sequence[Sequence[Line]], group: Hashable) -> Iterator[float]:
        """How far each item stands to the right of the first in its column of text; 0 for what is none."""
        lefts: dict[Hashable, float] = {}
        for first, *_more in paragraphs:
            is_item = starts_item(first.text)
            yield first.left - lefts.setdefault(self._place(first, group), first.left) if is_item else 0.0

    def _place(self, line: Line, group: Hashable) -> Hashable:
        return self._columns.get(line.words[0].start, 0), group

    def _begins(self, paragraph: Sequence[Line], line: Line, group: Hashable) -> bool:
        """Whether a line begins a paragraph after the given one."""
        before, text = paragraph[-1], line.text
        had_room = self._had_room(before, line, group)
        if starts_item(text, before.text):
            return had_room or text[:1] in self._dashes or not goes_on_with_dash(paragraph[0].text, before.text, text)
        if not ends_sentence(before.text) and text[:1].islower():
            return False
        is_outside = starts_item(paragraph[0].text) and line.left <= paragraph[0].left + _TOLERANCE
        if is_outside and is_year_heading(text, before.text):
            return True
        if before.page != line.page or before.base < line.base:
            return had_room or (ends_sentence(before.text) and not starts_item(paragraph[0].text))
        least = _NEXT_SENTENCE if ends_sentence(before.text) else _NEXT_PARAGRAPH
        return had_room or before.base - line.base > least * self._pitch

    def _had_room(self, before: Line, line: Line, group: Hashable) -> bool:
        """Whether the line's first word would have had room at the end of the line before."""
        first = line.words[0]
        edge = self._edges.get(self._place(before, group), before.right)
        least = first.first_right - first.left
        if _CHINESE.match(line.source, first.start):  # which breaks lines between all characters but before a full stop
            least = self._em * (1 if ends_sentence(before.text) else 2)
        return before.right + least <= edge - _TOLERANCE


_DIGITS = re.compile(r"\d+")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.\w")  # "jana.novak@brno.c"
_LAST_LINES = 4
_APART = 1.8  # in em: a line so far below the others is not theirs
_MARGIN_LINES = 2
"""Lines at the upper and the lower end of a page that may be running heads and feet."""
_HEIGHT_STEP = 4.0


def running_heads(pages: Sequence[Sequence[Line]], em: float) -> Iterator[Span]:
    """Lines that stand at the same height of most pages with the same words, whatever their figures."""
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


def mail_below(lines: Sequence[Line], em: float) -> Sequence[Line]:
    """The last lines, where they stand at a distance below the others and have an e-mail address."""
    for index in range(len(lines) - 1, max(0, len(lines) - 1 - _LAST_LINES), -1):
        above, line = lines[index - 1], lines[index]
        if above.page != line.page or above.base - line.base > _APART * em:
            return lines[index:] if any(_MAIL.search(last.text) for last in lines[index:]) else ()
    return ()


def without_margins(
    pages: Sequence[Sequence[Line]], template: Sequence[Span], contact: Sequence[Traced]
) -> tuple[list[list[Line]], set[int]]:
    """The lines of the pages without the template's words, and where those of the contact begin: they end the table."""
    contacts = {span for text in contact for span in text.spans}
    hidden = merged([*template, *contacts])
    closing: set[int] = set()
    shown: list[list[Line]] = []
    for lines in pages:
        shown.append([])
        for line in lines:
            covers = [cover for word in line.words if (cover := holding(hidden, word.start))]
            if any(cover in contacts for cover in covers):
                closing.add(line.words[0].start)
            elif len(covers) == len(line.words):
                continue
            words = [word for word in line.words if not holding(hidden, word.start)] if covers else line.words
            shown[-1].append(Line(line.page, words or line.words, line.source))
    return shown, closing
