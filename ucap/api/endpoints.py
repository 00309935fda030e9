"""What can be asked for: records, frames, and files of a selection."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import IO, Any
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ucap.api.download import Workshop
from ucap.api.feed import MEDIA_TYPE as FEED_TYPE
from ucap.api.feed import feed
from ucap.api.library import Library
from ucap.api.openapi import openapi
from ucap.api.query import Part, frame_of, language_of, part_of, selection_of, since_of
from ucap.api.responses import ProblemError, etag_of, headers, is_known, not_modified
from ucap.charts.scene import Scene
from ucap.exports.description import describe
from ucap.exports.formats import FORMATS, file_name, write
from ucap.exports.view import View
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.frames.frames import rows_of
from ucap.selection.places.cities import PAIR_SIGN, cities
from ucap.selection.selection import Selection
from ucap.selection.tables import filed
from ucap.wording import _, use

MOST_PLANS_PER_FILE = 5000


class Endpoints:
    """The endpoints over a library, which is asked for again at each request."""

    def __init__(self, library: Callable[[], Library]) -> None:
        self._library = library
        self._workshop = Workshop()

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
        envelope = json.dumps(_envelope(request, len(ids), part) | damaged)[:-1]
        return _json(f'{envelope}, "plans": [{", ".join(records)}]}}', etag)

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

    def frame(self, request: Request) -> Response:
        """The rows of one frame that are selected, a part at a time."""
        name = request.path_params["frame"]
        if name not in FRAMES:
            raise ProblemError(HTTPStatus.NOT_FOUND, f"There is no frame {name!r}; there are {', '.join(FRAMES)}.")
        library, part = self._library(), part_of(request)
        etag = etag_of(request, library.coverage.frames.fingerprint)
        frames = _scene(request, library).frames
        if is_known(request, etag):
            return not_modified(etag)
        rows = frames[name]
        page = list(rows_of(filed(name, rows.iloc[part.offset : part.offset + part.limit], frames)))
        return _json(json.dumps({**_envelope(request, len(rows), part), "rows": page}, ensure_ascii=False), etag)

    def news(self, request: Request) -> Response:
        """What came into the store since a day (`since`, ISO 8601; the last 90 days without it), as an Atom feed."""
        use(language_of(request))
        library = self._library()
        titles = dict(library.coverage.frames.plans[["plan", "title"]].dropna().itertuples(index=False))
        site = str(request.base_url).removesuffix("api/")
        body = feed(library.news(since_of(request)), titles, site, library.coverage.frames.fingerprint)
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

    async def _file(self, request: Request, key: str) -> Response:
        order = await run_in_threadpool(self._order, request, key)
        if is_known(request, order.headers["ETag"]):
            return not_modified(order.headers["ETag"])
        return await self._workshop.make(order.write, order.headers)

    def _order(self, request: Request, key: str) -> _Order:
        """What file is to be made, before it is made."""
        library, frame, language = self._library(), frame_of(request), language_of(request)
        view = View(_scene(request, library), library.plans, library.text)
        if view.scene.plan_count > MOST_PLANS_PER_FILE:
            message = f"A file holds {MOST_PLANS_PER_FILE} plans here, and {view.scene.plan_count} are selected. "
            raise ProblemError(
                HTTPStatus.BAD_REQUEST, message + "More filters would help; the command line has no limit."
            )
        description = describe(view.scene, date.today(), str(request.base_url).removesuffix("api/"))
        etag = etag_of(request, description.fingerprint, description.day.isoformat())
        name = file_name(key, description, frame)
        sent = {"Content-Type": FORMATS[key].media_type, "Content-Disposition": f'attachment; filename="{name}"'}

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
    further = "?" + urlencode([*query, ("offset", after), ("limit", part.limit)]) if after < total else None
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


def _json(content: str, etag: str) -> Response:
    return Response(content, media_type="application/json", headers=headers(etag))
