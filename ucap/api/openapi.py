"""The description of the API (OpenAPI 3.1), made from the same lists as the API itself."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from ucap.api.query import DEFAULT_ENTRIES, MOST_ENTRIES
from ucap.api.responses import MEDIA_TYPE
from ucap.exports.credits import credits, licence
from ucap.exports.formats import FORMATS
from ucap.frames.columns import COLUMNS, FRAMES, Column
from ucap.plan.record import Plan
from ucap.selection.address import LANGUAGE_KEY
from ucap.selection.tables import CODE_LISTS
from ucap.vocabulary.filters import FILTERS, LINK_KEY, LINKS, STATED_KEY, TEXT_KEY
from ucap.wording import LANGUAGES, N_, in_english

Schema = dict[str, Any]
_ABOUT = "Plans, tables and files of a selection. The query is the one of a page's address."
_TYPES = {"bool": "boolean", "int64": "integer", "Int64": "integer", "float64": "number"}
_INTEGER: Schema = {"type": "integer", "minimum": 0}


@cache
def openapi() -> Schema:
    """The whole description. Do not change what it returns."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Urban Cooperation Action Plans",
            "version": "1",
            "description": in_english(_about),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/api"}],
        "paths": _paths(),
        "components": {"schemas": _schemas()},
    }


def _about() -> str:
    """What the API is, and on which terms: in English like all else here, whoever asks first."""
    return "\n".join([_ABOUT, licence(), *map(str, credits())])


def _paths() -> Schema:
    files = {known.media_type: _file(known.media_type) for known in FORMATS.values()}
    a_list = _path_parameter("list", {"enum": list(CODE_LISTS)}, "The name of a list.")
    one_plan = _path_parameter("plan", {"type": "string"}, "The id of a plan.")
    a_frame = _path_parameter("frame", {"enum": list(FRAMES)}, "The name of a frame.")
    a_format = _path_parameter("format", {"enum": list(FORMATS)}, "The key of a format.")
    a_city = _path_parameter("slug", {"type": "string"}, "The slug of a city, or of a pair: panjin~rome.")
    asked = [*_filters(), _language()]
    tables = {FORMATS[key].media_type: _file(FORMATS[key].media_type) for key in ("csv", "parquet", "xlsx")}
    json = "application/json"
    paths = {
        "/": _get(
            N_("This page."),
            [_language()],
            {"text/html": {"schema": {"type": "string"}}, json: {"schema": {"type": "object"}}},
            (400, 406),
        ),
        "/openapi.json": _get(N_("This description."), [], {json: {"schema": {"type": "object"}}}, ()),
        "/plans": _get(
            N_("The records of the selected plans."), [*asked, *_part()], {json: _ref("Plans")}, (304, 400, 503)
        ),
        "/plans/{plan}": _get(N_("One record."), [one_plan], {json: _ref("Plan")}, (304, 404, 503)),
        "/frames": _get(N_("The tables and their columns."), [_language()], {json: _ref("Frames")}, (400,)),
        "/frames/{frame}": _get(
            N_("The selected rows of a table."),
            [a_frame, *asked, *_part()],
            {json: _rows(), **tables},
            (304, 400, 404, 406, 503),
        ),
        "/news.atom": _get(
            N_("What came into the store since a day, as an Atom feed."),
            [_query("since", "A day in ISO 8601; 90 days ago without it.", {"type": "string"}), _language()],
            {"application/atom+xml": {"schema": {"type": "string"}}},
            (400, 503),
        ),
        "/cities": _get(
            N_("All cities, by the slugs of their pages."), [], {json: {"schema": {"type": "object"}}}, (304, 503)
        ),
        "/cities/{slug}": _get(
            N_("The records of a city's plans."), [a_city], {json: {"schema": {"type": "object"}}}, (304, 404, 503)
        ),
        "/pairs/{slug}": _get(
            N_("The records of a pair's plans."), [a_city], {json: {"schema": {"type": "object"}}}, (304, 404, 503)
        ),
        "/geojson": _get(
            N_("Cities and pairs as GeoJSON."),
            asked,
            {"application/geo+json": {"schema": {"type": "object"}}},
            (304, 400, 503),
        ),
        "/exports/{format}": _get(
            N_("The selection as a file."), [a_format, *asked, _frame()], files, (304, 400, 404, 503)
        ),
        "/data.zip": _get(
            N_("The newest of all data, as a Data Package."),
            [*asked, _frame()],
            {"application/zip": _file("application/zip")},
            (304, 400, 503),
        ),
        "/facets": _get(
            N_("The values of each filter, with the number of plans of each."),
            asked,
            {json: _ref("Facets")},
            (304, 400, 503),
        ),
        "/codes": _get(N_("The lists of codes."), [], {json: {"schema": {"type": "object"}}}, ()),
        "/codes/{list}": _get(N_("A list of codes in all languages."), [a_list], {json: _ref("Codes")}, (404,)),
        "/codes/{list}.csv": _get(
            N_("The same as CSV."), [a_list], {"text/csv": {"schema": {"type": "string"}}}, (404,)
        ),
        "/catalogue.jsonld": _get(
            N_("The data as catalogues describe it: DCAT and schema.org."),
            [],
            {"application/ld+json": {"schema": {"type": "object"}}},
            (503,),
        ),
    }
    return {path: {"get": about["get"] | {"operationId": _operation(path)}} for path, about in paths.items()}


