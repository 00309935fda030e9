"""Gaps place by place: what the plans of a province, country or city name of a vocabulary, and why they name no more.

Four reasons are kept apart: a plan may declare that there is nothing, lack the row, have one that was not understood,
or name other values.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

import pandas as pd

from ucap.plan.words import place_words, title_words, value_words
from ucap.selection.coverage import Coverage
from ucap.selection.gaps import STATEMENTS, GapVocabulary
from ucap.selection.matrix import Mask, Membership
from ucap.vocabulary.filters import Value
from ucap.wording import _, format_list

Area = Literal["provinces", "countries", "chinese_cities", "european_cities"]
MOST_PLACES = 200


def gap_table(coverage: Coverage, selected: Mask, area: Area, vocabulary: GapVocabulary) -> pd.DataFrame:
    """A row per place that selected plans are about, those of most plans first; the index is the place.

    Columns, under headings in words: the place, its plans, how many of them name something, declare none, say nothing,
    were not understood; and the values of the vocabulary that none of them names, as a list.
    """
    places, members = coverage.membership(area), coverage.membership(vocabulary)
    counts = places.counts(selected)
    order = counts[counts > 0].sort_values(ascending=False, kind="stable").index[:MOST_PLACES]
    rows = []
    for place in order:
        behind = plans_behind(coverage, selected, area, place, vocabulary)
        unnamed = _unnamed(members, places.having(place) & selected)
        rows.append(
            {
                _("Place"): value_words(area, place),
                **{heading: len(plans) for heading, plans in behind.items()},
                _("Named by no plan of the place"): [value_words(vocabulary, value) for value in unnamed],
            }
        )
    return pd.DataFrame(rows, index=pd.Index(order, name=area))


def plans_behind(
    coverage: Coverage, selected: Mask, area: Area, place: str, vocabulary: GapVocabulary
) -> dict[str, pd.Index]:
    """The plans that the numbers of a place's row count, by the heading of the column."""
    of_place = coverage.membership(area).having(place) & selected
    said = coverage.frames.plans[STATEMENTS[vocabulary]].astype("str").to_numpy()
    plans = coverage.plans
    return {
        _("Plans"): plans[of_place],
        **{words: plans[of_place & (said == statement)] for statement, words in _statement_words().items()},
    }


def _statement_words() -> dict[str, str]:
    """What plans can say of a vocabulary, as headings."""
    return {
        "stated": _("Name some"),
        "none": _("Declare none"),
        "missing": _("Without the row"),
        "unread": _("Not understood"),
    }


def speaking(coverage: Coverage, selected: Mask, vocabulary: GapVocabulary) -> pd.DataFrame:
    """A row per selected plan, by its id: its title and what it says of a vocabulary, or its provinces.

    Those that say something come first. Columns are under headings in words.
    """
    plans = coverage.frames.plans[selected].set_index("plan")
    titles = plans["title"].fillna(pd.Series(plans.index, plans.index)).map(title_words)
    if vocabulary == "provinces":
        members = coverage.membership("provinces")
        names = [value_words("provinces", value) for value in members.values]
        chosen = members.matrix[selected].sorted_indices()
        said = [
            format_list([names[column] for column in chosen.indices[start:end]])
            for start, end in pairwise(chosen.indptr)
        ]
        return pd.DataFrame({_("Plan"): titles, _("Provinces"): said}, index=plans.index)
    words = _statement_words() | {"stated": _("Names some"), "none": _("Declares none")}
    order = plans[STATEMENTS[vocabulary]].astype("str")
    found = pd.DataFrame({_("Plan"): titles, _("What it says"): order.map(words)}, index=plans.index)
    return found.loc[order.map(list(words).index).sort_values(kind="stable").index]


def unnamed_values(
    coverage: Coverage, selected: Mask, area: Area, place: str, vocabulary: GapVocabulary
) -> list[Value]:
    """The values of a vocabulary that no selected plan of a place names, in the vocabulary's order."""
    return _unnamed(coverage.membership(vocabulary), coverage.membership(area).having(place) & selected)


def _unnamed(members: Membership, plans: Mask) -> list[Value]:
    """The values that none of the plans has."""
    unnamed: list[Value] = members.values[members.counts(plans).to_numpy() == 0].tolist()
    return unnamed


def filling_cities(coverage: Coverage, area: Area, place: str, vocabulary: GapVocabulary, value: Value) -> pd.DataFrame:
    """The cities whose plans name a value, those nearest to a place first: what its cities work with, then most plans.

    Index: the label. Columns, under headings in words: the city, whether a city of the place has a plan with it, and
    how many of its plans name the value.
    """
    is_naming = coverage.membership(vocabulary).having(value)
    of_place = coverage.membership(area).having(place)
    sides = [coverage.membership(name) for name in ("chinese_cities", "european_cities")]
    counts = pd.concat([side.counts(is_naming) for side in sides])
    shared = pd.concat([side.counts(of_place) for side in sides])
    found = pd.DataFrame({"naming": counts, "shared": shared})
    found = found[found["naming"] > 0].sort_values(["shared", "naming"], ascending=False, kind="stable")
    words = {True: _("yes"), False: _("no")}
    return pd.DataFrame(
        {
            _("City"): found.index.map(place_words).astype("object"),
            _("Shares a plan with the place"): (found["shared"] > 0).map(words).astype("str"),
            _("Plans that name it"): found["naming"],
        },
        index=found.index,
    )


def plans_naming(coverage: Coverage, city: str, vocabulary: GapVocabulary, value: Value) -> pd.Index:
    """The plans of a city that name a value."""
    sides = [coverage.membership(name) for name in ("chinese_cities", "european_cities")]
    of_city = next(side.having(city) for side in sides if city in side.values)
    return coverage.plans[of_city & coverage.membership(vocabulary).having(value)]
