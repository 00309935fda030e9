"""What the map says: its sentence, its hover texts and its table."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ucap.charts.scene import Scene
from ucap.charts.text import escape, lines
from ucap.charts.words import plans, sentences, some
from ucap.plan.words import country_words, pair_words, place_words, plain_words
from ucap.wording import _, format_list, format_number, ngettext

_ENDS = ["china_city", "europe_city"]


def map_sentence(places: pd.DataFrame, pairs: pd.DataFrame, arc_count: int, city_count: int, beside: int = 0) -> str:
    """How many pairs and cities there are, which pair is the strongest, and what the map cannot show.

    `beside` is the number of pairs that have only met and that the filter leaves out.
    """
    if places.empty:
        return _("No city is in the selection.")
    left_out = _left_out(places, pairs, arc_count, city_count)
    return sentences(_extent(places, pairs), _met(beside), _strongest(pairs), left_out, _unlocated(places))


def map_table(places: pd.DataFrame, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs with their plans and distances, then the cities that are in no pair."""
    paired = set(pairs["china_city"]) | set(pairs["europe_city"])
    alone = places[~places["city"].isin(paired)]
    is_chinese = alone["side"] == "china"
    rows = pd.DataFrame(
        {
            "china_city": alone["city"].where(is_chinese, ""),
            "europe_city": alone["city"].where(~is_chinese, ""),
            "link": "",
            "plan_count": alone["plan_count"],
            "distance_km": None,
        }
    )
    columns = ["china_city", "europe_city", "link", "plan_count", "distance_km"]
    table = pd.concat([pairs[columns].astype(object), rows[columns].astype(object)], ignore_index=True)
    unlocated = set(places.loc[places["latitude"].isna(), "city"])
    is_off = table["china_city"].isin(unlocated) | table["europe_city"].isin(unlocated)
    return pd.DataFrame(
        {
            _("Chinese city"): table["china_city"].map(place_words).astype("str"),
            _("European city"): table["europe_city"].map(place_words).astype("str"),
            _("Link"): table["link"].map(lambda link: plain_words(link) if link else "").astype("str"),
            _("Plans"): table["plan_count"].astype("int64"),
            _("Distance (km)"): pd.to_numeric(table["distance_km"]).round().astype("Int64"),
            _("On the map"): is_off.map({True: _("no: place unknown"), False: _("yes")}).astype("str"),
        }
    )


def city_hover(place: Any) -> str:
    """The city, its country and its number of plans."""
    country = escape(country_words(place.country)) if isinstance(place.country, str) else ""
    return lines(f"<b>{escape(place_words(place.city))}</b>", country, plans(place.plan_count))


def arc_hover(pair: Any) -> str:
    """The two cities, the number of their plans and their distance."""
    met = _("only met, in a cluster or on a visit") if pair.link == "met" else ""
    distance = _("{distance} km apart").format(distance=format_number(round(pair.distance_km)))
    names = pair_words(pair.europe_city, pair.china_city)
    return lines(f"<b>{escape(names)}</b>", plans(pair.plan_count), met, distance)


def _extent(places: pd.DataFrame, pairs: pd.DataFrame) -> str:
    by_side = places["side"].value_counts()
    china, europe = int(by_side.get("china", 0)), int(by_side.get("europe", 0))
    cities = [
        ngettext("{count} Chinese city", "{count} Chinese cities", china).format(count=format_number(china)),
        ngettext("{count} European city", "{count} European cities", europe).format(count=format_number(europe)),
    ]
    if pairs.empty:
        there = [words for words, count in zip(cities, (china, europe), strict=True) if count]
        return _("{cities}, no pair to show.").format(cities=format_list(there))
    return _("{pairs} of {china} and {europe}.").format(pairs=_counted(pairs), china=cities[0], europe=cities[1])


def _counted(pairs: pd.DataFrame) -> str:
    """How many pairs there are, the paired ones and those that have only met counted apart."""
    met = int((pairs["link"] == "met").sum())
    paired = len(pairs) - met
    words = ngettext("{count} pair", "{count} pairs", paired).format(count=format_number(paired))
    only = ngettext("{count} pair that only met", "{count} pairs that only met", met).format(count=format_number(met))
    phrases = [words] * bool(paired or not met) + [only] * bool(met)
    return format_list(phrases)


def _met(count: int) -> str:
    """How many pairs have only met, where the filter leaves them out."""
    words = ngettext(
        "{count} further pair has only met, in a cluster or on a visit.",
        "{count} further pairs have only met, in clusters or on visits.",
        count,
    )
    return words.format(count=format_number(count)) if count else ""


def met_beside(scene: Scene) -> int:
    """How many pairs of the selected plans have only met, and are left out by the filter."""
    return 0 if scene.selection.link != "paired" else len(scene.met.pairs[_ENDS].drop_duplicates())


def _strongest(pairs: pd.DataFrame) -> str:
    if pairs.empty or pairs["plan_count"].iloc[0] == 1:
        return ""
    most = int(pairs["plan_count"].iloc[0])
    first = pairs[pairs["plan_count"] == most]
    names = list(map(pair_words, first["europe_city"], first["china_city"]))
    return ngettext(
        "The most frequent pair is {pairs}, {plans}.", "The most frequent pairs are {pairs}, {plans} each.", len(first)
    ).format(plans=plans(most), pairs=some(names))


def _left_out(places: pd.DataFrame, pairs: pd.DataFrame, arc_count: int, city_count: int) -> str:
    located = int(pairs["distance_km"].notna().sum())
    if arc_count == located and city_count == int(places["latitude"].notna().sum()):
        return ""
    return _("The map shows the {arcs} pairs and {cities} cities with most plans.").format(
        arcs=format_number(arc_count), cities=format_number(city_count)
    )


def _unlocated(places: pd.DataFrame) -> str:
    names = [place_words(city) for city in places.loc[places["latitude"].isna(), "city"]]
    if not names:
        return ""
    return ngettext(
        "{cities} is not on the map, since its place is not known.",
        "{cities} are not on the map, since their places are not known.",
        len(names),
    ).format(cities=some(names))
