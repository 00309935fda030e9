"""Reading one file, whatever may be wrong with it."""

from __future__ import annotations

from pathlib import Path

from ucap.cli.workers import Outcome
from ucap.documents import UnreadableDocument
from ucap.gazetteer import gazetteer
from ucap.plan import Plan
from ucap.reading import read
from ucap.wording import _

_NO_TEXT = "no-text-layer"


def warm_up() -> None:
    """Load what the rules of reading look things up in, before the time of the first document runs."""
    gazetteer().find("Beijing")


def read_one(path: Path) -> Outcome:
    """The records of a file, and the line that says why it could not be read, or not as a whole."""
    try:
        plans = read(path.name, path.read_bytes())
    except (OSError, UnreadableDocument) as error:
        return Outcome(path, trouble=trouble_of(path, error))
    except Exception as error:  # the edge of the reading loop: one document must not cost the others
        trouble = _("the rules of reading failed ({kind}: {error}).").format(kind=type(error).__name__, error=error)
        return Outcome(path, trouble=f"{path}: {trouble}")
    return Outcome(path, tuple(plan.model_dump_json() for plan in plans), _without_text(path, plans))


def trouble_of(path: Path, error: OSError | UnreadableDocument) -> str:
    """The line that says why a file cannot be read; below a list of what is wrong the remedy has a line of its own."""
    if isinstance(error, OSError):
        return f"{path}: {error.strerror or error}."
    return f"{path}: {error.reason}" + ("\n" if "\n" in error.reason else " ") + error.remedy


def _without_text(path: Path, plans: list[Plan]) -> str | None:
    """A document of pictures has a record, but nothing in it could be read."""
    findings = (found for plan in plans for found in plan.findings)
    return next((f"{path}: {found.message}" for found in findings if found.code == _NO_TEXT), None)
