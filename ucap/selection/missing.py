"""What is missing: plans that can be expected and are not there, and what the plans that are there do not touch."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from ucap.frames.frames import Frames
from ucap.selection.coverage import Coverage
from ucap.selection.matrix import Mask
from ucap.vocabulary import ExpectedPlan, expected_plans, fold
from ucap.vocabulary.reference import rows

Vocabulary = Literal["categories", "goals", "topics", "countries"]
Have = Literal["summary", "other", "nothing"]


def expected(frames: Frames) -> pd.DataFrame:
    """The plans that can be expected, and what there is of each, in the order of `data/reference/expected_plans.csv`.

    Columns: `kind` (`chinese-city` or `european-city`), `city`, `country_code`, `year` of the round (Int64), `have`,
    `plans` (a list of the ids of the plans that name the city) and `source`. `have` is `summary` if there is the city's
    own summary, `other` if only other plans name the city, else `nothing`.
    """
    cities = frames.cities.merge(frames.plans[["plan", "plan_kind"]], on="plan")
    spellings = cities["name"].map(fold)
    found = [_expected(one, cities[spellings == fold(one.city)]) for one in expected_plans()]
    return pd.DataFrame(found).astype({"year": "Int64"})


def _expected(one: ExpectedPlan, named: pd.DataFrame) -> dict[str, object]:
    own = named[named["country_code"].isna() | (named["country_code"] == one.country_code)]
    has_summary = (own["is_lead"] & (own["plan_kind"] == "summary")).any()
    have: Have = "summary" if has_summary else "other" if len(own) else "nothing"
    return {
        "kind": one.kind,
        "city": one.city,
        "country_code": one.country_code,
        "year": one.year,
        "have": have,
        "plans": own["plan"].drop_duplicates().to_list(),
        "source": one.source,
    }


def gaps(coverage: Coverage, selected: Mask, vocabulary: Vocabulary) -> pd.DataFrame:
    """How many selected plans state, or only mention, each value of a vocabulary; those that nobody touches included.

    Index: the values, in the vocabulary's order. Columns (int64): `stated_count` and `mentioned_count` (mentioned and
    not stated). Categories and countries are always stated. Countries are those of the data and all members of the
    European Union.
    """
    touched = coverage.counts(selected, vocabulary)
    if vocabulary == "countries":
        touched = touched.reindex(sorted({*touched.index, *members()}), fill_value=0)
    has_mentions = vocabulary in ("goals", "topics")
    stated = coverage.counts(selected, f"stated_{vocabulary}") if has_mentions else touched
    return pd.DataFrame({"stated_count": stated, "mentioned_count": touched - stated})


def statements(frames: Frames, vocabulary: Literal["categories", "goals", "topics"]) -> pd.Series:
    """How many plans state something (`stated`), declare that there is nothing (`none`), or say nothing (`missing`).

    What nobody states is uncovered only as far as plans speak: a plan without the row may well touch it.
    """
    column = {"categories": "themes_statement", "goals": "goals_statement", "topics": "topics_statement"}[vocabulary]
    return frames.plans[column].value_counts(sort=False)


def members() -> list[str]:
    """ISO 3166 codes of the member states of the European Union since 2016, the United Kingdom included."""
    return [row["country_code"] for row in rows("eu_members")]
