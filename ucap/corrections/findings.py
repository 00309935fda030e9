"""What became of the findings: open, dismissed with a reason, or settled by a correction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ucap.corrections.anchors import touched
from ucap.corrections.overlay import CorrectionRow, Overlay
from ucap.plan.labels import label_of_pointer
from ucap.plan.pointers import Field
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
    """A plan as corrected with only its open findings, and all its findings with their state."""

    plan: Plan
    findings: tuple[JudgedFinding, ...]


def judge(overlay: Overlay, dismissals: Sequence[Any]) -> Judged:
    """Settle the findings of a plan by its corrections and by its active dismissals, which are rows of their table.

    What the rules can say from the record alone is judged again, so that a correction may also bring new
    findings. Others are settled by a correction of what they are about.
    """
    shown = overlay.plan
    doubts = _doubts(overlay) if overlay.in_force else [(found, True) for found in shown.findings]
    findings = tuple(_judged(overlay, doubt, dismissals) for doubt in doubts)
    still_open = tuple(judged.finding for judged in findings if judged.state == "open")
    return Judged(shown.model_copy(update={"findings": still_open}), findings)


_Doubt = tuple[Finding, bool | None]
"""A finding on the record as it is shown, and whether it still stands; None where the rules cannot say."""


def _doubts(overlay: Overlay) -> list[_Doubt]:
    document, shown = overlay.document, overlay.plan
    then, now = ({(one.code, one.field): one for one in in_english(check, plan)} for plan in (document, shown))
    doubts: list[_Doubt] = []
    for as_read, found in zip(document.findings, shown.findings, strict=True):
        can_say = (as_read.code, as_read.field) in then
        again = now.pop((found.code, found.field), None)
        doubts.append((again or found, again is not None) if can_say else (found, None))
    return doubts + [(found, True) for key, found in now.items() if key not in then]


def _judged(overlay: Overlay, doubt: _Doubt, dismissals: Sequence[Any]) -> JudgedFinding:
    found, stands = doubt
    plan_id, label = str(overlay.plan.id), label_of_pointer(found.field, overlay.record)
    dismissal = next((row for row in dismissals if _is_about(row, found, overlay)), None)
    if dismissal is not None:
        return JudgedFinding(plan_id, found, label, "dismissed", dismissal.id)
    field = Field.parse_or_none(found.field)
    correction = next((row for row in overlay.in_force if _settles(row, field, overlay)), None)
    if stands or (stands is None and correction is None):
        return JudgedFinding(plan_id, found, label, "open", None)
    return JudgedFinding(plan_id, found, label, "corrected", (correction or overlay.in_force[-1]).id)


def _is_about(dismissal: Any, found: Finding, overlay: Overlay) -> bool:
    """Whether the dismissal is of this finding, and the value that it judged has not changed since."""
    if dismissal.code != found.code or (dismissal.field is None) != (found.field is None):
        return False
    if found.field is None:
        return True
    field = Field.parse_or_none(dismissal.field)
    now = None if field is None else overlay.locate(field, dismissal.anchor)
    if now is None:
        return bool(dismissal.field == found.field)
    return str(now) == found.field and bool(overlay.value(now) == dismissal.value)


def _settles(row: CorrectionRow, field: Field | None, overlay: Overlay) -> bool:
    """Whether a correction answers a finding on the field.

    A finding on a whole list ("a city is missing") is answered by a new list, by an entry that came or went, but not
    by a correction inside one of its entries.
    """
    affected = touched(row.field, row.new)
    if affected != row.field:
        return affected == field
    now = overlay.locate(row.field, row.anchor)
    if field is None or now is None or not now.overlaps(field):
        return False
    position = now.list_position(overlay.record)
    return position is None or len(field.tokens) > position
