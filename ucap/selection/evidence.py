"""The evidence behind a count: the passages and cited pages that its values were read from.

The values that evidence can be asked for, with their words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
from pydantic import BaseModel

from ucap.frames.frames import Frames
from ucap.plan.finding_words import finding_words, message_words
from ucap.plan.passages import Spans, passages_of, quotation
from ucap.plan.pointers import Field
from ucap.plan.record import Activity, City, Finding, GoalMention, Period, Plan, Theme, TopicMention
from ucap.plan.words import pair_words, plan_title, theme_words, title_words, value_words
from ucap.selection.years import period_years
from ucap.wording import _, format_range, language


def value_text(value: Any) -> str:
    """A value of a record in words, as near to the document's own as the record is."""
    if isinstance(value, tuple):
        return "; ".join(map(value_text, value))
    words = _WORDS_BY_TYPE.get(type(value))
    if words:
        return words(value)
    return "" if value is None or isinstance(value, BaseModel) else str(value)


def _period(period: Period) -> str:
    return period.text or format_range(period.start, period.end)


_WORDS_BY_TYPE: dict[type, Callable[[Any], str]] = {
    City: lambda city: city.written,
    Theme: theme_words,
    GoalMention: lambda mention: mention.text or value_words("goals", mention.goal),
    TopicMention: lambda mention: mention.text or value_words("topics", mention.topic),
    Activity: lambda activity: activity.text,
    Period: _period,
    Finding: finding_words,
}


EvidenceKind = Literal[
    "plan",
    "city",
    "pair",
    "province",
    "country",
    "category",
    "goal",
    "topic",
    "activity",
    "activity_kind",
    "finding",
    "year",
    "contact",
]
Counted = Iterator[tuple[str, Field, str | None]]
"""Plan, field and message of each value that a count counts."""

