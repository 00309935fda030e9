"""Rows that hold what the template has in several: `City, region, country`, `Population and area`.

Their cells are divided by what the parts of them are: names of places by the gazetteer, figures by their units, entries
by the headings above them. What does not show it goes by the label's order, and a finding says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ucap.documents.labels.known import HEAD_KEYS, PROSE_KEYS, folded_label
from ucap.documents.labels.lexicon import sense_of
from ucap.documents.labels.several import headed, rows_named
from ucap.documents.model import Block, Cell, Row
from ucap.documents.traced import Span, Traced, merged, without
from ucap.gazetteer.countries import is_country, listed_countries
from ucap.gazetteer.gazetteer import gazetteer
from ucap.gazetteer.regions import is_region, region
from ucap.plan.record import Finding
from ucap.reading.blanks import declares_none
from ucap.reading.findings import finding, row_name
from ucap.reading.missing import fields_of
from ucap.reading.places.asides import asides_in
from ucap.reading.places.lookup import look_up
from ucap.reading.places.pieces import latin, names_in
from ucap.reading.values.numbers import Figure, find_figures

_PLACES, _FIGURES = HEAD_KEYS[:3], HEAD_KEYS[3:]
_BRACKET = re.compile(r"[()（）]")
_IN_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")  # "(2018)"
_EMPTIED = re.compile(r"[(（]\W*[)）]")  # "( , )" of "Rome (Lazio, Italy)"
_SEPARATOR = re.compile(r"[,;/|、，；]\s*(?![^,;/|、，；]*[,;/|、，；])|\s[–—-]\s")
"""The last one before the next figure: ` inhabitants (2018), `."""
_PARTING = tuple(map(re.compile, (r"(?<!\s)\s+[–—-]\s+", r"[/|／]", r"[;；]", r"[,，、]")))
"""` – ` of `Limassol – N/A – Cyprus`, `/`, `;` and `,`."""
_EDGES = " \t\n,;:/|、，；：–—-"
_MILLION = 1e6
_NAMED: Mapping[str, Callable[[str], bool]] = {
    "city": lambda text: gazetteer().knows(text),
    "region": lambda text: is_region(latin(text)),
    "country": is_country,
}


@dataclass(slots=True)
class Parted:
    """The rows, those that hold several divided; the signs and headings between their parts, each with the row to which
    it belongs; what is unsure.
    """

    rows: list[Row] = field(default_factory=list)
    signs: list[tuple[str, Traced]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def part_merged(rows: Sequence[Row]) -> Parted:
    """The rows of a document, those of a label that names several, or with headings of others in them, divided.

    Only rows that the document lacks are looked for in another one.
    """
    parted, owned = Parted(), {row.key for row in rows if row.key}
    for row in rows:
        own = Traced.join([row.label])
        named = {key: own.cut(*span) for key, span in rows_named(own.text) if key == row.key or key not in owned}
        labels = named if len(named) > 1 and row.key in named else {row.key or "": own}
        parts = [row]
        if row.key in _PLACES:
            parts = _places(row, labels, is_without_region="region" not in owned)
        elif row.key in _FIGURES and len(labels) > 1:
            parts = _figures(row, labels, parted.findings)
        elif row.key in PROSE_KEYS:
            parts = _entries(row, labels, owned, parted)
        parted.rows += parts if len(parts) == 1 and parts[0] is row else _whole(row, parts, parted.signs)
        owned |= {part.key for part in parts if part.key}
    return parted


def _whole(row: Row, parts: Sequence[Row], signs: list[tuple[str, Traced]]) -> list[Row]:
    """The parts of a row, what is in none of them as more of the first; signs alone belong to none."""
    in_cells = (span for part in parts for cell in part.cells for span in _spans(cell))
    taken = merged([*in_cells, *(span for _, sign in signs for span in sign.spans)])
    rest = [left for cell in row.cells for block in cell.blocks for left in _left(block.text, taken)]
    said = tuple(Block(text) for text in rest if any(map(str.isalnum, text.text)))
    signs += [(row.key or "", text) for text in rest if not any(map(str.isalnum, text.text))]
    first, *others = parts
    cells = (Cell((*first.cells[0].blocks, *said)), *first.cells[1:]) if said and first.cells else first.cells
    return [replace(first, cells=cells), *others]


def _spans(cell: Cell) -> list[Span]:
    return [span for block in cell.blocks for span in block.text.spans]


def _left(text: Traced, taken: Sequence[Span]) -> Iterator[Traced]:
    """What of a text is outside of some ranges of the document."""
    for start, (low, high) in zip(text.starts, text.spans, strict=True):
        for one, two in without([(low, high)], taken):
            if rest := text.cut(start + one - low, start + two - low).strip():
                yield rest


def _cell(texts: Iterable[Traced], joiner: str) -> Cell:
    text = Traced.join(texts, joiner)
    return Cell((Block(text),) if text else ())


def _places(row: Row, labels: Mapping[str, Traced], *, is_without_region: bool) -> list[Row]:
    """The rows of cities, regions and countries of one; the region of which a city is said to be the seat is one."""
    is_merged = len(labels) > 1
    if not is_merged and not (row.key == "city" and is_without_region):
        return [row]
    order = tuple(labels)
    placed = [_in_order(cell, order) if is_merged else [] for cell in row.cells]
    pairs = list(zip(row.cells, placed, strict=True))
    columns = [names or (_names(cell.text, order) if is_merged else _seats(cell.text)) for cell, names in pairs]
    others = [key for key in _PLACES if key != row.key and any(key == kind for names in columns for kind, _ in names)]
    rows = []
    for key in others:
        cells = [_cell((name for kind, name in names if kind == key), ", ") for names in columns]
        rows.append(replace(row, key=key, label=labels.get(key, row.label), cells=tuple(cells), runner_up=None))
    if not others or not is_merged:
        return [row, *rows]
    taken = merged(span for part in rows for cell in part.cells for span in _spans(cell))
    cells = [
        _cell([dict(names).get(row.key or "") or _bare(Traced.join(_left(cell.text, taken), " "))], "")
        for cell, names in pairs
    ]
    return [replace(row, cells=tuple(cells), runner_up=None), *rows]


def _bare(text: Traced) -> Traced:
    """A list of names without the brackets and signs at its edges that the names taken out of it leave behind."""
    return Traced.join(text.between([match.span() for match in _EMPTIED.finditer(text.text)]), " ").strip(_EDGES)


def _seats(text: Traced) -> list[tuple[str, Traced]]:
    return [("region", seat.region) for seat in asides_in(text).seats if seat.region]


def _in_order(cell: Cell, order: Sequence[str]) -> list[tuple[str, Traced]]:
    """The parts of a cell, each with what it is, where they are as many as the label names and none is of another kind
    than the one in its place: `Limassol – N/A – Cyprus`; none where they are not.
    """
    for parts in _partings(cell):
        pairs = list(zip(order, parts, strict=False))
        is_whole = len(parts) == len(order) and all(parts)
        if is_whole and all(_may_be(kind, part, dict(pairs)) for kind, part in pairs):
            return pairs
    return []


def _may_be(kind: str, part: Traced, others: Mapping[str, Traced]) -> bool:
    """Whether a part may be what the label names in its place; a city in whose region another lies is no region."""
    if declares_none(part.text) or (kind == "country" and listed_countries(part.text)):
        return True
    kinds, city = _kinds(part.text, _PLACES), others.get("city")
    is_other_city = kind == "region" and "city" in kinds and city is not None and not _may_hold(part, city)
    return not is_other_city and (not kinds or kind in kinds)


def _partings(cell: Cell) -> Iterator[list[Traced]]:
    """The ways in which a cell may be parted: by its paragraphs, or by one sign outside of brackets."""
    yield [block.text for block in cell.blocks]
    bare = _IN_BRACKETS.sub(lambda match: "_" * len(match[0]), cell.text.text)
    for sign in _PARTING:
        yield [part.strip() for part in cell.text.between([match.span() for match in sign.finditer(bare)])]


def _names(text: Traced, order: Sequence[str]) -> list[tuple[str, Traced]]:
    """The names in a text, each with what it is: by the gazetteer, or else by the label's order."""
    asides = asides_in(text)
    chunks = asides.names.between([sign.span() for sign in _BRACKET.finditer(asides.names.text)])
    found: list[tuple[str, Traced]] = []
    at = 0
    for name in (name for chunk in chunks for name in names_in(chunk, lambda said: _kinds(said, order) != ())):
        kinds = _kinds(name.text, order) or tuple(order)
        turn = [order[(at + step) % len(order)] for step in range(len(order))]
        kind = next(kind for kind in turn if kind in kinds)
        cities = [city for one, city in found if one == "city"]
        if kind == "region" and "city" in kinds and cities and not any(_may_hold(name, city) for city in cities):
            kind = "city"
        at = list(order).index(kind) + 1
        found.append((kind, name))
    return [*found, *((kind, name) for kind, name in _seats(text) if kind in order)]


