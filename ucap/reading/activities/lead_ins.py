"""The date, and often the place, with which an activity begins: `31 May 2017 in Brussels: ...`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ucap.documents.traced import EMPTY, Traced, between
from ucap.gazetteer.countries import is_country
from ucap.gazetteer.regions import is_region
from ucap.plan.status import dates_ahead, has_status, is_planned, match_status
from ucap.reading.places.cities import FindCities
from ucap.reading.values.dates import DateRange, match_date
from ucap.vocabulary.reference import word_list

_OPENING = re.compile(r"[\s(（\[【“\"]*")  # " (“"
_IN = "(?:in|at|near|à|en|em|nel|w|te|v|ve|i|u|din|στο|στη|στην)"
_PLACE_BEHIND = re.compile(
    rf"(?:\.(?=[,，]|\s?[(\[]))?\s*(?:[,，]\s*|\s[-–—|/]\s*)?(?:(?P<bracket>[(\[])|{_IN}\s+(?:the\s+)?|(?<=[,，–—|/-])|(?<=[,–—|/-]\s))"
    r"(?P<place>[^\W\d_][^:：;()\[\]]{1,70}?(?:\s\([^\W\d_]{1,20}\))?)\s*(?(bracket)[)\]]\s*[:：.,–—-]?|(?:[:：]|\.(?=\s|$)|\s[–—|/-](?=\s)|[)\]][:：.]?))\s*"
)  # " in Rome: "
_PLACE_BEFORE = re.compile(
    r"(?P<place>[A-Z][^\d:：;.()]{2,50}?)\s?(?:,|\s[–—-])\s*(?:on\s+)?(?=\S)|(?P<word>[A-Z][\w'’-]+)\s*\((?=\S)"
)  # "Brussels, on "
_AMONG_CITIES = re.compile(r"\s*(?:[,/&–-]|,?\s*and)\s*(?:in\s+)?")  # " and in "
_REMARK = re.compile(
    r"\s*(?P<remark>(?:[(（\[][^()（）\[\]]{1,120}[)）\]]\s*)+)(?=[:：.]|[–—-]\s|$|[“\"]?[A-Z\u3400-\u9fff])"
)  # "(cancelled)", "[3rd edition] (30 guests)"
_REMARK_IN_PLACE = re.compile(r"\s*(?P<remark>[(（\[][^()]+[)）\]])\s*$")  # "Essen (cancelled)"
_BEHIND_STATUS = re.compile(
    r"(?:[\s:：,–—()（）\[\]-]|\b(?:to\s+take\s+place|to\s+be\s+held|to\s+start|for|to|in|on|at|by|pour|en|le|les|au|aux|für|auf|per|im|am|ab|um|den|der"
    r"|para|el|il|a|nel|voor|op|na|w|we|pro|v|ve|dne|til|för|för\s+den|til\s+den)\b)*",
    re.IGNORECASE,
)  # " to be held"
_END = re.compile(r"\s*[)）\]】]?\s*(?:\.[:：]|[:：.;,|]|[–—-](?=\s))\s*|\s*$|[)）\]】]\s*")  # "): "
_COLON = re.compile(r"\s*[:：]")  # " :"
_DATE_COLON = re.compile(r"(?P<year>(?:19|20)\d\d|年|月|日)\s?[:：]\s+(?=\S)")  # "2018: x"
_LONGEST_DATE = 45
_LONGEST_AT_END = 200
"""Characters of a text's end in which the comma before its date stands."""
_WORD_START = re.compile(r"(?<!\S)[^\W_]")  # "V" of "2018 Visit"
_JOINING_BEFORE = re.compile(
    r"\b(?:of|in|on|until|till|by|since|from|to|for|during|and|the|with|as|call|horizon|agenda)\s+$", re.I
)  # "from "
_BRACKET = r"\s?[(（\[]\s?(?P<said>[^()（）\[\]]{4,80}?)(?:(?<=\d)\.)?\s?(?P<close>[)）\]])"
_BRACKET_AT_END = re.compile(rf"{_BRACKET}(?P<behind>)\s?[.:。]?$")  # " (Rome, May 2018).", " (Rijeka, rujan 2019.)"
_BRACKET_BEFORE_STATUS = re.compile(
    rf"{_BRACKET}(?P<behind>(?:,|\s?[–—(（\[-])[^()（）\[\]]{{3,60}}[)）\]]?)[.。]?$"
)  # " (May 2018) – cancelled."
_IN_BRACKET = re.compile(r"\s*[,;，；]\s*")  # ", " of "(Rome, May 2018)"
_MOST_WORDS_OF_PLACE = 4
_ON_DAY = re.compile(r"(?<=\s)(?:(?:on|from|between)\s+(?=\S)|(?<=,\s)(?=\S))", re.IGNORECASE)  # " on 5"
_DASH = re.compile(r"(?<!agenda)(?<!horizon)(?<!vision)\s[–—-]\s*(?=\S)", re.IGNORECASE)  # "in Ghent – June 2019."
_COMMA = re.compile(r",\s+(?=\S)")  # ", July 2019"
_LAST_WORDS = re.compile(r"(?<!\S)\S")  # "M" of "in May"
_YEAR = re.compile(r"\d{4}")  # "2018"
_SMALL_WORD_AT_END = re.compile(r"(?:^|\s)[^\W\d_A-Z]+\s$")  # "in " before "2018", and not "Expo "
_DAY_LENGTH = len("2018-05-31")
_NEW_SENTENCE = re.compile(r"\s+(?=[“\"‘'(]?[A-Z\u3400-\u9fff])")  # " Visit"
_SMALL_WORD = re.compile(r"\s+(?=(?P<word>[^\W\d_]+))")  # " signing" of "12.09.2018 signing of the plan"
_GOING_ON = ("clause", "joining")
_STRONG_END = re.compile(
    r"\s*(?:[:：]|\.\s+[“\"]?[A-Z]|(?:,\s*|\s+(?:in|at)\s+)[^.:;]{2,60}:|\s*\([^()]{2,40}\)\s*:)|\s+[“\"]?[A-Z]"
)  # ". V"
_SENTENCE_START = re.compile(r"(?<=[.!?;。；])[)”\"]?\s+(?:[-–—*]\s+)?(?=[\w(])|(?<=[。；])(?=\w)")  # ". A"
_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}\.$")  # "14."
_WEEK_BEFORE = re.compile(
    r"(?:CW|KW|wk|week|(?:kalender)?woche|weeknr|semaine|semana|settimana|tydzień|týden|vecka|uge)\.?\s?\d{1,2}\s*[(（]",
    re.IGNORECASE,
)  # "CW 11 (" before "11–15 March 2019)"
_ONLINE_PLACE = re.compile(
    r"(?:on-?line|virtual(?:ly)?|video\s?(?:conference|call)|via\s+\w+|remote(?:ly)?|zoom|webex|teams|线上|在线|视频会议)\b",
    re.I,
)  # "via Zoom"


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What an activity begins or ends with: its date, its place as written (or none), and the text without.

    `remark` is what stands in brackets between them: `(cancelled)`, `(hosted by Ghent)`.
    """

    date: DateRange
    date_text: Traced
    place_text: Traced
    rest: Traced
    remark: Traced = EMPTY

    @property
    def is_online(self) -> bool:
        """Whether the place is no place: `online`, `video conference`."""
        return bool(_ONLINE_PLACE.match(self.place_text.text))


def match_lead_in(text: Traced, find_cities: FindCities, year: int | None = None) -> LeadIn | None:
    """The date that a text begins with, or None. A date in the midst of a sentence is no lead-in.

    `year` is that of a heading above: it completes `3 May`.
    """
    opening = _OPENING.match(text.text)
    start = opening.end() if opening else 0
    date = match_date(text.text, start, year)
    if date is None and (behind := _behind_status(text.text, start)):
        start, date = behind, match_date(text.text, behind, year)
    week = _WEEK_BEFORE.match(text.text, start) if date is None else None
    if week and (date := match_date(text.text, week.end(), year)):
        start = week.end()
    if date is None:
        return _place_first(text, find_cities)
    end = start + date.length
    end += week is not None and text.text[end : end + 1] in (")", "）")
    return _with_place(text, start, end, date, find_cities) or _without_place(text, start, end, date)


def _behind_status(text: str, start: int) -> int | None:
    """Where the date begins behind `Planned for`, `Cancelled –` or `计划于`."""
    end = match_status(text, start)
    gap = _BEHIND_STATUS.match(text, end) if end else None
    return gap.end() if gap else None


def match_online(text: str) -> int:
    """Where the words end with which a text begins that say that something took place online; 0 without such words."""
    found = _ONLINE_PLACE.match(text)
    return found.end() if found else 0


def date_ahead(text: Traced) -> LeadIn | None:
    """The date for which an activity is planned or to which it was put off, in the midst of what it is about.

    Of several it is the last: `Fair, planned for May 2020, has been moved to May 2021`.
    """
    found = [(start, date) for start in dates_ahead(text.text) if (date := match_date(text.text, start))]
    return _at_end(text, *found[-1], text) if found else None


def date_at_end(text: Traced, find_cities: FindCities) -> LeadIn | None:
    """The date with which a text ends, and its place where that stands with it in brackets.

    It ends with `(May 2018).`, `(Bilbao, May 2018).`, ` – May 2018.` or `on 6 May 2018.`. Without bracket or dash
    only a day counts, and only in a single sentence: a month may be that of something else, and it stays in the text.
    """
    if found := _date_in_bracket(text, find_cities):
        return found
    for dash in _DASH.finditer(text.text):
        date = match_date(text.text, dash.end())
        if date and not text.text[dash.end() + date.length :].strip(" .。"):
            return _at_end(text, dash.end(), date, text.cut(0, dash.start()).strip())
    *_, last = [0, *(match.start() for match in _ON_DAY.finditer(text.text))]
    date = match_date(text.text, last) if last and not _SENTENCE_START.search(text.text) else None
    if date is None or len(date.start or "") < _DAY_LENGTH or text.text[last + date.length :].strip(" ."):
        return None
    return _at_end(text, last, date, text)


def _at_end(text: Traced, start: int, date: DateRange, rest: Traced, place: Traced = EMPTY) -> LeadIn:
    return LeadIn(date, text.cut(start, start + date.length), place, rest)


def _date_in_bracket(text: Traced, find_cities: FindCities) -> LeadIn | None:
    """The date in the brackets with which a text ends, and what stands beside it: a place, `planned`, `online`.

    What is no place stays in its brackets: `Final report (May 2018, planned)` is `Final report (planned)`. Years from
    and to are those of what stands before them: `Regional Policy Cooperation (2016-2020)`.
    """
    bracket = _bracket_at_end(text.text)
    parts = _parts_of_bracket(text, *bracket.span("said")) if bracket else []
    found = next(((index, dated) for index in range(len(parts)) if (dated := _date_of(text, parts, index))), None)
    if bracket is None or found is None:
        return None
    index, (date, count) = found
    start = _start_of_date(text.text, parts[index])
    is_date_of_name = not date.is_point and len(date.start or "") == len("2016")
    others = [text.cut(*part) for part in (*parts[:index], *parts[index + count :])]
    place = [one for one in others if _is_of_place(one.text, find_cities)]
    place = place if any(_is_city(one.text, find_cities) for one in place) else []
    said = [one for one in others if one not in place]
    if is_date_of_name or start > parts[index][0] or not all(_is_remark(one.text) for one in said):
        return _at_end(text, start, date, text)
    rest = Traced.join(said, ", ")
    opening, closing = text.cut(bracket.start(), bracket.start("said")), text.cut(*bracket.span("close"))
    kept = (opening, rest, closing) if rest else ()
    account = Traced.join([text.cut(0, bracket.start()), *kept, text.cut(*bracket.span("behind"))], "")
    return _at_end(text, start, date, account, Traced.join(place, ", "))


def _bracket_at_end(text: str) -> re.Match[str] | None:
    """The bracket with which a text ends; behind it may stand whether that was held: `(May 2018) – cancelled`."""
    low = max(0, len(text) - _LONGEST_AT_END)
    bracket = _BRACKET_BEFORE_STATUS.search(text, low)
    return bracket if bracket and has_status(bracket["behind"]) else _BRACKET_AT_END.search(text, low)


def _parts_of_bracket(text: Traced, start: int, end: int) -> list[tuple[int, int]]:
    """Where the parts of a bracket stand between its commas and semicolons."""
    return between([comma.span() for comma in _IN_BRACKET.finditer(text.text, start, end)], start, end)


def _date_of(text: Traced, parts: Sequence[tuple[int, int]], index: int) -> tuple[DateRange, int] | None:
    """The date in a part of a bracket that ends with one, and how many parts it is: `May 11, 2018` is two."""
    start = _start_of_date(text.text, parts[index])
    date = match_date(text.text, start)
    ends = [end for _start, end in parts[index:]]
    return (date, ends.index(start + date.length) + 1) if date and start + date.length in ends else None


def _start_of_date(text: str, part: tuple[int, int]) -> int:
    """Where in a part of a bracket a date may begin: behind `planned for`, if that stands there."""
    behind = _behind_status(text, part[0])
    return behind if behind and behind < part[1] and is_planned(text[part[0] : behind]) else part[0]


def _is_remark(text: str) -> bool:
    """Whether a part of a bracket says how something was held, or begins as no name does: `planned`, `30 guests`."""
    begins_as_name = text[:1].isalpha() and not text[:1].islower()
    return has_status(text) or _ONLINE_PLACE.match(text) is not None or not begins_as_name


def _is_of_place(text: str, find_cities: FindCities) -> bool:
    """Whether a text is a city, or the region or country behind one."""
    return _is_city(text, find_cities) or is_country(text) or is_region(text)


def _is_city(text: str, find_cities: FindCities) -> bool:
    """Whether a text is the name of a city, perhaps with its country's behind it."""
    cities = find_cities(text)
    return bool(cities) and cities[0].start == 0 and len(text.split()) <= _MOST_WORDS_OF_PLACE


