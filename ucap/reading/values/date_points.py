"""One date, written in any of the usual ways, as a pattern over the classes of its tokens."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ucap.reading.values.date_tokens import ROMAN, YEAR, Token

_OF = r"(?: ?[fp](?=[ f]))*(?: E|[ -])?"  # "31 of May", "30 d'abril", "31-May"
_BEFORE_YEAR = r"(?:,?(?: [fpy](?= ))* |[,/.-])?"  # "June of the year 2019", "June, 2019", "June/2019"
_YEAR = r"(?:(?P<year>Y)|'(?P<short>n))"
_WEEKDAY = r"(?:(?:f )?w\.?,?(?: [fp])* ?)?(?:f )?E?"  # "Monday, the"
_DAY = r"(?P<day>n)\.?"
_VAGUE_WORDS = r"(?:[onR] ?& ?)?[vbh](?: v)*(?: ?[-/&jt] ?v)?"  # "early to mid", "first and second week"
_VAGUE_PART = r"P(?= f)|(?:[onR]\.? ?[-&/] ?)?[onR]\.? ?(?:[uk](?= [fp])|h(?= (?:[fp] )*M))"  # "second half" of May
_BEHIND = r"(?: b)?"  # "2020. június vége", "kesäkuun lopussa"
_VAGUE = rf"(?:(?:f )?(?:{_VAGUE_WORDS}|{_VAGUE_PART})(?: [fp]| ?J(?= ))*[ -]?)?(?:f )*"  # "mid-", "end of the "
_WEEK_OF = r"(?P<week_of>(?:f )?W (?:p )?(?:f )?)?"
_LAST_WEEK = r"(?: ?[-~&/jt] ?(?:k ?)?(?P<last_week>n)\.?(?!/?n| ?[.-]n| ?M))?"  # "–40" of "weeks 38–40"
_HUNGARIAN = r"(?=[MP]|[onR]\.? u)(?!M\.?(?: n\.?)?,? Y)"  # "2019. május" but not "in 2018. May 2019: Visit"
_TO_DAY = r"(?: ?[-~&/jt,] ?(?:M\.? ?)?n)+,? ?Y"  # "-22, 2019" behind "Apr.20"
_ORDINAL = r"(?P<ordinal>[onR])\.?[ -]?(?P<unit>[uh])"  # "2nd quarter", "II. Quartal", "seconda metà"
_UNIT_FIRST = r"(?P<unit_first>u)\.? (?:J )?(?P<number>[nR])"  # "trim. IV", "semestrul al II-lea"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<ordinal>[onR])\.?(?= ?[-~&/j] ?(?:f )?(?:[onR]\.?[ -]?(?P<unit>[uh])|(?P<next>P)))",  # "1st and 2nd half"
        rf"{_WEEKDAY}(?P<year>Y)(?P<sign>[-/.])(?P<month>n)(?P=sign)(?P<day>n)",  # "2018-09-12"
        r"(?P<year>Y)\. (?P<month>n)\. (?P<day>n)\.?",  # "2018. 10. 01."
        rf"{_WEEKDAY}(?P<day>n)(?P<sign>[-/.]) ?(?P<month>[nR])(?P=sign) ?(?:(?P<year>Y)|(?P<short>n))",  # "14. 6. 18"
        rf"{_WEEKDAY}(?P<day>n)\.? (?P<month>R)\.? (?P<year>Y)",  # "12 VI 2019"
        r"(?P<day>n)(?P<sign>[/.])(?P<month>n)(?= ?- ?n(?P=sign)n(?P=sign)[Yn])",  # "30/11-02/12/2018"
        r"(?P<month>[nR])\.?(?= ?[-~&/] ?[nR]\.?[./]Y)",  # "10-12/2019"
        r"(?P<month>R)(?= ?[-~&/] ?R Y)",  # "IX-XI 2019"
        r"(?P<year>Y) ?年 ?(?P<month>n)(?= ?[-~&] ?n ?月)",  # "2018年5-7月"
        r"(?P<year>Y) ?年 ?(?P<part>P)",  # "2019年上半年"
        r"(?P<year>Y) ?年 ?(?P<month>n) ?月 ?(?P<day>n)(?: ?日|(?= ?[-~&] ?n ?日))",  # "2018年9月12日"
        r"(?P<year>Y) ?年(?: ?(?P<month>n) ?月)?(?: ?z)*",  # "2018年9月底"
        r"(?P<year>Y) (?P<month>n)(?: (?P<day>n) 年 月 日| 年 月)",  # "2018 9 12 年 月 日"
        rf"k\.? ?(?P<week>n)\.?{_LAST_WEEK}(?:,|(?: [fpy])+|/)? ?(?P<year>Y)",  # "Week 38, 2019", "KW 38-40/2019"
        rf"(?P<week>n)\.?{_LAST_WEEK} k(?: [fp])* (?P<year>Y)",  # "38th week of 2019"
        rf"(?P<year>Y)[, -]{{1,2}}k ?(?P<week>n){_LAST_WEEK}",  # "2019-W38", "2019, weeks 38–40"
        r"(?P<only_month>n) ?月(?: ?(?P<day>n) ?日)?(?: ?z)*|(?P<only_day>n) ?日",  # "9月12日"
        rf"{_WEEK_OF}{_WEEKDAY}{_DAY}{_OF}(?P<part>M)\.?(?:{_BEFORE_YEAR}{_YEAR}|[-.](?P<tight>n)(?! ?\.? ?[fM&]))?",
        rf"{_VAGUE}(?P<part>M)\.?[-./]?(?P<tight>n)(?=-M[-./]n(?!,? ?Y)|(?!\.?[ -]?[fMP]|,? ?Y|{_TO_DAY}))",  # "Jun-19"
        rf"{_VAGUE}(?P<part>P) (?P<short>n)(?=/n)",  # "winter 18/19"
        rf"{_WEEK_OF}{_WEEKDAY}(?P<part>M)\.?(?: ?|-(?=n,? ?Y))(?P<day>n)(?:(?:, ?| ){_YEAR})?",  # "May 11, 2018"
        rf"{_VAGUE}(?:(?P<part>[MP])\.?|{_ORDINAL}|{_UNIT_FIRST}){_BEHIND}(?:{_BEFORE_YEAR} ?{_YEAR}{_BEHIND})?",
        rf"{_VAGUE}(?P<month>n)(?: ?/ ?|[.-])(?P<year>Y)",  # "09/2018"
        rf"{_VAGUE}(?P<month>R)[./ -]{{1,2}}(?P<year>Y)",  # "VI.2019"
        rf"{_VAGUE}(?P<year>Y)(?P<iso>[-/.])(?P<month>n)",  # "2018-09"
        rf"(?P<year>Y)(?:[-/]|,? ?|\. {_HUNGARIAN})(?P<part>M)\.? ?(?P<day>n)e?",  # "2018 May 12", "2018. május 12-ig"
        rf"(?P<year>Y)\.? l\.? {_DAY} (?P<part>M)\.?",  # "2019. gada 4. jūnijs"
        r"(?P<year>Y)\.? l\.? (?P<day>n)\.?(?= ?- ?n\.? M)",  # "2019. gada 3.–5. jūnijs"
        rf"(?P<year>Y)\.? l\.? (?:{_ORDINAL}|(?P<part>P))",  # "2019 m. II ketvirtis"
        r"(?P<year>Y)\.? l\.? (?P<part>M)\.?(?: b| (?P<day>n))?",  # "2019 m. birželio 4"
        rf"{_VAGUE}(?P<year>Y)(?:-|/|,? |\. {_HUNGARIAN})?(?:{_ORDINAL}|(?P<part>[MP])\.?){_BEHIND}",  # "2019 Q2"
        rf"{_VAGUE}(?P<year>Y)(?:\. y|\.? l)\.?(?: b|(?=:|$))",  # "2019. godina:", "2019 m."
        rf"{_VAGUE}(?:y ?)*(?P<year>Y)(?: y\b\.?)?{_BEHIND}",  # "end of the school year 2018", "FY2019"
        rf"{_WEEKDAY}(?P<day>n)\.(?P<month>n)(?!n)\.?",  # "12.09."
        rf"{_WEEKDAY}(?P<day>n)\. (?P<month>n)\.(?= ?[-~])",  # "9. 9." of "9. 9. – 4. 10. 2019"
        rf"{_WEEK_OF}{_WEEKDAY}(?P<day>n)(?:(?:, ?| )(?P<year>Y)|\.(?!n))?",  # "3." of "3. und 4. Mai"
    )
)
_MONTH_AND_DAY = re.compile(r"(?P<month>n)(?P<sign>[-/.])(?P<day>n)(?!(?P=sign)n)")  # "3.22" behind "2019.3.18-"
_OLDEST_SHORT_YEAR = 13
"""`Jun-19` is a year as Excel writes it; `Jun-12` a day."""
_LATEST_SHORT_YEAR = 49
_TWO_DIGITS = 2
_EARLY_FEASTS = {
    (1, 2): frozenset({2009, 2012, 2014, 2017, 2020, 2023, 2025, 2028, 2031, 2033, 2036}),
    (3, 4): frozenset({2008, 2013, 2016, 2024, 2027, 2032, 2035}),
}
"""The years in which the Chinese New Year is in January, and in which Easter of the Western churches is in March."""


@dataclass(frozen=True, slots=True)
class Point:
    """One date, as far as it is known; `months` are first and last month, 14 being February of the next year.

    `weeks` is how many weeks begin with the day, 0 where it is that day alone.
    `is_impossible` says that the day or month written is in no calendar, `is_year_first` that it is written `2019.6.3`,
    `is_named` that its month is a word.
    """

    year: int | None = None
    months: tuple[int, int] | None = None
    day: int | None = None
    weeks: int = 0
    is_chinese_part: bool = False
    is_impossible: bool = False
    is_year_first: bool = False
    is_named: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether it needs no other date beside it."""
        return self.year is not None and (self.day is None or self.months is not None)

    @property
    def is_bare_number(self) -> bool:
        """Whether it may as well be no date, but the number of an item."""
        return self.day is not None and self.months is None and self.year is None and not self.is_chinese_part

    @property
    def first(self) -> str:
        """Its first day, month or year (ISO 8601)."""
        if self.months is None:
            return f"{self.year:04d}"
        day = self.real_day
        return f"{self.year:04d}-{self.months[0]:02d}" + (f"-{day:02d}" if day else "")

    @property
    def last(self) -> str:
        """The last month of a part of the year, the day itself, or the last one of the weeks that begin with it."""
        if self.months is None:
            return f"{self.year:04d}"
        day = self.real_day
        if day and self.weeks:
            return (date(self.year or 1, self.months[0], day) + timedelta(days=7 * self.weeks - 1)).isoformat()
        years, month = divmod(self.months[1] - 1, 12)
        return f"{(self.year or 0) + years:04d}-{month + 1:02d}" + (f"-{day:02d}" if day else "")

    @property
    def real_day(self) -> int | None:
        """The day, unless the month has no such day (31 June): then the month alone is known."""
        if self.day is None or self.months is None:
            return None
        return self.day if self.day <= calendar.monthrange(self.year or 1, self.months[0])[1] else None

    @property
    def has_no_such_day(self) -> bool:
        """Whether it is 31 June, 29 February 2019, or the like."""
        return self.is_impossible or (self.day is not None and self.months is not None and self.real_day is None)


