"""The API as an application of its own, to be mounted where it is to be found."""

from __future__ import annotations

import re
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Mount, Route

from ucap.api.endpoints import Endpoints
from ucap.api.library import Library
from ucap.api.responses import ProblemError, on_crash, on_damage, on_http_error, on_problem, on_unavailable
from ucap.errors import Damaged, StoreUnavailable


def mounted(path: str, library: Callable[[], Library]) -> Mount:
    """The API below a path, with all that stands behind the path, line breaks too, at which Starlette's own ends."""
    mount = Mount(path, api(library))
    mount.path_regex = re.compile(mount.path_regex.pattern, re.DOTALL)  # "/api/plans/two\nlines"
    return mount


def api(library: Callable[[], Library]) -> Starlette:
    """The API over the library that `library` gives; it is asked with each request, and so may change.

    To be mounted: `st.App("dashboard.py", routes=[mounted("/api", library)])`.
    """
    endpoints = Endpoints(library)
    return Starlette(
        routes=[
            Route("/", endpoints.openapi),
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
        ],
        exception_handlers={
            ProblemError: on_problem,
            HTTPException: on_http_error,
            StoreUnavailable: on_unavailable,
            Damaged: on_damage,
            Exception: on_crash,
        },
    )