Texts = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One value of one plan that a count counts.

    `field` is a JSON Pointer into the record, `text` the value in words, `passages` the ranges of the document's text
    that it was read from and `quote` what stands there (None where the value was not read from a text). `sources` are
    the pages cited for it.
    """

    plan: str
    title: str | None
    document: str | None
    field: str
    text: str
    quote: str | None
    passages: Spans
    sources: tuple[str, ...]


def evidence(
    plans: Mapping[str, Plan], texts: Texts, frames: Frames, kind: EvidenceKind, value: Any
) -> Iterator[Evidence]:
    """What stands behind the count of a value in frames that a selection left, one after the other in their order.

    `value` is as in the frames: a city's label, a pair of them, an ISO country code, a slug, the number of a goal, the
    id of an event or of a plan, the code of a finding, a year, the text of a contact. `texts` gives the text of a
    plan's document, None if it has none. Plans and texts are asked for as the iteration reaches them.
    """
    for plan, field, message in _COUNTED[kind](frames, value):
        yield _evidence(plans[plan], texts, field, message)


def _evidence(plan: Plan, texts: Texts, field: Field, message: str | None) -> Evidence:
    plan_id = plan.id or ""
    passages = passages_of(plan, field)
    text = texts(plan_id) if passages else None
    value = field.get_or_none(plan)
    return Evidence(
        plan=plan_id,
        title=plan_title(plan),
        document=plan.document.name if plan.document else None,
        field=str(field),
        text=message or value_text(value),
        quote=quotation(text, passages),
        passages=passages,
        sources=_sources(plan, value),
    )


def _sources(plan: Plan, value: Any) -> tuple[str, ...]:
    """The page that the value itself cites, or else those of the whole entry."""
    own = getattr(value, "source", None)
    return (own,) if own else plan.sources


def _rows(frame: pd.DataFrame, is_meant: Any, part: str) -> Counted:
    for plan, position in zip(frame.loc[is_meant, "plan"], frame.loc[is_meant, "position"], strict=True):
        yield plan, Field((part, str(position))), None


def _having(name: str, column: str) -> Callable[[Frames, Any], Counted]:
    """The entries of the frame `name` that have the value in a column."""

    def counted(frames: Frames, value: Any) -> Counted:
        return _rows(frames[name], frames[name][column] == value, name)

    return counted


def _plan(frames: Frames, value: Any) -> Counted:
    """A plan is shown by the cities that it is made for: most titles are put together from them."""
    plans = frames.plans[frames.plans["plan"] == value]
    return zip(plans["plan"], [Field(("cities",))] * len(plans), _titles(plans), strict=True)


def _pair(frames: Frames, value: Iterable[str]) -> Counted:
    china, europe = value
    pairs = frames.pairs[(frames.pairs["china_city"] == china) & (frames.pairs["europe_city"] == europe)]
    cities = frames.cities
    is_meant = ((cities["side"] == "china") & (cities["city"] == china)) | (
        (cities["side"] == "europe") & (cities["city"] == europe)
    )
    return _rows(cities, is_meant & cities["plan"].isin(pairs["plan"]), "cities")


def _province(frames: Frames, value: str) -> Counted:
    cities = frames.cities
    return _rows(cities, (cities["side"] == "china") & (cities["region"] == value), "cities")


def _country(frames: Frames, value: str) -> Counted:
    cities = frames.cities
    return _rows(cities, cities["country_code"] == value, "cities")


def _finding(frames: Frames, value: str) -> Counted:
    found = frames.findings[frames.findings["code"] == value]
    for plan, position, code, field, message in found[["plan", "position", "code", "field", "message"]].itertuples(
        index=False
    ):
        pointer = field if isinstance(field, str) else None
        words = message_words(code, message, language())
        yield plan, Field.parse_or_none(pointer) or Field(("findings", str(position))), words


def _year(frames: Frames, value: int) -> Counted:
    periods, activities = period_years(frames.plans), frames.activities
    yield from ((plan, Field(("period",)), None) for plan in periods.loc[periods["year"] == value, "plan"])
    first, last = activities["start_day"].dt.year, activities["end_day"].dt.year
    yield from _rows(activities, (first <= value) & (value <= last), "activities")


def _contact(frames: Frames, value: str) -> Counted:
    statements = frames.statements
    return _rows(statements, (statements["section"] == "contacts") & (statements["text"] == value), "contacts")


_COUNTED: dict[EvidenceKind, Callable[[Frames, Any], Counted]] = {
    "plan": _plan,
    "city": _having("cities", "city"),
    "pair": _pair,
    "province": _province,
    "country": _country,
    "category": _having("themes", "category"),
    "goal": _having("goals", "goal"),
    "topic": _having("topics", "topic"),
    "activity": _having("activities", "event"),
    "activity_kind": _having("activities", "activity_kind"),
    "finding": _finding,
    "year": _year,
    "contact": _contact,
}


_COLUMNS: dict[EvidenceKind, tuple[str, str]] = {
    "city": ("cities", "city"),
    "country": ("cities", "country_code"),
    "category": ("themes", "category"),
    "goal": ("goals", "goal"),
    "topic": ("topics", "topic"),
    "activity_kind": ("activities", "activity_kind"),
    "finding": ("findings", "code"),
}
_WORDS: dict[EvidenceKind, str] = {
    "city": "european_cities",
    "country": "countries",
    "category": "categories",
    "goal": "goals",
    "topic": "topics",
    "activity_kind": "activity_kinds",
}


def values(frames: Frames, kind: EvidenceKind) -> dict[Any, str]:
    """The distinct values of a kind in frames that a selection left, each with its words, in the order of the words.

    Goals stand in the order of their numbers, plans and activities in the order of the frames.
    """
    if kind == "plan":
        return dict(zip(frames.plans["plan"], _titles(frames.plans), strict=True))
    if kind == "pair":
        pairs = frames.pairs[["china_city", "europe_city"]].drop_duplicates()
        return {(china, europe): pair_words(china, europe) for china, europe in sorted(pairs.itertuples(index=False))}
    if kind == "activity":
        return _events(frames.activities)
    if kind == "contact":
        statements = frames.statements
        texts = statements.loc[statements["section"] == "contacts", "text"].unique()
        return dict(zip(texts, texts, strict=True))
    name, column = _COLUMNS[kind]
    found = frames[name][column].dropna().unique()
    words = {value: value_words(_WORDS[kind], value) if kind in _WORDS else str(value) for value in found}
    return dict(sorted(words.items(), key=lambda item: item[0] if kind == "goal" else item[1]))


def _titles(plans: pd.DataFrame) -> list[str]:
    return [title_words(title) for title in plans["title"].fillna(plans["plan"])]


def _events(activities: pd.DataFrame) -> dict[str, str]:
    """Each event once, in the words of the plan that reports it first."""
    first = activities.drop_duplicates("event")
    dates = first["start_date"].fillna(_("undated"))
    return {event: f"{day} · {text}" for event, day, text in zip(first["event"], dates, first["text"], strict=True)}
