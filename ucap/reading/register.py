"""Records that were compiled by hand: what they leave out is filled in from the gazetteer and the vocabularies.

What a record says stays as it is, so that a complete record comes back unchanged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ucap.gazetteer.place import Place
from ucap.plan.record import Activity, City, Finding, Plan, Theme, TopicMention
from ucap.plan.status import activity_status
from ucap.reading.checks import check
from ucap.reading.findings import finding, in_order
from ucap.reading.identity import plan_id, plan_title
from ucap.reading.places.cities import named_cities
from ucap.reading.places.lookup import place_of
from ucap.vocabulary.activities import activity_kind
from ucap.vocabulary.categories import categories_of
from ucap.vocabulary.topics import match_topic


def complete(plan: Plan) -> Plan:
    """The record with coordinates, categories, slugs of topics, kinds and cities of activities, and findings."""
    places = [place_of(city) for city in plan.cities]
    own = [place for place in places if place]
    filled = plan.model_copy(
        update={
            "cities": tuple(_city(city, place) for city, place in zip(plan.cities, places, strict=True)),
            "themes": tuple(map(_theme, plan.themes)),
            "topics": tuple(map(_topic, plan.topics)),
            "activities": tuple(_activity(activity, own) for activity in plan.activities),
        }
    )
    named = filled.model_copy(
        update={"id": filled.id or plan_id(filled.cities), "title": filled.title or plan_title(filled)}
    )
    return named.model_copy(
        update={"findings": in_order([*plan.findings, *_new([*_unknown(named), *check(named)], plan)])}
    )


def _unknown(plan: Plan) -> Iterator[Finding]:
    """Cities that have no place: neither the record nor the gazetteer says where they are."""
    for index, city in enumerate(plan.cities):
        if city.latitude is None or city.longitude is None:
            yield finding("city-unknown", f"/cities/{index}", city=city.name)


def _new(findings: list[Finding], plan: Plan) -> list[Finding]:
    """Those of the findings that the record does not have yet."""
    known = {(found.code, found.field) for found in plan.findings}
    return [found for found in findings if (found.code, found.field) not in known]


def _city(city: City, place: Place | None) -> City:
    """The city with what it lacks, if the place is where the record says that the city is."""
    if place is None or (city.country_code or place.country_code) != place.country_code:
        return city
    found: dict[str, Any] = {
        "region": place.region,
        "country_code": place.country_code,
        "population": place.population,
    }
    if city.latitude is None and city.longitude is None:
        found |= {"latitude": place.latitude, "longitude": place.longitude}
    return city.model_copy(update={name: value for name, value in found.items() if getattr(city, name) is None})


def _theme(theme: Theme) -> Theme:
    if theme.categories or "categories" in theme.model_fields_set:
        return theme
    return theme.model_copy(update={"categories": categories_of(theme.label, theme.detail)})


def _topic(topic: TopicMention) -> TopicMention:
    """The topic under its slug; the name as written becomes its text."""
    found = match_topic(topic.topic.replace("-", " "))
    if found is None or found == topic.topic:
        return topic
    return topic.model_copy(update={"topic": found, "text": topic.text or topic.topic})


def _activity(activity: Activity, own: list[Place]) -> Activity:
    given = activity.model_fields_set
    update: dict[str, Any] = {}
    if "kind" not in given:
        update["kind"] = activity_kind(" ".join((activity.text, *activity.outputs)))
    if "status" not in given:
        update["status"] = activity_status(activity)
    if "cities" not in given:
        texts = (*activity.places, activity.text)
        update["cities"] = tuple(dict.fromkeys(city.name for text in texts for city in named_cities(text, own)))
    return activity.model_copy(update=update)
