"""The plans that are known to exist or can be expected.

The kinds of finding, by the names that people read.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ucap.vocabulary.reference import rows


@dataclass(frozen=True, slots=True)
class ExpectedPlan:
    """A plan to expect: `kind` is `chinese-city` or `european-city`, `year` that of its round, if known."""

    kind: str
    city: str
    country_code: str
    year: int | None
    source: str


@cache
def expected_plans() -> tuple[ExpectedPlan, ...]:
    """The plans to expect, in the order of the list."""
    return tuple(
        ExpectedPlan(
            row["kind"], row["city"], row["country_code"], int(row["round"]) if row["round"] else None, row["source"]
        )
        for row in rows("expected_plans")
    )


@cache
def finding_names() -> dict[str, str]:
    """The name of each code of a finding, in the order in which they are listed; translate it where it is shown."""
    return {row["code"]: row["name"] for row in rows("findings")}
