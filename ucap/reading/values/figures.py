"""Population and size: a figure for each side, from a column each or from columns that ran together."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from ucap.documents.model import Cell
from ucap.documents.traced import Span, Traced, between, holding, merged
from ucap.gazetteer.gazetteer import gazetteer
from ucap.gazetteer.place import Place
from ucap.plan.record import Side
from ucap.reading.ledger import Doubt, Read
from ucap.reading.values.numbers import Figure, find_figures, split_figure
from ucap.vocabulary.reference import word_list
from ucap.wording import format_number

_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")  # "(2016)"
_LONG_FIGURE = re.compile(r"\d[\d.,]{3,20}\d")  # "515,695"
_REMARK = re.compile(r"(?<=\S)\s?[(（](?P<said>[^\W\d][^()（）\d]{7,})[)）]")  # " (without islands)"
_WORD = re.compile(r"[^\W\d_]+")  # "islands"
_QUALIFIER = re.compile(
    r"(?:over|about|approx(?:imately)?\.?|around|ca\.?|circa|c\.|more\s+than|less\s+than|nearly|almost|some|roughly|[~≈><±])\s*$",
    re.IGNORECASE,
)  # "approximately "
_NAME = re.compile(r"(?<!\S)(?:[^\W\d_a-z][\w'’.-]*\s?){1,3}:?\s*$")  # "Panjin: "
_PLUS = re.compile(r"[^\d+]*(?:\+|\bplus\b)[^\d+]*")  # " plus "
_TOTAL_BEFORE = re.compile(r"\b(?:total|together|altogether|overall|sum|combined)\b[^\d;,.]*$", re.IGNORECASE)
# "total population: "
_EQUALS = re.compile(r"[^\d=]*=[^\d=]*")  # "6,026 + 4,049 = 10,075"
_TOTAL_BEHIND = re.compile(r"\s*\(?(?:in\s+)?(?:total|altogether|together|combined)\b", re.IGNORECASE)  # " in total"
_SAME_COLUMN = re.compile(r"[,;/+&=、，；]|\b(?:and|und|et|y|e|i|en|og|och|ja|és|și|και)\b")  # " and "
_METROPOLIS = re.compile(
    r"\bmetro|metropol|agglom|conurbation|\bgreater\b|urban\s+area|\bregion|hinterland|großraum|ballungs"
    r"|aire\s+urbaine|área\s+metro"
    r"|全市|都市圈|大都市|市域",
    re.IGNORECASE,
)  # "metropolitan area"
_PART = re.compile(
    r"\b(?:of\s+(?:which|whom|these)|thereof|including|incl\.|davon|darunter|dont|di\s+cui|de\s+los\s+cuales|waarvan|其中)\s[^\d,;]*$",
    re.IGNORECASE,
)
"""Before a figure that is a part of the one before it: `of which 2.2 Mio. in the city`."""
_IN_BRACKETS = re.compile(r"\s*[(（]")  # " ("
_OTHER_UNIT = re.compile(
    r"\s*(?:(?:sq\.?|square)\s+\w+|dunams?|feddans?|jeribs?|jochs?|morgen|tagwerk|perches?|rods?|leagues?|verst\w*|rais?|tatami|pyeong|tsubo|cuerdas?|fanegas?|tarefas?|arpents?|jutara?|jutro|hold|hides?|里|顷|坪|町|垧)\b",
    re.IGNORECASE,
)  # " square miles"
_EDGES = " \t\n,;/|、，；"
_LARGEST = 2e9
_FAR_BETTER = 2.0

Figures = dict[Side, Read[float | None]]
"""The figure of each side that the row speaks of; None where it says that there is none (`N/A`)."""
NamedSide = tuple[int, int, Side]
"""Where a text names a side, by one of its cities, its country or words for it, and which."""


def read_figures(
    cells: Sequence[Cell],
    sides: tuple[Side, Side],
    expected: Mapping[Side, float],
    city_counts: Mapping[Side, int],
    unit: float = 1.0,
) -> Figures:
    """The figures of a row.

    Args:
        cells: one cell a column, or a single one for both.
        sides: which side stands in which column.
        expected: the order of magnitude for each side, for figures that ran together.
        city_counts: how many cities each side has. As many figures in a cell are added up, and so are those of
            `Graz: 290,000; Linz: 205,000` and `0.2 + 0.3 million`.
        unit: what figures without a unit are multiplied by, as the label of the row says.
    """
    if len(cells) > 1:
        columns = zip(sides, cells, strict=False)
        return {side: _of_column(cell.text, city_counts.get(side, 0), unit) for side, cell in columns if cell.blocks}
    return _of_collapsed(cells[0].text, sides, expected, city_counts, unit) if cells else {}


def named_figures(
    text: Traced, named: Sequence[NamedSide], city_counts: Mapping[Side, int], unit: float = 1.0
) -> Figures:
    """The figures of a text that names the side of each, before it or behind it; none where it does not.

    `Jiujiang 4.9 million; Évora 56,000, Badajoz 150,000`, `56,000 in Évora, 4.9 million in Jiujiang`. `named` is where
    the text names a side; the figures of several cities of a side are added up.
    """
    names = merged((start, end) for start, end, _ in named)
    found = [figure for figure in _named(text.text, unit) if holding(names, figure.start) is None]
    gaps = between([(figure.start, figure.end) for figure in found], 0, len(text))
    in_gaps = [[one for one in named if low <= one[0] and one[1] <= high] for low, high in gaps]
    segments = _segments(in_gaps, len(text)) if found else []
    figures: Figures = {}
    for side in dict.fromkeys(side for side, _ in segments):
        part = Traced.join((text.cut(*span).strip(_EDGES) for one, span in segments if one == side), "; ")
        figures[side] = _read(part.text, _named(part.text, unit), city_counts.get(side, 0), part)
    return figures


def _named(text: str, unit: float) -> list[Figure]:
    """The figures of a text without the dashes between a name and its figure: `Parma – 196 518`."""
    found = list(_figures(text, unit))
    return [one for one, after in zip_longest(found, found[1:]) if not (after and _is_dash_before(text, one, after))]


def _is_dash_before(text: str, figure: Figure, after: Figure) -> bool:
    """Whether what looks like a figure that is left out is a dash right before another one."""
    return figure.value is None and text[figure.start : after.start].strip(" \t\n") in ("-", "–", "—")


def _segments(in_gaps: Sequence[Sequence[NamedSide]], length: int) -> list[tuple[Side, Span]]:
    """The parts of a text of one side each, with that side; `in_gaps` is what is named before each figure, and last
    behind all. None where it is not clear of which side a figure is.
    """
    is_before = bool(in_gaps[0])
    own = in_gaps[:-1] if is_before else in_gaps[1:]
    segments: list[tuple[Side, Span]] = []
    for gap in own:
        sides = [side for _, _, side in gap]
        last, (_, end) = segments[-1] if segments else ("", (0, 0))
        if not sides or not set(sides) <= ({last, sides[-1]} if is_before else {sides[0]}):
            return []
        side = sides[-1]
        edge = next(low for low, _, one in gap if one == side) if is_before else gap[-1][1]
        start = edge if is_before and segments else end
        if side == last:
            start = segments.pop()[1][0]
        elif is_before and segments:
            segments[-1] = (segments[-1][0], (segments[-1][1][0], start))
        segments.append((side, (start, length if is_before else edge)))
    return segments


def _of_column(text: Traced, city_count: int, unit: float) -> Read[float | None]:
    return _read(text.text, _figures(text.text, unit), city_count, _without_remarks(text))


def _without_remarks(text: Traced) -> Traced:
    """A figure's text without brackets that say neither when nor how it was counted: `41.4 km² (without islands)`."""
    parts, position = [], 0
    for bracket in _REMARK.finditer(text.text):
        said = {word.lower() for word in _WORD.findall(bracket["said"])}
        if not said & word_list("figure-remark") and not gazetteer().mentions(bracket["said"]):
            parts.append(text.cut(position, bracket.start()).strip())
            position = bracket.end()
    return Traced.join([*parts, text.cut(position)]) if parts else text


