"""The whole store in one zip file: the documents as they came, records as JSON, everything else as CSV.

It can be read without this software, and `ucap.store.restore` makes an equal store of it.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from ucap.documents.limits import FILE_BYTES, UNPACKED_PART_RATIO
from ucap.errors import Damaged, StoreUnavailable
from ucap.plain_text import guarded, unguarded
from ucap.plan.pointers import Field
from ucap.replacing import replacing
from ucap.store.cells import read_csv, write_csv
from ucap.store.checking import (
    ENTRIES,
    damaged_entries,
    damaged_records,
    edition_digest,
    intact,
    row_digest,
    whole,
)
from ucap.store.database import Database
from ucap.store.schema import (
    Moment,
    Pointer,
    branding,
    corrections,
    dismissals,
    documents,
    editions,
    lessons,
    log,
    notes,
    plans,
    removals,
    sign_offs,
)
from ucap.wording import _

FORMAT = 6
"""Raised whenever an older `restore` could not read the file any more."""

TABLES = (documents, plans, editions, corrections, dismissals, removals, sign_offs, lessons, notes, branding, log)
"""What is kept, in an order in which each table only refers to those before it."""

_OWNER_ALONE = 0o600
_MOST_INTEGER = 2**31 - 1
_SINCE = {"removals": 2, "notes": 3, "sign_offs": 4, "lessons": 4, "branding": 5}
"""Tables that older backups lack: the format in which each came."""
_DIGESTS_SINCE = 6
"""The format from which each entry of `ENTRIES` carries its digest."""
IN_FILES = {"documents": {"content"}, "branding": {"content"}, "editions": {"record", "text"}}
"""Columns that are files of their own in the zip file."""

README = """\
A backup of a U-CAP store.

documents/   the documents as they came, each in a folder named after the SHA-256 of its bytes
records/     what was read from them: PLAN/EDITION.json, one plan record each
texts/       the text that the passages of PLAN/EDITION.json index into (characters, from 0)
branding/    templates, logos, emblems and funding lines for slides, by their number in branding.csv
*.csv        the tables: which document gave which edition, who corrected, dismissed, removed, noted or
             checked what and why, what the reader was taught, and the log. UTF-8; an empty cell is an unknown
             value; lists and values are JSON; an apostrophe stands before a text that a spreadsheet
             would take for a formula. Times are in UTC.

