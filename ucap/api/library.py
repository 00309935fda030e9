"""What the API serves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from ucap.errors import Damaged, DamagedEntry
from ucap.exports.branding import Chosen
from ucap.plan.record import Plan
from ucap.selection.coverage import Coverage
from ucap.store.meetings.news import News


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

    @property
    def damaged_entries(self) -> Sequence[DamagedEntry]:
        """What people wrote of plans and is damaged in the store, so that the plans are shown without it."""

    def news(self, since: datetime) -> Sequence[News]:
        """What came into the store since a moment, the newest first."""

    def branding(self) -> Sequence[Chosen]:
        """The template, logo, emblem and funding line that editors chose, as far as they chose any."""

    def text(self, plan_id: str) -> str | None:
        """The text that a plan's passages index into; None where it was not read from a text."""
