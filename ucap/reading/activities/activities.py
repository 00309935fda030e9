"""Activities: one for each bullet or leading date, with its dates, places, outputs and kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from ucap.documents.model import Cell
from ucap.documents.traced import EMPTY, Traced
from ucap.plan.record import Activity, Status
from ucap.plan.status import read_status
from ucap.reading.activities.headings import Above, below_headings
from ucap.reading.activities.lead_ins import (
    LeadIn,
    date_ahead,
    date_at_end,
    date_behind_comma,
    match_lead_in,
    month_behind_comma,
    split_at_lead_ins,
)
from ucap.reading.activities.outputs import Output, listed_outputs, split_outputs, with_outputs
from ucap.reading.activities.prose import date_within, other_dates, told_in_prose
from ucap.reading.activities.tables import TableRow, end_of_cities, part_table
from ucap.reading.activities.venues import venues
from ucap.reading.ledger import Doubt, Read
from ucap.reading.lists import Entry, entries
from ucap.reading.places.cities import FindCities, NamedCity
from ucap.reading.values.dates import DateRange, find_dates, match_date
from ucap.vocabulary.activities import activity_kind

_ONLINE = re.compile(
    r"\b(?:on-?line|virtual(?:ly)?|webinars?|video\s?-?(?:conferences?|conferencing|calls?|link)|remote(?:ly)?|tele-?conferences?"
    r"|web[\s-]?(?:conferences?|meetings?|calls?|sessions?)|(?:by|via)\s+(?:video|(?:tele)?phone|zoom|skype|webex|wechat|teams))\b",
    re.IGNORECASE,
)  # "by video"
_REMOTE = r"(?:on-?line|virtual(?:ly)?|remote(?:ly)?)"
_ON_SITE = re.compile(
    r"\b(?:on[\s-]site|in[\s-]person|face[\s-]to[\s-]face|hybrid)\b"
    rf"|\b{_REMOTE}\s*(?:,|and|&|/|\+)\s*(?:in|at)\b"
    rf"|\b(?:in|at)\s[^.;:,()]{{2,40}}(?:,\s*|\s)(?:and|&|/|\+)\s*{_REMOTE}\b",
    re.IGNORECASE,
)  # "in person"
_SENTENCE_END = re.compile(r"[.!?;:。！？][\"'”’)]*\s*$")  # "end.”"
_COUNTRY_BEHIND = re.compile(r"\s*[,(].*$")  # ", Italy"
_DateAtEnd = Callable[[Traced, FindCities], LeadIn | None]
_AND = re.compile(r"\s+(?:and|&)\s+")  # " and "
_AGAIN = re.compile(
    r"[\s,;]*\b(?:and|und|sowie|et|puis|e|y|i|oraz|a|en|och|og|then|again|later|dann)(?:\s+(?:again|then|later|wieder|erneut|encore))*\s+",
    re.IGNORECASE,
)  # " and again "
_HEAD = re.compile(r"(?P<head>(?=\D{0,20}\d)[^:：.]{2,30})[:：]\s")  # "2n semestre: "
_ONE_NAME = re.compile(r"[A-Z][\w'’-]+")  # "Rome"


def read_activities(cells: Iterable[Cell], find_cities: FindCities) -> list[Read[Activity]]:
    """The activities of the activities row, in order; the items of a list within one are its outputs."""
    parted = [part_table(cell, find_cities) for cell in cells]
    table = [_of_table(row, find_cities) for _above, rows in parted for row in rows]
    found = list(below_headings(_joined(with_outputs(entries(above for above, _rows in parted)), find_cities)))
    return [*_listed(found, find_cities), *table]


def _of_table(row: TableRow, find_cities: FindCities) -> Read[Activity]:
    """The activity of a table's row; of one whose cells are not told apart with that doubt."""
    outputs = tuple(Output(text, text) for text in row.outputs)
    read = _activity(row.text, outputs, find_cities, Above(), date_at_end)
    return read if row.is_sure else replace(read, doubts=(*read.doubts, Doubt("cells-together")))


