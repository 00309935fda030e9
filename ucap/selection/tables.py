"""Frames as people read them: codes and slugs in words, under the headings of the dictionary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from ucap.frames.columns import COLUMNS
from ucap.plan.words import plain_words, value_words
from ucap.vocabulary.expected import finding_names
from ucap.wording import _

_WORDS: dict[str, Callable[[Any], str]] = {
    "plan_kind": lambda value: value_words("plan_kinds", value),
    "activity_kind": lambda value: value_words("activity_kinds", value),
    "country_code": lambda value: value_words("countries", value),
    "category": lambda value: value_words("categories", value),
    "code": lambda value: _(finding_names().get(value, value)),
    **dict.fromkeys(("side", "lead_side", "severity", "status", "timing", "link"), plain_words),
}


def readable(frame: pd.DataFrame, columns: list[str] | None = None) -> pd.DataFrame:
    """The frame, or some of its columns, with words for codes and headings for names; missing values stay so."""
    chosen = frame if columns is None else frame[columns]
    worded = {
        _(COLUMNS[name].label): _in_words(chosen[name], _WORDS[name]) if name in _WORDS else chosen[name]
        for name in chosen
    }
    return pd.DataFrame(worded)


def _in_words(values: pd.Series, words: Callable[[Any], str]) -> pd.Series:
    """Each distinct value is put into words once."""
    known = {value: words(value) for value in values.dropna().unique()}
    return values.astype("object").map(known).astype("str")
