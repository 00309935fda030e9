"""Tables within a cell, such as one of activities: by what their first row says of the columns, or by their dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from ucap.documents.draft import Column, DraftRow
from ucap.documents.labels.heads import YEAR, heads_kinds, is_short_head, kind_of_column
from ucap.documents.labels.known import HEAD_KEYS, KEYS
from ucap.documents.labels.lexicon import sense_of
from ucap.documents.labels.signs import signs_of
from ucap.documents.lists.paragraphs import Paragraph, ends_sentence
from ucap.documents.naming import is_like_label
from ucap.documents.traced import Traced

GridRow = list[Column]
"""The cells of a table's row."""
_TAB = re.compile(r"\t")
_LONGEST_DATE = 40
_SHARE_OF_HEAD, _LONGEST_HEAD = 0.5, 60
_NO_HEAD_ENDS = (".", ":", "：", "。")
_LEAST_ROWS, _LEAST_COLUMNS, _MOST_COLUMNS = 2, 2, 6


def table_paragraphs(rows: Sequence[GridRow], otherwise: Callable[[GridRow], Column]) -> Column:
    """The paragraphs of a table within a cell, such as one of activities; `otherwise` reads a row of any other.

    Where the first row says what the columns hold, each further row is an item, and what stands in the columns of
    outputs is listed below it: `Date`, `Activity`, `Output` above `May 2019`, `Visit`, `two letters`.
    """
    heads = [whole(cell).text for cell in rows[0]] if rows else []
    if len(rows) < _LEAST_ROWS or not all(map(is_short_head, heads)):
        return [paragraph for row in rows for paragraph in otherwise(row)]
    kinds = [kind_of_column(head) for head in heads]
    head = [Paragraph(paragraph.text) for cell in rows[0] for paragraph in cell]
    return [*head, *(paragraph for row in rows[1:] for paragraph in _item(row, kinds, otherwise))]


def table_items(rows: Sequence[GridRow]) -> Column:
    """The items of a table of activities, without its heads, which are its first row."""
    return table_paragraphs(rows, row_paragraphs)[sum(map(len, rows[0])) :]


def with_listed_tables(parts: Sequence[Paragraph | GridRow]) -> list[Paragraph | GridRow]:
    """Paragraphs and rows of tables, those of tables of activities as the items of a list below their heads.

    Of such a table the first row says what the columns hold, and the first of them, behind one of numbers where the
    rows have such, when something happened. The heads are one paragraph, `When What Output`, so that none of them is
    taken for the label of a row.
    """
    found: list[Paragraph | GridRow] = []
    for table in _tables(parts, _heads_activities):
        if isinstance(table, Paragraph):
            found.append(table)
        elif len(table) < _LEAST_ROWS or not _heads_activities(table[0]):
            found += table
        else:
            found += [Paragraph(whole([text for cell in table[0] for text in cell]))]
            found += table_items(table)
    return found


def activity_rows(rows: Sequence[GridRow]) -> tuple[list[DraftRow], list[GridRow]]:
    """The row of activities that a table of these is whose first row says what its columns hold, and all other rows."""
    found: list[DraftRow] = []
    others: list[GridRow] = []
    for table in _tables(rows, _heads_activities):
        if isinstance(table, list) and len(table) > _LEAST_ROWS and _heads_activities(table[0]):
            label = whole([text for cell in table[0] for text in cell])
            found.append(DraftRow("activities", label, [table_items(table)], runner_up=""))
        elif isinstance(table, list):
            others += table
    return found, others


def with_activities(rows: Sequence[DraftRow]) -> list[DraftRow]:
    """Rows of which those of a table of activities are one, where no label names it: `Nr. -> Date -> Activity`."""
    if any(row.key == "activities" for row in rows):
        return list(rows)
    found: list[DraftRow] = []
    for is_unknown, group in groupby(rows, lambda row: row.key is None):
        held = [([[Paragraph(row.label)], *row.columns], row) for row in group]
        tables, others = activity_rows([cells for cells, _row in held]) if is_unknown else ([], [])
        left = {id(cells) for cells in others}
        found += [*tables, *(row for cells, row in held if not is_unknown or id(cells) in left)]
    return found


