"""Frames as people and files have them: codes in words, or beside their words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from ucap.frames.columns import COLUMNS, FRAMES, LIST_SEPARATOR
from ucap.frames.frames import Frames
from ucap.plan.finding_words import message_words
from ucap.plan.labels import field_names
from ucap.plan.words import country_words, place_list, place_words, plain_words, title_words, value_words
from ucap.selection.coverage import Coverage
from ucap.selection.places.cities import cities, pair_slug
from ucap.vocabulary.expected import finding_names
from ucap.vocabulary.goals import goals
from ucap.vocabulary.reference import rows
from ucap.wording import _, language

_LISTS = ("places", "cities")
"""The columns that hold several names in one cell."""
_NAMES: dict[str, Callable[[Any], str]] = {
    **dict.fromkeys(("city", "name", "region", "province", "china_city", "europe_city", "lead_city"), place_words),
    **dict.fromkeys(_LISTS, lambda value: LIST_SEPARATOR.join(map(place_words, value.split(LIST_SEPARATOR)))),
    "title": title_words,
    "country": country_words,
    "topic_name": _,
    "goal_name": _,
}
"""How names are said in the language in use."""
_CODES: dict[str, Callable[[Any], str]] = {
    "plan_kind": lambda value: value_words("plan_kinds", value),
    "checked": lambda value: value_words("checks", value),
    "activity_kind": lambda value: value_words("activity_kinds", value),
    "category": lambda value: value_words("categories", value),
    "topic": lambda value: value_words("topics", value),
    "section": lambda value: field_names()[value],
    "code": lambda value: _(finding_names().get(value, value)),
    **dict.fromkeys(("side", "lead_side", "severity", "status", "timing", "link"), plain_words),
    **dict.fromkeys(
        ("precision", "period_precision"), lambda value: plain_words("undated" if value == "none" else value)
    ),
    **dict.fromkeys(("themes_statement", "goals_statement", "topics_statement"), plain_words),
}
"""How codes are said in words."""
_NAME_LISTS = dict.fromkeys(_LISTS, lambda value: place_list(value.split(LIST_SEPARATOR)))
"""How lists of names are said where people read them; in files they are parted as the dictionary of columns says."""
_WORDS = _NAMES | _CODES | _NAME_LISTS


_LISTED: dict[str, Callable[[Any], str]] = {
    "country_code": lambda code: value_words("countries", code),
    "goal": lambda number: _(goals()[int(number) - 1].name),
}
"""How codes are said that stay codes where tables are read."""
CODE_LISTS = tuple(name for name, one in COLUMNS.items() if one.words and (one.values or one.vocabulary))
"""The columns whose codes are a list that is known."""


def value_in_words(column: str, value: Any) -> str:
    """A value of a column, which is not missing, as people read it: "done" of the column `status` is "Done"."""
    return {**_WORDS, **_LISTED}.get(column, str)(value)


def code_list(column: str) -> dict[str, str]:
    """The codes of a column (one of `CODE_LISTS`) with their words in the language in use."""
    vocabulary = COLUMNS[column].vocabulary
    codes = [next(iter(row.values())) for row in rows(vocabulary)] if vocabulary else COLUMNS[column].values
    return {code: value_in_words(column, code) for code in codes}


def filed(name: str, chosen: pd.DataFrame, frames: Frames, coverage: Coverage) -> pd.DataFrame:
    """Rows of a frame as files hold them: each code with its words behind it, names in the language in use.

    `frames` are those of the whole selection, of which these are some rows of the frame of that `name`; `coverage` has
    all data.
    """
    said = _said(chosen, _NAMES)
    for code, words in ((column, COLUMNS[column].words) for column in chosen):
        if words and words not in said:
            said[words] = _titles(chosen, frames) if code == "plan" else _in_words(chosen[code], _CODES[code])
    return said.assign(**_of_selection(name, chosen, frames, coverage))[list(FRAMES[name].in_files)]


def told(name: str, chosen: pd.DataFrame, frames: Frames, coverage: Coverage) -> pd.DataFrame:
    """The same rows as people read them: words for codes, and titles for ids of plans, but in the frame of plans."""
    said = worded(chosen).assign(**_of_selection(name, chosen, frames, coverage))
    return said if name == "plans" else said.assign(plan=_titles(chosen, frames).fillna(chosen["plan"]))


def _of_selection(name: str, chosen: pd.DataFrame, frames: Frames, coverage: Coverage) -> dict[str, pd.Series]:
    """The columns of rows that depend on what is selected beside them, by their names."""
    return {column: _OF_SELECTION[column](chosen, frames, coverage) for column in FRAMES[name].of_selection}


def _titles(chosen: pd.DataFrame, frames: Frames) -> pd.Series:
    titles = _in_words(frames.plans["title"], title_words).set_axis(frames.plans["plan"])
    return chosen["plan"].map(titles).astype("str")


def _is_counted(activities: pd.DataFrame, frames: Frames, _coverage: Coverage) -> pd.Series:
    """Which rows are the first of the selection to tell of their event."""
    return ~frames.activities["event"].duplicated().loc[activities.index]


def _counted_once_counts(plans: pd.DataFrame, frames: Frames, coverage: Coverage) -> pd.Series:
    """How many events of the selection each plan is the first to tell of."""
    counts = frames.activities[_is_counted(frames.activities, frames, coverage)]["plan"].value_counts()
    return plans["plan"].map(counts).fillna(0).astype("int64")


def _city_slugs(chosen: pd.DataFrame, _frames: Frames, coverage: Coverage) -> pd.Series:
    """The slug of each city, which it has whatever is selected."""
    return chosen["city"].map(cities(coverage).slug_of).astype("str")


def _pair_slugs(chosen: pd.DataFrame, _frames: Frames, coverage: Coverage) -> pd.Series:
    known = cities(coverage)
    slugs = [pair_slug(known, *ends) for ends in zip(chosen["china_city"], chosen["europe_city"], strict=True)]
    return pd.Series(slugs, chosen.index, dtype="str")


_OF_SELECTION: dict[str, Callable[[pd.DataFrame, Frames, Coverage], pd.Series]] = {
    "is_counted": _is_counted,
    "counted_once_count": _counted_once_counts,
    "city_slug": _city_slugs,
    "pair_slug": _pair_slugs,
}


def worded(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with words for slugs and in the language in use for names; codes of ISO standards stay codes."""
    return _said(frame, _WORDS)


def _said(frame: pd.DataFrame, words: Mapping[str, Callable[[Any], str]]) -> pd.DataFrame:
    in_words = {name: _in_words(frame[name], words[name]) for name in frame if name in words}
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
