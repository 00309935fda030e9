"""What can be asked for: records, frames, and files of a selection."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import IO, Any
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from ucap.api.download import Workshop
from ucap.api.feed import MEDIA_TYPE as FEED_TYPE
from ucap.api.feed import feed
from ucap.api.guide import guide
from ucap.api.library import Library
from ucap.api.openapi import openapi
from ucap.api.query import MOST_PLANS_PER_FILE, Part, accepted, frame_of, language_of, part_of, selection_of, since_of
from ucap.api.responses import ProblemError, etag_of, headers, is_known, not_modified
from ucap.charts.scene import Scene
from ucap.exports.branding import NO_BRANDING, branding_of
from ucap.exports.catalogue import catalogue
from ucap.exports.credits import licence_address
from ucap.exports.description import describe
from ucap.exports.formats import FORMATS, file_name, write
from ucap.exports.view import View
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.frames.frames import rows_of
from ucap.plan.words import title_words, value_words
from ucap.selection.places.cities import PAIR_SIGN, cities
from ucap.selection.selection import Selection
from ucap.selection.tables import CODE_LISTS, code_list, filed
from ucap.vocabulary.filters import FILTERS, FilterName
from ucap.vocabulary.goals import goals
from ucap.wording import LANGUAGES, _, in_language, use

_RESERVED = ":/?#[]@!$&'()*+,;=%"
"""The signs that stand in an address as they are (RFC 3986); in a header it has no others but letters and digits."""


class Endpoints:
    """The endpoints over a library, which is asked for again at each request."""

    def __init__(self, library: Callable[[], Library]) -> None:
        self._library = library
        self._workshop = Workshop()

    def guide(self, request: Request) -> Response:
        """The page for people; the description for programs that ask for JSON."""
        use(language_of(request))
        if accepted(request, ("text/html", "application/json")) == "application/json":
            return self.openapi(request)
        return HTMLResponse(
            guide(_here(request), openapi()["paths"]), headers={"Vary": "Accept", "X-Content-Type-Options": "nosniff"}
        )

    def openapi(self, request: Request) -> Response:
        """The description of this API."""
        return JSONResponse(openapi())

    def plans(self, request: Request) -> Response:
        """The records of the selected plans, a part at a time."""
        library, part = self._library(), part_of(request)
        etag = etag_of(request, library.coverage.frames.fingerprint)
        scene = _scene(request, library)
        if is_known(request, etag):
            return not_modified(etag)
        ids = scene.frames.plans["plan"].tolist()
        records = [library.plans[plan_id].model_dump_json() for plan_id in ids[part.offset : part.offset + part.limit]]
        damaged = {"damaged": [one.plan_id for one in library.damaged]}
        damaged |= {"damaged_entries": [str(one) for one in library.damaged_entries]}
        envelope = _envelope(request, len(ids), part)
        about = json.dumps(envelope | damaged)[:-1]
        return _json(f'{about}, "plans": [{", ".join(records)}]}}', etag, _links(request, envelope))

    def plan(self, request: Request) -> Response:
        """One record."""
        library = self._library()
        etag = etag_of(request, library.coverage.frames.fingerprint)
        plan_id = request.path_params["plan"]
        for damaged in library.damaged:
            if damaged.plan_id == plan_id:
                raise damaged
        plan = library.plans.get(plan_id)
        if plan is None:
            raise ProblemError(HTTPStatus.NOT_FOUND, "There is no plan with that id.")
        return not_modified(etag) if is_known(request, etag) else _json(plan.model_dump_json(), etag)

    def frames(self, request: Request) -> Response:
        """Which frames there are, and what their columns mean."""
        use(language_of(request))
        return JSONResponse({"frames": [_frame_words(name) for name in FRAMES]})

    async def frame(self, request: Request) -> Response:
        """The rows of one frame that are selected: a part at a time, or all of them as a file of another kind."""
        name = request.path_params["frame"]
        if name not in FRAMES:
            raise ProblemError(HTTPStatus.NOT_FOUND, f"There is no frame {name!r}; there are {', '.join(FRAMES)}.")
        kinds = {FORMATS[key].media_type: key for key in ("json", "csv", "parquet", "xlsx")}
        part, key = part_of(request), kinds[accepted(request, list(kinds))]
        if key != "json":
            return await self._file(request, key, name)
        return await run_in_threadpool(self._rows, request, name, part)

    def _rows(self, request: Request, name: str, part: Part) -> Response:
        library = self._library()
        etag = etag_of(request, library.coverage.frames.fingerprint)
        frames, coverage = _scene(request, library).frames, library.coverage
        if is_known(request, etag):
            return not_modified(etag)
        rows = frames[name]
        page = list(rows_of(filed(name, rows.iloc[part.offset : part.offset + part.limit], frames, coverage)))
        envelope = _envelope(request, len(rows), part)
        return _json(json.dumps({**envelope, "rows": page}, ensure_ascii=False), etag, _links(request, envelope))

    def facets(self, request: Request) -> Response:
        """The values of each filter, and how many plans each would give if the other filters stay as they are."""
        library = self._library()
        etag = etag_of(request, library.coverage.frames.fingerprint)
        scene = _scene(request, library)
        if is_known(request, etag):
            return not_modified(etag)
        counts = library.coverage.option_counts(scene.selection)
        found = [
            {"filter": one.key, "title": _(one.label), "values": _value_counts(name, counts[name].to_dict())}
            for name, one in FILTERS.items()
            if name in counts
        ]
        return _json(json.dumps({"plan_count": scene.plan_count, "facets": found}, ensure_ascii=False), etag)

    def code_lists(self, request: Request) -> Response:
        """Which lists of codes there are, and where."""
        lists = [{"name": name, "address": f"{_here(request)}codes/{name}"} for name in CODE_LISTS]
        return JSONResponse({"lists": lists})

    def code_list(self, request: Request) -> Response:
        """The codes of one list with their words in each language."""
        return JSONResponse({"list": _list_of(request), "codes": _codes(_list_of(request))})

    def code_file(self, request: Request) -> Response:
        """The same as CSV."""
        out = io.StringIO()
        codes = _codes(_list_of(request))
        writer = csv.DictWriter(out, list(codes[0]))
        writer.writeheader()
        writer.writerows(codes)
        return Response(out.getvalue(), media_type="text/csv; charset=utf-8")

    def catalogue(self, request: Request) -> Response:
        """The data as catalogues describe it."""
        node = catalogue(self._library().coverage.frames, _site(request), date.today())
        return JSONResponse(node, media_type="application/ld+json")

    async def newest(self, request: Request) -> Response:
        """The newest of all data, at an address that stays."""
        return await self._file(request, "datapackage")

    def news(self, request: Request) -> Response:
        """What came into the store since a day (`since`, ISO 8601; the last 90 days without it), as an Atom feed."""
        use(language_of(request))
        library = self._library()
        named = library.coverage.frames.plans[["plan", "title"]].dropna()
        titles = {plan: title_words(title) for plan, title in named.itertuples(index=False)}
        body = feed(library.news(since_of(request)), titles, _site(request), library.coverage.frames.fingerprint)
        return Response(body, media_type=FEED_TYPE, headers={"X-Content-Type-Options": "nosniff"})

    def cities(self, request: Request) -> Response:
        """All cities, by the slugs of their pages, with where they lie and how many plans name them."""
        library = self._library()
        etag = etag_of(request, library.coverage.frames.fingerprint)
        if is_known(request, etag):
            return not_modified(etag)
        known = cities(library.coverage)
        rows = [{"slug": known.slug_of[row["city"]], **row} for row in rows_of(known.facts.reset_index())]
        return _json(json.dumps({"total": len(rows), "cities": rows}, ensure_ascii=False), etag)

    def city(self, request: Request) -> Response:
        """The records of the plans of a city, or of a pair (`panjin~rome`)."""
        library, slug = self._library(), request.path_params["slug"]
        known = cities(library.coverage)
        labels = [known.label_of.get(one) for one in slug.split(PAIR_SIGN)]
        if None in labels or len(labels) != 1 + ("/pairs/" in request.url.path):
            near = ", ".join(known.slug_of[one] for one in known.nearest(slug))
            message = f"No plan names a city or pair of that name. Nearest to it: {near or 'none'}."
            raise ProblemError(HTTPStatus.NOT_FOUND, message)
        etag = etag_of(request, library.coverage.frames.fingerprint)
        if is_known(request, etag):
            return not_modified(etag)
        selected = library.coverage.select(known.selection([str(one) for one in labels], Selection()))
        records = [library.plans[plan].model_dump_json() for plan in library.coverage.plans[selected]]
        about = json.dumps({"slug": slug, "cities": labels}, ensure_ascii=False)[:-1]
        return _json(f'{about}, "plans": [{", ".join(records)}]}}', etag)

    async def geojson(self, request: Request) -> Response:
        """Cities and pairs for any map."""
        return await self._file(request, "geojson")

    async def export(self, request: Request) -> Response:
        """The selection as a file."""
        key = request.path_params["format"]
        if key not in FORMATS:
            raise ProblemError(HTTPStatus.NOT_FOUND, f"There is no format {key!r}; there are {', '.join(FORMATS)}.")
        return await self._file(request, key)

    async def _file(self, request: Request, key: str, frame: str | None = None) -> Response:
        order = await run_in_threadpool(self._order, request, key, frame or frame_of(request))
        if is_known(request, order.headers["ETag"]):
            return not_modified(order.headers["ETag"])
        return await self._workshop.make(order.write, order.headers)

    def _order(self, request: Request, key: str, frame: str | None) -> _Order:
        """What file is to be made, before it is made."""
        library, language = self._library(), language_of(request)
        view = View(_scene(request, library), library.plans, library.text)
        if view.scene.plan_count > MOST_PLANS_PER_FILE:
            message = f"A file holds {MOST_PLANS_PER_FILE} plans here, and {view.scene.plan_count} are selected. "
            raise ProblemError(
                HTTPStatus.BAD_REQUEST, message + "More filters would help; the command line has no limit."
            )
        look = branding_of(library.branding()) if FORMATS[key].has_look else NO_BRANDING
        description = describe(view.scene, date.today(), _site(request), look)
        etag = etag_of(request, key, description.fingerprint, description.day.isoformat(), look.fingerprint)
        name = file_name(key, description, frame)
        sent = {"Content-Type": FORMATS[key].media_type, "Content-Disposition": f'attachment; filename="{name}"'}
        sent |= _terms(request)

        def make(out: IO[bytes]) -> None:
            use(language)
            write(key, view, description, out, frame)

        return _Order(make, headers(etag) | sent)


@dataclass(frozen=True, slots=True)
class _Order:
    """A file to be made, and the headers that it is sent with."""

    write: Callable[[IO[bytes]], None]
    headers: dict[str, str]


def _scene(request: Request, library: Library) -> Scene:
    """What the query selects, in the language that it asks for."""
    use(language_of(request))
    return Scene(library.coverage, selection_of(request, library.coverage))


def _envelope(request: Request, total: int, part: Part) -> dict[str, Any]:
    """Which part of how much this is, and where to go on."""
    after = part.offset + part.limit
    query = [(key, value) for key, value in request.query_params.multi_items() if key not in ("offset", "limit")]
    following = str(request.url.replace(query=urlencode([*query, ("offset", after), ("limit", part.limit)])))
    further = following if after < total else None
    return {"total": total, "offset": part.offset, "limit": part.limit, "next": further}


def _frame_words(name: str) -> dict[str, Any]:
    spec = FRAMES[name]
    return {
        "name": name,
        "title": _(spec.title),
        "row": _(spec.row),
        "columns": [_column_words(c) for c in spec.in_files],
    }


def _column_words(name: str) -> dict[str, Any]:
    column = COLUMNS[name]
    words = {"name": name, "title": _(column.label), "description": _(column.description)}
    return words | {"type": column.dtype, "unit": column.unit, "values": list(column.values)}


def _here(request: Request) -> str:
    """The address of the interface, with a slash at its end, below whatever path it is mounted."""
    return str(request.url.replace(path=f"{request.scope['root_path']}/", query="", fragment=""))


def _site(request: Request) -> str:
    """The address of the dashboard whose interface is asked."""
    return _here(request).removesuffix("api/")


def _links(request: Request, envelope: dict[str, Any]) -> dict[str, str]:
    """The header that leads on (RFC 8288): to the following part, and to what describes the answer."""
    links = [f'<{_here(request)}openapi.json>; rel="service-desc"']
    links += [f'<{envelope["next"]}>; rel="next"'] if envelope["next"] else []
    return {"Link": ", ".join(links)}


def _terms(request: Request) -> dict[str, str]:
    """The header that says of a file whom it is owed to, also of a CSV without rows (https://signposting.org)."""
    links = [f'<{_here(request)}catalogue.jsonld>; rel="describedby"; type="application/ld+json"']
    links += [f'<{quote(address, _RESERVED)}>; rel="license"'] if (address := licence_address()) else []
    return {"Link": ", ".join(links)}


def _value_counts(name: FilterName, counts: dict[Any, int]) -> list[dict[str, Any]]:
    return [{"value": value, "words": value_words(name, value), "count": int(n)} for value, n in counts.items()]


def _list_of(request: Request) -> str:
    name: str = request.path_params["list"]
    if name not in CODE_LISTS:
        raise ProblemError(HTTPStatus.NOT_FOUND, f"There is no list {name!r}; there are {', '.join(CODE_LISTS)}.")
    return name


def _codes(name: str) -> list[dict[str, str]]:
    """The codes of a list with their words by language, and for goals the address that the United Nations give them."""
    words = {spoken: in_language(spoken, code_list, name) for spoken in LANGUAGES}
    rows = [{"code": code, **{spoken: words[spoken][code] for spoken in LANGUAGES}} for code in words["en"]]
    return [row | {"uri": goals()[int(row["code"]) - 1].uri} for row in rows] if name == "goal" else rows


def _json(content: str, etag: str, more: dict[str, str] | None = None) -> Response:
    return Response(content, media_type="application/json", headers=headers(etag) | {"Vary": "Accept"} | (more or {}))
