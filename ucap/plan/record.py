"""The plan record: what one document says, as data.

This is the product's own interchange format. `Plan.model_validate_json` reads it and
`Plan.model_dump_json` writes it without loss; keys are always all present in output, an unknown
value is `null` or `[]`. Dates are ISO 8601 at the precision that the document gives.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from ucap.vocabulary.kinds import SIDES, ActivityKind, Side, Status

__all__ = [
    "SIDES",
    "Activity",
    "ActivityKind",
    "City",
    "DocumentInfo",
    "Finding",
    "GoalMention",
    "Kind",
    "PartialDate",
    "Passages",
    "Period",
    "Plan",
    "Record",
    "Severity",
    "Side",
    "SideFigures",
    "Statement",
    "Statements",
    "Status",
    "Text",
    "Texts",
    "Theme",
    "TopicMention",
]

Kind = Literal["summary", "pairing", "cluster", "visit"]
Severity = Literal["error", "warning", "note"]
Statement = Literal["stated", "none", "missing", "unread"]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")  # "2018-05"


def _partial_date(value: Any) -> Any:
    """Accept `2019`, `2019-09` or `2017-05-31`, and only days that the calendar has."""
    if value is None:
        return None
    match = _DATE.fullmatch(value) if isinstance(value, str) else None
    if not match:
        raise ValueError("a date is written 2019, 2019-09 or 2019-09-30")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year == 0 or (month is not None and not 1 <= month <= 12):
        raise ValueError(f"{value} is not in the calendar")
    if year and month and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise ValueError(f"{value} is not in the calendar")
    return value


def _nfc(value: Any) -> Any:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def _empty_if_null(value: Any) -> Any:
    return () if value is None else value


Text = Annotated[str, BeforeValidator(_nfc)]
PartialDate = Annotated[str | None, BeforeValidator(_partial_date)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_empty_if_null)]


class Record(BaseModel):
    """What all parts of a record have in common: immutable, and no key passes unnoticed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class City(Record):
    """A city of the plan. `name` is the usual English name, `written` what stood in the document.

    Coordinates (WGS 84 degrees) and `population` (persons) come from the gazetteer.
    """

    name: Text
    written: Text
    side: Side
    lead: bool = False
    region: Text | None = None
    country_code: str | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    population: Annotated[int, Field(ge=0)] | None = None


class SideFigures(Record):
    """What the document says of one side: persons, square kilometres, regions, ISO 3166 country codes."""

    population: Annotated[int, Field(ge=0)] | None = None
    area_km2: Annotated[float, Field(ge=0, allow_inf_nan=False)] | None = None
    regions: Texts = ()
    countries: Texts = ()


class Period(Record):
    """The period of cooperation; an open end is `None`."""

    start: PartialDate = None
    end: PartialDate = None
    text: Text | None = None


class Theme(Record):
    """A theme as written, and the categories of our own list that it falls under."""

    label: Text
    detail: Text | None = None
    categories: Texts = ()


class GoalMention(Record):
    """One of the 17 goals: `stated` in the SDG row, or mentioned elsewhere."""

    goal: Annotated[int, Field(ge=1, le=17)]
    stated: bool = True
    text: Text | None = None


class TopicMention(Record):
    """A partnership of the Urban Agenda for the EU: `stated` in the SDG row, or mentioned elsewhere."""

    topic: Text
    stated: bool = True
    text: Text | None = None


class Activity(Record):
    """Something that happened or is to happen. `places` is where, `cities` all that the text names.

    `status` is what the document says of it; None where an undated text does not say.
    """

    start: PartialDate = None
    end: PartialDate = None
    text: Text
    outputs: Texts = ()
    kind: ActivityKind = "other"
    status: Status | None = None
    places: Texts = ()
    online: bool = False
    cities: Texts = ()
    source: Text | None = None


class Statements(Record):
    """What the document says of themes, goals and topics.

    `stated`: it names some; `none`: it declares that there are none (`N/A`); `missing`: it lacks the row, or the row is
    empty or silent about them; `unread`: something stands there that was not understood. None where the record does not
    say, as in entries of the register.
    """

    themes: Statement | None = None
    goals: Statement | None = None
    topics: Statement | None = None


class Finding(Record):
    """Something doubtful, contradictory or missing. `field` is a JSON Pointer (RFC 6901) into the record."""

    code: str
    severity: Severity = "warning"
    field: str | None = None
    message: Text = ""


class DocumentInfo(Record):
    """The document that the plan was read from."""

    name: Text
    media_type: str
    sha256: str
    pages: int | None = None


class PlanCheck(Record):
    """Who signed the plan off as checked, and on which day (ISO 8601, UTC)."""

    by: Text
    on: str


Passages = dict[str, tuple[tuple[int, int], ...]]


class Plan(Record):
    """What one document says.

    `passages` maps JSON Pointers into the record to character ranges of the document's text. `checked` is what a store
    knows, and no document says.
    """

    id: str | None = None
    kind: Kind = "summary"
    title: Text | None = None
    cities: Annotated[tuple[City, ...], BeforeValidator(_empty_if_null)] = ()
    china: Annotated[SideFigures, BeforeValidator(lambda v: SideFigures() if v is None else v)] = SideFigures()
    europe: Annotated[SideFigures, BeforeValidator(lambda v: SideFigures() if v is None else v)] = SideFigures()
    period: Annotated[Period, BeforeValidator(lambda v: Period() if v is None else v)] = Period()
    themes: Annotated[tuple[Theme, ...], BeforeValidator(_empty_if_null)] = ()
    goals: Annotated[tuple[GoalMention, ...], BeforeValidator(_empty_if_null)] = ()
    topics: Annotated[tuple[TopicMention, ...], BeforeValidator(_empty_if_null)] = ()
    statements: Annotated[Statements, BeforeValidator(lambda v: Statements() if v is None else v)] = Statements()
    focus: Texts = ()
    challenges: Texts = ()
    objectives: Texts = ()
    activities: Annotated[tuple[Activity, ...], BeforeValidator(_empty_if_null)] = ()
    results: Texts = ()
    contacts: Texts = ()
    unplaced: Texts = ()
    findings: Annotated[tuple[Finding, ...], BeforeValidator(_empty_if_null)] = ()
    passages: Annotated[Passages, BeforeValidator(lambda v: {} if v is None else v)] = {}
    notes: Texts = ()
    sources: Texts = ()
    programme: Text = "IUC"
    document: DocumentInfo | None = None
    checked: PlanCheck | None = None

    @property
    def is_silent(self) -> bool:
        """Whether it says nothing at all, so that there is a document and no plan."""
        empty = Plan()
        return all(getattr(self, part) == getattr(empty, part) for part in _SAYING)


_SAYING = (
    *("title", "cities", "china", "europe", "period", "themes", "goals", "topics"),
    *("focus", "challenges", "objectives", "activities", "results", "unplaced"),
)
"""The parts of a record that hold what a document says of a cooperation."""
