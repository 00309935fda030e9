"""What the speaker should have at hand: the sentences of the documents behind the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from ucap.exports.view import View
from ucap.plan.passages import passages_of, quotation
from ucap.plan.pointers import Field
from ucap.plan.record import Plan
from ucap.plan.words import title_words
from ucap.selection.evidence import Evidence, EvidenceKind, evidence
from ucap.typography import cut
from ucap.wording import _, aside, labelled

MOST_PER_VALUE = 5
_MOST_CHARACTERS = 300
_EVIDENCED = tuple(Field((part,)) for part in ("period", "themes", "goals", "activities", "results"))


def evidence_notes(view: View, kind: EvidenceKind, values: Iterable[tuple[Any, str]]) -> list[str]:
    """For each value with its heading, the first passages behind it, each with its plan and document."""
    notes = []
    for value, heading in values:
        found = list(islice(evidence(view.records, view.texts, view.frames, kind, value), MOST_PER_VALUE + 1))
        notes += ["", heading, *(f"– {_evidence(one)}" for one in found[:MOST_PER_VALUE])]
        if len(found) > MOST_PER_VALUE:
            notes.append(_("– and more, in the workbook"))
    return notes


def _evidence(one: Evidence) -> str:
    """What was read, between quotation marks where a document says it, and where it stands."""
    words = cut(" ".join((one.quote or one.text).split()), _MOST_CHARACTERS)
    quoted = f"“{words}”" if one.quote else words
    where = _("its document") if one.document else ", ".join(_some(one.sources))
    return labelled(title_words(one.title or one.plan), aside(quoted, where))


def plan_notes(plan: Plan, text: str | None) -> list[str]:
    """The document's own sentences, then the sources, and where these disagree."""
    notes = [*_passages(plan, text), _("Sources:")]
    notes += [f"– {source}" for source in (*([_("its document")] if plan.document else []), *plan.sources)]
    if plan.notes:
        notes += [_("Notes:"), *(f"– {note}" for note in plan.notes)]
    return notes


def _passages(plan: Plan, text: str | None) -> Iterator[str]:
    """What stands in the document where the values were read; nothing for a plan that was read from no text."""
    if not text:
        return
    for part in _EVIDENCED:
        value = part.get(plan)
        for field in [part / index for index in range(len(value))] if isinstance(value, tuple) else [part]:
            quote = quotation(text, passages_of(plan, field))
            if quote is not None:
                yield f"{str(field)[1:]}: “{quote}”"


def _some(sources: tuple[str, ...]) -> Iterator[str]:
    return islice(sources or (_("no source cited"),), 2)
