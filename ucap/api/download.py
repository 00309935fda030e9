"""Files on their way to clients, made and sent without harm to others."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from http import HTTPStatus
from typing import IO

import anyio
import anyio.to_thread
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from ucap.api.responses import ProblemError

_IN_MEMORY_BYTES = 4_000_000
_CHUNK_BYTES = 64_000
_SECONDS_PER_CHUNK = 30
_MOST_AT_ONCE = 2
_MOST_WAITING = 16
_MOST_OPEN = 64


class Workshop:
    """Makes few files at a time; those who come when too many wait are sent away, to come again."""

    def __init__(self) -> None:
        self._limiter = anyio.CapacityLimiter(_MOST_AT_ONCE)
        self._open_count = 0

    async def make(self, write: Callable[[IO[bytes]], None], headers: dict[str, str]) -> Response:
        """The file that `write` writes, in a thread, as an answer.

        Raises:
            ProblemError: too many files are being made or sent.
        """
        if self._limiter.statistics().tasks_waiting >= _MOST_WAITING or self._open_count >= _MOST_OPEN:
            raise ProblemError(HTTPStatus.SERVICE_UNAVAILABLE, "Many files are being made. Please ask again soon.")
        self._open_count += 1
        with ExitStack() as opened:
            opened.callback(self._forget_one)
            file = opened.enter_context(tempfile.SpooledTemporaryFile(_IN_MEMORY_BYTES))
            await anyio.to_thread.run_sync(write, file, limiter=self._limiter)
            return _Download(file, headers, opened.pop_all())

    def _forget_one(self) -> None:
        self._open_count -= 1


class _Download(Response):
    """A file that is sent in pieces. A client who does not take a piece in time loses the connection."""

    def __init__(self, file: IO[bytes], headers: dict[str, str], opened: ExitStack) -> None:
        size = file.seek(0, io.SEEK_END)
        file.seek(0)
        super().__init__(headers={**headers, "Content-Length": str(size)})
        self._file = file
        self._opened = opened

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._opened:
            await self._send(send, {"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            while chunk := self._file.read(_CHUNK_BYTES):
                await self._send(send, {"type": "http.response.body", "body": chunk, "more_body": True})
            await self._send(send, {"type": "http.response.body", "body": b"", "more_body": False})

    @staticmethod
    async def _send(send: Send, message: dict[str, object]) -> None:
        with anyio.fail_after(_SECONDS_PER_CHUNK):
            await send(message)