def _read(text: str, found: Sequence[Figure], city_count: int, source: Traced) -> Read[float | None]:
    """The figure of one side, with what is doubtful about it."""
    value, is_certain = _total(text, found, city_count)
    words = (("text", str(source)), ("figure", None if value is None else format_number(value)))
    doubts: list[Doubt] = []
    if value is None and (any(figure.start < figure.end and figure.is_marked for figure in found)):
        doubts.append(Doubt("figure-unread", words=words))
    elif _has_unknown_unit(text, found):
        return Read(None, (("", source),), (Doubt("unit-unknown", words=words),))
    elif any(figure.is_range for figure in found):
        doubts.append(Doubt("figure-range", words=words))
    elif not is_certain:
        doubts.append(Doubt("figure-ambiguous", words=words))
    return Read(value, (("", source),), tuple(doubts))


def _has_unknown_unit(text: str, found: Sequence[Figure]) -> bool:
    """Whether a lone figure without unit stands before one that is none of ours: `sq leagues`, `square rods`."""
    return len(found) == 1 and found[0].unit == 1 and _OTHER_UNIT.match(text, found[0].end) is not None


def _total(text: str, found: Sequence[Figure], city_count: int) -> tuple[float | None, bool]:
    """The figure of a side, and whether it is the only one that there can be.

    The first figure; or what is said to be the total, or the sum, where there is one for each of several cities. The
    figure of a city and that of its metropolitan area are never added up: the city's is taken.
    """
    known = [figure for figure in found if figure.value is not None and not _PART.search(text[: figure.start])]
    if len(known) < 2:
        return next((figure.value for figure in found), None), True
    labels = _labels(text, known)
    if any(_METROPOLIS.search(label) for label in labels):
        cities = [figure for figure, label in zip(known, labels, strict=True) if not _METROPOLIS.search(label)]
        return (cities or known)[0].value, False
    ends = [0, *(figure.end for figure in known)]
    if _EQUALS.fullmatch(text, known[-2].end, known[-1].start):
        return known[-1].value, True
    for end, figure in zip(ends, known, strict=False):
        if _TOTAL_BEFORE.search(text[end : figure.start]) or _TOTAL_BEHIND.match(text, figure.end):
            return figure.value, True
    values = [figure.value or 0.0 for figure in known]
    is_sum = len(known) == city_count or _are_added(text, known) or _are_of_cities(text, known)
    return (round(sum(values), 3), True) if is_sum else (values[0], len(set(values)) == 1)


