"""What a request asks for: the same query as a page's address, and which part of the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from http import HTTPStatus

from starlette.requests import Request

from ucap.api.responses import ProblemError
from ucap.frames.columns import FRAMES
from ucap.selection.address import LANGUAGE_KEY, from_query
from ucap.selection.coverage import Coverage
from ucap.selection.selection import Selection
from ucap.wording import LANGUAGES

_KEYS = ("offset", "limit", "frame")
MOST_ENTRIES = 500
MOST_PLANS_PER_FILE = 5000
DEFAULT_ENTRIES = 100
_MOST_CHARACTERS = 8000
_NEWS_DAYS = 90
_MOST_OFFSET = 10**9


@dataclass(frozen=True, slots=True)
class Part:
    """The entries from `offset` on, at most `limit`."""

    offset: int
    limit: int


def selection_of(request: Request, coverage: Coverage) -> Selection:
    """What the filters of the query select. What it says to a page alone is passed over.

    Raises:
        ProblemError: the query is too long, or names filters or values that there are not.
    """
    if len(request.url.query) > _MOST_CHARACTERS:
        raise ProblemError(HTTPStatus.BAD_REQUEST, f"The query is longer than {_MOST_CHARACTERS} characters.")
    query = {key: request.query_params.getlist(key) for key in request.query_params}
    selection, unknown = from_query(query, coverage.options, _KEYS)
    if unknown:
        raise ProblemError(HTTPStatus.BAD_REQUEST, "The query names what the data does not have.", unknown)
    return selection


def part_of(request: Request) -> Part:
    """Which entries are asked for.

    Raises:
        ProblemError: `offset` or `limit` is no number that makes sense.
    """
    offset = _number(request, "offset", 0, range(_MOST_OFFSET + 1))
    return Part(offset, _number(request, "limit", DEFAULT_ENTRIES, range(1, MOST_ENTRIES + 1)))


def language_of(request: Request) -> str:
    """The language of headings.

    Raises:
        ProblemError: the product does not speak it.
    """
    asked = request.query_params.get(LANGUAGE_KEY, "en")
    if asked not in LANGUAGES:
        raise ProblemError(HTTPStatus.BAD_REQUEST, f"lang is {asked!r}; right would be one of {', '.join(LANGUAGES)}.")
    return asked


def frame_of(request: Request) -> str | None:
    """The frame that a file of one table is to hold, if any is named.

    Raises:
        ProblemError: there is no such frame.
    """
    asked = request.query_params.get("frame")
    if asked is not None and asked not in FRAMES:
        raise ProblemError(HTTPStatus.BAD_REQUEST, f"frame is {asked!r}; right would be one of {', '.join(FRAMES)}.")
    return asked


def accepted(request: Request, offered: Sequence[str]) -> str:
    """The media type of those offered that the client wants most (RFC 9110, section 12.5.1), else the first.

    Raises:
        ProblemError: it wants none of them.
    """
    wishes = [_wish(one) for one in ",".join(request.headers.getlist("accept")).split(",") if one.strip()]

    def quality(media_type: str) -> float:
        patterns = (media_type, f"{media_type.split('/', maxsplit=1)[0]}/*", "*/*")
        found = ([weight for wanted, weight in wishes if wanted == pattern] for pattern in patterns)
        return next((max(weights) for weights in found if weights), 0.0)

    best = max(offered, key=quality)
    if wishes and not quality(best):
        message = f"None of the media types that you accept is there; there are {', '.join(offered)}."
        raise ProblemError(HTTPStatus.NOT_ACCEPTABLE, message)
    return best


def _wish(written: str) -> tuple[str, float]:
    """A media range with its weight: `text/csv;q=0.5`. A weight that is none counts as 1."""
    media_type, *parameters = (part.strip().casefold() for part in written.split(";"))
    weights = [part.removeprefix("q=") for part in parameters if part.startswith("q=")]
    return media_type, float(weights[0]) if weights and re.fullmatch(r"[01](\.\d{0,3})?", weights[0]) else 1.0


def since_of(request: Request) -> datetime:
    """The moment from which on things are new: the beginning of a day in UTC; 90 days ago where none is asked for.

    Raises:
        ProblemError: `since` is no day.
    """
    written = request.query_params.get("since")
    if written is None:
        return datetime.now(UTC) - timedelta(days=_NEWS_DAYS)
    try:
        return datetime.combine(date.fromisoformat(written), time(), UTC)
    except ValueError:
        message = f"since is {written!r}; right would be a day such as 2026-03-01."
        raise ProblemError(HTTPStatus.BAD_REQUEST, message) from None


def _number(request: Request, key: str, default: int, permitted: range) -> int:
    written = request.query_params.get(key, str(default))
    number = int(written) if written.isascii() and written.isdigit() and len(written) <= len(str(permitted[-1])) else -1
    if number not in permitted:
        right = f"a whole number from {permitted[0]} to {permitted[-1]}"
        raise ProblemError(HTTPStatus.BAD_REQUEST, f"{key} is {written!r}; right would be {right}.")
    return number
