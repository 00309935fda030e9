"""The frames as a Data Package (version 2, https://datapackage.org): plain CSV files and what their columns mean."""

from __future__ import annotations

import hashlib
import io
import json
from typing import IO, Any

import pandas as pd

from ucap.exports.credits import credits, licence, licence_address
from ucap.exports.description import Description, dated_entry
from ucap.exports.tables import open_archive, write_rows
from ucap.exports.view import View
from ucap.frames.columns import COLUMNS, FRAMES, Column
from ucap.plain_text import printable
from ucap.wording import _

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {
    "bool": "boolean",
    "int64": "integer",
    "Int64": "integer",
    "float64": "number",
    "datetime64[us]": "date",
}


def write_data_package(view: View, description: Description, out: IO[bytes]) -> None:
    """A zip of one CSV file per frame, without guards and byte order mark, described by `datapackage.json`."""
    resources = []
    with open_archive(out, description) as archive:
        for name, frame in view.files():
            content = _csv(frame)
            resources.append(_resource(name, content, view.is_whole))
            archive.writestr(dated_entry(f"{name}.csv", description.day), content)
        package = json.dumps(_package(description, resources), ensure_ascii=False, indent=2)
        archive.writestr(dated_entry("datapackage.json", description.day), package)


def _csv(frame: pd.DataFrame) -> bytes:
    out = io.BytesIO()
    write_rows(frame, out, printable, encoding="utf-8")
    return out.getvalue()


def _package(description: Description, resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "$schema": _PROFILE,
        "name": "ucap",
        "title": _("Urban Cooperation Action Plans"),
        "description": description.line,
        "id": f"urn:sha256:{description.fingerprint}",
        "version": description.fingerprint,
        "created": f"{description.day.isoformat()}T00:00:00Z",
        "sources": [_source(source) for source in description.sources],
        "contributors": [{"title": str(credit), "path": credit.address, "roles": ["source"]} for credit in credits()],
        **_terms(description),
        "resources": resources,
        "selection": description.as_json(),
    }


def _terms(description: Description) -> dict[str, Any]:
    """The licence where one is stated with its address, and the page where a dashboard was asked."""
    terms: dict[str, Any] = {}
    if address := licence_address():
        terms["licenses"] = [{"path": address, "title": licence()}]
    if description.address:
        terms["homepage"] = description.address
    return terms


def _source(source: str) -> dict[str, str]:
    is_address = source.startswith(("https://", "http://"))
    return {"title": source, "path": source} if is_address else {"title": source}


def _resource(name: str, content: bytes, has_plans: bool) -> dict[str, Any]:
    return {
        "name": name,
        "type": "table",
        "title": _(FRAMES[name].title),
        "description": _(FRAMES[name].row),
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": _schema(name, has_plans),
    }


def _schema(name: str, has_plans: bool) -> dict[str, Any]:
    spec = FRAMES[name]
    schema: dict[str, Any] = {
        "fields": [_field(column, COLUMNS[column]) for column in spec.in_files],
        "primaryKey": list(spec.key),
        "missingValues": [""],
    }
    if name != "plans" and has_plans:
        schema["foreignKeys"] = [{"fields": ["plan"], "reference": {"resource": "plans", "fields": ["plan"]}}]
    return schema


def _field(name: str, column: Column) -> dict[str, Any]:
    """The column as a field. CSV does not distinguish an empty text from a missing one, so that no text is required."""
    constraints: dict[str, Any] = {}
    if not column.is_nullable and column.dtype != "str":
        constraints["required"] = True
    if column.values:
        constraints["enum"] = list(column.values)
    field: dict[str, Any] = {
        "name": name,
        "title": _(column.label),
        "description": _(column.description),
        "type": _TYPES.get(column.dtype, "string"),
    }
    field |= {"unit": column.unit} if column.unit else {}
    return field | ({"constraints": constraints} if constraints else {})
