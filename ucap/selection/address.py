"""A selection as the page's address, and back: `?city=Panjin&goal=11`.

Filters and their values in the words of the user.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import NamedTuple

from ucap.gazetteer.countries import country_code
from ucap.plan.words import value_words
from ucap.selection.selection import Selection
from ucap.vocabulary.filters import (
    FILTER_KEYS,
    FILTERS,
    LINK_KEY,
    LINKS,
    STATED_KEY,
    TEXT_KEY,
    Filter,
    FilterName,
    Link,
    Value,
)
from ucap.vocabulary.folding import fold
from ucap.wording import _

LANGUAGE_KEY = "lang"
CHART_KEY = "chart"
PAGE_KEYS = {
    LANGUAGE_KEY: "the language of words: en, zh",
    "open": "the plan whose record is open",
    "place": "the city whose page is open",
    "pair": "the pair of cities whose page is open",
    "since": "the day from which on things are new",
    "by": "what is compared: cities, goals, themes, countries, years",
    "with": "what is put side by side",
    "field": "the field of that record, as /themes/0",
    "tab": "the open tab",
    "slide": "the number of the slide",
    "view": "the part of the map",
    CHART_KEY: "the chart of a view on another page",
    "embed": "true: one chart for another page, without navigation",
    "embed_options": "Streamlit: how the page looks when embedded",
}
"""What an address says to a page alone, besides filters: the data is the same whatever it says."""
Query = dict[str, list[str]]
Options = Mapping[FilterName, Iterable[Value]]

_YES = frozenset({"1", "true", "yes"})
_NO = frozenset({"", "0", "false", "no"})
# A link may say `city` for a city of either side: their names do not collide.
_OTHER_SIDE: dict[FilterName, FilterName] = {
    "chinese_cities": "european_cities",
    "european_cities": "chinese_cities",
}


def to_query(selection: Selection) -> Query:
    """The selection as the keys and values of an address, in the order of the sidebar.

    Filters that say nothing are left out.
    """
    query = {one.key: [str(value) for value in selection.values(name)] for name, one in FILTERS.items()}
    query[LINK_KEY] = [] if selection.link == "paired" else [selection.link]
    query[STATED_KEY] = ["1"] if selection.is_stated_only else []
    query[TEXT_KEY] = [selection.text] if selection.text else []
    return {key: values for key, values in query.items() if values}


def from_query(
    query: Mapping[str, str | Sequence[str]], options: Options, others: Collection[str] = ()
) -> tuple[Selection, list[str]]:
    """The selection that an address says, and what of it fits nothing, in words.

    `options` are the values that each filter has (`Coverage.options`). Values are compared without case and accents;
    `Taizhou` means every place of that name, and a country may be named as well as given by its code. Keys of pages and
    `others` say nothing about the data; all further ones fit nothing.
    """
    chosen: dict[FilterName, list[Value]] = {name: [] for name in FILTERS}
    ignored = [_no_filter(key) for key in query if key not in {*FILTER_KEYS, *PAGE_KEYS, *others}]
    spellings = cache(lambda name: _by_spelling(options.get(name, ())))
    for one in FILTERS.values():
        for written in _values(query, one.key):
            found = _find(written, one, spellings)
            if found is None:
                ignored.append(_unknown(one, written))
            else:
                chosen[found[0]].extend(found[1])
    is_stated_only, link = _flag(query, ignored), _link(query, ignored)
    text = " ".join(_values(query, TEXT_KEY))
    values: dict[str, tuple[Value, ...]] = {name: tuple(found) for name, found in chosen.items()}
    return Selection(**values, is_stated_only=is_stated_only, text=text, link=link), ignored  # type: ignore[arg-type]


def _find(
    written: str, one: Filter, spellings: Callable[[FilterName], dict[str, list[Value]]]
) -> tuple[FilterName, list[Value]] | None:
    """The filter and the values that a written value means."""
    names = [one.name, _OTHER_SIDE[one.name]] if one.name in _OTHER_SIDE else [one.name]
    code = country_code(written) if one.name == "countries" else None
    ways = [code] if code else [written, fold(written)]
    found = ((name, spellings(name).get(way)) for way in ways for name in names)
    return next(((name, values) for name, values in found if values), None)


def _by_spelling(values: Iterable[Value]) -> dict[str, list[Value]]:
    """The values by how they may be written: as they stand, folded, or without the parentheses that tell them apart."""
    exact: dict[str, list[Value]] = {}
    folded: dict[str, list[Value]] = {}
    short: dict[str, list[Value]] = {}
    for value in values:
        spelling = fold(str(value))
        exact[str(value)] = [value]
        folded.setdefault(spelling, []).append(value)
        short.setdefault(spelling.split(" (")[0], []).append(value)
    return short | folded | exact


def _values(query: Mapping[str, str | Sequence[str]], key: str) -> list[str]:
    found = query.get(key, ())
    return [value.strip() for value in ([found] if isinstance(found, str) else found) if value.strip()]


def _flag(query: Mapping[str, str | Sequence[str]], ignored: list[str]) -> bool:
    written = [value.casefold() for value in _values(query, STATED_KEY)]
    ignored.extend(
        _("“{value}” is neither yes nor no, as “{key}” must be.").format(value=value, key=STATED_KEY)
        for value in written
        if value not in _YES | _NO
    )
    return any(value in _YES for value in written)


def _link(query: Mapping[str, str | Sequence[str]], ignored: list[str]) -> Link:
    """Which pairs are asked for; the last of several values counts."""
    chosen: Link = "paired"
    for written in _values(query, LINK_KEY):
        found = next((link for link in LINKS if link == written.casefold()), None)
        chosen = found or chosen
        if found is None:
            ignored.append(
                _("“{key}” is “{value}”; it can be {values}.").format(
                    value=written, values=", ".join(LINKS), key=LINK_KEY
                )
            )
    return chosen


def _no_filter(written: str) -> str:
    near = get_close_matches(written, FILTER_KEYS, n=1)
    if near:
        return _("There is no filter “{key}”. Did you mean “{near}”?").format(key=written, near=near[0])
    return _("There is no filter “{key}”. There are {known}.").format(key=written, known=", ".join(FILTER_KEYS))


def _unknown(one: Filter, written: str) -> str:
    return _("The data has no “{value}” for the filter {filter}.").format(value=written, filter=_(one.label))


def link_words(link: Link) -> str:
    """Which pairs are shown, in words."""
    return {"paired": _("paired"), "met": _("only met"), "all": _("paired and met")}[link]


class Applied(NamedTuple):
    """A value that a filter says: `filter` and `value` for `Selection.without`, `label` and `words` to show."""

    filter: str
    value: Value | None
    label: str
    words: str


def describe(selection: Selection) -> list[Applied]:
    """What the filters say, a line per value, in the order of the sidebar; empty where nothing is filtered."""
    applied = [
        Applied(name, value, _(one.label), value_words(name, value))
        for name, one in FILTERS.items()
        for value in selection.values(name)
    ]
    if selection.link != "paired":
        applied.append(Applied("link", None, _("Pairs"), link_words(selection.link)))
    if selection.is_stated_only:
        applied.append(Applied("is_stated_only", None, _("Goals and topics"), _("stated in the SDG row only")))
    if selection.text:
        applied.append(Applied("text", None, _("Text"), selection.text))
    return applied