def _labels(text: str, known: Sequence[Figure]) -> list[str]:
    """What is written at each figure: in the bracket behind it, or else between its neighbours and it."""
    ends = [0, *(figure.end for figure in known)]
    starts = [*(figure.start for figure in known[1:]), len(text)]
    are_behind = _IN_BRACKETS.match(text, known[0].end) is not None
    gaps = zip(ends, known, starts, strict=False)
    return [text[figure.end : start] if are_behind else text[end : figure.start] for end, figure, start in gaps]


def _are_added(text: str, known: Sequence[Figure]) -> bool:
    """Whether there is a plus sign between all figures."""
    return all(_PLUS.fullmatch(text, one.end, two.start) for one, two in pairwise(known))


def _are_of_cities(text: str, known: Sequence[Figure]) -> bool:
    """Whether each figure has the name of one city before it, or each has one behind it."""
    gaps = [text[slice(*gap)] for gap in between([(figure.start, figure.end) for figure in known], 0, len(text))]
    named = [[place for _, _, place in gazetteer().mentions(gap)] for gap in gaps]
    return any(all(len(one) == 1 for one in some) and _are_different(some) for some in (named[:-1], named[1:]))


def _are_different(places: Sequence[Sequence[Place]]) -> bool:
    return len({one for some in places for one in some}) == len(places)


def _of_collapsed(
    text: Traced,
    sides: tuple[Side, Side],
    expected: Mapping[Side, float],
    city_counts: Mapping[Side, int],
    unit: float,
) -> Figures:
    found = _figures(text.text, unit)
    if len(found) == 1 and found[0].value:
        found = _split_if_run_together(found[0], (expected[sides[0]], expected[sides[1]]))
    columns = _columns(text.text, found)
    first_count, second_count = (city_counts.get(side, 0) for side in sides)
    if first_count and second_count and 2 < first_count + second_count == len(found):
        columns = [list(found[:first_count]), list(found[first_count:])]
    if len(columns) < 2:
        return {sides[0]: _without_doubt(_read(text.text, found, city_counts.get(sides[0], 0), text))} if found else {}
    middle = _boundary(text.text, columns[0][-1], columns[1][0])
    parts = (text.cut(0, middle).strip(), text.cut(middle).strip())
    alone = (text.text[:middle], " " * middle + text.text[middle:])
    figures = {
        side: _without_doubt(_read(own, column, city_counts.get(side, 0), part))
        for side, column, part, own in zip(sides, columns, parts, alone, strict=False)
    }
    return figures if len(columns) == 2 else {side: doubted(read) for side, read in figures.items()}


