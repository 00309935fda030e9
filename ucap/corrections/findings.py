"""What became of the findings: open, dismissed with a reason, or settled by a correction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ucap.corrections.anchors import Anchor, anchor_of, locate, touched
from ucap.corrections.overlay import lay_over
from ucap.plan.labels import label_of
from ucap.plan.pointers import Json, get, index_position, join, overlaps, split
from ucap.plan.record import Finding, Plan
from ucap.reading.checks import check
from ucap.wording import in_english

FindingState = Literal["open", "dismissed", "corrected"]


@dataclass(frozen=True, slots=True)
class JudgedFinding:
    """A finding of a plan, and what became of it.

    `settled_by` is the id of the dismissal or of the correction; None while the finding is open.
    """

    plan_id: str
    finding: Finding
    label: str
    state: FindingState
    settled_by: int | None


@dataclass(frozen=True, slots=True)
class Judged:
    """A plan with its corrections laid over and only its open findings, and all its findings with their state."""

    plan: Plan
    findings: tuple[JudgedFinding, ...]


def judge(document: Plan, corrections: Sequence[Any], dismissals: Sequence[Any]) -> Judged:
    """Lay active corrections over the plan as read, and settle its findings; both are rows of their tables.

    What the rules can tell from the record alone is judged again, so that a correction may also bring new
    findings. Others are settled by a correction of what they are about.
    """
    shown, standings = lay_over(document, corrections)
    record = shown.model_dump(mode="json")
    in_force = [row for row in corrections if standings[row.id].state == "in force"]
    doubts = _doubts(document, shown) if in_force else [(found, True) for found in shown.findings]
    findings = tuple(_judged(str(shown.id), doubt, record, in_force, dismissals) for doubt in doubts)
    still_open = tuple(judged.finding for judged in findings if judged.state == "open")
    return Judged(shown.model_copy(update={"findings": still_open}), findings)


def value_and_anchor(document: Plan, shown: Plan, field: str | None) -> tuple[Json, Anchor | None]:
    """What stands in a finding's field, and what finds the field again; a finding may point to nothing."""
    record = shown.model_dump(mode="json")
    try:
        return get(record, split(field or "")), anchor_of(document.model_dump(mode="json"), record, field or "")
    except (LookupError, ValueError):
        return None, None


_Doubt = tuple[Finding, bool | None]
"""A finding on the record as it is shown, and whether it still stands; None where the rules cannot tell."""


def _doubts(document: Plan, shown: Plan) -> list[_Doubt]:
    then, now = ({(one.code, one.field): one for one in in_english(check, plan)} for plan in (document, shown))
    doubts: list[_Doubt] = []
    for as_read, found in zip(document.findings, shown.findings, strict=True):
        can_tell = (as_read.code, as_read.field) in then
        again = now.pop((found.code, found.field), None)
        doubts.append((again or found, again is not None) if can_tell else (found, None))
    return doubts + [(found, True) for key, found in now.items() if key not in then]


def _judged(
    plan_id: str, doubt: _Doubt, record: Json, corrections: Sequence[Any], dismissals: Iterable[Any]
) -> JudgedFinding:
    found, stands = doubt
    label = label_of(found.field, record) if found.field else ""
    dismissal = next((row for row in dismissals if _is_about(row, found, record)), None)
    if dismissal is not None:
        return JudgedFinding(plan_id, found, label, "dismissed", dismissal.id)
    correction = next((row for row in corrections if _settles(row, found.field, record)), None)
    if stands or (stands is None and correction is None):
        return JudgedFinding(plan_id, found, label, "open", None)
    return JudgedFinding(plan_id, found, label, "corrected", (correction or corrections[-1]).id)


def _is_about(dismissal: Any, found: Finding, record: Json) -> bool:
    """Whether the dismissal is of this finding, and the value that it judged has not changed since."""
    if dismissal.code != found.code or (dismissal.field is None) != (found.field is None):
        return False
    if found.field is None:
        return True
    tokens = locate(record, dismissal.field, dismissal.anchor)
    if tokens is None:
        return bool(dismissal.field == found.field)
    return join(*tokens) == found.field and bool(get(record, tokens) == dismissal.value)


def _settles(correction: Any, field: str | None, record: Json) -> bool:
    """Whether a correction answers a finding on the field.

    A finding on a whole list ("a city is missing") is answered by a new list, by an entry that came or went, but not
    by a correction inside one of its entries.
    """
    affected = touched(correction.field, correction.new)
    if affected != correction.field:
        return affected == field
    tokens = locate(record, correction.field, correction.anchor)
    if field is None or tokens is None or not overlaps(join(*tokens), field):
        return False
    position = index_position(record, tokens)
    goes_into_entry = position is not None and tokens[position].isdigit()
    return not (goes_into_entry and position is not None and len(split(field)) <= position)
