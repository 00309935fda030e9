"""The closed lists that the whole product agrees on: the two sides, kinds of activities, and how they stand."""

from __future__ import annotations

from typing import Literal, get_args

Side = Literal["china", "europe"]
ActivityKind = Literal["visit", "meeting", "agreement", "event", "training", "project", "publication", "other"]
Status = Literal["done", "planned", "postponed", "cancelled"]

SIDES: tuple[Side, ...] = get_args(Side)
ACTIVITY_KINDS: tuple[ActivityKind, ...] = get_args(ActivityKind)
STATUSES: tuple[Status, ...] = get_args(Status)

BrandingPart = Literal["template", "logo", "emblem", "funding"]
MOST_BRANDING_BYTES: dict[BrandingPart, int] = {
    "template": 10_000_000,
    "logo": 1_000_000,
    "emblem": 1_000_000,
    "funding": 600,
}
"""How large each part of the look of slides, reports and kits may be as it is kept."""
