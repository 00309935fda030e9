"""What the speaker should have at hand: the sentences of the documents behind the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from ucap.exports.view import View
from ucap.selection import Evidence, EvidenceKind, evidence
from ucap.wording import _

MOST_PER_VALUE = 5
_MOST_CHARACTERS = 300


def evidence_notes(view: View, kind: EvidenceKind, values: Iterable[tuple[Any, str]]) -> list[str]:
    """For each value with its heading, the first passages behind it, each with its plan and document."""
    notes = []
    for value, heading in values:
        told = list(islice(evidence(view.records, view.texts, view.frames, kind, value), MOST_PER_VALUE + 1))
        notes += ["", heading, *(f"– {_evidence(one)}" for one in told[:MOST_PER_VALUE])]
        if len(told) > MOST_PER_VALUE:
            notes.append(_("– and more, in the workbook"))
    return notes


def _evidence(one: Evidence) -> str:
    """What was read, between quotation marks where a document says it, and where it stands."""
    words = " ".join((one.quote or one.text).split())
    if len(words) > _MOST_CHARACTERS:
        words = words[: _MOST_CHARACTERS - 1] + "…"
    quoted = f"“{words}”" if one.quote else words
    return f"{one.title or one.plan}: {quoted} ({one.document or ', '.join(_some(one.sources))})"


def _some(sources: tuple[str, ...]) -> Iterator[str]:
    return islice(sources or (_("no source cited"),), 2)
