"""Tables of activities in text without signs between their cells: what the head says of the columns parts the rows.

    Nr. Date Place Activity Output
    A1 3 May 2019 Graz Workshop on the
    old bridges
    Two drawings

A row begins with its number and date. Where its other cells end is seen by names of places, by bullets, by lines that
had room for the next word; a row in which it is not seen keeps all in one text, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from ucap.documents.labels.heads import heads_of
from ucap.documents.model import Block, Cell
from ucap.documents.traced import EMPTY, Traced
from ucap.documents.wrapping import FULL_LINE, has_room, joined, unwrapped
from ucap.reading.activities.lead_ins import match_online
from ucap.reading.places.cities import FindCities
from ucap.reading.values.dates import match_date
from ucap.typography import width
from ucap.vocabulary.reference import word_list

_CODE = re.compile(r"(?P<letters>[^\W\d_]{0,4}[.-]?\s?)(?P<number>\d{1,3})[.):]?(?=\s|$)")  # "A2", "12.", "WP 3"
_DASH_AT_END = re.compile(r"(?:^|\s)[-–—/]$")  # " –" behind what happened: nothing came of it
_BETWEEN_CITIES = re.compile(r"\s?[,/&+–-]\s?|\s(?:and|und|et|y|e|i|og|och|și)\s")  # "Graz / Wuxi"
_NEW_CELL = re.compile(r"\s+(?=[^\W_a-zß-öø-ÿ]|[“\"‘'«(–-])|\s*$")  # " Workshop" behind "Graz"
_LEAD_END = re.compile(r"\.?(?:,\s?(?P<place>[^:：,;.]{1,60}))?[:：]\s*|[.,](?=\s|$)")
# ", Graz: " where signs part these cells, "." behind "2019"
_LINES_OF_DATE, _MOST_HEADS = 3, 7
_LEAST_ROWS = 2
_FAR_WIDER = 1.35
"""How much wider than all others a line is in which two cells run together."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row: its date, place and what happened, what came of it, and whether it is seen where all of these end."""

    text: Traced
    outputs: tuple[Traced, ...] = ()
    is_sure: bool = True


@dataclass(slots=True)
class _Row:
    """A row in the making: its date, which may be a bare year, and the pieces of lines behind that, as blocks."""

    date: Traced
    pieces: list[Block]
    place: Traced = EMPTY
    is_year: bool = False
    is_sure: bool = True


def part_table(cell: Cell, find_cities: FindCities) -> tuple[Cell, list[TableRow]]:
    """What of a cell stands above a table whose cells no signs part, and the rows of that; none without one."""
    for index in range(len(cell.blocks)):
        texts = [block.text.text for block in cell.blocks[index : index + _MOST_HEADS]]
        kinds, count = heads_of(texts)
        lines = cell.blocks[index + count :]
        if not kinds or any(block.kind == "sub-bullet" for block in lines):
            continue
        if count == 1:  # the heads may be repeated on the next page
            lines = tuple(block for block in lines if block.text.text != texts[0])
        rows = _rows(lines, has_numbers=kinds[0] == "number")
        if len(rows) >= _LEAST_ROWS:
            return Cell(cell.blocks[:index]), list(_finished(rows, kinds, find_cities, are_lines=count > 1))
    return cell, []


def _rows(lines: Sequence[Block], *, has_numbers: bool) -> list[_Row]:
    """The rows of a table; none where its first line begins none."""
    rows: list[_Row] = []
    number: tuple[str, int] | None = None
    index = 0
    while index < len(lines):
        joint = Traced.join(line.text for line in lines[index : index + _LINES_OF_DATE])
        code = _CODE.match(joint.text) if has_numbers else None
        start = code.end() + joint.text[code.end() :].startswith(" ") if code else 0
        is_next = code is not None and (
            number is None or (code["letters"].strip(), int(code["number"])) == (number[0], number[1] + 1)
        )
        is_numbered = not has_numbers or is_next or (lines[index].kind == "bullet" and code is None)
        date = match_date(joint.text, start) if is_numbered and (not rows or rows[-1].pieces) else None
        is_undated = date is None and is_next and code is not None and bool(code["letters"].strip()) and bool(rows)
        if date or is_undated:
            end = start + (date.length if date else 0)
            lead = _LEAD_END.match(joint.text, end)
            rest, used = _behind(lines[index : index + _LINES_OF_DATE], lead.end() if lead else end)
            place = joint.cut(*lead.span("place")) if lead and lead["place"] else EMPTY
            is_year = date is not None and date.is_bare_year and not has_numbers
            rows.append(_Row(joint.cut(start, end), [rest] if rest.text else [], place, is_year))
            index += used
            if code and is_next:
                number = code["letters"].strip(), int(code["number"])
        elif not rows:
            return []
        else:
            rows[-1].pieces.append(lines[index])
            index += 1
    _doubt_years(rows)
    return rows


def _doubt_years(rows: Sequence[_Row]) -> None:
    """Doubt years in a table of days: `2020` may be a date, or the beginning of an output of the row above."""
    if all(row.is_year for row in rows):
        return
    for index, row in enumerate(rows):
        if row.is_year:
            for doubted in rows[max(0, index - 1) : index + 1]:
                doubted.is_sure = False


def _behind(lines: Sequence[Block], length: int) -> tuple[Block, int]:
    """What of lines stands behind so many characters of them, joined, and how many of them hold these."""
    for count, line in enumerate(lines, 1):
        if length < len(line.text):
            return Block(line.text.cut(length).strip(), line.kind if not length else "paragraph"), count
        length = max(0, length - len(line.text) - 1)
        if not length:
            return Block(EMPTY), count
    return Block(EMPTY), len(lines)


