"""The frames of all plans with what it takes to splice changed plans in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ucap.frames.frames import Frames
from ucap.frames.told import Told


@dataclass(frozen=True, slots=True, eq=False)
class Whole:
    """Frames, the SHA-256 of each record in their order, and which activities tell of one event."""

    frames: Frames
    digests: Sequence[bytes]
    told: Told
