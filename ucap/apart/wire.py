"""How two processes talk: messages of several parts, each part with its length before it."""

from __future__ import annotations

import struct
from typing import IO

_NUMBER = struct.Struct("!Q")


def send(stream: IO[bytes], *parts: bytes) -> None:
    """Write a message: the number of its parts, then each part's length in bytes and the part."""
    stream.write(_NUMBER.pack(len(parts)))
    for part in parts:
        stream.write(_NUMBER.pack(len(part)))
        stream.write(part)
    stream.flush()


def receive(stream: IO[bytes]) -> list[bytes]:
    """Read a message.

    Raises:
        EOFError: the other side has ended.
    """
    return [_exactly(stream, _number(stream)) for _ in range(_number(stream))]


def _number(stream: IO[bytes]) -> int:
    return int(_NUMBER.unpack(_exactly(stream, _NUMBER.size))[0])


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data
