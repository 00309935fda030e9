"""The program that reads for `ucap.sandbox.processes`: documents come in on standard input, answers go out.

    python -m ucap.sandbox.program MODULE:FUNCTION

A question has the parts name, language, bytes. An answer is `read` with what the function gives, or `refused` with
reason and remedy. The first answer, `ready`, comes when the rules are loaded.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import IO

from ucap.documents import UnreadableDocument
from ucap.gazetteer import gazetteer
from ucap.sandbox.processes import receive, send
from ucap.wording import _, use

_Function = Callable[[str, bytes], Sequence[bytes]]


def main(function_name: str) -> None:
    """Answer one question after the other, until nobody asks any more."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # so that what a library prints is no answer
    module, _colon, name = function_name.partition(":")
    function: _Function = getattr(import_module(module), name)
    gazetteer().find("Beijing")
    send(answers, b"ready")
    while True:
        try:
            question = receive(sys.stdin.buffer)
        except EOFError:
            return
        _answer(function, question, answers)


def _answer(function: _Function, question: list[bytes], answers: IO[bytes]) -> None:
    name, asked_in, data = question[0].decode(), question[1].decode(), question[2]
    answer = _read(function, name, data, "en")
    if answer[0] == b"refused" and asked_in != "en":
        answer = _read(function, name, data, asked_in)
    send(answers, *answer)


def _read(function: _Function, name: str, data: bytes, speaking: str) -> list[bytes]:
    use(speaking)
    try:
        return [b"read", *function(name, data)]
    except UnreadableDocument as error:
        return _refused(error.reason, error.remedy)
    except Exception as error:  # the edge of the reading loop: one document must not cost the others
        reason = _("The rules of reading failed ({kind}: {error}).").format(kind=type(error).__name__, error=error)
        return _refused(reason, _("Send it in another format, or as text."))


def _refused(reason: str, remedy: str) -> list[bytes]:
    return [b"refused", reason.encode("utf-8", "replace"), remedy.encode("utf-8", "replace")]


if __name__ == "__main__":
    main(sys.argv[1])
