"""Records to rows: what one plan contributes to each frame, as dictionaries by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from ucap.frames.columns import LIST_SEPARATOR, SECTIONS
from ucap.frames.dates import days, edtf, first_day, last_day, precision, timing, year
from ucap.gazetteer.countries import country_name
from ucap.gazetteer.index import default_index
from ucap.gazetteer.regions import nuts_code, province_code
from ucap.plan.record import City, Period, Plan, Statement
from ucap.plan.status import activity_status
from ucap.vocabulary.goals import goals
from ucap.vocabulary.topics import topics

Row = dict[str, Any]


def plan_rows(plan: Plan) -> Iterator[Row]:
    """The row of the plan itself."""
    document, statements = plan.document, _statements(plan)
    yield {
        "plan": plan.id,
        "title": plan.title,
        "plan_kind": plan.kind,
        "programme": plan.programme,
        "period_start": plan.period.start,
        "period_end": plan.period.end,
        "period_text": plan.period.text,
        **_period(plan.period),
        "first_year": year(plan.period.start),
        "last_year": year(plan.period.end),
        "last_known_year": _last_known_year(plan),
        **_counts(plan, statements),
        **_figures(plan),
        **statements,
        "document": document.name if document else None,
        "document_sha256": document.sha256 if document else None,
        "page_count": document.pages if document else None,
        "checked": "yes" if plan.checked else "no",
        "checked_by": plan.checked.by if plan.checked else None,
        "checked_on": plan.checked.on if plan.checked else None,
    }


def _last_known_year(plan: Plan) -> int | None:
    """The year in which the period ends; that of the last dated activity where nobody said how long it goes on."""
    dates = [plan.period.start, *(activity.end or activity.start for activity in plan.activities)]
    return year(plan.period.end) or max((int(date[:4]) for date in dates if date), default=None)


def _period(period: Period) -> Row:
    return {
        "period_first_day": first_day(period.start) if period.start else None,
        "period_last_day": last_day(period.end) if period.end else None,
        "period_precision": precision(period.start, period.end),
        "period_edtf": edtf(period.start, period.end),
    }


def _counts(plan: Plan, statements: Row) -> Row:
    """How many there are of each; of themes and goals None where the plan says nothing of them: nobody said "none"."""
    goal_count = len({mention.goal for mention in plan.goals})
    return {
        "city_count": len(plan.cities),
        "theme_count": len(plan.themes) or (0 if statements["themes_statement"] == "none" else None),
        "goal_count": goal_count or (0 if statements["goals_statement"] == "none" else None),
        "activity_count": len(plan.activities),
        "finding_count": len(plan.findings),
    }


def _figures(plan: Plan) -> Row:
    return {
        "china_population": plan.china.population,
        "europe_population": plan.europe.population,
        "china_area_km2": plan.china.area_km2,
        "europe_area_km2": plan.europe.area_km2,
    }


def _statements(plan: Plan) -> Row:
    said = plan.statements
    return {
        "themes_statement": _statement(plan, said.themes, {"/themes"}, plan.themes),
        "goals_statement": _statement(plan, said.goals, {"/goals"}, [goal for goal in plan.goals if goal.stated]),
        "topics_statement": _statement(
            plan, said.topics, {"/goals", "/topics"}, [topic for topic in plan.topics if topic.stated]
        ),
    }


def _statement(plan: Plan, said: Statement | None, fields: set[str], stated: Iterable[object]) -> Statement:
    """Whether a row of the template states something, declares that there is nothing, is missing or was not understood.

    Values that a correction added are stated, and where one took all away there are none. An entry of the register
    says only what its pages say: where it has nothing, nobody said that there is nothing.
    """
    if any(True for _ in stated):
        return "stated"
    if said:
        return "none" if said == "stated" else said
    is_row_missing = any(finding.code == "field-missing" and finding.field in fields for finding in plan.findings)
    return "missing" if is_row_missing or plan.kind != "summary" else "none"


def city_rows(plan: Plan) -> Iterator[Row]:
    """A row per city, in the order of the record."""
    for position, city in enumerate(plan.cities):
        yield {"plan": plan.id, "position": position, **_city(city)}


def _city(city: City) -> Row:
    return {
        "name": city.name,
        "written": city.written,
        "side": city.side,
        "is_lead": city.lead,
        "region": city.region,
        "country_code": city.country_code,
        "country": country_name(city.country_code) if city.country_code else None,
        "latitude": city.latitude,
        "longitude": city.longitude,
        "population": city.population,
        **_identifiers(city),
    }


def _identifiers(city: City) -> Row:
    """What others know the city and its region by, as far as it is a place of theirs."""
    where = (city.name, city.latitude, city.longitude)
    return {
        "geonames_id": None if None in where else default_index().geonames_id(*where),
        "iso_3166_2": province_code(city.region) if city.side == "china" else None,
        "nuts_code": nuts_code(city.country_code, city.region) if city.side == "europe" else None,
    }


def theme_rows(plan: Plan) -> Iterator[Row]:
    """A row per theme and category; one with no category for a theme that falls under none."""
    for position, theme in enumerate(plan.themes):
        entry = {"plan": plan.id, "position": position, "label": theme.label, "detail": theme.detail}
        for category in dict.fromkeys(theme.categories) or (None,):
            yield {**entry, "category": category}


def goal_rows(plan: Plan) -> Iterator[Row]:
    """A row per goal that is stated or mentioned."""
    for position, mention in enumerate(plan.goals):
        yield {
            "plan": plan.id,
            "position": position,
            "goal": mention.goal,
            "goal_name": goals()[mention.goal - 1].name,
            "goal_uri": goals()[mention.goal - 1].uri,
            "is_stated": mention.stated,
            "text": mention.text,
        }


def topic_rows(plan: Plan) -> Iterator[Row]:
    """A row per topic that is stated or mentioned; one that the vocabulary lacks is its own name."""
    for position, mention in enumerate(plan.topics):
        yield {
            "plan": plan.id,
            "position": position,
            "topic": mention.topic,
            "topic_name": _topic_names().get(mention.topic, mention.topic),
            "is_stated": mention.stated,
            "text": mention.text,
        }


def activity_rows(plan: Plan) -> Iterator[Row]:
    """A row per activity; each is an event of its own until `events` finds the other plans that report it."""
    for position, activity in enumerate(plan.activities):
        start_day, end_day = days(activity.start, activity.end)
        yield {
            "plan": plan.id,
            "position": position,
            "start_date": activity.start,
            "end_date": activity.end,
            "start_day": start_day,
            "end_day": end_day,
            "precision": precision(activity.start, activity.end),
            "activity_kind": activity.kind,
            "status": activity.status or activity_status(activity),
            "timing": timing(activity, plan.period),
            "text": activity.text,
            "outputs": _joined(activity.outputs),
            "places": _joined(activity.places),
            "cities": _joined(activity.cities),
            "is_online": activity.online,
            "source": activity.source,
        }


def result_rows(plan: Plan) -> Iterator[Row]:
    """A row per expected result."""
    for position, text in enumerate(plan.results):
        yield {"plan": plan.id, "position": position, "text": text}


def statement_rows(plan: Plan) -> Iterator[Row]:
    """A row per text of the lists that are nothing but texts."""
    for section in SECTIONS:
        for position, text in enumerate(getattr(plan, section)):
            yield {"plan": plan.id, "section": section, "position": position, "text": text}


def finding_rows(plan: Plan) -> Iterator[Row]:
    """A row per finding."""
    for position, finding in enumerate(plan.findings):
        yield {"plan": plan.id, "position": position, **finding.model_dump()}


def source_rows(plan: Plan) -> Iterator[Row]:
    """A row per cited page of the plan as a whole."""
    for position, source in enumerate(plan.sources):
        yield {"plan": plan.id, "position": position, "source": source}


ROWS: dict[str, Callable[[Plan], Iterator[Row]]] = {
    "plans": plan_rows,
    "cities": city_rows,
    "themes": theme_rows,
    "goals": goal_rows,
    "topics": topic_rows,
    "activities": activity_rows,
    "results": result_rows,
    "statements": statement_rows,
    "findings": finding_rows,
    "sources": source_rows,
}


@cache
def _topic_names() -> dict[str, str]:
    return {topic.slug: topic.name for topic in topics()}


def _joined(texts: tuple[str, ...]) -> str | None:
    return LIST_SEPARATOR.join(texts) or None
