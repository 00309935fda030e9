"""Dates as people write them, at the precision that they have: `12 to 20 September 2018`, `Q2 2019`, `2018年9月`.

An expression is one point (`31 May 2017`, `Autumn 2020`) or several with joiners between them
(`30th May – 07th June 2017`); what a point leaves out it takes from its neighbour. Names of months and
of parts of a year stand in `data/reference/date_words.csv`. Seasons are three months (winter begins in
December), `early June` is June, `early 2020` is 2020, `Week 38, 2019` is its seven days (ISO 8601).
`2018 9 年 月` is `2018年9月` as it is copied where digits and characters are of two fonts.
"""

from __future__ import annotations

import calendar
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ucap.vocabulary.folding import HAN
from ucap.vocabulary.reference import REFERENCE, word_list

_REFERENCE = REFERENCE / "date_words.csv"


def _load_words() -> dict[str, tuple[int, int]]:
    with _REFERENCE.open(encoding="utf-8") as file:
        return {row["written"]: (int(row["first_month"]), int(row["last_month"])) for row in csv.DictReader(file)}


_WORDS = _load_words()


def _any_of(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"


_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_SHORT_YEAR = r"(?:['’]|-(?=\d\d(?!\d)))(?P<short_year>\d\d)(?!\d)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)(?:st|nd|rd|th)?"
_MONTH = rf"(?P<part>{_any_of([w for w, (a, b) in _WORDS.items() if a == b])})(?![^\W\d_])\.?"
_PART = rf"(?P<part>{_any_of(list(_WORDS))})(?![^\W_])\.?"
_WEEKDAY = r"(?:the\s+(?=\d))?(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+(?:the\s+)?)?"
_WEEK_OF = r"(?P<of_week>(?:(?:the\s+)?week\s+(?:of|from|beginning|commencing|starting)|w/c)\s+(?:on\s+)?(?:the\s+)?)?"
_VAGUE = (
    r"(?:the\s+)?(?:(?:very\s+)?(?:(?:(?:early|mid)\s?(?:to|[/–-])\s?)?(?:early|mid(?:dle)?|late)|end|beginning|start|course"
    r"|anfang|mitte|ende|first\s+days|last\s+days|(?:first|second|1st|2nd)\s+half(?=\s+of\s+[a-z]{3})"
    r"|(?P<week>(?:first|second|third|fourth|last|1st|2nd|3rd|4th)\s+week))(?:\s+(?:of|in))?[\s-]*(?:the\s+)?)?"
)
_ORDINAL = (
    r"(?P<ordinal>first|second|third|1st|2nd|3rd)(?=\s?(?:[/&+–-]|and|to)\s?(?:the\s)?"
    r"(?:second|third|fourth|2nd|3rd|4th)\s(?P<unit>quarter|half|semester))"
)
"""The first of `first and second quarter`."""
_NAMED_YEAR = r"(?:the\s+)?(?:(?:(?:academic|school|fiscal|calendar|financial)\s+)?years?\s+)?"
_WEEK_NUMBER = r"(?:(?:calendar\s+)?week|[kc]w|w)\s?(?P<week_number>[1-5]?\d)(?!\d)"
_CHINESE_JOINER = "[-–—~至到、]"
_CHINESE_VAGUE = rf"(?:份?[上中下]旬|[底末]|初(?![步期次])|中(?![{HAN}]))"
_CHINESE_DIGITS = "零一二三四五六七八九"
_POINTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        _ORDINAL,
        rf"{_WEEKDAY}{_YEAR}(?P<sign>[-/.])(?P<month>\d{{1,2}})(?P=sign)(?P<day>\d{{1,2}})(?!\d)",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?P<sign>[-/.])\s?(?P<month>\d{{1,2}})(?P=sign)\s?(?P<year>(?:19|20)?\d\d)(?!\d)",
        r"(?P<day>\d{1,2})(?P<sign>[/.])(?P<month>\d{1,2})(?=\s?[–—-]\s?\d{1,2}(?P=sign)\d{1,2}(?P=sign)(?:19|20)?\d\d)",
        rf"(?P<year>(?:19|20)\d\d)\s?年\s?(?P<month>\d{{1,2}})(?=\s?{_CHINESE_JOINER}\s?\d{{1,2}}\s?月)",
        r"(?P<year>(?:19|20)\d\d)\s?年(?:\s?(?P<month>\d{1,2})\s?月(?:\s?(?P<day>\d{1,2})"
        rf"(?:\s?[日号]|(?=\s?{_CHINESE_JOINER}\s?\d{{1,2}}\s?[日号]))|{_CHINESE_VAGUE})?"
        rf"|\s?(?P<part>第?[一二三四1-4]季度|[春夏秋冬](?:[季天]|(?![{HAN}]))|[上下]半年)|\s?年?{_CHINESE_VAGUE})?",
        r"(?P<year>(?:19|20)\d\d)\s(?P<month>\d{1,2})(?:\s(?P<day>\d{1,2})\s年\s月\s[日号]|\s年\s月)",
        rf"(?P<year>[〇○{_CHINESE_DIGITS}]{{4}})年(?:(?P<month>[{_CHINESE_DIGITS}十]{{1,2}})月(?:(?P<day>[{_CHINESE_DIGITS}十]{{1,3}})[日号])?)?",
        rf"{_WEEK_NUMBER}(?:,|\s+of|\s+in|/)?\s?{_YEAR}",
        rf"{_YEAR}[,\s-]{{1,2}}{_WEEK_NUMBER}",
        r"(?P<only_month>\d{1,2})\s?月(?:\s?(?P<day>\d{1,2})\s?[日号])?|(?P<only_day>\d{1,2})\s?[日号]",
        r"(?P<part>第?[一二三四1-4]季度)",
        rf"{_WEEK_OF}{_WEEKDAY}{_DAY}\.?(?:\s+of|-)?\s?{_MONTH},?(?:\s+of|-)?(?:\s?(?:{_YEAR}|{_SHORT_YEAR}))?",
        rf"{_WEEK_OF}{_WEEKDAY}{_MONTH}\s?{_DAY}(?:,?\s+(?:{_YEAR}|{_SHORT_YEAR}))?",
        rf"{_VAGUE}{_PART}(?:\s+(?:of|in)(?:\s+the\s+year)?|[,/-])?\s?(?:{_YEAR}|{_SHORT_YEAR})?",
        rf"{_VAGUE}(?P<month>0?[1-9]|1[0-2])[./]{_YEAR}",
        rf"{_VAGUE}{_YEAR}[-/.](?P<month>0[1-9]|1[0-2])(?!\d)",
        rf"{_YEAR}[,\s/-]\s?{_MONTH}\s?{_DAY}(?![^\W\d_])",
        rf"{_VAGUE}{_YEAR}(?:[,\s/-]\s?)?{_PART}",
        rf"{_VAGUE}{_NAMED_YEAR}{_YEAR}",
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})(?!\d)\.?",
        rf"{_WEEK_OF}{_WEEKDAY}(?:the\s+)?{_DAY}(?:,\s+{_YEAR}|\.(?!\d))?",
    )
)
_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST_WORDS = word_list("date-start") | {match[0] for word in _WORDS if (match := _LETTERS.match(word))}
"""The words with which a point can begin: most texts are told from dates by their first word."""
_JOINER = re.compile(
    r"\s?(?:(?P<strong>[-–—−~至到]|to|until|till|through|bis)|(?P<weak>[/&+,、，]|and|or))\s?(?:the\s)?", re.IGNORECASE
)
_SECOND_YEAR = re.compile(r"\s?(?P<sign>[/–-])\s?(?P<year>(?:19|20)?\d\d)(?!\d|[./-]\d)")
_BEFORE = re.compile(
    r"(?:(?P<since>since|from|as\s+of|as\s+from|starting(?:\s+(?:in|from|on))?|after)|(?P<until>until|till|up\s+to)"
    r"|(?:planned|scheduled|expected|foreseen)(?:\s+(?:for|in|on))?|in|on|during|over|between|throughout|around|about|circa|ca\.|approx\.|by|before|at)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_WORD_START = re.compile(r"(?<![^\W_])[^\W_]")
_ONWARDS = re.compile(
    r"\s?(?:onwards?\b|on\b(?=\s*[:,.])|(?:[-–—]|to|until|till)\s?(?:present|now|today|date|ongoing|open)\b|(?:\(|,\s?)?(?:ongoing|open(?:\s+end(?:ed)?)?)\b\)?|[-–—](?=\s*(?:$|[:(])))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class DateRange:
    """From `start` to `end` (both included, ISO 8601 at the precision given; None is open), `length` characters long.

    `has_preposition` tells `In May 2018` from `May 2018`; `is_point` a single date from a range; `is_bare_year` a
    number that is a date only by its look.
    """

    start: str | None
    end: str | None
    length: int
    has_preposition: bool = False
    is_point: bool = True
    is_bare_year: bool = False


@dataclass(frozen=True, slots=True)
class _Point:
    """One date, as far as it is known; `months` are first and last month, 14 being February of the next year."""

    year: int | None = None
    months: tuple[int, int] | None = None
    day: int | None = None
    is_week: bool = False
    is_chinese_part: bool = False

    @property
    def is_complete(self) -> bool:
        return self.year is not None and (self.day is None or self.months is not None)

    def completes(self, before: _Point, *, is_tight: bool) -> bool:
        """Whether the point is complete beside the one before: `13, 2018` after `May 11`, `20日` after `9月12日`.

        A bare day is only where no space parts them: `24` after `2017/11/20-`.
        """
        needs_only_month = self.year is not None and before.months is not None
        is_later_day = is_tight and self.months is None and (self.day or 0) > (before.day or 99)
        return self.is_complete or needs_only_month or (before.is_complete and (self.is_chinese_part or is_later_day))


def match_date(text: str, start: int = 0) -> DateRange | None:
    """The date expression that begins at `text[start]`, as long as it goes; None where none begins there."""
    before = _BEFORE.match(text, start)
    points, end = _chain(text, before.end() if before else start)
    if not points:
        return None
    onwards = _ONWARDS.match(text, end) if len(points) == 1 else None
    first: str | None
    last: str | None
    first, last = _bounds(points)
    if onwards or (len(points) == 1 and before and before["since"]):
        last = None
    if len(points) == 1 and before and before["until"]:
        first = None
    length = (onwards.end() if onwards else end) - start
    is_point = len(points) == 1
    return DateRange(first, last, length, before is not None, is_point, is_point and points[0].months is None)


def find_dates(text: str) -> Iterator[tuple[int, DateRange]]:
    """All date expressions anywhere in the text, with the offsets at which they begin."""
    position = 0
    while candidate := _WORD_START.search(text, position):
        found = match_date(text, candidate.start())
        if found:
            yield candidate.start(), found
        position = candidate.start() + (found.length if found else 1)


def precedes(earlier: str, later: str) -> bool:
    """Whether one date lies wholly before the other, at the coarser precision of the two."""
    length = min(len(earlier), len(later))
    return earlier[:length] < later[:length]


def _chain(text: str, start: int) -> tuple[list[_Point], int]:
    """The points that stand next to each other from `start` on, complete ones only, and where they end."""
    points: list[_Point] = []
    position, end, complete_count, is_tight = start, start, 0, False
    while len(points) < 12:
        found = _match_point(text, position)
        if found is None:
            break
        point, position = found
        points.append(point)
        if point.completes(points[-2] if len(points) > 1 else point, is_tight=is_tight):
            end, complete_count = position, len(points)
        second_year = _SECOND_YEAR.match(text, position)
        if second_year and point.year and _follows(point, second_year):
            if point.months is None:
                points.append(_Point(point.year // 100 * 100 + int(second_year["year"])))
            return points, second_year.end()
        joiner = _JOINER.match(text, position)
        if joiner is None or (joiner[0].strip() == "," and point.is_complete and not _is_full(text, joiner.end())):
            break
        is_tight = not any(sign.isspace() for sign in joiner[0])
        position = joiner.end()
    return _complete(points[:complete_count]), end


def _is_full(text: str, position: int) -> bool:
    """Whether a date with month and year begins there: behind a comma only such a one goes on with a list."""
    found = _match_point(text, position)
    return found is not None and found[0].year is not None and found[0].months is not None


def _follows(point: _Point, second: re.Match[str]) -> bool:
    """Whether a second year belongs to the point: `2018/19`, `Winter 2018/19`, `Winter 2018/2019`.

    Two digits are a later year, but `-11` is a month unless it is the very next year. Four digits are a date of
    their own unless the point is a season, and behind a dash a winter.
    """
    if point.year is None or point.day is not None:
        return False
    years = int(second["year"][-2:]) - point.year % 100
    if len(second["year"]) == 2:
        return years == 1 or (int(second["year"]) > 12 and 1 < years <= 10)
    first, last = point.months or (1, 1)
    return years == 1 and first != last and (second["sign"] == "/" or last > 12)


def _match_point(text: str, position: int) -> tuple[_Point, int] | None:
    word = _LETTERS.match(text, position)
    if word and word[0].isascii() and word[0].lower() not in _FIRST_WORDS:
        return None
    for pattern in _POINTS:
        match = pattern.match(text, position)
        point = _point(match.groupdict()) if match and match.end() > position else None
        if match and point:
            return point, position + len(match[0].rstrip(" ,-/"))
    return None


def _point(found: dict[str, str | None]) -> _Point | None:
    """The point of a match; None where no calendar has such a day or month."""
    year = _year(found.get("year") or found.get("short_year"))
    if year and found.get("week_number"):
        return _week(year, int(found["week_number"] or 0))
    part = f"{found['ordinal']} {found['unit']}" if found.get("ordinal") else found.get("part")
    months = _WORDS[" ".join(part.lower().split())] if part else None
    day = _number(found.get("day") or found.get("only_day") or "0") or None
    if written := found.get("month") or found.get("only_month"):
        month = _number(written)
        if month > 12 and day and day <= 12:
            month, day = day, month
        months = (month, month)
    if months and not 1 <= months[0] <= 12:
        return None
    if day and not 1 <= day <= 31:
        return None
    return _Point(year, months, day, bool(found.get("of_week")), bool(found.get("only_day") or found.get("only_month")))


def _year(written: str | None) -> int | None:
    if not written:
        return None
    if not written.isdecimal():
        return int("".join(str(max(0, _CHINESE_DIGITS.find(digit))) for digit in written))
    return int(written) if len(written) == 4 else 2000 + int(written)


def _number(written: str) -> int:
    """A day or month in digits, or in Chinese numerals up to 99: `二十一`."""
    if written.isdecimal():
        return int(written)
    tens, is_ten, ones = written.rpartition("十")
    return (_CHINESE_DIGITS.find(tens or "一") * 10 if is_ten else 0) + max(0, _CHINESE_DIGITS.find(ones or "零"))


def _week(year: int, number: int) -> _Point | None:
    """The Monday of a numbered week."""
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        return None
    return _Point(monday.year, (monday.month, monday.month), monday.day, is_week=True)


def _complete(points: list[_Point]) -> list[_Point]:
    """What a point leaves out it takes from the next one, or else from the one before."""
    for neighbours in (range(len(points) - 2, -1, -1), range(1, len(points))):
        step = 1 if neighbours.step < 0 else -1
        for i in neighbours:
            points[i] = _filled(points[i], points[i + step], is_before=step == 1)
    return points


def _filled(point: _Point, other: _Point, is_before: bool) -> _Point:
    months = point.months or (other.months if point.day else None)
    year = point.year if point.year is not None else other.year
    if point.year is None and year and is_before and months and other.months and months[0] > other.months[0]:
        year -= 1
    return replace(point, year=year, months=months)


def _bounds(points: list[_Point]) -> tuple[str, str]:
    return _first(points[0]), _last(points[-1])


def _first(point: _Point) -> str:
    if point.months is None:
        return f"{point.year:04d}"
    day = _real_day(point)
    return f"{point.year:04d}-{point.months[0]:02d}" + (f"-{day:02d}" if day else "")


def _last(point: _Point) -> str:
    """The last month of a part of the year, the day itself, or the seventh day of a `week of`."""
    if point.months is None:
        return f"{point.year:04d}"
    day = _real_day(point)
    if day and point.is_week:
        return (date(point.year or 1, point.months[0], day) + timedelta(days=6)).isoformat()
    years, month = divmod(point.months[1] - 1, 12)
    return f"{(point.year or 0) + years:04d}-{month + 1:02d}" + (f"-{day:02d}" if day else "")


def _real_day(point: _Point) -> int | None:
    """The day, unless the month has no such day (31 June): then the month alone is known."""
    if point.day is None or point.months is None:
        return None
    return point.day if point.day <= calendar.monthrange(point.year or 1, point.months[0])[1] else None
