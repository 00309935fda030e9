"""The API as an application of its own, to be mounted where it is to be found."""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from ucap.api.endpoints import Endpoints
from ucap.api.library import Library
from ucap.api.responses import ProblemError, on_crash, on_damage, on_http_error, on_problem, on_unavailable
from ucap.errors import Damaged, StoreUnavailable


def mounted(path: str, library: Callable[[], Library]) -> list[BaseRoute]:
    """The API below a path, with all that stands behind the path, line breaks too, at which Starlette's own ends.

    The path itself leads to its page.
    """
    mount = Mount(path, api(library))
    mount.path_regex = re.compile(mount.path_regex.pattern, re.DOTALL)  # "/api/plans/two\nlines"
    return [Route(path, _to_page), mount]


def _to_page(request: Request) -> Response:
    """To "api/" from "…/api": right behind a proxy, too, that calls this server by another name."""
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(f"{request.url.path.rsplit('/', 1)[-1]}/{query}", HTTPStatus.PERMANENT_REDIRECT)


_ANY_PAGE_MAY_READ: dict[str, Any] = {
    "allow_origins": ["*"],
    "allow_methods": ["GET", "HEAD"],
    "allow_headers": ["Accept", "If-None-Match"],
    "expose_headers": ["Content-Disposition", "ETag", "Link"],
}
"""What is public to look at may be read by the scripts of any page, without cookies (Fetch standard, CORS)."""


def api(library: Callable[[], Library]) -> Starlette:
    """The API over the library that `library` gives; it is asked with each request, and so may change.

    To be mounted: `st.App("dashboard.py", routes=[*mounted("/api", library)])`.
    """
    endpoints = Endpoints(library)
    return Starlette(
        routes=[
            Route("/", endpoints.guide),
            Route("/openapi.json", endpoints.openapi),
            Route("/plans", endpoints.plans),
            Route("/plans/{plan}", endpoints.plan),
            Route("/frames", endpoints.frames),
            Route("/frames/{frame}", endpoints.frame),
            Route("/news.atom", endpoints.news),
            Route("/cities", endpoints.cities),
            Route("/cities/{slug}", endpoints.city),
            Route("/pairs/{slug}", endpoints.city),
            Route("/geojson", endpoints.geojson),
            Route("/exports/{format}", endpoints.export),
            Route("/data.zip", endpoints.newest),
            Route("/facets", endpoints.facets),
            Route("/codes", endpoints.code_lists),
            Route("/codes/{list}.csv", endpoints.code_file),
            Route("/codes/{list}", endpoints.code_list),
            Route("/catalogue.jsonld", endpoints.catalogue),
        ],
        middleware=[Middleware(CORSMiddleware, **_ANY_PAGE_MAY_READ)],
        exception_handlers={
            ProblemError: on_problem,
            HTTPException: on_http_error,
            StoreUnavailable: on_unavailable,
            Damaged: on_damage,
            Exception: on_crash,
        },
    )