def _listed(found: Sequence[tuple[Entry, Above]], find_cities: FindCities) -> list[Read[Activity]]:
    """The activities of a list's entries, each with what stands above it."""
    if sentences := told_in_prose([entry for entry, _above in found]):
        return [_activity(sentence.text, (), find_cities, Above(), date_within) for sentence in sentences]
    parts: list[tuple[Traced, tuple[Output, ...], Above]] = []
    for entry, above in found:
        *before, last = split_at_lead_ins(entry.text) or [EMPTY]
        parts += [(*split_outputs(part, find_cities), above) for part in before]
        text, outputs = split_outputs(last, find_cities)
        below = (output for child in entry.children for output in listed_outputs(child))
        parts.append((text, (*outputs, *below), above))
    at_end = _date_at_end if _end_with_dates([text for text, _outputs, _above in parts]) else _month_at_end
    return [_activity(text, outputs, find_cities, above, at_end) for text, outputs, above in parts]


def _end_with_dates(texts: Sequence[Traced]) -> bool:
    """Whether the activities of a row are told with their dates at the end: most of them, and none with it before.

    Some dates may stand behind a comma and others in brackets.
    """
    count = sum(_date_at_end(text, lambda _: []) is not None for text in texts)
    return count > 1 and 2 * count > len(texts) and not any(match_lead_in(text, lambda _: []) for text in texts)


def _date_at_end(text: Traced, find_cities: FindCities) -> LeadIn | None:
    return date_behind_comma(text) or date_at_end(text, find_cities)


def _month_at_end(text: Traced, find_cities: FindCities) -> LeadIn | None:
    return month_behind_comma(text) or date_at_end(text, find_cities)


def _joined(found: Sequence[Entry], find_cities: FindCities) -> list[Entry]:
    """The entries, with the paragraphs that begin no activity where they belong.

    A paragraph that is nothing but a date and a place belongs to the one below it, and so do a date and a place below
    each other. One without date goes on with the item of a list, or with a sentence that lacks the full stop that the
    other paragraphs have, as after a page break.
    """
    has_full_stops = sum(_SENTENCE_END.search(entry.text.text[-4:]) is not None for entry in found) * 2 > len(found)
    groups: list[list[Entry]] = []
    for entry in found:
        is_below = groups and not groups[-1][-1].children and not entry.is_item
        if is_below and _goes_on(groups[-1], entry, has_full_stops, find_cities):
            groups[-1].append(entry)
        else:
            groups.append([entry])
    return [Entry(_as_one(group, find_cities), group[0].is_item, group[-1].children) for group in groups]


def _as_one(group: Sequence[Entry], find_cities: FindCities) -> Traced:
    """The paragraphs of an activity as one text, a date and a place that are some alone before a colon."""
    texts = [entry.text for entry in group]
    leads = ((count, _date_and_place(texts[:count], find_cities)) for count in (1, 2) if count < len(texts))
    count, lead = next((found for found in leads if found[1]), (0, EMPTY))
    rest = Traced.join(texts[count:])
    return Traced.join([lead, rest], ": ")


def _goes_on(group: Sequence[Entry], entry: Entry, has_full_stops: bool, find_cities: FindCities) -> bool:
    if len(group) == 1 and _is_lead_in_only(group[0].text):
        return True
    if _date_and_place([one.text for one in group], find_cities):
        return match_lead_in(entry.text, lambda _: []) is None
    is_cut = has_full_stops and not _SENTENCE_END.search(group[-1].text.text[-4:])
    return (group[0].is_item or is_cut) and match_lead_in(entry.text, lambda _: []) is None


def _date_and_place(texts: Sequence[Traced], find_cities: FindCities) -> Traced:
    """What is nothing but a date and a place, `3–5 July 2019, Graz` or one below the other, with a comma; else none."""
    text = Traced.join(texts, ", ")
    lead_in = match_lead_in(text, lambda _: []) if len(texts) == 1 or _is_lead_in_only(texts[0]) else None
    place = lead_in.rest.strip(" ,") if lead_in else EMPTY
    if not place or not text.text.endswith(place.text) or end_of_cities(place.text, find_cities) < len(place):
        return EMPTY
    return Traced.join([text.cut(0, len(text) - len(place)).strip(" ,"), place], ", ")


def _is_lead_in_only(text: Traced) -> bool:
    lead_in = match_lead_in(text, lambda _: [])
    return lead_in is not None and not lead_in.rest.text.strip()