def _finished(
    rows: Sequence[_Row], kinds: Sequence[str], find_cities: FindCities, *, are_lines: bool
) -> Iterator[TableRow]:
    """The rows with their cells told apart; `are_lines` says that each cell begins a line."""
    columns = [kind for kind in kinds if kind != "number"]
    has_places = columns.count("lead") > 1
    for row in rows:
        if has_places and not row.place:
            _take_place(row, find_cities, len(columns) - 1 if are_lines else None)
    told = columns[columns.index("") :]
    count = len(told) - 1 if told[1:] == ["output"] * (len(told) - 1) else None
    widest = _width_of_account([row.pieces for row in rows])
    for row in rows:
        parts = _Parts(joined(piece.text for piece in row.pieces), is_sure=False)
        if count is not None:
            parts = _parted(row.pieces, inf if are_lines else widest, count)
        lead = Traced.join([row.date, row.place], ", ")
        yield TableRow(Traced.join([lead, parts.account], ": "), tuple(parts.outputs), row.is_sure and parts.is_sure)


def _take_place(row: _Row, find_cities: FindCities, cells: int | None) -> None:
    """Take the place off the beginning of a row's pieces: its cities, `online`, or the whole line that a cell is.

    `cells` says how many a row has behind its date where each begins a line; with fewer, the place may be missing.
    """
    if not row.pieces:
        return
    text = row.pieces[0].text
    end = end_of_cities(text.text, find_cities) or match_online(text.text)
    if cells is not None and len(row.pieces) > 1 and (end or len(row.pieces) >= cells):
        end = len(text)
    elif end and not _NEW_CELL.match(text.text, end):
        end = 0
    dash = re.match(r"[-–—](?=\s|$)", text.text)
    row.place = EMPTY if dash else text.cut(0, end)
    row.is_sure = row.is_sure and bool(end or dash)
    rest = text.cut(dash.end() if dash else end).strip()
    row.pieces[:1] = [Block(rest, row.pieces[0].kind)] if rest else []


def end_of_cities(text: str, find_cities: FindCities) -> int:
    """Where the cities end with which a text begins: `Graz and Wuxi`."""
    end = 0
    for city in find_cities(text):
        if city.start != end and not (end and _BETWEEN_CITIES.fullmatch(text, end, city.start)):
            break
        end = city.end
    return end


def _width_of_account(rows: Sequence[Sequence[Block]]) -> float:
    """How wide the column of what happened is: its widest line that goes on in the next with a small letter.

    A line far wider than all others is none of one column alone.
    """
    open_lines = sorted(
        (width(pieces[0].text.text) for pieces in rows if len(pieces) > 1 and pieces[1].text.text[:1].islower()),
        reverse=True,
    ) or sorted((width(pieces[0].text.text) for pieces in rows if len(pieces) > 1), reverse=True)
    found = [one for one, two in pairwise([*open_lines, 0.0]) if not two or one <= _FAR_WIDER * two]
    return found[0] / FULL_LINE if found else 0.0


@dataclass(frozen=True, slots=True)
class _Parts:
    """What happened, what came of it, and whether it is seen where the one ends and the other begins."""

    account: Traced
    outputs: Sequence[Traced] = ()
    is_sure: bool = True


def _parted(pieces: Sequence[Block], widest: float, columns: int) -> _Parts:
    """The pieces of a row behind its date and place, in a table with so many columns of outputs.

    `widest` is how wide the column of what happened is; where each cell begins a line, every line had room.
    """
    texts = [piece.text for piece in pieces]
    bullet = next((index for index, piece in enumerate(pieces) if piece.kind == "bullet"), None)
    if bullet is not None:
        return _Parts(joined(texts[:bullet]), _items(pieces[bullet:]), is_sure=bullet > 0)
    if columns and texts and (dash := _DASH_AT_END.search(texts[-1].text)):
        texts = [text for text in (*texts[:-1], texts[-1].cut(0, dash.start())) if text]
        columns = 0
    if not texts:
        return _Parts(EMPTY)
    account, *others = unwrapped(texts, widest)
    count = _count_of(account, texts)
    is_plain = width(texts[0].text) <= _FAR_WIDER * widest or len(texts) == 1
    is_plain = is_plain and all(_goes_on(one, two, widest) for one, two in pairwise(texts[:count]))
    if not columns or not others or not is_plain:
        may_lack_outputs = widest == inf and len(texts) == 1
        return _Parts(joined(texts), is_sure=not others and is_plain and (not columns or may_lack_outputs))
    below = texts[count:]
    outputs = below if widest == inf else unwrapped(below, max(width(text.text) for text in below))
    return _Parts(account, outputs, is_sure=len(outputs) <= columns + (widest == inf))


def _count_of(text: Traced, lines: Sequence[Traced]) -> int:
    """Of how many of the lines a text was made."""
    end = text.spans[-1][1]
    return sum(line.spans[0][0] < end for line in lines)


def _goes_on(before: Traced, line: Traced, widest: float) -> bool:
    """Whether a line plainly goes on with the one before, which had no room for its first word."""
    is_open = before.text[-1:] in ",-&" or not word_list("label-goes-on").isdisjoint(before.text.lower().split()[-1:])
    return (line.text[:1].islower() or is_open) and not has_room(before.text, line.text, widest)


def _items(pieces: Sequence[Block]) -> list[Traced]:
    """The items of a list, each of which a bullet begins."""
    items: list[list[Traced]] = []
    for piece in pieces:
        if piece.kind == "bullet" or not items:
            items.append([])
        items[-1].append(piece.text)
    return [joined(parts) for parts in items]
