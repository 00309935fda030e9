"""The one description of a selection that every export carries.

It says what is in the file: the filters in words, the date, the number of plans, the fingerprint of
the data, the sources, and the notices that stand on everything that leaves the product.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import asdict, dataclass, fields
from datetime import date
from itertools import groupby, starmap
from typing import Any
from urllib.parse import urlencode

import pandas as pd

from ucap.charts.scene import Scene
from ucap.charts.words import boundary_notice, goal_disclaimer
from ucap.exports.branding import NO_BRANDING, Branding
from ucap.exports.credits import credits, licence
from ucap.frames.frames import Frames
from ucap.plain_text import is_web_address
from ucap.plan.words import title_words
from ucap.selection.address import Applied, to_query
from ucap.selection.address import describe as applied_filters
from ucap.selection.figures import activities_words, repeated_count
from ucap.vocabulary.filters import Value
from ucap.wording import _, format_date, format_number, labelled

_FINGERPRINT_LENGTH = 8
PAGES = ("overview", "coverage", "timeline", "plans", "cities", "matches", "findings", "add", "present")
"""The pages of a dashboard as their addresses end, which an address of a plan or a city does not keep."""

LINKED = {"plans": "plan", "cities": "city_slug", "pairs": "pair_slug", "goals": "goal_uri", "sources": "source"}
"""The column of a table whose cells lead somewhere, as `Description.link` says."""
_PAGES_OF = {"plans": ("plans", "open"), "cities": ("cities", "place"), "pairs": ("cities", "pair")}
"""The page of each row of a table, and the key under which its address has the linked cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which part of the data a file holds, and what the file is called: the same selection gives the same.

    `filters` are in words (`("City", "Rome or Nice")`), in the order of the sidebar; `query` is the same
    as the page's address has it (`city=Rome&city=Nice`). `day` is the day of the export, `fingerprint` that
    of the data, `plan_count` the number of plans selected out of `total_count`. `site` is the address of the page or
    dashboard that is asked, without a query; None on the command line.
    """

    filters: tuple[tuple[str, str], ...]
    query: str
    day: date
    plan_count: int
    total_count: int
    fingerprint: str
    site: str | None = None

    @property
    def address(self) -> str | None:
        """The full address that shows the selection; None where no dashboard is asked."""
        if self.site is None:
            return None
        return f"{self.site}?{self.query}" if self.query else self.site

    def page(self, name: str, **query: str) -> str | None:
        """The address of another page of the dashboard: `page("cities", place="rome")`; None where none is asked."""
        if self.site is None:
            return None
        return f"{self._root}/{name}?{urlencode(query, safe='~')}"

    def link(self, table: str, cell: str) -> str | None:
        """Where a cell of the linked column of a table leads: to the page of its row, or to the address that it is."""
        if table not in _PAGES_OF:
            return cell if is_web_address(cell) else None
        name, key = _PAGES_OF[table]
        return self.page(name, **{key: cell})

    @property
    def _root(self) -> str:
        """The address of the dashboard, without a slash at its end."""
        site = (self.site or "").rstrip("/")
        root, _slash, last = site.rpartition("/")
        return root if last in PAGES else site

    @property
    def short_fingerprint(self) -> str:
        """Enough of the fingerprint to distinguish two states of the data by eye."""
        return self.fingerprint[:_FINGERPRINT_LENGTH]

    @property
    def filters_in_words(self) -> str:
        """All filters in one line."""
        return _("; ").join(starmap(labelled, self.filters)) or _("All cooperation plans")

    @property
    def plans_in_words(self) -> str:
        """How many plans are selected, of how many."""
        selected, total = format_number(self.plan_count), format_number(self.total_count)
        return _("{selected} of {total}").format(selected=selected, total=total)

    @property
    def day_in_words(self) -> str:
        """The day of the export in the language of the reader."""
        return format_date(self.day.isoformat())

    @property
    def line(self) -> str:
        """The description in one line, as a footer or a column of a table has room for."""
        return _("{filters} · {plans} plans · {day} · data {fingerprint}").format(
            filters=self.filters_in_words,
            plans=self.plans_in_words,
            day=self.day_in_words,
            fingerprint=self.short_fingerprint,
        )

    def file_stem(self, content: str) -> str:
        """A name for a file without its extension: `ucap-pairs-2026-11-22-1a2b3c4d`."""
        return "-".join(("ucap", content, self.day.isoformat(), re.sub(r"[^0-9A-Za-z]+", "-", self.short_fingerprint)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Description(Scope):
    """What a file says about itself: its scope, and what takes a look at all its rows.

    `sources` are the documents and pages behind the plans. `repeated_count` of the `activity_count` activities stand in
    several rows, since several plans speak of them. `branding` is the look that editors chose.
    """

    sources: tuple[str, ...]
    activity_count: int
    repeated_count: int
    branding: Branding = NO_BRANDING

    def facts(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The whole description as headings with their lines, in the order in which files show them."""
        filters = tuple(starmap(labelled, self.filters)) or (self.filters_in_words,)
        return (
            (_("Filters"), filters),
            *self._where(),
            (_("Plans"), (self.plans_in_words,)),
            *self._activities(),
            (_("Date"), (self.day_in_words,)),
            (_("Fingerprint of the data"), (self.fingerprint,)),
            (_("Sources"), self.sources),
            (_("Licence of the data"), (licence(),)),
            (_("Credits"), tuple(map(str, credits()))),
            (_("Notices"), notices()),
        )

    def fact_lines(self) -> list[str]:
        """The same, line by line."""
        return [line for heading, lines in self.facts() for line in (heading, *lines, "")]

    def _where(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """How to find the selection again: its address, or the filters as `ucap export --query` takes them."""
        if self.address:
            return ((_("Address"), (self.address,)),)
        return ((_("Filters as a query"), (self.query,)),) if self.query else ()

    def _activities(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """How many activities there are, where that is another number than that of their rows."""
        if not self.repeated_count:
            return ()
        words = f"{format_number(self.activity_count)} {activities_words(self.activity_count, self.repeated_count)}"
        return ((_("Activities"), (words,)),)

    def as_json(self) -> dict[str, Any]:
        """The description for formats that machines read."""
        return {
            "filters": [{"filter": name, "value": value} for name, value in self.filters],
            "query": self.query,
            "address": self.address,
            "addresses": self._templates(),
            "date": self.day.isoformat(),
            "plan_count": self.plan_count,
            "total_count": self.total_count,
            "fingerprint": self.fingerprint,
            "sources": list(self.sources),
            "licence": licence(),
            "credits": [asdict(credit) for credit in credits()],
            "notices": list(notices()),
        }

    def _templates(self) -> dict[str, str]:
        """How the addresses of plans, cities and pairs are made of a column of theirs (RFC 6570, level 1)."""
        if self.site is None:
            return {}
        return {table: f"{self._root}/{name}?{key}={{{LINKED[table]}}}" for table, (name, key) in _PAGES_OF.items()}


def dated_entry(name: str, day: date) -> zipfile.ZipInfo:
    """An entry of a zip file that is dated to the day of the export, not to the moment at which it was made."""
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def scope_of(scene: Scene, day: date, site: str | None = None) -> Scope:
    """The scope of what a scene shows, exported on that day from the dashboard at that address."""
    return Scope(
        filters=_filters(scene),
        query=urlencode(to_query(scene.selection), doseq=True),
        day=day,
        plan_count=scene.plan_count,
        total_count=len(scene.coverage.frames.plans),
        fingerprint=scene.coverage.frames.fingerprint,
        site=site,
    )


def describe(scene: Scene, day: date, site: str | None = None, branding: Branding = NO_BRANDING) -> Description:
    """The description of what a scene shows, exported on that day from the dashboard at that address."""
    scope = scope_of(scene, day, site)
    return Description(
        **{one.name: getattr(scope, one.name) for one in fields(Scope)},
        sources=_sources(scene.frames),
        activity_count=scene.frames.activities["event"].nunique(),
        repeated_count=repeated_count(scene.frames),
        branding=branding,
    )


def notices() -> tuple[str, str]:
    """The notices that stand on everything that leaves the product: on the use of the goals, and on boundaries."""
    return goal_disclaimer(), boundary_notice()


def readme(description: Description) -> str:
    """The description as a plain text file."""
    parts = [_("Urban Cooperation Action Plans"), ""]
    for heading, lines in description.facts():
        parts += [heading, *(f"  {line}" for line in lines), ""]
    return "\n".join(parts)


def _filters(scene: Scene) -> tuple[tuple[str, str], ...]:
    """One entry a filter; within one, any value matches. Plans are called by their titles."""
    titles = _titles(scene) if scene.selection.plans else {}

    def label(applied: Applied) -> str:
        return applied.label

    def words(applied: Applied) -> str:
        return str(titles.get(applied.value, applied.words)) if applied.filter == "plans" else applied.words

    groups = groupby(applied_filters(scene.selection), key=label)
    return tuple((name, _(" or ").join(map(words, group))) for name, group in groups)


def _titles(scene: Scene) -> dict[Value | None, str]:
    """The titles of the plans that are filters, by their ids."""
    plans = scene.coverage.frames.plans
    chosen = plans[plans["plan"].isin(scene.selection.plans)].set_index("plan")["title"].dropna()
    return {plan: title_words(title) for plan, title in chosen.items()}


def _sources(frames: Frames) -> tuple[str, ...]:
    """The documents that the plans were read from, then the pages that they cite, once each."""
    named = pd.concat([frames.plans["document"], frames.sources["source"]]).dropna()
    return tuple(named.drop_duplicates())


# "ucap-plans-2026-11-22-1a2b3c4d.xlsx"
_FILE_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-([0-9a-f]{8})(?![0-9a-f])")


def parsed_file_name(name: str) -> tuple[date, str] | None:
    """The day of an export and the beginning of the fingerprint of its data, if that is the name of its file."""
    found = _FILE_NAME.search(name)
    try:
        return (date.fromisoformat(found[1]), found[2]) if found else None
    except ValueError:
        return None