def match_point(words: Sequence[Token], classes: str, position: int) -> tuple[Point, int] | None:
    """The date that begins with the token at `position`, and the position behind it."""
    for pattern in _PATTERNS:
        match = pattern.match(classes, position)
        if match and match.end() > position and (point := _point(_Found(match, words))):
            is_year_first = (
                match.groupdict().get("year") is not None and classes[position] == YEAR and point.months is not None
            )
            return replace(point, is_year_first=is_year_first), match.end()
    return None


def match_month_and_day(words: Sequence[Token], classes: str, position: int) -> tuple[Point, int] | None:
    """The month and day that begin with the token at `position`, and the position behind them.

    So they stand behind a date with the year first: `2019.3.18—3.22`, `2019-03-18 – 03-22`.
    """
    match = _MONTH_AND_DAY.match(classes, position)
    if match is None:
        return None
    month, day = (words[match.start(name)] for name in ("month", "day"))
    is_short = min(one.end - one.start for one in (month, day)) < _TWO_DIGITS
    if (match["sign"] == "-" and is_short) or not (1 <= month.value <= 12 and 1 <= day.value <= 31):
        return None
    return Point(None, (month.value, month.value), day.value, is_year_first=True), match.end()


class _Found:
    """The tokens of a match by the names of their groups."""

    def __init__(self, match: re.Match[str], words: Sequence[Token]) -> None:
        self._tokens = {name: words[match.start(name)] for name, text in match.groupdict().items() if text}

    def token(self, *names: str) -> Token | None:
        return next((self._tokens[name] for name in names if name in self._tokens), None)

    def number(self, *names: str) -> int | None:
        token = self.token(*names)
        return token.value if token else None

    def __contains__(self, name: str) -> bool:
        return name in self._tokens