def doubt_order(figures: Figures, expected: Mapping[Side, float]) -> Figures:
    """The figures of columns that ran together, of which no city shows which side is first.

    They are doubtful where they fit what is expected far better in each other's place.
    """
    are_two = len(figures) > 1 and all(read.value for read in figures.values())
    are_doubtful = are_two and _fit_the_other_way(figures, expected)
    return {side: doubted(read) for side, read in figures.items()} if are_doubtful else figures


def _fit_the_other_way(figures: Figures, expected: Mapping[Side, float]) -> bool:
    """Whether the figures of the sides fit what is expected far better in each other's place."""
    sides = list(figures)
    values = [figures[side].value or 0.0 for side in sides]
    straight, crossed = (
        math.prod(_ratio(value, expected[side]) for value, side in zip(values, order, strict=True))
        for order in (sides, sides[::-1])
    )
    return _FAR_BETTER * crossed < straight


def doubted(read: Read[float | None]) -> Read[float | None]:
    """A side's figure as a doubtful one."""
    if read.value is None or read.doubts:
        return read
    words = (("text", str(read.sources[0][1])), ("figure", format_number(read.value)))
    return replace(read, doubts=(Doubt("figure-ambiguous", words=words),))


def _without_doubt(read: Read[float | None]) -> Read[float | None]:
    """Without the doubt that several figures raise: where columns ran together they may be of the other side."""
    is_metropolis = any(_METROPOLIS.search(str(source)) for _, source in read.sources)
    doubts = (doubt for doubt in read.doubts if doubt.finding != "figure-ambiguous" or is_metropolis)
    return replace(read, doubts=tuple(doubts))


def _columns(text: str, found: Sequence[Figure]) -> list[list[Figure]]:
    """The figures column by column: those with a comma or the like between them stand in one.

    A sign in a bracket parts none, but for one that holds a figure of another place: there the columns ran into it.
    """
    text = _BRACKETS.sub(lambda match: match[0] if _holds_figure(match[0]) else " " * len(match[0]), text)
    columns: list[list[Figure]] = []
    for index, figure in enumerate(found):
        if index and _SAME_COLUMN.search(text[found[index - 1].end : figure.start]):
            columns[-1].append(figure)
        else:
            columns.append([figure])
    return columns


def _figures(text: str, unit: float) -> list[Figure]:
    """The figures outside brackets, which hold years and other ways of counting; one written twice counts once."""
    found = find_figures(_without_brackets(text), unit) or find_figures(text, unit)
    pairs = zip([None, *found], found, strict=False)
    return [two for one, two in pairs if not (one and one.value == two.value and _is_gap(text, one.end, two.start))]


def _holds_figure(bracket: str) -> bool:
    """Whether a bracket holds a figure that is not the metropolitan area's, as `(permanent Lyon 515,695 / ` does."""
    return _LONG_FIGURE.search(bracket) is not None and not _METROPOLIS.search(bracket)


def _without_brackets(text: str) -> str:
    """A text with blanks for its brackets."""
    return _BRACKETS.sub(lambda match: " " * len(match[0]), text)


def _is_gap(text: str, start: int, end: int) -> bool:
    """Whether nothing but a space or a slash stands there, as in `1.62 million / 162万`."""
    return not text[start:end].strip(" /")


def _split_if_run_together(figure: Figure, expected: tuple[float, float]) -> list[Figure]:
    halves = split_figure(figure, expected)
    if not halves or not figure.value:
        return [figure]
    distances = [_ratio(half.value or 0, value) for half, value in zip(halves, expected, strict=True)]
    is_better = figure.value > _LARGEST or max(distances) < _ratio(figure.value, expected[0])
    return list(halves) if is_better else [figure]


def _ratio(one: float, other: float) -> float:
    return max(one, other, 1.0) / max(min(one, other), 1.0)


def _boundary(text: str, first: Figure, second: Figure) -> int:
    """Where the first column ends: before `approx.` and the like, and before `Graz:`, which belong to the second."""
    between = text[first.end : second.start]
    opening = _QUALIFIER.search(between) or _NAME.search(between)
    return first.end + (opening.start() if opening else len(between))
