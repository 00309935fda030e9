"""The program that reads for `ucap.sandbox.processes`: documents come in on standard input, answers go out.

    python -m ucap.sandbox.program MODULE:FUNCTION SECONDS BYTES [hasty]

SECONDS is the processor time that a document may take, BYTES the memory of the program; a hasty program leaves
documents that take long to another. A question has the parts name, language, bytes, and whatever else the function
takes. An answer is `read` with what the function gives, `refused` with reason and remedy, or `left`. The first answer,
`ready`, comes when the rules are loaded.
"""

from __future__ import annotations

import gc
import math
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import IO

from ucap.documents.patience import TakesLong, hurry
from ucap.errors import UnreadableDocument
from ucap.plain_text import printable
from ucap.sandbox.processes import receive, send
from ucap.wording import _, use

try:
    import resource
except ImportError:  # Windows has no such limits
    resource = None  # type: ignore[assignment]

_Function = Callable[..., Sequence[bytes]]


def main(function_name: str, seconds: int, memory_bytes: int) -> None:
    """Answer one question after the other, until nobody asks any more."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # so that what a library prints is no answer
    function = _loaded(function_name)
    _bound_memory(memory_bytes)
    send(answers, b"ready")
    while True:
        try:
            question = receive(sys.stdin.buffer)
        except EOFError:
            return
        _bound_time(seconds)
        _answer(function, question, answers)


def _loaded(function_name: str) -> _Function:
    """The function with all rules that it needs, and the index of places open if these look for places."""
    gc.disable()  # of what is loaded here nothing is garbage: looking for it takes a tenth of the time
    module, _colon, name = function_name.partition(":")
    function: _Function = getattr(import_module(module), name)
    if "ucap.gazetteer.gazetteer" in sys.modules:
        from ucap.gazetteer.gazetteer import gazetteer  # noqa: PLC0415 - what unpacks archives needs no places

        gazetteer().find("Beijing")
    gc.freeze()
    gc.enable()
    return function


def _bound_time(seconds: int) -> None:
    """Let the system end the program when it has taken so much more processor time."""
    if resource is None:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    end = math.ceil(used.ru_utime + used.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (end if hard == resource.RLIM_INFINITY else min(end, hard), hard))


def _bound_memory(memory_bytes: int) -> None:
    """Let the system refuse memory beyond this, and keep no picture of it where the program is ended.

    `RLIMIT_DATA` bounds what a process can write to (Linux 4.7 and later), not its address space, of which libraries
    reserve much and use little.
    """
    if resource is None:
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or memory_bytes < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _answer(function: _Function, question: list[bytes], answers: IO[bytes]) -> None:
    name, asked_in, documents = question[0].decode(), question[1].decode(), question[2:]
    answer = _read(function, name, documents, "en")
    if answer[0] == b"refused" and asked_in != "en":
        answer = _read(function, name, documents, asked_in)
    send(answers, *answer)


def _read(function: _Function, name: str, documents: Sequence[bytes], speaking: str) -> list[bytes]:
    use(speaking)
    try:
        return [b"read", *function(name, *documents)]
    except TakesLong:
        return [b"left"]
    except UnreadableDocument as error:
        return _refused(error.reason, error.remedy)
    except MemoryError:
        reason = _("Reading it needs far more memory than a summary should.")
        return _refused(reason, _("Save it again from the program that it was written with, or send it as text."))
    except RecursionError:
        reason = _("It is nested more deeply than any summary.")
        return _refused(reason, _("Save it again from the program that it was written with, or send it as text."))
    except Exception as error:  # the edge of the reading loop: one document must not cost the others
        reason = _("The rules of reading failed ({kind}: {error}).").format(kind=type(error).__name__, error=error)
        return _refused(reason, _("Send it in another format, or as text."))


def _refused(reason: str, remedy: str) -> list[bytes]:
    """The refusal, in which a control character of the document is a picture of itself."""
    return [b"refused", *(printable(words).encode("utf-8", "replace") for words in (reason, remedy))]


if __name__ == "__main__":
    if sys.argv[4:]:
        hurry()
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
