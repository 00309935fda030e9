"""Frames as people read them: codes and slugs in words, under the headings of the dictionary."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from ucap.frames.columns import COLUMNS
from ucap.plan.finding_words import message_words
from ucap.plan.labels import field_names
from ucap.plan.words import country_words, place_words, plain_words, title_words, value_words
from ucap.vocabulary.expected import finding_names
from ucap.wording import _, language

_WORDS: dict[str, Callable[[Any], str]] = {
    "plan_kind": lambda value: value_words("plan_kinds", value),
    "checked": lambda value: value_words("checks", value),
    "activity_kind": lambda value: value_words("activity_kinds", value),
    **dict.fromkeys(("city", "name", "region", "province", "china_city", "europe_city", "lead_city"), place_words),
    **dict.fromkeys(("places", "cities"), lambda value: "; ".join(map(place_words, value.split("; ")))),
    "title": title_words,
    "country": country_words,
    "category": lambda value: value_words("categories", value),
    "topic": lambda value: value_words("topics", value),
    "topic_name": _,
    "goal_name": _,
    "section": lambda value: field_names()[value],
    "code": lambda value: _(finding_names().get(value, value)),
    **dict.fromkeys(("side", "lead_side", "severity", "status", "timing", "link"), plain_words),
    "precision": lambda value: plain_words("undated" if value == "none" else value),
    **dict.fromkeys(("themes_statement", "goals_statement", "topics_statement"), plain_words),
}


def value_in_words(column: str, value: Any) -> str:
    """A value of a column, which is not missing, as people read it: "done" of the column `status` is "Done"."""
    return _WORDS.get(column, str)(value)


def worded(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with words for slugs and in the language in use for names; codes of ISO standards stay codes."""
    in_words = {name: _in_words(frame[name], _WORDS[name]) for name in frame if name in _WORDS}
    if {"code", "message"} <= set(frame):
        in_words["message"] = messages(frame)
    return frame.assign(**in_words)


def messages(findings: pd.DataFrame) -> pd.Series:
    """What rows with the columns `code` and `message` say, in the language in use."""
    found = zip(findings["code"], findings["message"], strict=True)
    said = [message_words(code, message, language()) for code, message in found]
    return pd.Series(said, findings.index, dtype="str")


def readable(frame: pd.DataFrame, columns: list[str] | None = None) -> pd.DataFrame:
    """The frame, or some of its columns, with words for codes and headings for names; missing values stay so."""
    chosen = frame if columns is None else frame[columns]
    said = worded(chosen)
    if "country_code" in said:
        said["country_code"] = _in_words(said["country_code"], lambda code: value_words("countries", code))
    return said.rename(columns={name: _(COLUMNS[name].label) for name in said})


def _in_words(values: pd.Series, words: Callable[[Any], str]) -> pd.Series:
    """Each distinct value is put into words once."""
    known = {value: words(value) for value in values.dropna().unique()}
    return values.astype("object").map(known).astype("str")
