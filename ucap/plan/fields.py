"""A record field by field, as people read it.

The single values below a field of a record: what a correction can put right one by one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic_core import to_jsonable_python

from ucap.gazetteer.chinese import label_of_chinese
from ucap.gazetteer.countries import country_name
from ucap.plan.labels import label_of
from ucap.plan.pointers import Field, Json
from ucap.plan.record import SIDES, Activity, Plan, Side
from ucap.plan.words import PLACE_FIELDS, code_words, place_words, theme_words, value_words
from ucap.wording import _, aside, format_list, format_number, format_range, labelled, language


@dataclass(frozen=True, slots=True)
class Shown:
    """One value of a record: its JSON Pointer, a label where the section's title does not say enough, and its words.

    `side` is where a city lies.
    """

    pointer: str
    label: str
    words: str
    side: Side | None = None

    @property
    def line(self) -> str:
        """The words, behind the label if there is one."""
        return labelled(self.label, self.words) if self.label else self.words


@dataclass(frozen=True, slots=True)
class Section:
    """The values of one part of a record, under its title."""

    name: str
    title: str
    values: tuple[Shown, ...]


def sections(plan: Plan) -> list[Section]:
    """All values of a record in the order of the template; parts without values are left out."""
    parts = [
        Section("cities", _("Cities"), tuple(_cities(plan))),
        Section("figures", _("What the document says of each side"), tuple(_figures(plan))),
        Section("period", _("Period of cooperation"), tuple(_period(plan))),
        Section("themes", _("Themes"), tuple(_themes(plan))),
        Section("goals", _("Goals and topics"), tuple(_goals_and_topics(plan))),
        *(Section(name, title, tuple(_texts(plan, name))) for name, title in _text_sections().items()),
        Section("activities", _("Activities"), tuple(_activities(plan))),
        *(Section(name, title, tuple(_texts(plan, name))) for name, title in _closing_sections().items()),
    ]
    return [part for part in parts if part.values]


def _text_sections() -> dict[str, str]:
    return {"focus": _("Key focus"), "challenges": _("Key challenges"), "objectives": _("Main objectives")}


def _closing_sections() -> dict[str, str]:
    return {"results": _("Expected results"), "contacts": _("Contacts"), "unplaced": _("Unplaced text")}


def _cities(plan: Plan) -> Iterator[Shown]:
    for number, city in enumerate(plan.cities):
        name = place_words(city.name)
        parts = [name if city.written in (name, city.name) else aside(name, _("“{words}”").format(words=city.written))]
        country = country_name(city.country_code, language()) if city.country_code else None
        parts += [part for part in (city.region and place_words(city.region), country) if part]
        yield Shown(f"/cities/{number}", "", _(", ").join(parts), city.side)


def _figures(plan: Plan) -> Iterator[Shown]:
    for side in SIDES:
        said = plan.china if side == "china" else plan.europe
        name = _("China") if side == "china" else _("Europe")
        if said.population is not None:
            label = _("Population, {side}").format(side=name)
            yield Shown(f"/{side}/population", label, format_number(said.population))
        if said.area_km2 is not None:
            label = _("Area, {side}").format(side=name)
            yield Shown(f"/{side}/area_km2", label, _("{area} km²").format(area=format_number(said.area_km2)))
        if said.regions:
            yield Shown(
                f"/{side}/regions", _("Regions, {side}").format(side=name), format_list(map(place_words, said.regions))
            )
        if said.countries:
            countries = format_list(country_name(code, language()) for code in said.countries)
            yield Shown(f"/{side}/countries", _("Countries, {side}").format(side=name), countries)


def _period(plan: Plan) -> Iterator[Shown]:
    if plan.period.text or plan.period.start or plan.period.end:
        words = format_range(plan.period.start, plan.period.end)
        text = plan.period.text or words
        yield Shown(
            "/period", "", text if not words or words == text else aside(words, _("“{words}”").format(words=text))
        )


def _themes(plan: Plan) -> Iterator[Shown]:
    for number, theme in enumerate(plan.themes):
        yield Shown(f"/themes/{number}", "", theme_words(theme))


def _goals_and_topics(plan: Plan) -> Iterator[Shown]:
    for number, goal in enumerate(plan.goals):
        words = goal.text or value_words("goals", goal.goal)
        yield Shown(f"/goals/{number}", _mention(goal.stated), words)
    for number, topic in enumerate(plan.topics):
        yield Shown(f"/topics/{number}", _mention(topic.stated), topic.text or value_words("topics", topic.topic))


def _mention(is_stated: bool) -> str:
    return "" if is_stated else _("mentioned only")


def _texts(plan: Plan, name: str) -> Iterator[Shown]:
    for number, text in enumerate(getattr(plan, name)):
        yield Shown(f"/{name}/{number}", "", text)


def _activities(plan: Plan) -> Iterator[Shown]:
    for number, activity in enumerate(plan.activities):
        yield Shown(f"/activities/{number}", format_range(activity.start, activity.end), _activity_words(activity))


def _activity_words(activity: Activity) -> str:
    outputs = f" → {'; '.join(activity.outputs)}" if activity.outputs else ""
    return f"{activity.text}{outputs}"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value: its JSON Pointer, its name, and what stands there (None where nothing does)."""

    field: str
    label: str
    value: Json

    @property
    def written(self) -> str:
        """The value as it is written into an input, a code in words; nothing for None."""
        if isinstance(self.value, str):
            kind = Field.parse(self.field).kind
            return code_words(kind, self.value) if self._is_named(kind, self.value) else self.value
        return "" if self.value is None else json.dumps(self.value)

    def _is_named(self, kind: str, value: str) -> bool:
        """Whether a correction takes the words for the code, or for the label of a place."""
        if kind in PLACE_FIELDS:
            return label_of_chinese(place_words(value)) == value
        return kind in ("country_code", "countries", "categories", "topic")


def leaves(plan: Plan, field: Field) -> list[Leaf]:
    """The values at and below a field, in the order of the record; empty lists count as one value.

    Raises:
        LookupError: the record has no such field.
    """
    values = to_jsonable_python(field.get(plan))
    return [Leaf(str(at), label_of(at, plan, called=place_words), value) for at, value in _walk(values, field)]


def _walk(value: Json, at: Field) -> Iterator[tuple[Field, Json]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _walk(inner, at / key)
    elif isinstance(value, list) and value:
        for number, inner in enumerate(value):
            yield from _walk(inner, at / number)
    else:
        yield at, value
