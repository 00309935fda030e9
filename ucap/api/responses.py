"""Answers that are not sent again while the data stays as it is.

Errors as problem details (RFC 9457).
"""

from __future__ import annotations

import hashlib
from http import HTTPStatus
from typing import Any
from urllib.parse import unquote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from ucap.errors import Damaged

_ANY = "*"


def etag_of(request: Request, *states: str) -> str:
    """A validator for the answer to this request in these states of the data (RFC 9110, section 8.8.3)."""
    asked = "\n".join((request.url.path, unquote(request.url.query), *states))
    return f'W/"{hashlib.sha256(asked.encode("utf-8", "surrogatepass")).hexdigest()[:32]}"'


def is_known(request: Request, etag: str) -> bool:
    """Whether the client has the answer already."""
    known = [tag.strip() for tag in request.headers.get("if-none-match", "").split(",")]
    return _ANY in known or etag.removeprefix("W/") in (tag.removeprefix("W/") for tag in known)


def not_modified(etag: str) -> Response:
    """The answer that says so."""
    return Response(status_code=304, headers=headers(etag))


def headers(etag: str) -> dict[str, str]:
    """The headers of an answer that may be kept, but is to be asked for again."""
    return {"ETag": etag, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}


MEDIA_TYPE = "application/problem+json"


class ProblemError(Exception):
    """A request that cannot be answered: its status, what was wrong and, one by one, what would be right."""

    def __init__(self, status: HTTPStatus, detail: str, errors: list[str] | None = None) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = errors or []


def on_problem(request: Request, error: Exception) -> Response:
    """The answer to a request that is at fault."""
    assert isinstance(error, ProblemError)
    return _response(error.status, error.detail, error.errors)


def on_http_error(request: Request, error: Exception) -> Response:
    """The answer where there is no such resource, or where it only reads."""
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    detail = {
        HTTPStatus.NOT_FOUND: "There is no such resource; openapi.json says which there are.",
        HTTPStatus.METHOD_NOT_ALLOWED: "This API only reads: GET and HEAD.",
    }.get(status, error.detail)
    return _response(status, detail, [], error.headers)


def on_unavailable(request: Request, error: Exception) -> Response:
    """The answer while the store is away; where it stands is nobody's business."""
    return _response(HTTPStatus.SERVICE_UNAVAILABLE, "The store does not answer now. Please ask again soon.", [])


def on_damage(request: Request, error: Exception) -> Response:
    """The answer where the record that is asked for is damaged in the store; others are there."""
    assert isinstance(error, Damaged)
    detail = (
        f"The record of {error.plan_id} is damaged in the store, and waits to be repaired. All other plans are there."
    )
    return _response(HTTPStatus.SERVICE_UNAVAILABLE, detail, [])


def on_crash(request: Request, error: Exception) -> Response:
    """The answer where the fault is ours; what went wrong is in the log and not in the answer."""
    return _response(
        HTTPStatus.INTERNAL_SERVER_ERROR, "The server could not answer. It is not your request's fault.", []
    )


def _response(status: HTTPStatus, detail: str, errors: list[str], headers: Any = None) -> Response:
    content: dict[str, Any] = {"type": "about:blank", "title": status.phrase, "status": status.value, "detail": detail}
    if errors:
        content["errors"] = errors
    retry = {"Retry-After": "10"} if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    return JSONResponse(content, status, {**(headers or {}), **retry}, media_type=MEDIA_TYPE)
