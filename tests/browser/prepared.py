"""A process that has loaded what a dashboard loads, and has a child become one each time that it is asked.

To load it costs 2.7 seconds of processor time, and a child .3. What belongs to one dashboard alone comes after the
fork: Streamlit's command with its options, settings and secrets, the server's script and the components.

    python -m tests.browser.prepared

Each line of standard input is a question in JSON: `{"log": FILE, "environment": {...}, "arguments": [...]}` starts a
dashboard, and the answer is its number; that number alone asks for its exit status, which is null while it runs.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from contextlib import suppress

import plotly.graph_objects  # noqa: F401
import streamlit.web.bootstrap  # noqa: F401
from streamlit.web import cli

import ucap.api.app
import ucap.charts.catalogue
import ucap.current
import ucap.exports.formats  # noqa: F401


def _become(asked: dict[str, object]) -> None:
    """Go on in the child as `streamlit run` does."""
    os.environ.clear()
    os.environ.update(asked["environment"])
    with open(os.devnull, "rb") as nothing, open(asked["log"], "ab") as log:
        for stream, number in ((nothing, 0), (log, 1), (log, 2)):
            os.dup2(stream.fileno(), number)
    sys.argv = ["streamlit", *asked["arguments"]]
    cli.main(prog_name="streamlit")


def _status(number: int, ended: dict[int, int]) -> int | None:
    if number not in ended:
        pid, status = os.waitpid(number, os.WNOHANG)
        if pid:
            ended[number] = os.waitstatus_to_exitcode(status)
    return ended.get(number)


def main() -> None:
    """Answer until nobody asks any more, and leave no dashboard behind."""
    gc.freeze()  # each child would look through all that was loaded, and have its own copy of it from then on
    started: list[int] = []
    ended: dict[int, int] = {}
    while line := sys.stdin.readline():
        asked = json.loads(line)
        if isinstance(asked, int):
            answer = _status(asked, ended)
        elif answer := os.fork():
            started.append(answer)
        else:
            return _become(asked)
        print(json.dumps(answer), flush=True)
    for number in set(started) - set(ended):
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGTERM)
    return None


if __name__ == "__main__":
    main()
