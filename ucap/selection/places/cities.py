"""Cities and pairs as things of their own: their addresses, and the list of all cities."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches

import pandas as pd

from ucap.frames.frames import Frames
from ucap.plan.record import Side
from ucap.plan.words import place_words, value_words
from ucap.selection.coverage import Coverage, once_per_data
from ucap.selection.listings import last_activities, themes_of
from ucap.selection.selection import Selection
from ucap.vocabulary.filters import FilterName
from ucap.vocabulary.folding import fold
from ucap.wording import _

PAIR_SIGN = "~"
_NEAREST_COUNT = 3
_LEAST_LIKENESS = 0.5
_FILTERS: dict[str, FilterName] = {"china": "chinese_cities", "europe": "european_cities"}

_FACTS = [
    *("side", "region", "country_code", "country", "latitude", "longitude", "population"),
    *("geonames_id", "iso_3166_2", "nuts_code"),
]


@dataclass(frozen=True, slots=True)
class Cities:
    """The cities that plans name. `label_of` has the label of each by its slug, `slug_of` the other way round.

    `facts` has a row per city by its label: side, region, country_code, country, latitude, longitude, population, and
    the identifiers geonames_id, iso_3166_2 and nuts_code.
    """

    label_of: dict[str, str]
    slug_of: dict[str, str]
    facts: pd.DataFrame

    def side(self, label: str) -> Side:
        """On which side a city lies."""
        side: Side = self.facts.at[label, "side"]
        return side

    def nearest(self, slug: str) -> list[str]:
        """The labels of the cities whose slugs are most like one that no city has."""
        return [self.label_of[one] for one in get_close_matches(slug, self.label_of, _NEAREST_COUNT, _LEAST_LIKENESS)]

    def selection(self, labels: Iterable[str], filters: Selection) -> Selection:
        """The plans of a city, or of a pair, among those that the other filters choose, with all its links."""
        labels = list(labels)
        for side, name in _FILTERS.items():
            own = [label for label in labels if self.side(label) == side]
            filters = filters.with_values(name, own) if own else filters
        return replace(filters, link="all")


@once_per_data
def cities(coverage: Coverage) -> Cities:
    """All cities of the data."""
    facts = coverage.frames.cities.drop_duplicates("city").set_index("city")[_FACTS].sort_index()
    label_of: dict[str, str] = {}
    for label in facts.index:
        label_of[_free(_slug(label), label_of)] = label
    return Cities(label_of, {label: slug for slug, label in label_of.items()}, facts)


def pair_slug(known: Cities, china_city: str, europe_city: str) -> str:
    """The address of a pair: `panjin~rome`."""
    return f"{known.slug_of[china_city]}{PAIR_SIGN}{known.slug_of[europe_city]}"


def city_table(coverage: Coverage, frames: Frames, met: Frames) -> pd.DataFrame:
    """A row per city of frames that a selection left, most partners first; the index is the label. `met` are the same
    frames with the pairs that have only met.

    Columns, under headings in words: city, country, region, partners, cities that it has only met, plans, themes, last
    activity.
    """
    of_city = frames.cities[["plan", "city"]].drop_duplicates()
    facts = cities(coverage).facts.loc[of_city["city"].unique()]
    plans = of_city.groupby("city")["plan"].agg(list).reindex(facts.index)
    table = pd.DataFrame(
        {
            _("City"): facts.index.map(place_words),
            _("Country"): [
                value_words("countries", code) if isinstance(code, str) else "" for code in facts["country_code"]
            ],
            _("Region"): facts["region"].fillna("").map(place_words),
            _("Partners"): _partner_counts(frames, "paired").reindex(facts.index, fill_value=0),
            _("Only met"): _partner_counts(met, "met").reindex(facts.index, fill_value=0),
            **plan_columns(frames, plans),
        },
        index=facts.index,
    )
    # Equal ones stay in the order of the labels, which is the same in each language.
    return table.sort_values([_("Partners"), _("Plans")], ascending=False, kind="stable")


def plan_columns(frames: Frames, plans: pd.Series) -> dict[str, pd.Series]:
    """Of lists of plans, under headings in words: how many they are, their themes, and the last activity of any."""
    themes, last = themes_of(frames, pd.Index(frames.plans["plan"])), last_activities(frames.activities)
    return {
        _("Plans"): plans.map(len).astype("int64"),
        _("Themes"): plans.map(lambda ids: list(dict.fromkeys(theme for plan in ids for theme in themes[plan]))),
        _("Last activity"): plans.map(lambda ids: max((last.get(plan, "") for plan in ids), default="")).astype("str"),
    }


def _partner_counts(frames: Frames, link: str) -> pd.Series:
    """How many cities each city is linked with."""
    pairs = frames.pairs.loc[frames.pairs["link"] == link, ["china_city", "europe_city"]].drop_duplicates()
    return pd.concat([pairs["china_city"], pairs["europe_city"]]).value_counts()


def _slug(label: str) -> str:
    """The label in letters and digits of any script, without accents: `Taizhou (Zhejiang)` is `taizhou-zhejiang`."""
    return "-".join(re.findall(r"\w+", fold(label))) or "city"


def _free(slug: str, taken: Collection[str]) -> str:
    number = 1
    while (name := slug if number == 1 else f"{slug}-{number}") in taken:
        number += 1
    return name
