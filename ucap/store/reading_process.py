"""The program that reads for `ucap.store.apart`: documents come in on standard input, what was read goes out.

    python -m ucap.store.reading_process MODULE:FUNCTION

A question has the parts name, language, bytes. An answer is `read` with a record (JSON) and a text for each
plan, or `refused` with name, reason and remedy. The first answer, `ready`, comes when the rules are loaded.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from typing import IO

from ucap.documents import UnreadableDocument
from ucap.gazetteer import gazetteer
from ucap.store.reader import Reader
from ucap.store.wire import receive, send
from ucap.wording import _, use


def main(reader_name: str) -> None:
    """Answer one question after the other, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # so that what a library prints is no answer
    module, _colon, function = reader_name.partition(":")
    reader: Reader = getattr(import_module(module), function)
    gazetteer().find("Beijing")
    send(answers, b"ready")
    while True:
        try:
            question = receive(sys.stdin.buffer)
        except EOFError:
            return
        _answer(reader, question, answers)


def _answer(reader: Reader, question: list[bytes], answers: IO[bytes]) -> None:
    name, asked_in, data = question[0].decode(), question[1].decode(), question[2]
    answer = _read(reader, name, data, "en")
    if answer[0] == b"refused" and asked_in != "en":
        answer = _read(reader, name, data, asked_in)
    send(answers, *answer)


def _read(reader: Reader, name: str, data: bytes, speaking: str) -> list[bytes]:
    use(speaking)
    try:
        readings = reader(name, data)
    except UnreadableDocument as error:
        return _refused(error)
    except Exception as error:  # the edge of the reading loop: one document must not cost the others
        reason = _("The rules of reading failed ({kind}: {error}).").format(kind=type(error).__name__, error=error)
        return _refused(UnreadableDocument(name, reason, _("Send it in another format, or as text.")))
    return [b"read"] + [part for r in readings for part in (r.plan.model_dump_json().encode(), r.text.encode())]


def _refused(error: UnreadableDocument) -> list[bytes]:
    return [b"refused", *(part.encode("utf-8", "replace") for part in (error.name, error.reason, error.remedy))]


if __name__ == "__main__":
    main(sys.argv[1])