def _kinds(name: str, order: Sequence[str]) -> tuple[str, ...]:
    return tuple(kind for kind in order if kind in _NAMED and _NAMED[kind](name))


def _may_hold(name: Traced, city: Traced) -> bool:
    """Whether a region may be that of a city; a name that is none of those known here may be any."""
    known, place = region(latin(str(name))), look_up(str(city)).place
    return known is None or place is None or known.may_hold(place)


def _figures(row: Row, labels: Mapping[str, Traced], findings: list[Finding]) -> list[Row]:
    """The rows of population and area of one, divided by the units of the figures and the words beside them.

    Columns in which they are not as many of each may have run into each other.
    """
    order = tuple(labels)
    columns = [_segments(cell.text, order) for cell in row.cells]
    rows = []
    for key in order:
        cells = [_cell((text for kind, text, _ in column if kind == key), " ") for column in columns]
        if any(cell.blocks for cell in cells) or key == row.key:
            rows.append(replace(row, key=key, label=labels[key], cells=tuple(cells), runner_up=None))
    counts = [[sum(kind == key for kind, *_ in column) for key in order] for column in columns if column]
    is_even = all(count == counts[0] for count in counts)
    if not (is_even and all(is_sure for column in columns for *_, is_sure in column)):
        findings += _unsure(row, order)
    return rows