def _point(found: _Found) -> Point | None:
    """The point of a match; None where the numbers cannot be meant as a date."""
    year = found.number("year")
    short = found.token("short", "tight")
    if short and "year" not in found:
        if not _is_short_year(short, is_loose="short" in found):
            return None
        year = 2000 + short.value
    if year and "week" in found:
        return _week(year, found.number("week") or 0, found.number("last_week"))
    return _calendar_point(found, year)


def _calendar_point(found: _Found, year: int | None) -> Point | None:
    months, day = _of_feast(_months(found), year), found.number("day", "only_day")
    if months is None and ("part" in found or "ordinal" in found or "unit_first" in found):
        return None
    if written := found.token("month", "only_month"):
        if "iso" in found and not _is_iso_month(found, written):
            return None
        return _numbers(year, written, day, is_chinese_part="only_month" in found)
    if day is not None and months is None and not 1 <= day <= 31:
        return None
    is_impossible = day is not None and not 1 <= day <= 31
    day = None if is_impossible else day
    return Point(
        year, months, day, int("week_of" in found), "only_day" in found, is_impossible, is_named="part" in found
    )


def _of_feast(months: tuple[int, int] | None, year: int | None) -> tuple[int, int] | None:
    """The month of the Spring Festival or of Easter, each in one of two, in a year; other months as they are."""
    early = _EARLY_FEASTS.get(months) if months and year else None
    if months is None or early is None:
        return months
    month = months[0] if year in early else months[1]
    return month, month


