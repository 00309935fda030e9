"""Whom the data is owed to and on which terms it may be used: said in files, on pages and in the interface."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass

from ucap.gazetteer.gazetteer import LOOKED_UP
from ucap.wording import _

LICENCE_VARIABLE = "UCAP_DATA_LICENCE"
"""The licence of the data in words, with its address: `CC BY 4.0 https://creativecommons.org/licenses/by/4.0/`."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Something that others made: what, by whom, on which terms, and where to find it."""

    what: str
    who: str
    terms: str
    address: str

    def __str__(self) -> str:
        """In one line: `Places: GeoNames, CC BY 4.0, https://www.geonames.org`."""
        return _("{what}: {who}").format(what=self.what, who=f"{self.who}, {self.terms}, {self.address}")


def credits() -> tuple[Credit, ...]:
    """The works of others that stand in the data and the pictures; OpenStreetMap where places were looked up there."""
    known = (
        Credit(_("Places"), "GeoNames", "CC BY 4.0", "https://www.geonames.org"),
        Credit(_("Outlines on the map"), "Natural Earth, plotly.js", "MIT", "https://github.com/plotly/plotly.js"),
        Credit(_("Names of countries and months"), "Unicode CLDR", "Unicode-3.0", "https://cldr.unicode.org"),
    )
    if not LOOKED_UP.exists():
        return known
    osm = "https://www.openstreetmap.org/copyright"
    return (*known, Credit(_("Places looked up"), _("OpenStreetMap contributors"), "ODbL 1.0", osm))


def licence() -> str:
    """On which terms the data may be used, as whoever runs the dashboard says; the default says what is not known."""
    said = os.environ.get(LICENCE_VARIABLE, "").strip()
    return said or _("None is stated. The documents belong to their authors; ask them before you publish.")


def terms() -> str:
    """Licence and credits in one line, for a cell."""
    return _("; ").join(term_lines())


def term_lines() -> tuple[str, str]:
    """The same in two lines."""
    who = _("{what}: {who}").format(what=_("Licence of the data"), who=licence())
    return who, _("; ").join(map(str, credits()))


def licence_address() -> str | None:
    """The address in the licence, if it has one."""
    found = re.search(r"https?://\S+", licence())  # "CC BY 4.0 https://creativecommons.org/licenses/by/4.0/"
    return found.group() if found else None
