"""The API as an application of its own, to be mounted where it is to be found."""

from __future__ import annotations

from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route

from ucap.api.endpoints import Endpoints
from ucap.api.library import Library
from ucap.api.responses import ProblemError, on_crash, on_damage, on_http_error, on_problem, on_unavailable
from ucap.errors import Damaged, StoreUnavailable


def api(library: Callable[[], Library]) -> Starlette:
    """The API over the library that `library` gives; it is asked with each request, and so may change.

    To be mounted: `st.App("dashboard.py", routes=[Mount("/api", api(library))])`.
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
