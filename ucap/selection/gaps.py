"""What no selected plan names, in words; what plans declare, miss and do not state is kept separate."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from ucap.frames.frames import Frames
from ucap.plan.words import value_words
from ucap.selection.coverage import Coverage
from ucap.selection.matrix import Mask
from ucap.vocabulary.filters import Value
from ucap.vocabulary.reference import rows
from ucap.wording import N_, _, format_number, ngettext

Vocabulary = Literal["categories", "goals", "topics", "countries", "provinces"]
GapVocabulary = Literal["goals", "categories", "topics", "provinces"]

_TITLES: dict[GapVocabulary, str] = {
    "goals": N_("Sustainable Development Goals"),
    "categories": N_("Themes"),
    "topics": N_("Topics of the Urban Agenda for the EU"),
    "provinces": N_("Provinces of China"),
}
STATEMENTS: dict[GapVocabulary, str] = {
    "goals": "goals_statement",
    "categories": "themes_statement",
    "topics": "topics_statement",
}


@dataclass(frozen=True, slots=True)
class Gap:
    """What no selected plan touches in one vocabulary, and how far the plans speak of it at all.

    `values` are those of the vocabulary, by their words.
    """

    title: str
    untouched: tuple[str, ...]
    only_mentioned: tuple[str, ...]
    reach: str
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Fillers:
    """The ids of the plans that could fill a gap: those `elsewhere`, which other filters hide, name the value; those
    that are `silent` are selected and do not have the row, or it was not understood: they may well be about it.
    """

    elsewhere: tuple[str, ...]
    silent: tuple[str, ...]


def fillers(coverage: Coverage, selected: Mask, vocabulary: GapVocabulary, value: Value) -> Fillers:
    """The plans that could fill the gap of one value."""
    members = coverage.membership(vocabulary)
    is_naming = members.having(value)
    is_silent = _is_silent(coverage, vocabulary)
    return Fillers(
        tuple(coverage.plans[is_naming & ~selected]), tuple(coverage.plans[is_silent & selected & ~is_naming])
    )


def _is_silent(coverage: Coverage, vocabulary: GapVocabulary) -> Mask:
    """The plans that do not say anything about a vocabulary; of provinces, those without a city in a known one."""
    if vocabulary == "provinces":
        members = coverage.membership("provinces")
        return ~members.touched(np.ones(len(members.values), dtype=bool))
    return np.asarray(coverage.frames.plans[STATEMENTS[vocabulary]].isin(["missing", "unread"]), dtype=bool)


def gap(coverage: Coverage, selected: Mask, frames: Frames, vocabulary: GapVocabulary) -> Gap:
    """The gaps of the selected plans (`frames`) in a vocabulary."""
    counts = gap_counts(coverage, selected, vocabulary)
    is_stated, is_mentioned = counts["stated_count"] > 0, counts["mentioned_count"] > 0
    return Gap(
        _(_TITLES[vocabulary]),
        tuple(value_words(vocabulary, value) for value in counts.index[~is_stated & ~is_mentioned]),
        tuple(value_words(vocabulary, value) for value in counts.index[~is_stated & is_mentioned]),
        _province_reach(frames) if vocabulary == "provinces" else _reach(frames, vocabulary),
        {value_words(vocabulary, value): value for value in counts.index},
    )


def _reach(frames: Frames, vocabulary: GapVocabulary) -> str:
    """How many plans state something, only mention something elsewhere, declare that there is nothing, are silent, or
    were not understood.

    "4 plans state some; 1 only mentions some; 20 are silent." The last two may well touch what looks untouched.
    """
    said, naming = frames.plans[STATEMENTS[vocabulary]], {"goals": frames.goals, "topics": frames.topics}
    is_naming = frames.plans["plan"].isin(naming.get(vocabulary, frames.themes)["plan"])
    mentioning = said[is_naming & (said != "stated")]
    counts = {**(statements(frames, vocabulary) - mentioning.value_counts(sort=False)), "mentioned": len(mentioning)}
    parts = {
        "stated": ngettext("{count} plan states some", "{count} plans state some", int(counts.get("stated", 0))),
        "mentioned": ngettext("{count} only mentions some", "{count} only mention some", counts["mentioned"]),
        "none": ngettext("{count} declares none", "{count} declare none", int(counts.get("none", 0))),
        "missing": ngettext("{count} is silent", "{count} are silent", int(counts.get("missing", 0))),
        "unread": ngettext(
            "{count} could not be understood", "{count} could not be understood", int(counts.get("unread", 0))
        ),
    }
    said = [
        words.format(count=format_number(int(counts.get(key, 0))))
        for key, words in parts.items()
        if key == "stated" or counts.get(key, 0)
    ]
    return _("{statements}.").format(statements=_("; ").join(said))


def _province_reach(frames: Frames) -> str:
    """In how many provinces the plans have a city: "16 of 34 provinces have a city with a plan."."""
    touched = frames.cities.loc[frames.cities["side"] == "china", "region"].nunique()
    words = _("{count} of {total} provinces have a city with a plan.")
    return words.format(count=format_number(touched), total=len(provinces()))


def gap_counts(coverage: Coverage, selected: Mask, vocabulary: Vocabulary) -> pd.DataFrame:
    """How many selected plans state, or only mention, each value of a vocabulary; those that nobody touches included.

    Index: the values, in the vocabulary's order. Columns (int64): `stated_count` and `mentioned_count` (mentioned and
    not stated). Categories, countries and provinces are always stated. Countries are those of the data and all members
    of the European Union, provinces all of China.
    """
    touched = coverage.counts(selected, vocabulary)
    if vocabulary == "countries":
        touched = touched.reindex(sorted({*touched.index, *members()}), fill_value=0)
    if vocabulary == "provinces":
        touched = touched.reindex(sorted({*touched.index, *provinces()}), fill_value=0)
    has_mentions = vocabulary in ("goals", "topics")
    stated = coverage.counts(selected, f"stated_{vocabulary}") if has_mentions else touched
    return pd.DataFrame({"stated_count": stated, "mentioned_count": touched - stated})


def statements(frames: Frames, vocabulary: GapVocabulary) -> pd.Series:
    """How many plans state something (`stated`), declare that there is nothing (`none`), say nothing (`missing`) or
    were not understood (`unread`).

    What nobody states is uncovered only as far as plans speak: a plan without the row may well touch it.
    """
    return frames.plans[STATEMENTS[vocabulary]].value_counts(sort=False)


def members() -> list[str]:
    """ISO 3166 codes of the member states of the European Union since 2016, the United Kingdom included."""
    return [row["country_code"] for row in rows("eu_members")]


def provinces() -> list[str]:
    """The first-level divisions of China by their usual English names."""
    return [row["name"] for row in rows("regions") if row["country_code"] == "CN"]
