"""Planned told from done."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from ucap.frames.columns import Status
from ucap.plan.record import Activity
from ucap.vocabulary.reference import rows

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|[。！？]")
_STRONGEST_FIRST: tuple[Status, ...] = ("cancelled", "planned", "done")


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, Status]]:
    """A pattern that finds the longest cue at each place, whole words only, and what each cue says."""
    statuses = {row["cue"]: cast(Status, row["status"]) for row in rows("status_cues")}
    longest_first = sorted(statuses, key=len, reverse=True)
    words = "|".join(re.escape(cue) for cue in longest_first if cue.isascii())
    characters = "|".join(re.escape(cue) for cue in longest_first if not cue.isascii())
    return re.compile(rf"\b(?:{words})\b|{characters}"), statuses


def status(activity: Activity) -> Status | None:
    """What the first sentence of an activity says of it: planned, cancelled or done.

    The cues of `data/reference/status_cues.csv` decide. `cancelled` outweighs `planned`, since what is cancelled was
    planned. What is dated and has no cue counts as done: the summaries tell what happened and mark what is still to
    come. Whether an undated activity without a cue has happened, the text does not tell: None.
    """
    first_sentence = _SENTENCE_END.split(activity.text, maxsplit=1)[0]
    pattern, statuses = _cues()
    found = {statuses[cue] for cue in pattern.findall(first_sentence.casefold())}
    told = next((status for status in _STRONGEST_FIRST if status in found), None)
    return told or ("done" if activity.start or activity.end else None)
