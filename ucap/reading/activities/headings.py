"""What stands above activities and is none itself: a year or month over a list, and the heads of a table's columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ucap.documents.labels.heads import is_column_head
from ucap.documents.traced import EMPTY, Traced
from ucap.reading.activities.lead_ins import match_lead_in
from ucap.reading.lists import Entry
from ucap.reading.values.dates import DateRange, match_date

_MOST_HEADS = 6
_YEAR_AT_END = re.compile(r"(?P<words>(?:[^\W\d_]+\s)?)(?:19|20)\d\d\s?:?$")  # "Year 2019"
_SENTENCE_END = re.compile(r"[.;!?。；]\s+$")  # "Fair. "
_SLASH = re.compile(r"\s+[/|]\s+")  # "Visits / 访问"


@dataclass(frozen=True, slots=True)
class Above:
    """The date of the heading above an activity, and the heading; without one, None and an empty text."""

    date: DateRange | None = None
    text: Traced = EMPTY

    @property
    def year(self) -> int | None:
        """The year that completes `3 May` in the list below."""
        return int(self.date.start[:4]) if self.date and self.date.start else None


def below_headings(found: Sequence[Entry]) -> Iterator[tuple[Entry, Above]]:
    """The entries that are activities, each with the heading of its list; without headings and heads of columns."""
    above = Above()
    found = _without_heads(found)
    for index, entry in enumerate(found):
        is_above_item = index + 1 < len(found) and found[index + 1].is_item
        above = above if entry.is_item else Above()
        if not entry.is_item and is_above_item and (date := _date_alone(entry.text)):
            above = Above(date, entry.text)
            continue
        own, below = _with_heading_behind(entry, above) if is_above_item else (entry, above)
        yield own, above
        above = below


def _with_heading_behind(entry: Entry, above: Above) -> tuple[Entry, Above]:
    """An entry without the heading of the next year that ran into its last words, and what stands above the next one.

    `Year 2019`, and behind the last item of that list `... of both ports Year 2020`. A year without a word stands
    behind a full stop: in `Plan for 2020` it is none.
    """
    said, texts = _YEAR_AT_END.match(above.text.text.strip()), [entry.text, *entry.children]
    if not said or above.year is None:
        return entry, above
    whole = f"{said['words']}{above.year + 1}"
    last = texts[-1]
    at = len(last.text.rstrip(" :")) - len(whole)
    if at <= 0 or not last.text[at - 1].isspace() or last.text[at : at + len(whole)] != whole:
        return entry, above
    if not said["words"] and not _SENTENCE_END.search(last.text, 0, at):
        return entry, above
    texts[-1], heading = last.cut(0, at).strip(), last.cut(at)
    return replace(entry, text=texts[0], children=tuple(texts[1:])), Above(match_date(whole), heading)


def _date_alone(text: Traced) -> DateRange | None:
    """The date that is all of a text: `2019`, `Year 2019:`, `May 2019`, in two languages `Rok 2019 / Year 2019`."""
    if len(said := _SLASH.split(text.text)) == 2:
        dates = [_date_alone(Traced.of(one, 0, len(one))) for one in said]
        return dates[0] if all(dates) and len({(one.start, one.end) for one in dates if one}) == 1 else None
    lead_in = match_lead_in(text, lambda _: [])
    return lead_in.date if lead_in and lead_in.date.is_point and not lead_in.rest.text.strip() else None


def _without_heads(found: Sequence[Entry]) -> Sequence[Entry]:
    """The entries without those with which a table begins that say what its columns hold: `Date`, `When / What`."""
    count = 0
    while (
        count < min(len(found) - 1, _MOST_HEADS)
        and not found[count].children
        and is_column_head(found[count].text.text)
    ):
        count += 1
    return found[count:]