def _operation(path: str) -> str:
    """A name for the request, as clients that are made of the description call it: `getFramesFrame`."""
    return "get" + "".join(part.title() for part in re.findall(r"[a-z]+", path)) if path != "/" else "getPage"


def _get(summary: str, parameters: list[Schema], content: Schema, others: tuple[int, ...]) -> Schema:
    """A resource that can be read."""
    etag = {"ETag": {"schema": {"type": "string"}}}
    responses: Schema = {"200": {"description": summary, "content": content}}
    for status in others:
        problem = {"description": "What was wrong.", "content": {MEDIA_TYPE: _ref("Problem")}}
        responses[str(status)] = {"description": "Unchanged.", "headers": etag} if status == 304 else problem
    return {"get": {"summary": summary, "parameters": parameters, "responses": responses}}


def _filters() -> list[Schema]:
    """The filters of the sidebar; any of several values matches."""
    named = [
        _filter(one.key, one.label, {"type": "integer"} if one.is_number else {"type": "string"})
        for one in FILTERS.values()
    ]
    stated = _query(STATED_KEY, "1 counts goals and topics only where they are stated.", {"enum": ["0", "1"]})
    link = _query(LINK_KEY, "Which pairs are shown.", {"enum": list(LINKS), "default": "paired"})
    return [*named, link, stated, _query(TEXT_KEY, "Words that occur in the plan.", {"type": "string"})]


def _filter(key: str, label: str, item: Schema) -> Schema:
    return _query(key, f"{label}; several values match any.", {"type": "array", "items": item})


def _part() -> list[Schema]:
    limit = {"type": "integer", "minimum": 1, "maximum": MOST_ENTRIES, "default": DEFAULT_ENTRIES}
    return [
        _query("offset", "Entries to pass over.", {**_INTEGER, "maximum": 10**9, "default": 0}),
        _query("limit", "Entries at most.", limit),
    ]


def _language() -> Schema:
    return _query(LANGUAGE_KEY, "Language of headings and sentences.", {"enum": list(LANGUAGES), "default": "en"})


def _frame() -> Schema:
    return _query("frame", "The table that a file of one table holds.", {"enum": list(FRAMES)})


def _query(name: str, description: str, schema: Schema) -> Schema:
    return {"name": name, "in": "query", "description": description, "schema": schema}


def _path_parameter(name: str, schema: Schema, description: str) -> Schema:
    return {"name": name, "in": "path", "required": True, "description": description, "schema": schema}


def _ref(name: str) -> Schema:
    return {"schema": {"$ref": f"#/components/schemas/{name}"}}


def _file(media_type: str) -> Schema:
    return {"schema": {"type": "object" if media_type.endswith("json") else "string"}}


def _rows() -> Schema:
    """A part of any frame."""
    kinds = [{"$ref": f"#/components/schemas/{_row_name(name)}"} for name in FRAMES]
    return {"schema": _envelope("rows", {"anyOf": kinds})}


def _schemas() -> Schema:
    plan = Plan.model_json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
    parts = plan.pop("$defs")
    rows = {_row_name(name): _object({c: _column(COLUMNS[c]) for c in spec.in_files}) for name, spec in FRAMES.items()}
    texts = {"type": "array", "items": {"type": "string"}}
    string: Schema = {"type": "string"}
    value = _object({"value": {"type": ["string", "integer"]}, "words": string, "count": _INTEGER})
    return {
        **parts,
        "Plan": plan,
        "Plans": _envelope(
            "plans", {"$ref": "#/components/schemas/Plan"}, {"damaged": texts, "damaged_entries": texts}
        ),
        **rows,
        "Facets": _object(
            {
                "plan_count": _INTEGER,
                "facets": _array(_object({"filter": string, "title": string, "values": _array(value)})),
            }
        ),
        "Codes": _object({"list": string, "codes": {"type": "array", "items": {"type": "object"}}}),
        "Frames": _object({"frames": {"type": "array", "items": {"type": "object"}}}),
        "Problem": {
            "type": "object",
            "properties": {"type": string, "title": string, "status": _INTEGER, "detail": string, "errors": texts},
            "required": ["type", "title", "status", "detail"],
        },
    }


def _envelope(name: str, items: Schema, others: Schema | None = None) -> Schema:
    """A part of a list: how many entries there are in all, and the query of the next part."""
    counts = {"total": _INTEGER, "offset": _INTEGER, "limit": _INTEGER, "next": {"type": ["string", "null"]}}
    return _object({**counts, **(others or {}), name: {"type": "array", "items": items}})


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _object(properties: Schema) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _column(column: Column) -> Schema:
    kind = _TYPES.get(column.dtype, "string")
    schema: Schema = {"type": [kind, "null"] if column.is_nullable else kind, "description": column.description}
    return schema | ({"enum": [*column.values, *([None] if column.is_nullable else [])]} if column.values else {})


def _row_name(frame: str) -> str:
    return f"Row of {frame}".title().replace(" ", "")
