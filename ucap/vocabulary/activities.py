"""What kind of thing an activity is."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, cast

from ucap.vocabulary.kinds import ActivityKind
from ucap.vocabulary.phrases import Phrases
from ucap.vocabulary.reference import rows


class _Cue(NamedTuple):
    kind: ActivityKind
    is_weak: bool


@cache
def _cues() -> Phrases[_Cue]:
    return Phrases(
        (row["cue"], _Cue(cast(ActivityKind, row["kind"]), row["is_weak"] == "yes")) for row in rows("activity_cues")
    )


def activity_kind(text: str) -> ActivityKind:
    """The kind of an activity by the first cue in its text.

    Weak cues ("mission", "exchange") count only where there is no other.
    """
    cues = [found.value for found in _cues().find(text)]
    return next((cue.kind for cue in sorted(cues, key=lambda cue: cue.is_weak)), "other")
