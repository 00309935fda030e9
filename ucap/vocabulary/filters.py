"""The one list of filters: what each is called in the code, in the page's address and on screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from ucap.wording import N_

FilterName = Literal[
    "chinese_cities",
    "provinces",
    "european_cities",
    "countries",
    "categories",
    "goals",
    "topics",
    "years",
    "activity_kinds",
    "plan_kinds",
    "checks",
    "plans",
]
Value = str | int


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter that lists values: any of them matches.

    `name` is its attribute of `Selection`, `key` its name in the page's address, `label` its heading (translate it
    where it is shown), `is_number` whether its values are whole numbers.
    """

    name: FilterName
    key: str
    label: str
    is_number: bool = False


FILTERS: dict[FilterName, Filter] = {
    one.name: one
    for one in (
        Filter("chinese_cities", "city", N_("Chinese city")),
        Filter("provinces", "province", N_("Province")),
        Filter("european_cities", "partner", N_("European city")),
        Filter("countries", "country", N_("Country")),
        Filter("categories", "theme", N_("Theme")),
        Filter("goals", "goal", N_("Goal"), is_number=True),
        Filter("topics", "topic", N_("EU Urban Agenda topic")),
        Filter("years", "year", N_("Year"), is_number=True),
        Filter("activity_kinds", "activity", N_("Kind of activity")),
        Filter("plan_kinds", "kind", N_("Kind of plan")),
        Filter("checks", "checked", N_("Sign-off")),
        Filter("plans", "plan", N_("Plan")),
    )
}
Link = Literal["paired", "met", "all"]
"""Which pairs: those that a summary or a pairing is about, those that have only met, or both."""
LINKS: tuple[Link, ...] = get_args(Link)
LINK_KEY = "link"
STATED_KEY = "stated"
TEXT_KEY = "q"
FILTER_KEYS = (*(one.key for one in FILTERS.values()), LINK_KEY, STATED_KEY, TEXT_KEY)
"""What an address may say about the data."""
