"""What there is to say of a city, or of a pair, beside charts: who it is, its partners, contacts, what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ucap.frames.frames import Frames
from ucap.plan.words import place_words, value_words
from ucap.selection.coverage import Coverage, once_per_data
from ucap.selection.findings import expected
from ucap.selection.matrix import Mask
from ucap.selection.places.cities import cities, plan_columns
from ucap.selection.places.comparison import Part
from ucap.selection.tables import readable
from ucap.wording import _, format_number, ngettext


def identity_words(coverage: Coverage, city: str) -> str:
    """Where a city lies and how many people live there, each as far as it is known."""
    facts = cities(coverage).facts.loc[city]
    people = facts["population"]
    remarks = [
        value_words("countries", facts["country_code"]) if isinstance(facts["country_code"], str) else "",
        place_words(facts["region"]) if isinstance(facts["region"], str) and facts["region"] != city else "",
        _("{count} inhabitants (GeoNames)").format(count=format_number(int(people))) if not pd.isna(people) else "",
        _("not among the known cities: it has no place on the map") if pd.isna(facts["latitude"]) else "",
    ]
    return " · ".join(part for part in remarks if part)


def partner_table(frames: Frames, city: str, side: str) -> pd.DataFrame:
    """A row per city of the other side that a city has plans with, paired ones first; the index is its label.

    `frames` are those of the city's plans, with all links.
    """
    own, other = ("china_city", "europe_city") if side == "china" else ("europe_city", "china_city")
    pairs = frames.pairs[frames.pairs[own] == city]
    plans = pairs.groupby(other)["plan"].agg(list)
    links = pairs.drop_duplicates(other).set_index(other)[["link"]].reindex(plans.index)
    table = pd.DataFrame(
        {
            _("Partner"): plans.index.map(place_words).astype("object"),
            _("Link"): readable(links)[_("Link")].astype("str"),
            **plan_columns(frames, plans),
        },
        index=plans.index,
    )
    return table.iloc[np.lexsort((plans.index.to_numpy(str), -table[_("Plans")], links["link"] == "met"))]


def against_partners(coverage: Coverage, labels: Sequence[str], selected: Mask) -> list[Part]:
    """The plans of a city, or of a pair, and beside them the other plans of the partners of each."""
    name = place_words(labels[0]) if len(labels) == 1 else _("This pair")
    others = _("Other plans of its partners") if len(labels) == 1 else _("Other plans of {city}'s partners")
    rest = [Part(others.format(city=place_words(label)), _of_partners(coverage, label) & ~selected) for label in labels]
    return [Part(name, selected), *rest]


def _of_partners(coverage: Coverage, city: str) -> Mask:
    """The plans of the cities that a city is paired with."""
    side = cities(coverage).side(city)
    others = coverage.membership("european_cities" if side == "china" else "chinese_cities")
    pairs = coverage.frames.pairs
    own, other = ("china_city", "europe_city") if side == "china" else ("europe_city", "china_city")
    paired = pairs.loc[(pairs[own] == city) & (pairs["link"] == "paired"), other].unique()
    return others.touched(np.asarray(others.values.isin(paired)))


def contacts(frames: Frames) -> pd.DataFrame:
    """The contacts that the plans name, each once: columns `text`, `plan_count`, and `plan` and `position` of one."""
    statements = frames.statements
    named = statements[statements["section"] == "contacts"].groupby("text", sort=False)
    first = named[["plan", "position"]].first()
    return first.assign(plan_count=named["plan"].nunique()).reset_index()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that is missing, in a sentence; `plans` are the ids of those that its number counts."""

    words: str
    plans: tuple[str, ...] = ()


def missing(coverage: Coverage, frames: Frames, labels: Sequence[str]) -> list[Remark]:
    """What is missing about a city or pair: summaries to expect, and what the plans leave out."""
    known = _expected(coverage)
    names = set(_names(frames, labels))
    awaited = known[known["city"].isin(names) & (known["have"] != "summary")]
    words = _("The summary of {city} can be expected, and is not here.")
    remarks = [Remark(words.format(city=place_words(one))) for one in awaited["city"]]
    remarks += [one for name in ("themes", "goals", "topics") if (one := _silence(frames, name)).plans]
    if contacts(frames).empty:
        remarks.append(Remark(_("No plan names a contact.")))
    if frames.activities["start_day"].isna().all():
        remarks.append(Remark(_("No plan names a dated activity.")))
    return remarks


def missing_lines(coverage: Coverage, frames: Frames, labels: Sequence[str]) -> list[str]:
    """The same in words alone."""
    return [remark.words for remark in missing(coverage, frames, labels)]


@once_per_data
def _expected(coverage: Coverage) -> pd.DataFrame:
    """The plans that can be expected, and what there is of each."""
    return expected(coverage.frames)


def _silence(frames: Frames, vocabulary: str) -> Remark:
    """How many of the plans say nothing of a vocabulary, or were not understood."""
    plans = frames.plans[frames.plans[f"{vocabulary}_statement"].isin(["missing", "unread"])]["plan"]
    silent = len(plans)
    words = {
        "themes": ngettext("{count} plan names no theme.", "{count} plans name no theme.", silent),
        "goals": ngettext("{count} plan names no goal.", "{count} plans name no goal.", silent),
        "topics": ngettext("{count} plan names no topic.", "{count} plans name no topic.", silent),
    }
    return Remark(words[vocabulary].format(count=format_number(silent)), tuple(plans))


def _names(frames: Frames, labels: Sequence[str]) -> list[str]:
    """The bare names of the cities of these labels."""
    rows = frames.cities[frames.cities["city"].isin(list(labels))]
    return list(rows["name"].drop_duplicates())