To make a store of it again:  python -m ucap restore FILE
"""


def backup(database: Database, path: Path) -> None:
    """Write the whole store, as it is at one moment, to a zip file. The file is there when it is complete.

    It is read back and compared with the store before.

    Raises:
        Damaged: a record or an entry in the store is damaged. The file is there with all else, and can be restored.
        StoreUnavailable: the database cannot be read, or the file not written.
    """
    try:
        with replacing(path, _OWNER_ALONE) as stream, database.reading() as connection:
            damaged = write_backup(connection, stream)
            _verify(connection, stream)
    except OSError as error:
        raise StoreUnavailable(
            _("The backup cannot be written to {path}: {why}.").format(path=path, why=error.strerror or error)
        ) from error
    if damaged:
        words = _("{path} was written. {damage}").format(path=path, damage="\n".join(map(str, damaged)))
        raise Damaged(damaged[0].plan_id, damaged[0].edition, words)


def write_backup(connection: Connection, stream: BinaryIO) -> list[Damaged]:
    """Write the whole store as a zip file to a stream; returns what is to be said of damage.

    A damaged record is in it as it is, a damaged entry is left out.
    """
    damaged = list(damaged_records(connection))
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", README)
        about = {"format": FORMAT, "made_at": datetime.now(UTC).isoformat(timespec="seconds")}
        about |= {"damaged": [[one.plan_id, one.edition] for one in damaged]}
        archive.writestr("backup.json", json.dumps(about))
        for table in TABLES:
            archive.writestr(f"{table.name}.csv", "\ufeff" + _table(connection, table))
        _write_documents(connection, archive)
        _write_branding(connection, archive)
        _write_editions(connection, archive)
    return [*damaged, *damaged_entries(connection)]


def _verify(connection: Connection, stream: BinaryIO) -> None:
    """Read a backup back, and compare it with the store row by row.

    Raises:
        StoreUnavailable: it says anything else.
    """
    with zipfile.ZipFile(stream) as archive:
        for table in TABLES:
            kept = _kept(connection, table)
            try:
                is_equal = all(dict(row._mapping) == back for row, back in zip(kept, rows(archive, table), strict=True))
            except (ValueError, LookupError) as error:
                raise StoreUnavailable(_unlike(table, error)) from error
            if not is_equal:
                raise StoreUnavailable(_unlike(table, ""))


def _kept(connection: Connection, table: sa.Table) -> Iterator[Any]:
    """The rows of a table in the order of their keys, but for damaged entries."""
    query = sa.select(table).order_by(*table.primary_key)
    query = query.execution_options(yield_per=1 if table.name in IN_FILES else 500)
    return intact(connection, query) if table in ENTRIES else iter(connection.execute(query))


def _unlike(table: sa.Table, why: object) -> str:
    words = _("The backup does not give back the table {table} as it is in the store. No file was written. {why}")
    return words.format(table=table.name, why=why).strip()


def listed_columns(table: sa.Table) -> list[sa.Column[Any]]:
    """The columns of a table that stand in its CSV file."""
    return [column for column in table.c if column.name not in IN_FILES.get(table.name, ())]


def require_readable(archive: zipfile.ZipFile) -> None:
    """Raise ValueError where the file is no backup, was made by a newer version, or is not packed as one."""
    for entry in archive.infolist():
        if entry.flag_bits & 1 or entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ValueError(
                _("{name} is encrypted, or packed in another way than a backup").format(name=entry.filename)
            )
        if entry.file_size > max(FILE_BYTES, UNPACKED_PART_RATIO * entry.compress_size):
            raise ValueError(_("{name} grows beyond all measure when unpacked").format(name=entry.filename))
    if _about(archive)["format"] > FORMAT:
        raise ValueError(_("it was made by a newer version of this product"))


def _about(archive: zipfile.ZipFile) -> dict[str, Any]:
    """What a backup says about itself."""
    found = json.loads(_content(archive, "backup.json"))
    if not isinstance(found, dict) or type(found.get("format")) is not int:
        raise ValueError(_("backup.json does not say what format it has"))
    return found


def _content(archive: zipfile.ZipFile, name: str) -> bytes:
    """A file of the archive, of which the header's word on its size was checked, and holds."""
    with archive.open(name) as stream:
        return stream.read(archive.getinfo(name).file_size + 1)


def rows(archive: zipfile.ZipFile, table: sa.Table) -> Iterator[dict[str, Any]]:
    """The rows of a table as a backup holds them, checked; the values are those of the database.

    Raises:
        ValueError, LookupError, Invalid: they are not as `write_backup` writes them.
    """
    if _about(archive)["format"] < _SINCE.get(table.name, 0):
        return
    columns = listed_columns(table)
    damaged = _about(archive).get("damaged", [])
    names = {name.split("/")[1]: name for name in archive.namelist() if name.startswith("documents/")}
    required = [column.name for column in columns if column.name != "digest"]  # which older backups lack
    is_older = _about(archive)["format"] < _DIGESTS_SINCE
    for cells in read_csv(_content(archive, f"{table.name}.csv"), required):
        row = {column.name: _value(column, cells.get(column.name, "")) for column in columns}
        if table is documents:
            row["content"] = _document(archive, names[row["sha256"]], row["sha256"])
        elif table is branding:
            row["content"] = _content(archive, branding_name(row["id"]))
        elif table is editions:
            row |= _edition(archive, row, is_damaged=[row["plan_id"], row["edition"]] in damaged)
        if table in ENTRIES:
            row |= {"digest": _entry_digest(table, row, is_older)}
        yield row


def _entry_digest(table: sa.Table, row: Mapping[str, Any], is_older: bool) -> str:
    """The digest of an entry, which only a backup of an older format may lack."""
    digest = row_digest(row)
    if row["digest"] != digest and not is_older:
        raise ValueError(_("the row {number} of {name} was changed").format(number=row["id"], name=f"{table.name}.csv"))
    return digest


