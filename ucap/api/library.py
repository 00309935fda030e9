"""What the API serves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from ucap.errors import Damaged
from ucap.plan.record import Plan
from ucap.selection.coverage import Coverage


class Library(Protocol):
    """The plans as of one version of the data."""

    @property
    def plans(self) -> Mapping[str, Plan]:
        """The records by id."""

    @property
    def coverage(self) -> Coverage:
        """The counts over their frames."""

    @property
    def damaged(self) -> Sequence[Damaged]:
        """The plans that are not among these, since their records are damaged in the store."""

    def text(self, plan_id: str) -> str | None:
        """The text that a plan's passages index into; None where it was not read from a text."""