def _is_short_year(token: Token, *, is_loose: bool) -> bool:
    low = 0 if is_loose else _OLDEST_SHORT_YEAR
    return token.end - token.start == _TWO_DIGITS and low <= token.value <= _LATEST_SHORT_YEAR


def _is_iso_month(found: _Found, month: Token) -> bool:
    """`2018-09` but not `2018-9`; `2018.9` is one as well, `2018/19` is none."""
    sign = found.token("iso")
    is_dash = sign is not None and sign.kind == "-"
    return 1 <= month.value <= 12 and (month.end - month.start == _TWO_DIGITS or not is_dash)


def _months(found: _Found) -> tuple[int, int] | None:
    if part := found.token("part"):
        return part.months
    number, length = found.number("ordinal", "number"), found.number("unit", "unit_first")
    if (following := found.token("next")) and following.months:
        length = following.months[1] - following.months[0] + 1
    if not number or not length or number * length > 12:
        return None
    return (number - 1) * length + 1, number * length


def _numbers(year: int | None, written: Token, day: int | None, *, is_chinese_part: bool) -> Point | None:
    """A date in numbers: day first, unless only the other order exists (`11/20/2019`)."""
    month = written.value
    if month > 12 and day and day <= 12 and written.kind != ROMAN:
        month, day = day, month
    if not 1 <= month <= 12:
        is_date = year is not None and day is not None and 1 <= day <= 31 and month <= 31
        return Point(year, is_impossible=True) if is_date else None
    is_impossible = day is not None and not 1 <= day <= 31
    if is_impossible and (year is None or not day):
        return None
    return Point(year, (month, month), None if is_impossible else day, 0, is_chinese_part, is_impossible)


def _week(year: int, number: int, last: int | None) -> Point | None:
    """The Monday of a numbered week (ISO 8601), or of the first of several."""
    try:
        monday = date.fromisocalendar(year, number, 1)
        count = 1 if last is None else (date.fromisocalendar(year, last, 1) - monday).days // 7 + 1
    except ValueError:
        return None
    return Point(monday.year, (monday.month, monday.month), monday.day, weeks=count) if count > 0 else None
