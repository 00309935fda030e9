"""The formats in which a selection can be had: a new one is a file that writes it and a line here.

The records of the selected plans as JSON: what the product reads back without loss.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import IO

from ucap.exports.briefing.briefing import write_briefing, write_short_briefing
from ucap.exports.calendar_file import write_calendar
from ucap.exports.data_package import write_data_package
from ucap.exports.description import Description, Scope
from ucap.exports.geo import write_geojson
from ucap.exports.report.report import write_report
from ucap.exports.tables import write_csv, write_csv_zip, write_parquet, write_parquet_zip
from ucap.exports.view import View
from ucap.exports.workbook import write_workbook
from ucap.frames.frames import rows_of
from ucap.selection.tables import CODE_LISTS, code_list, filed
from ucap.vocabulary.goals import goals
from ucap.wording import N_

_IDENTIFIERS = {
    "cities": ("plan", "position", "city", "city_slug", "geonames_id", "iso_3166_2", "nuts_code"),
    "pairs": ("plan", "china_city", "europe_city", "pair_slug"),
}


def write_records(view: View, description: Description, out: IO[bytes]) -> None:
    """An object with the description, the words of all codes, the identifiers by which others know cities, pairs and
    goals, and the plans, whole and in order.

    Rows and plans stand one a line, and are written as they are fetched.
    """
    about = json.dumps(description.as_json(), ensure_ascii=False)
    words = json.dumps({column: code_list(column) for column in CODE_LISTS}, ensure_ascii=False)
    uris = json.dumps({str(goal.number): goal.uri for goal in goals()})
    out.write(f'{{"description": {about},\n"words": {words},\n"identifiers": {{"goals": {uris}'.encode())
    for name, columns in _IDENTIFIERS.items():
        out.write(f',\n"{name}": ['.encode())
        found = filed(name, view.frames[name], view.frames, view.scene.coverage)[list(columns)]
        _write_lines((json.dumps(row, ensure_ascii=False) for row in rows_of(found)), out)
        out.write(b"]")
    out.write(b'},\n"plans": [')
    _write_lines((plan.model_dump_json() for plan in view.plans()), out)
    out.write(b"\n]}\n")


def _write_lines(values: Iterable[str], out: IO[bytes]) -> None:
    """The values of a list, one a line."""
    for index, value in enumerate(values):
        out.write((",\n" if index else "\n").encode() + value.encode())


Writer = Callable[[View, Description, IO[bytes]], None]
_PARQUET = "application/vnd.apache.parquet"
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `label` is translated where it is shown; `is_one_frame` where a file holds a single frame, `has_look`
    where it bears the template, logo, emblem and funding line that editors chose.
    """

    key: str
    extension: str
    media_type: str
    label: str
    write: Writer
    is_one_frame: bool = False
    has_look: bool = False


FORMATS: dict[str, Format] = {
    format_.key: format_
    for format_ in (
        Format("xlsx", ".xlsx", _XLSX, N_("Excel workbook"), write_workbook),
        Format("pptx", ".pptx", _PPTX, N_("Briefing (PowerPoint)"), write_briefing, has_look=True),
        Format(
            "pptx-short",
            ".short.pptx",
            _PPTX,
            N_("Briefing in eight slides (PowerPoint)"),
            write_short_briefing,
            has_look=True,
        ),
        Format("html", ".html", "text/html", N_("Report (HTML, works offline)"), write_report, has_look=True),
        Format("csv", ".csv", "text/csv", N_("CSV for Excel, one table"), write_csv, is_one_frame=True),
        Format("csv-zip", ".csv.zip", "application/zip", N_("CSV for Excel, all tables (zip)"), write_csv_zip),
        Format("json", ".json", "application/json", N_("Records (JSON)"), write_records),
        Format("geojson", ".geojson", "application/geo+json", N_("Map data (GeoJSON)"), write_geojson),
        Format("parquet", ".parquet", _PARQUET, N_("Parquet, one table"), write_parquet, is_one_frame=True),
        Format("parquet-zip", ".parquet.zip", "application/zip", N_("Parquet, all tables (zip)"), write_parquet_zip),
        Format("datapackage", ".datapackage.zip", "application/zip", N_("Data Package (zip)"), write_data_package),
        Format("ics", ".ics", "text/calendar", N_("Calendar of activities"), write_calendar),
    )
}


class UnknownFormatError(LookupError):
    """No format has that key or extension; the message names those that there are."""


def format_of(name: str) -> Format:
    """The format whose extension a file name has; the longest that fits, so that `x.csv.zip` is no `.zip`.

    Raises:
        UnknownFormatError: no format has that extension.
    """
    fitting = [known for known in FORMATS.values() if name.lower().endswith(known.extension)]
    if not fitting:
        known_extensions = ", ".join(known.extension for known in FORMATS.values())
        raise UnknownFormatError(f"{name}: no format has that extension; there are {known_extensions}")
    return max(fitting, key=lambda known: len(known.extension))


def write(format_key: str, view: View, description: Description, out: IO[bytes], frame: str | None = None) -> None:
    """The selection in one format, into a binary file. `frame` names the one that a file of tables is to hold.

    A format of one frame holds the plans if none is named. Files of other things (a map, slides, a calendar) take no
    notice of it.

    Raises:
        UnknownFormatError: there is no such format.
        KeyError: there is no such frame.
    """
    if format_key not in FORMATS:
        raise UnknownFormatError(f"{format_key}: no such format; there are {', '.join(FORMATS)}")
    chosen = FORMATS[format_key]
    name = frame or ("plans" if chosen.is_one_frame else None)
    chosen.write(view.only(name) if name else view, description, out)


def export(format_key: str, view: View, description: Description, frame: str | None = None) -> bytes:
    """The same as bytes, for a download."""
    out = io.BytesIO()
    write(format_key, view, description, out, frame)
    return out.getvalue()


def file_name(format_key: str, scope: Scope, frame: str | None = None) -> str:
    """A name for the file: content, day and fingerprint of the data, as in `ucap-pairs-2026-11-22-1a2b3c4d.csv`."""
    chosen = FORMATS[format_key]
    content = frame or ("plans" if chosen.is_one_frame else "selection")
    return scope.file_stem(content) + chosen.extension
