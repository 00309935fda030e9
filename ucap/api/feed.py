"""What is new, as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from ucap.exports.credits import credits, licence
from ucap.plain_text import printable
from ucap.store.meetings.news import News
from ucap.wording import _

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"


def feed(found: Iterable[News], titles: Mapping[str, str], site: str, fingerprint: str) -> bytes:
    """The feed: an entry for each thing that is new, which leads to its plan.

    Args:
        found: what is new, the newest first.
        titles: those of the plans, by their ids.
        site: the address of the dashboard, with a slash at its end.
        fingerprint: that of the data, which names the feed's state.
    """
    found = list(found)
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed")
    _add(root, "id", f"{site}api/news.atom")
    _add(root, "title", _("Urban Cooperation Action Plans: what is new"))
    _add(root, "rights", "\n".join([licence(), *map(str, credits())]))
    _add(root, "updated", _moment(found[0].when if found else datetime(1970, 1, 1, tzinfo=UTC)))
    _add(root, "link", rel="self", href=f"{site}api/news.atom")
    _add(root, "link", rel="alternate", href=site)
    _add(root, "generator", f"U-CAP dashboard, data {fingerprint[:8]}")
    for one in found:
        _add_entry(root, one, titles.get(one.plan_id) or one.plan_id, site)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(root, encoding="unicode").encode()


def _add_entry(root: ET.Element, one: News, title: str, site: str) -> None:
    entry = ET.SubElement(root, f"{{{_ATOM}}}entry")
    words = {
        "plan": _("New plan: {title}"),
        "edition": _("New edition: {title}"),
        "correction": _("Correction: {title}"),
        "finding": _("Finding settled or reopened: {title}"),
        "removal": _("Removed or brought back: {title}"),
    }
    address = f"{site}plans?open={one.plan_id}"
    _add(entry, "id", f"{site}api/news.atom#{one.id}")
    _add(entry, "title", words[one.kind].format(title=title))
    _add(entry, "updated", _moment(one.when))
    _add(entry, "link", rel="alternate", href=address)
    _add(ET.SubElement(entry, f"{{{_ATOM}}}author"), "name", one.who.split(" <")[0])  # without the address for mail
    _add(entry, "summary", one.why or words[one.kind].format(title=title))


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> None:
    element = ET.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    element.text = printable(text) or None


def _moment(when: datetime) -> str:
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
