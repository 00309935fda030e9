"""The closed lists that the whole product agrees on: the two sides, kinds of activities, and how they stand."""

from __future__ import annotations

from typing import Literal, get_args

Side = Literal["china", "europe"]
ActivityKind = Literal["visit", "meeting", "agreement", "event", "training", "project", "publication", "other"]
Status = Literal["done", "planned", "postponed", "cancelled"]

SIDES: tuple[Side, ...] = get_args(Side)
ACTIVITY_KINDS: tuple[ActivityKind, ...] = get_args(ActivityKind)
STATUSES: tuple[Status, ...] = get_args(Status)
