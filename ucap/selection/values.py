"""The values that evidence can be asked for, with their words."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ucap.frames import Frames
from ucap.selection.evidence import EvidenceKind
from ucap.selection.words import value_words
from ucap.wording import _

_COLUMNS: dict[EvidenceKind, tuple[str, str]] = {
    "city": ("cities", "city"),
    "country": ("cities", "country_code"),
    "category": ("themes", "category"),
    "goal": ("goals", "goal"),
    "topic": ("topics", "topic"),
    "activity_kind": ("activities", "activity_kind"),
    "finding": ("findings", "code"),
}
_WORDS: dict[EvidenceKind, str] = {
    "country": "countries",
    "category": "categories",
    "goal": "goals",
    "topic": "topics",
    "activity_kind": "activity_kinds",
}


def values(frames: Frames, kind: EvidenceKind) -> dict[Any, str]:
    """The distinct values of a kind in frames that a selection left, each with its words, in the order of the words.

    Goals stand in the order of their numbers, plans and activities in the order of the frames.
    """
    if kind == "plan":
        return dict(zip(frames.plans["plan"], frames.plans["title"].fillna(frames.plans["plan"]), strict=True))
    if kind == "pair":
        pairs = frames.pairs[["china_city", "europe_city"]].drop_duplicates()
        return {(china, europe): f"{china} – {europe}" for china, europe in sorted(pairs.itertuples(index=False))}
    if kind == "activity":
        return _events(frames.activities)
    name, column = _COLUMNS[kind]
    found = frames[name][column].dropna().unique()
    words = {value: value_words(_WORDS[kind], value) if kind in _WORDS else str(value) for value in found}
    return dict(sorted(words.items(), key=lambda item: item[0] if kind == "goal" else item[1]))


def _events(activities: pd.DataFrame) -> dict[str, str]:
    """Each event once, in the words of the plan that tells of it first."""
    first = activities.drop_duplicates("event")
    dates = first["start_date"].fillna(_("undated"))
    return {event: f"{day} · {text}" for event, day, text in zip(first["event"], dates, first["text"], strict=True)}
