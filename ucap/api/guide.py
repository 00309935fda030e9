"""The page of the interface for people: what there is, examples that can be run, and what may be asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from ucap.api.query import DEFAULT_ENTRIES, MOST_ENTRIES, MOST_PLANS_PER_FILE
from ucap.charts.palette import DARK, LIGHT
from ucap.exports.credits import terms
from ucap.exports.formats import FORMATS
from ucap.frames.columns import FRAMES
from ucap.selection.address import PAGE_KEYS, link_words
from ucap.selection.selection import CLOSED
from ucap.selection.tables import CODE_LISTS
from ucap.vocabulary.filters import FILTERS, LINK_KEY, LINKS, STATED_KEY, TEXT_KEY
from ucap.wording import LANGUAGES, _, format_number, language

_HERE = Path(__file__).parent
_LISTS = {"categories": "category", "topics": "topic", "goals": "goal", "activity_kinds": "activity_kind"}
"""The code lists of filters, by the filter's name."""


def guide(address: str, paths: Mapping[str, Any]) -> str:
    """The page in the language in use, whose examples ask the interface at that address (with a slash at its end).

    `paths` are those of its description for tools.
    """
    return _template().render(
        language=language(),
        languages=LANGUAGES,
        address=address,
        ways=_ways(paths),
        filters=_filters(),
        page_keys=list(PAGE_KEYS),
        frames={name: _(spec.title) for name, spec in FRAMES.items()},
        formats=FORMATS,
        lists=CODE_LISTS,
        most=MOST_ENTRIES,
        most_plans=format_number(MOST_PLANS_PER_FILE),
        usual=DEFAULT_ENTRIES,
        terms=terms(),
        light=Markup(LIGHT.custom_properties),
        dark=Markup(DARK.custom_properties),
        _=_,
    )


def _ways(paths: Mapping[str, Any]) -> list[tuple[str, str, bool]]:
    """Each address with what it gives, and whether it can be followed as it is."""
    return [(path, _(about["get"]["summary"]), "{" not in path) for path, about in paths.items()]


def _filters() -> list[tuple[str, str, str, str]]:
    """Each filter: its key, what it is about, its permitted values in words, and the code list that has them."""
    rows = [(one.key, _(one.label), _values(name), _LISTS.get(name, "")) for name, one in FILTERS.items()]
    links = ", ".join(f"{link} ({link_words(link)})" for link in LINKS)
    return [
        *rows,
        (LINK_KEY, _("Pairs"), links, ""),
        (STATED_KEY, _("Goals and topics"), _("1: those of the SDG row only"), ""),
        (TEXT_KEY, _("Text"), _("words that a plan holds"), ""),
    ]


def _values(name: str) -> str:
    """The permitted values of a filter, where they do not depend on the data."""
    closed = CLOSED.get(name)
    if isinstance(closed, range):
        return f"{closed.start}–{closed.stop - 1}"
    return ", ".join(map(str, closed or ()))


@cache
def _template() -> jinja2.Template:
    options: dict[str, Any] = {"autoescape": True, "undefined": jinja2.StrictUndefined}
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(_HERE), trim_blocks=True, **options)
    return environment.get_template("guide.html.jinja")