def _activity(
    text: Traced, outputs: tuple[Output, ...], find_cities: FindCities, above: Above, at_end: _DateAtEnd
) -> Read[Activity]:
    lead_in = match_lead_in(text, find_cities, above.year) or at_end(text, find_cities)
    lead_in = lead_in or (None if above.date else date_ahead(text))
    when, date_text, account = (lead_in.date, lead_in.date_text, lead_in.rest) if lead_in else (above.date, EMPTY, text)
    rest = Traced.join([lead_in.remark, account]) if lead_in and lead_in.remark else account
    place_text = lead_in.place_text if lead_in else EMPTY
    cities = find_cities(rest.text)
    told = [str(output.text) for output in outputs]
    all_text = " ".join((str(rest), *told))
    is_online = bool(lead_in and lead_in.is_online) or bool(_ONLINE.search(rest.text))
    value = Activity(
        start=when.start if when else None,
        end=when.end if when else None,
        text=str(rest),
        outputs=tuple(told),
        kind=activity_kind(all_text),
        status=_status(lead_in, account, when),
        places=tuple(_places(lead_in, account.text, find_cities(account.text), is_online, find_cities)),
        online=is_online,
        cities=tuple(dict.fromkeys(city.name for city in (*find_cities(place_text.text), *cities))),
    )
    sources = [("/text", rest), ("/start", above.text), ("/start", date_text), ("/places", place_text)]
    sources += [(f"/outputs/{i}", output.said) for i, output in enumerate(outputs)]
    doubts = _doubts(when, date_text, account) if lead_in else _head_unread(text, above)
    if when and at_end is date_within:
        doubts += other_dates(account.text, when)
    return Read(value, tuple((pointer, source) for pointer, source in sources if source), doubts)


def _head_unread(text: Traced, above: Above) -> tuple[Doubt, ...]:
    """The doubt that a date stands before the colon that no rule knows, where the heading above gives the year."""
    head = _HEAD.match(text.text) if above.date else None
    return (Doubt("date-ambiguous", "/start", (("text", head["head"]),)),) if head else ()


def _doubts(when: DateRange | None, date_text: Traced, account: Traced) -> tuple[Doubt, ...]:
    """A day that does not exist; a more precise date in the text than the year that leads in; a second date."""
    if when is None:
        return ()
    if when.is_impossible:
        return (Doubt("date-impossible", words=(("text", str(date_text)),)),)
    if not when.is_bare_year:
        return _second_date(date_text, account)
    inner = [(offset, found) for offset, found in find_dates(account.text) if (found.start or "")[:4] == when.start]
    precise = [account.text[at : at + found.length] for at, found in inner if len(found.start or "") > len("2019")]
    return (Doubt("date-ambiguous", "/start", (("text", precise[0]),)),) if precise else ()


def _second_date(date_text: Traced, account: Traced) -> tuple[Doubt, ...]:
    """The doubt that there is another date beside the first: `In May 2019 and again in June 2020 they met`."""
    start = len(date_text) if account.text.startswith(date_text.text) else 0
    again = _AGAIN.match(account.text, start)
    found = match_date(account.text, again.end()) if again else None
    if again is None or found is None:
        return ()
    return (Doubt("date-ambiguous", "/start", (("text", account.text[again.end() :][: found.length]),)),)


def _status(lead_in: LeadIn | None, account: Traced, when: DateRange | None) -> Status | None:
    lead = f"{lead_in.date_text.text} {lead_in.remark.text}" if lead_in else ""
    return read_status(lead, account.text, (when.start or when.end) if when else None, date.today())


def _places(
    lead_in: LeadIn | None, text: str, cities: list[NamedCity], is_online: bool, find_cities: FindCities
) -> list[str]:
    """The place of the lead-in settles it; otherwise what the text names as the place, unless it was online."""
    if lead_in and lead_in.place_text and not (lead_in.is_online and not find_cities(str(lead_in.place_text))):
        return _named_places(str(lead_in.place_text), find_cities)
    return [] if is_online and not _ON_SITE.search(text) else venues(text, cities)


def _named_places(text: str, find_cities: FindCities) -> list[str]:
    """The places of a lead-in: its cities, and a name joined to one (`Venice and Murano`); if none, as written."""
    if not find_cities(text):
        return [_COUNTRY_BEHIND.sub("", text)]
    names: list[str] = []
    for part in _AND.split(text):
        cities = [city.name for city in find_cities(part)]
        names += cities or ([part] if _ONE_NAME.fullmatch(part) else [])
    return list(dict.fromkeys(names))