def _value(column: sa.Column[Any], cell: str) -> Any:
    if isinstance(column.type, sa.JSON):
        return json.loads(cell)
    if cell == "" and column.nullable:
        return None
    if isinstance(column.type, Moment):
        return datetime.fromisoformat(cell)
    if isinstance(column.type, Pointer):
        return Field.parse(unguarded(cell))
    if isinstance(column.type, sa.Integer):
        return _bounded(column, int(cell), _MOST_INTEGER)
    text = unguarded(cell)
    _bounded(column, len(text), getattr(column.type, "length", None) or FILE_BYTES)
    return text


def _bounded(column: sa.Column[Any], value: int, limit: int) -> int:
    if value > limit:
        raise ValueError(_("a value of {column} is too large").format(column=f"{column.table.name}.{column.name}"))
    return value


def _document(archive: zipfile.ZipFile, name: str, sha256: str) -> bytes:
    content = _content(archive, name)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ValueError(_("{name} was changed").format(name=name))
    return content


def _edition(archive: zipfile.ZipFile, row: Mapping[str, Any], is_damaged: bool) -> dict[str, Any]:
    """Record, text and digest of an edition; only one that was damaged in the store already may be damaged."""
    key = (row["plan_id"], row["edition"])
    name = record_name(*key)
    record, text = _content(archive, name).decode(), _content(archive, text_name(*key))
    digest = row["digest"] or edition_digest(record, text)
    try:
        whole(*key, record, text, digest)
    except Damaged:
        if not is_damaged:
            raise ValueError(_("{name} was changed").format(name=name)) from None
    return {"record": record, "text": text, "digest": digest}


def _table(connection: Connection, table: sa.Table) -> str:
    columns = listed_columns(table)
    if table in ENTRIES:
        rows: Iterable[Any] = _kept(connection, table)
    else:
        rows = connection.execute(sa.select(*columns).order_by(*table.primary_key.columns))
    cells = ([_cell(column, row._mapping[column.name]) for column in columns] for row in rows)
    return write_csv([column.name for column in columns], cells)


def _cell(column: sa.Column[Any], value: Any) -> str:
    if value is None and not isinstance(column.type, sa.JSON):
        return ""
    if isinstance(column.type, sa.JSON):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(column.type, Moment):
        return str(value.isoformat(timespec="microseconds"))
    return guarded(str(value))


def _write_documents(connection: Connection, archive: zipfile.ZipFile) -> None:
    query = sa.select(documents.c.sha256, documents.c.name, documents.c.content).order_by(documents.c.sha256)
    for row in connection.execution_options(yield_per=1).execute(query):
        archive.writestr(f"documents/{row.sha256}/{_file_name(row.name)}", row.content)


def _write_branding(connection: Connection, archive: zipfile.ZipFile) -> None:
    for row in _kept(connection, branding):
        archive.writestr(branding_name(row.id), row.content)


def branding_name(number: int) -> str:
    """Where a template, logo, emblem or funding line stands in the zip file."""
    return f"branding/{number}"


def _write_editions(connection: Connection, archive: zipfile.ZipFile) -> None:
    query = sa.select(editions).order_by(editions.c.plan_id, editions.c.edition)
    for row in connection.execution_options(yield_per=100).execute(query):
        archive.writestr(record_name(row.plan_id, row.edition), row.record)
        archive.writestr(text_name(row.plan_id, row.edition), row.text)


def record_name(plan_id: str, edition: int) -> str:
    """Where the record of an edition stands in the zip file."""
    return f"records/{_file_name(plan_id)}/{edition}.json"


def text_name(plan_id: str, edition: int) -> str:
    """Where the text of an edition's document stands in the zip file."""
    return f"texts/{_file_name(plan_id)}/{edition}.txt"


def _file_name(name: str) -> str:
    """The name without what some file system refuses."""
    return re.sub(r'[<>:"/\\|?*]', "_", name).rstrip(". ") or "_"