def column_rows(rows: Sequence[GridRow]) -> tuple[list[DraftRow], list[GridRow]]:
    """The rows of the template that stand side by side as the columns of a table, and the rows of all other tables.

    Theme   | Focus            | Challenges
    Glass   | Two old crafts.  | Masters retire.
    """
    found: list[DraftRow] = []
    others: list[GridRow] = []
    for table in _tables(rows, _heads_rows):
        if isinstance(table, list) and len(table) >= _LEAST_ROWS and _heads_rows(table[0]):
            found += [_column_row([row[place] for row in table]) for place in range(len(table[0]))]
        elif isinstance(table, list):
            others += table
    return found, others


def _column_row(cells: Sequence[Column]) -> DraftRow:
    """A row of the template whose label and entries stand one below the other."""
    label = whole(cells[0])
    items = [replace(text, kind="bullet") for cell in cells[1:] for text in cell]
    return DraftRow(_row_named(label.text), label, [items])


def _tables(
    parts: Sequence[Paragraph | GridRow], begins: Callable[[GridRow], bool]
) -> Iterator[Paragraph | list[GridRow]]:
    """The parts in order, each table whose first row `begins` one and whose rows have as many cells as one."""
    table: list[GridRow] = []
    for part in parts:
        if isinstance(part, list) and table and len(part) == len(table[0]) and not begins(part):
            table.append(part)
            continue
        if table:
            yield table
        table = [part] if isinstance(part, list) and begins(part) else []
        if not table:
            yield part if isinstance(part, Paragraph) else [part]
    if table:
        yield table


def _heads_activities(row: GridRow) -> bool:
    """Whether the cells of a table's first row say that it is one of activities: when, what, and what came of it."""
    return bool(heads_kinds([whole(cell).text for cell in row]))


def _heads_rows(row: GridRow) -> bool:
    """Whether the cells of a table's first row name a row of the template each, the themes among them."""
    if not all(
        len(cell) == 1 and len(cell[0].text) <= _LONGEST_HEAD and not cell[0].text.text.endswith(_NO_HEAD_ENDS)
        for cell in row
    ):
        return False
    keys = [_row_named(whole(cell).text) for cell in row]
    return len(keys) >= _LEAST_COLUMNS and None not in keys and len({*keys}) == len(keys) and "themes" in keys


def _row_named(head: str) -> str | None:
    """The row with a list that the head of a column names: `Potíže (challenges)`."""
    sense = sense_of(head)
    return sense.row if sense.row in KEYS[len(HEAD_KEYS) :] and sense.share > _SHARE_OF_HEAD else None


def _item(row: GridRow, kinds: Sequence[str], otherwise: Callable[[GridRow], Column]) -> Column:
    """A row of a table as an item, its date and place before a colon, without its number; one that has other columns as
    any row.
    """
    texts = [whole(cell) for cell in row]
    if len(row) != len(kinds) or not any(texts):
        return otherwise(row)
    lead, account = (
        Traced.join([text for text, one in zip(texts, kinds, strict=True) if one == kind and _is_told(text)], ", ")
        for kind in ("lead", "")
    )
    first = Traced.join([lead, account], ": ")
    outputs = [part.text for cell, kind in zip(row, kinds, strict=True) if kind == "output" for part in cell]
    if not first:
        return [Paragraph(text, "sub-bullet") for text in outputs]
    return [Paragraph(first, "bullet"), *(Paragraph(text, "sub-bullet") for text in outputs)]


def _is_told(text: Traced) -> bool:
    """Whether a cell holds more than a dash in place of words."""
    return any(map(str.isalnum, text.text))


def row_paragraphs(cells: Sequence[Column]) -> Column:
    """The paragraphs of a table's row; one that begins with a date is an item, the date joined to what is beside it."""
    label, *columns = cells or [[]]
    if label and any(columns) and is_date(whole(label).text):
        return dated(label, columns)
    return [paragraph for column in cells for paragraph in column]


def dated(label: Column, columns: Sequence[Column]) -> Column:
    """A row of a table of activities as an item of a list: `27 May 2019: Visit`, `27 May 2019, Graz: Visit`."""
    place, *rest = [column for column in columns if column]
    lead = whole(label)
    if rest and _is_place(whole(place).text):
        lead = Traced.join([lead, whole(place)], ", ")
        place, *rest = rest
    first, *more = [paragraph for column in [place, *rest] for paragraph in column]
    return [Paragraph(Traced.join([lead, first.text], ": "), "bullet"), *more]


