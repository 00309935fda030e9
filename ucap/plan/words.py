"""Plans in words, as slides and reports say them.

Values of a record as people read them.
"""

from __future__ import annotations

from collections.abc import Iterable

from ucap.gazetteer.chinese import chinese_name, name_in
from ucap.gazetteer.countries import country_code, country_name
from ucap.plan.labels import field_names
from ucap.plan.pointers import Json, entry_name
from ucap.plan.record import Activity, City, Plan, Theme
from ucap.vocabulary.categories import categories
from ucap.vocabulary.goals import goals
from ucap.vocabulary.topics import topics
from ucap.wording import N_, _, aside, format_list, format_range, labelled, language

_SIDES_DASH = " – "
_KINDS = {
    "summary": N_("U-CAP summary"),
    "pairing": N_("Pairing"),
    "cluster": N_("Cluster"),
    "visit": N_("Visit"),
    "meeting": N_("Meeting"),
    "agreement": N_("Agreement"),
    "event": N_("Event"),
    "training": N_("Training"),
    "project": N_("Project"),
    "publication": N_("Publication"),
    "other": N_("Other"),
}


def value_words(name: str, value: str | int) -> str:
    """A value of a filter, or of the vocabulary of that name, in words: goal 11 is "SDG 11 Sustainable Cities …"."""
    if name == "goals":
        return _("SDG {number} {name}").format(number=value, name=_(goals()[int(value) - 1].name))
    if name == "countries":
        return country_name(str(value), language())
    if name in ("categories", "topics"):
        return _(_names(name).get(str(value), str(value)))
    if name in ("chinese_cities", "european_cities", "provinces"):
        return place_words(str(value))
    if name == "checks":
        return _("Checked") if value == "yes" else _("Not checked")
    return _(_KINDS[str(value)]) if name in ("activity_kinds", "plan_kinds") else str(value)


def place_words(label: str) -> str:
    """A city, province or region by its label, as the language in use calls it: "Rome", "罗马"."""
    return name_in(language(), label)


def place_list(labels: Iterable[str]) -> str:
    """Places in one cell of a page: "Rome; Nice", "罗马、尼斯"."""
    return ("、" if language() == "zh" else "; ").join(map(place_words, labels))


def pair_words(one: str, other: str) -> str:
    """Two cities by their labels that work together: "Rome – Yantai"."""
    return f"{place_words(one)}{_SIDES_DASH}{place_words(other)}"


def country_words(name: str) -> str:
    """A country by its English name, in the language in use."""
    code = country_code(name)
    return value_words("countries", code) if code else name


def title_words(title: str) -> str:
    """The title of a plan in the language in use, where it begins with a place that has a name in it; any other as it
    is written: "Panjin – Barcelona, Rome" is "盘锦 – 巴塞罗那、罗马".
    """
    if language() != "zh":
        return title
    sides = [side.split(", ") for side in title.split(_SIDES_DASH)]
    if chinese_name(sides[0][0]) is None:
        return title
    return _SIDES_DASH.join("、".join(chinese_name(name) or name for name in names) for names in sides)


def _names(name: str) -> dict[str, str]:
    return {one.slug: one.name for one in (categories() if name == "categories" else topics())}


_PLAIN = {
    "china": N_("China"),
    "europe": N_("Europe"),
    "error": N_("Error"),
    "warning": N_("Warning"),
    "note": N_("Note"),
    "done": N_("Done"),
    "planned": N_("Planned"),
    "postponed": N_("Postponed"),
    "cancelled": N_("Cancelled"),
    "before": N_("Before the period"),
    "within": N_("Within the period"),
    "after": N_("After the period"),
    "undated": N_("Undated"),
    "paired": N_("Paired"),
    "met": N_("Only met"),
    "day": N_("Day"),
    "month": N_("Month"),
    "year": N_("Year"),
    "stated": N_("Stated"),
    "none": N_("None, as declared"),
    "missing": N_("Not stated"),
    "unread": N_("Not understood"),
}
_VOCABULARIES = {
    "country_code": "countries",
    "countries": "countries",
    "categories": "categories",
    "topic": "topics",
    "kind": "activity_kinds",
}
"""Which vocabulary the codes in a field of a record are of, by the field's name."""
PLACE_FIELDS = frozenset({"name", "region", "regions", "places", "cities"})
"""The fields of a record, by their names, in which a place stands by its label."""


def plain_words(code: str) -> str:
    """A side, severity, status or timing in words."""
    return _(_PLAIN[code])


def code_words(name: str, code: str) -> str:
    """A code that stands in a field of that name in words, `GB` in `country_code` as "United Kingdom", and a place as
    the language in use calls it; others stay.
    """
    if name in PLACE_FIELDS:
        return place_words(code)
    if name in _VOCABULARIES:
        return value_words(_VOCABULARIES[name], code)
    return plain_words(code) if name in ("side", "status", "severity") and code in _PLAIN else code


def plan_title(plan: Plan) -> str:
    """The title of a plan, or else its cities."""
    return title_words(plan.title or _SIDES_DASH.join(city.name for city in plan.cities) or plan.id or "")


def plan_subtitle(plan: Plan) -> str:
    """The programme, the kind of plan and its period."""
    period = plan.period.text or format_range(plan.period.start, plan.period.end)
    return " · ".join(part for part in (plan.programme, value_words("plan_kinds", plan.kind), period) if part)


def city_words(city: City) -> str:
    """A city with its province in China, with its country elsewhere: "Panjin (Liaoning)", "Rome (Italy)"; of a city
    that is its own province the name alone: "Tianjin".
    """
    country = value_words("countries", city.country_code) if city.country_code else None
    where = country if city.side == "europe" else city.region and place_words(city.region)
    name = place_words(city.name)
    return _("{name} ({place})").format(name=name, place=where) if where and where != name else name


def theme_words(theme: Theme) -> str:
    """A theme as it is headed, with its detail."""
    return f"{theme.label}: {theme.detail}" if theme.detail else theme.label


def activity_words(activity: Activity) -> str:
    """An activity with its dates before it and its outputs after it."""
    dates = format_range(activity.start or activity.end, activity.end or activity.start)
    words = "; ".join((activity.text, *activity.outputs))
    return labelled(dates, words) if dates else words


def in_words(value: Json, name: str = "") -> str:
    """The value as people read it; an empty text where nothing is said.

    `name` is that of the field in which it stands, so that a code is given in words. An entry of a list is called by
    what it is about, with what else is known of it: `Bilbao (Side: Europe, Country: Spain)`.
    """
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float):
        return f"{value:,.10g}"
    if isinstance(value, dict):
        return _entry(value)
    return _list(value, name) if isinstance(value, list | tuple) else code_words(name, str(value))


def _list(values: list[Json] | tuple[Json, ...], name: str) -> str:
    """Short values as an enumeration; entries, which have commas of their own, with semicolons."""
    words = [in_words(value, name) for value in values]
    return _("; ").join(words) if any(" " in one for one in words) else format_list(words)


def _entry(entry: dict[str, Json]) -> str:
    name = entry_name(entry)
    names = field_names()
    said = {key: in_words(value, key) for key, value in entry.items() if value is not False and str(value) != name}
    rest = _(", ").join(labelled(names.get(key, key), words) for key, words in said.items() if words)
    name = place_words(name) if "country_code" in entry else name
    return aside(name, rest) if name and rest else name or rest
