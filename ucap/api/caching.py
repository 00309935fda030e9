"""Answers that are not sent again while the data stays as it is."""

from __future__ import annotations

import hashlib
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import Response

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