def _is_place(text: str) -> bool:
    """Whether a cell holds nothing but where something happened."""
    return len(text) <= _LONGEST_DATE and not ends_sentence(text) and "cities" in signs_of((text,))


def names_place(date: str) -> bool:
    """Whether a cell with a date says behind a comma where something happened: `3–5 July 2019, Graz`."""
    _date, comma, place = date.rpartition(", ")
    return bool(comma) and _is_place(place)


def with_tables(rows: Iterable[DraftRow]) -> list[DraftRow]:
    """Rows of which some are those of a table within the cell of the row above them, which begins with its heads.

    Main activities -> Date -> Activity -> Output
    May 2018 -> Kick-off meeting -> Work plan
    """
    found: list[DraftRow] = []
    tables: dict[int, list[GridRow]] = {}
    for row in rows:
        last = len(found) - 1
        if last in tables and row.key is None and is_date(row.label.text):
            tables[last].append([[Paragraph(row.label)], *row.columns])
            continue
        found.append(row)
        if len(row.columns) >= _LEAST_COLUMNS and all(is_short_head(whole(column).text) for column in row.columns):
            tables[len(found) - 1] = [row.columns]
    for index, table in tables.items():
        if len(table) >= _LEAST_ROWS:
            width = len(table[0])
            padded = [[*cells, *[[]] * (width - len(cells))] for cells in table]
            found[index].columns = [table_paragraphs(padded, row_paragraphs)]
    return found


def copied_table(lines: Sequence[Traced]) -> Column | None:
    """The paragraphs of a table that was copied, its cells parted by tabs or each a line; None where they are none.

    Its heads come first, the first of them that of the dates; each row has as many cells, but outputs.
    """
    if tabbed := _tabbed_rows(lines):
        return _listed(tabbed)
    count = next((index for index, line in enumerate(lines) if not is_short_head(line.text)), 0)
    kinds = [kind_of_column(line.text) for line in lines[:count]]
    if not _LEAST_COLUMNS <= count <= _MOST_COLUMNS or kinds[0] != "lead" or not is_date(lines[count].text):
        return None
    rows: list[list[Traced]] = []
    for line in lines[count:]:
        if not rows or (len(rows[-1]) > 1 and is_date(line.text)):
            rows.append([])
        rows[-1].append(line)
    fewest = count - kinds.count("output") if kinds[-1] == "output" else count
    if len(rows) < _LEAST_ROWS or not all(fewest <= len(row) <= count for row in rows):
        return None
    if kinds[1] == "lead" and not all(len(row) == count or _is_place(row[1].text) for row in rows):
        return None  # of a row that lacks a cell, it may be that of the place
    return _listed([list(lines[:count]), *rows])


def _tabbed_rows(lines: Sequence[Traced]) -> list[list[Traced]]:
    """The rows of a table of activities whose cells tabs part, its heads first; none where a line is no row of it."""
    cells = [
        [cell.strip() for cell in line.between([tab.span() for tab in _TAB.finditer(line.text)])] for line in lines
    ]
    is_table = len(cells) > _LEAST_ROWS and all(len(row) == len(cells[0]) for row in cells)
    return cells if is_table and _heads_activities([[Paragraph(cell)] for cell in cells[0]]) else []


def _listed(rows: Sequence[Sequence[Traced]]) -> Column:
    """The items of a table whose first row has its heads; a row may lack its last cells."""
    grid = [[[Paragraph(cell)] if cell else [] for cell in row] for row in rows]
    return table_paragraphs([[*row, *[[]] * (len(grid[0]) - len(row))] for row in grid], row_paragraphs)


def is_date(text: str) -> bool:
    """Whether a label cell holds a date: `2nd half of 2020`, not `2.87 million (2020)` or `Population (2017)`."""
    is_dated = len(text) <= _LONGEST_DATE and bool(YEAR.search(text)) and not is_like_label(text)
    return is_dated and not {"people", "area"}.intersection(signs_of((text,))) and not _is_label_of_figures(text)


def _is_label_of_figures(text: str) -> bool:
    """Whether a text is the label of figures with the year that they are of; `Activity 2019`, `Year 2019` are none."""
    label = YEAR.sub("", text)
    return is_like_label(label) and sense_of(label).row in ("population", "area")


def whole(column: Column) -> Traced:
    """All paragraphs of a cell as one text."""
    return Traced.join(paragraph.text for paragraph in column)