def date_behind_comma(text: Traced) -> LeadIn | None:
    """The date behind the comma with which a text ends, and the text without: `Visit, July 2019`.

    One that goes on from a date before the comma is none by itself: `Visits in 2018, 2019`, `the flood in May, 2018`.
    """
    low = max(0, len(text) - _LONGEST_AT_END)
    tail = text.text[low:]  # each look for a date goes through all of its text
    for comma in _COMMA.finditer(tail):
        date = match_date(tail, comma.end())
        if date and not tail[comma.end() + date.length :].strip(" .。"):
            goes_on = _ends_in_date(tail[: comma.start()], date)
            return None if goes_on else _at_end(text, low + comma.end(), date, text.cut(0, low + comma.start()).strip())
    return None


def month_behind_comma(text: Traced) -> LeadIn | None:
    """The date behind the comma with which a text ends, if it has a month: a year may be part of a name."""
    found = date_behind_comma(text)
    return found if found and len(found.date.start or found.date.end or "") > len("2018") else None


def _ends_in_date(text: str, behind: DateRange) -> bool:
    """Whether a text ends in a date that may go on `behind` it, not in a year that is part of a name: `Expo 2019`."""
    year = int((behind.start or behind.end or "")[:4])
    for word in _LAST_WORDS.finditer(text, max(0, len(text) - _LONGEST_DATE)):
        date = match_date(text, word.start(), year)
        if date and word.start() + date.length == len(text):
            return (
                not _YEAR.fullmatch(text, word.start()) or _SMALL_WORD_AT_END.search(text[: word.start()]) is not None
            )
    return False


