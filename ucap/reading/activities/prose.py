"""Activities that are told in prose: each sentence has its date, before the account or in the midst of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ucap.documents.lists.paragraphs import ends_sentence
from ucap.documents.traced import EMPTY, Traced
from ucap.reading.activities.lead_ins import LeadIn, date_at_end
from ucap.reading.ledger import Doubt
from ucap.reading.lists import Entry
from ucap.reading.places.cities import FindCities
from ucap.reading.values.dates import DateRange, find_dates, match_date

_SENTENCE_BREAK = re.compile(r"(?<=[.!?])[)”\"’]?\s+(?=[“\"‘(]?[^\W_])|(?<=[。！？])[）”]?\s*(?=\S)")  # ". I"
_NO_END = re.compile(r"(?<!\w)(?:[^\W\d_]{1,2}|[A-Z][^\W\d_]{1,3}|\d{1,2})\.$")  # "Dr.", "St.", "7." of "7. July"
_LEAD = re.compile(r"\s*(?:[:：.]|[–—-]\s|\()")  # ": " behind a date that leads an entry
_LEAST_SENTENCES = 3
_LEAST_SHARE = 0.75
"""How many of the sentences of an account have a date, where most of them say what happened when."""


def told_in_prose(found: Sequence[Entry]) -> list[Entry]:
    """The accounts of a row told in prose, one for each dated sentence and what follows it; [] of any other row.

    `The plan was signed on 7 July 2018. From 14 to 18 October 2018, a delegation came. In spring 2019, guides met.`
    """
    if any(entry.is_item or entry.children or not ends_sentence(entry.text.text) for entry in found):
        return []
    paragraphs = [list(_sentences(entry.text)) for entry in found]
    sentences = [sentence.text for paragraph in paragraphs for sentence in paragraph]
    dated_count = sum(map(_is_dated, sentences))
    if len(sentences) < _LEAST_SENTENCES or dated_count < _LEAST_SHARE * len(sentences):
        return []
    if not _is_dated(sentences[0]) or any(map(_leads_entry, sentences)):
        return []
    groups: list[list[Traced]] = []
    for paragraph in paragraphs:
        for sentence in paragraph:
            groups += [[]] if sentence is paragraph[0] or _is_dated(sentence.text) else []
            groups[-1].append(sentence)
    return [Entry(Traced.join(group)) for group in groups]


def date_within(text: Traced, find_cities: FindCities) -> LeadIn | None:
    """The first date of a sentence, which stays in it."""
    if at_end := date_at_end(text, find_cities):
        return at_end
    place = next(_dates(text.text), None)
    if place is None:
        return None
    start, date = place
    return LeadIn(date, text.cut(start, start + date.length), EMPTY, text)


def other_dates(text: str, date: DateRange) -> tuple[Doubt, ...]:
    """The doubt that a sentence tells of something else at another date than the one that was read."""
    others = [text[at : at + one.length] for at, one in _dates(text) if (one.start, one.end) != (date.start, date.end)]
    return (Doubt("date-ambiguous", "/start", (("text", others[0]),)),) if others else ()


def _sentences(text: Traced) -> Iterator[Traced]:
    start = 0
    for stop in _SENTENCE_BREAK.finditer(text.text):
        if not _NO_END.search(text.text, start, stop.start()):
            yield text.cut(start, stop.start()).strip()
            start = stop.start()
    yield text.cut(start).strip()


def _dates(text: str) -> Iterator[tuple[int, DateRange]]:
    """The dates of a text, without numbers that only look like years."""
    return ((at, date) for at, date in find_dates(text) if not date.is_bare_year or date.has_preposition)


def _is_dated(text: str) -> bool:
    return next(_dates(text), None) is not None


def _leads_entry(text: str) -> bool:
    """Whether a date leads a text that is no sentence: `May 2018: Visit`."""
    date = match_date(text)
    return date is not None and _LEAD.match(text, date.length) is not None
