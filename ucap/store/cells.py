"""Values as cells of CSV files that people open in a spreadsheet, and back without loss."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence

from ucap.documents.limits import FILE_BYTES
from ucap.errors import Invalid
from ucap.plain_text import guarded
from ucap.plan.pointers import Json
from ucap.store.schema import DamagedCell
from ucap.wording import _


def to_cell(value: Json) -> str:
    """Nothing for None, a text as it is, numbers plain, and lists and entries as JSON.

    A text that a spreadsheet would take for a formula is guarded by an apostrophe.
    """
    if value is None:
        return ""
    if isinstance(value, bytes):  # SQLite gives them for a text whose kind was damaged
        raise DamagedCell(value)
    if isinstance(value, str):
        return guarded(value)
    return json.dumps(value, ensure_ascii=False)


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A CSV file with a header (RFC 4180); write it with a byte order mark, and Excel reads it."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(columns)
    writer.writerows(rows)
    return buffer.getvalue()


csv.field_size_limit(FILE_BYTES)  # Python's own would not take back a long text that `write_csv` wrote


def read_csv(data: bytes, required: Iterable[str]) -> Sequence[Mapping[str, str]]:
    """The rows of a CSV file as dictionaries; comma, semicolon and tab all separate.

    Raises:
        Invalid: it is not a CSV file in UTF-8, or lacks a column.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Invalid(_("The file is not in UTF-8. Save it as “CSV UTF-8”.")) from None
    header = text.partition("\n")[0]
    separator = max(",;\t", key=header.count)
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, restval=""))
    except csv.Error as error:
        raise Invalid(_("The file is not a CSV file: {why}.").format(why=error)) from error
    missing = [column for column in required if column not in header.strip().replace('"', "").split(separator)]
    if missing:
        raise Invalid(_("The file lacks the columns {columns}.").format(columns=", ".join(missing)))
    return rows