def split_at_lead_ins(text: Traced) -> list[Traced]:
    """The parts of a text that each begin with a date: after a full stop, or where all begin with `July 2019:`."""
    parts = _split(text, _inner_breaks(text.text))
    return [small for part in parts for small in _split(part, _unpunctuated_breaks(part.text)) if small]


def _split(text: Traced, breaks: Iterable[tuple[int, int]]) -> list[Traced]:
    edges = [(0, 0), *breaks, (len(text), len(text))]
    return [text.cut(start, end).strip() for (_, start), (end, _) in pairwise(edges)] if len(edges) > 2 else [text]


def _inner_breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where one part ends and where the next begins; a dash between them belongs to neither."""
    leading = match_date(text)
    covered = leading.length if leading else 0
    for match in _SENTENCE_START.finditer(text):
        start = match.end()
        date = match_date(text, start) if start >= covered and not _is_within_date(text, match) else None
        if date and _leads(text, start + date.length, date):
            covered = start + date.length
            yield match.span()


def _is_within_date(text: str, stop: re.Match[str]) -> bool:
    """Whether the full stop is that of a day: `am 14. Oktober 2020: Besuch`."""
    day = _DAY_BEFORE.search(text, max(0, stop.start() - len("14.")), stop.start())
    date = match_date(text, day.start()) if day else None
    return day is not None and date is not None and day.start() + date.length > stop.end()


def _leads(text: str, end: int, date: DateRange) -> bool:
    """Whether a date at the start of a sentence is one that leads an activity: `From April to June 2019:` is."""
    return (_COLON if date.has_preposition else _STRONG_END).match(text, end) is not None


def _unpunctuated_breaks(text: str) -> Iterator[tuple[int, int]]:
    """Where `July 2019:` stands behind an entry without full stop, in a text that begins with such a date itself."""
    leading = match_date(text) if _DATE_COLON.search(text) else None
    if leading is None or not _COLON.match(text, leading.length):
        return
    for colon in _DATE_COLON.finditer(text, leading.length + 1):
        low = max(leading.length + 1, colon.start() - _LONGEST_DATE)
        for word in _WORD_START.finditer(text, low, colon.end()):
            date = match_date(text, word.start())
            if date and word.start() + date.length == colon.end("year"):
                if not date.has_preposition and not _JOINING_BEFORE.search(text[low : word.start()]):
                    yield low + len(text[low : word.start()].rstrip()), word.start()
                break


def _with_place(text: Traced, start: int, end: int, date: DateRange, find_cities: FindCities) -> LeadIn | None:
    match = _PLACE_BEHIND.match(text.text, end)
    if match is None or not _is_place(match, find_cities):
        return None
    low, high = match.span("place")
    cities_end = _end_of_cities(match, find_cities)
    if cities_end is not None:
        return LeadIn(date, text.cut(0, end), text.cut(low, low + cities_end), text.cut(low + cities_end).strip())
    remark = _REMARK_IN_PLACE.search(text.text, low, high)
    if remark and (has_status(remark[0]) or not remark["remark"][1:2].isupper()):
        place, note = text.cut(low, remark.start()), text.cut(*remark.span("remark"))
        return LeadIn(date, text.cut(0, end), place, text.cut(match.end()), note)
    online = _ONLINE_PLACE.match(match["place"])
    if online and match["bracket"] and online.end() < len(match["place"].strip()):
        return LeadIn(
            date,
            text.cut(0, end),
            text.cut(low, low + online.end()),
            text.cut(match.end()),
            text.cut(low - 1, high + 1),
        )
    return LeadIn(date, text.cut(0, end), text.cut(low, high), text.cut(match.end()))


def _end_of_cities(match: re.Match[str], find_cities: FindCities) -> int | None:
    """Where in the place the account of the activity begins without a colon: `in Shanghai Stand at the fair.`.

    None where what ends with the full stop is the place alone, or leaves an account behind it.
    """
    place, behind = match["place"], match.string[match.end() :]
    cities = find_cities(place)
    if match["bracket"] or match[0].rstrip()[-1] in ":：" or not cities or cities[0].start > 0:
        return None
    end = cities[0].end
    for city in cities[1:]:
        if not _AMONG_CITIES.fullmatch(place, end, city.start):
            break
        end = city.end
    rest = place[end:].strip(" ,")
    is_account = rest[:1].isupper() or (rest and not behind.strip())
    return end if is_account and not (is_country(rest) or is_region(rest)) else None


def _is_place(match: re.Match[str], find_cities: FindCities) -> bool:
    """Whether what stands between date and colon is a place: online, a city, or a short name behind `in`."""
    place = match["place"]
    if _ONLINE_PLACE.match(place):
        return True
    cities = find_cities(place)
    is_short = len(place.split()) <= 8
    if re.match(rf"\s*[,，]?\s*{_IN}\s", match[0]):
        return is_short and (bool(cities) or place[:1].isupper()) and (bool(cities) or match[0].rstrip()[-1] in ":：")
    return bool(cities) and cities[0].start == 0 and len(place.split()) <= 4


def _without_place(text: Traced, start: int, end: int, date: DateRange) -> LeadIn | None:
    remark = _REMARK.match(text.text, end)
    note = text.cut(*remark.span("remark")).strip() if remark else EMPTY
    end = remark.end() if remark else end
    ending = _END.match(text.text, end) or _NEW_SENTENCE.match(text.text, end)
    if ending is None and not (date.has_preposition or date.is_bare_year):
        ending = _small_start(text.text, end)
    if ending is None:
        is_certain = date.has_preposition or not date.is_bare_year
        return LeadIn(date, text.cut(start, end), EMPTY, text) if is_certain else None
    date_end = remark.start() if remark else end
    return LeadIn(date, text.cut(0, date_end), EMPTY, text.cut(ending.end()), note)


def _small_start(text: str, end: int) -> re.Match[str] | None:
    """The blank between a date and what happened then, told with a small letter: `12.09.2018 signing of the plan`.

    None where the date goes on as a sentence: `12 May 2018 was the day of the opening`, `May 2018 and later`.
    """
    blank = _SMALL_WORD.match(text, end)
    return blank if blank and not any(blank["word"].lower() in word_list(name) for name in _GOING_ON) else None


def _place_first(text: Traced, find_cities: FindCities) -> LeadIn | None:
    """`Guilin, 14 June 2018: ...` and `Guilin (14 June 2018): ...`."""
    match = _PLACE_BEFORE.match(text.text)
    date = match_date(text.text, match.end()) if match else None
    if match is None or date is None:
        return None
    place = "place" if match["place"] else "word"
    cities = find_cities(match[place])
    found = _without_place(text, match.end(), match.end() + date.length, date)
    if found is None or not cities or cities[0].start > 0 or len(match[place].split()) > 4:
        return None
    return LeadIn(
        date, text.cut(match.end(), match.end() + date.length), text.cut(*match.span(place)), found.rest, found.remark
    )
