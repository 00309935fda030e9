"""The closed lists that the whole product agrees on: the two sides, and the kinds of activities."""

from __future__ import annotations

from typing import Literal, get_args

Side = Literal["china", "europe"]
ActivityKind = Literal["visit", "meeting", "agreement", "event", "training", "project", "publication", "other"]

SIDES: tuple[Side, ...] = get_args(Side)
ACTIVITY_KINDS: tuple[ActivityKind, ...] = get_args(ActivityKind)
