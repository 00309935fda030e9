"""The kit as one zip file: deck, brief, calendar and table, in one language, or in two, each in a folder of its
own, with a brief in both beside them.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from urllib.parse import urlencode

from ucap.exports.briefing.briefing import write_slides
from ucap.exports.calendar_file import write_calendar
from ucap.exports.description import Description, dated_entry, describe, readme
from ucap.exports.kit.brief import brief, side_by_side
from ucap.exports.kit.slides import Meeting, kit_slides
from ucap.exports.view import View
from ucap.exports.workbook import write_workbook
from ucap.selection.address import to_query
from ucap.selection.places.cities import PAIR_SIGN, cities
from ucap.wording import in_language


def kit(view: View, meeting: Meeting, description: Description, languages: Sequence[str]) -> bytes:
    """The kit of a city or pair; `view` is of their plans, with all links."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in languages:
            folder = f"{one}/" if len(languages) > 1 else ""
            in_language(one, _add, archive, folder, view, meeting, description)
        if len(languages) > 1:
            about = {one: in_language(one, _about, view, meeting, description) for one in languages}
            data = side_by_side(view, meeting, about)
            archive.writestr(dated_entry("brief-side-by-side.docx", description.day), data)
    return out.getvalue()


def _add(archive: zipfile.ZipFile, folder: str, view: View, meeting: Meeting, description: Description) -> None:
    """Write the files in the language in use."""
    for name, data in _files(view, meeting, _about(view, meeting, description)):
        archive.writestr(dated_entry(folder + name, description.day), data)


def _about(view: View, meeting: Meeting, description: Description) -> Description:
    """The description in the language in use; its address is that of the page, as it is filtered."""
    described = describe(view.scene, description.day, description.site, description.branding)
    known = cities(view.scene.coverage)
    slugs = [known.slug_of[label] for label in sorted(meeting.labels, key=known.side)]
    address = described.page("cities", **{"pair" if meeting.is_pair else "place": PAIR_SIGN.join(slugs)})
    if address is None:
        return described
    others = replace(view.scene.selection, chinese_cities=(), european_cities=(), link="paired")
    site, _mark, place = address.partition("?")
    return replace(described, site=site, query="&".join(filter(None, (place, urlencode(to_query(others), doseq=True)))))


def _files(view: View, meeting: Meeting, description: Description) -> Iterator[tuple[str, bytes]]:
    """The files of a kit, by their names; a calendar is there where an activity has a day."""
    slides = kit_slides(view, meeting, description)
    yield "deck.pptx", _written(partial(write_slides, slides, view, description))
    yield "brief.docx", brief(view, meeting, description)
    if (view.frames.activities["precision"] == "day").any():
        yield "activities.ics", _written(partial(write_calendar, view, description))
    yield "plans.xlsx", _written(partial(write_workbook, view, description))
    yield "README.txt", readme(description).encode()


def _written(write: Callable[[io.BytesIO], None]) -> bytes:
    out = io.BytesIO()
    write(out)
    return out.getvalue()