def _unsure(row: Row, order: Sequence[str]) -> Iterator[Finding]:
    """That the rows into which one was divided, or which it may hold, were told apart by the label's order alone."""
    label = str(row.label).strip(" :：")
    for key in order:
        other = next(one for one in order if one != key)
        words = {"label": label, "row": row_name(key), "other": row_name(other)}
        yield from (finding("row-guessed/doubtful", pointer, **words) for pointer in fields_of(key))


def _segments(text: Traced, order: Sequence[str]) -> list[tuple[str, Traced, bool]]:
    """The parts of a text with a figure each: of which row it is, and whether that is sure."""
    bare = _IN_BRACKETS.sub(lambda match: " " * len(match[0]), text.text)
    figures = [figure for figure in find_figures(bare) if figure.value is not None]
    cuts = [0, *(_cut(bare, one, two) for one, two in pairwise(figures)), len(text)]
    parts = [text.cut(*span).strip(_EDGES) for span in pairwise(cuts)] if figures else []
    known = [_kind(part.text, figure) for part, figure in zip(parts, figures, strict=True)]
    said = {kind for kind in known if kind}
    lacking = [key for key in order if key not in said]
    found = []
    for index, (part, kind) in enumerate(zip(parts, known, strict=True)):
        is_other = kind is None and len(lacking) == 1
        guess = lacking[0] if is_other else order[index % len(order)]
        found.append((kind or guess, part, kind is not None or (is_other and known.count(None) < len(known))))
    return found


def _cut(text: str, one: Figure, two: Figure) -> int:
    """Where the part of one figure ends and that of the next begins."""
    between = text[one.end : two.start]
    signs = list(_SEPARATOR.finditer(between))
    return one.end + (signs[-1].end() if signs else len(between))


def _kind(text: str, figure: Figure) -> str | None:
    """Whether a figure is of people or of an area, by its unit and the words beside it; None if neither says so."""
    if figure.is_area:
        return "area"
    weights = sense_of(text).weights
    said = {key: weights.get(key, 0.0) for key in _FIGURES}
    if max(said.values()) > 0:
        return max(said, key=lambda key: said[key])
    return "population" if figure.unit >= _MILLION else None


def _entries(row: Row, labels: Mapping[str, Traced], owned: set[str], parted: Parted) -> list[Row]:
    """The rows of texts of one, each below the heading that is its label; a row's own label above its text is none."""
    is_merged = len(labels) > 1
    keys = {row.key, *labels} if is_merged else {row.key, *(key for key in PROSE_KEYS if key not in owned)}
    named = {folded_label(str(words).strip(" :：")): key for key, words in labels.items()} if is_merged else {}
    now = next(iter(labels)) if is_merged else row.key or ""
    found: dict[str, list[Block]] = {now: []}
    headings: list[str] = []
    for block in (block for cell in row.cells for block in cell.blocks):
        heading = headed(block.text.text, keys, named)
        is_whole = heading is not None and heading[1][1] >= len(block.text)
        is_first = not headings and not any(found.values())
        if heading and (is_merged or (is_whole and block.kind == "paragraph" and (heading[0] != row.key or is_first))):
            now = heading[0]
            headings.append(now)
            parted.signs.append((now, block.text.cut(*heading[1])))
            rest = block.text.cut(heading[1][1]).strip()
            found.setdefault(now, []).extend([replace(block, text=rest)] if rest else [])
        else:
            found.setdefault(now, []).append(block)
    if not headings:
        parted.findings += _unsure(row, tuple(labels)) if is_merged and any(cell.blocks for cell in row.cells) else ()
        return [row]
    cells = {key: (Cell(tuple(blocks)),) for key, blocks in found.items() if blocks or key == row.key}
    return [replace(row, key=key, label=labels.get(key, row.label), cells=cells[key], runner_up=None) for key in cells]
