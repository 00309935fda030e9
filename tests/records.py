"""A fixed sample of plans: register entries as they once stood, and the records of the two real summaries.

What comes with the product (`data/plans/`) goes on changing; what tests expect of behaviour does not.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ucap.plan.record import Plan

ROOT = Path(__file__).parents[1]
SUMMARIES = ROOT / "tests" / "data" / "records"
SAMPLE = ROOT / "tests" / "data" / "plans"
SHIPPED = ROOT / "data" / "plans"


@cache
def register() -> tuple[Plan, ...]:
    """The register entries of the sample as they stand in the files, in the order of their names."""
    return tuple(_read(path) for path in sorted(SAMPLE.glob("*.json")))


@cache
def summaries() -> tuple[Plan, ...]:
    """The expected records of the two real summaries: Panjin and Tianjin."""
    return tuple(_read(path) for path in sorted(SUMMARIES.glob("*.json")))


def all_plans() -> tuple[Plan, ...]:
    """All 25 of the sample."""
    return (*register(), *summaries())


def plan_named(plan_id: str) -> Plan:
    """The one with that id."""
    return next(plan for plan in all_plans() if plan.id == plan_id)


def _read(path: Path) -> Plan:
    return Plan.model_validate_json(path.read_text(encoding="utf-8"))
