"""Reading one file, whatever may be wrong with it."""

from __future__ import annotations

from pathlib import Path

from ucap.cli.workers import Outcome
from ucap.documents import UnreadableDocument
from ucap.reading import read
from ucap.reading.cities import Hints, find_city


def read_one(path: Path) -> Outcome:
    """The records of a file, or the line that says why it could not be read."""
    try:
        plans = read(path.name, path.read_bytes())
    except OSError as error:
        return Outcome(path, trouble=f"{path}: {error.strerror or error}.")
    except UnreadableDocument as error:
        return Outcome(path, trouble=f"{path}: {error.reason} {error.remedy}")
    except Exception as error:  # the edge of the reading loop: one document must not cost the others
        return Outcome(path, trouble=f"{path}: the rules of reading failed ({type(error).__name__}: {error}).")
    return Outcome(path, records=tuple(plan.model_dump_json() for plan in plans))


def warm_up() -> None:
    """Load what the rules of reading look things up in, before the time of the first document runs."""
    find_city("Beijing", Hints())
