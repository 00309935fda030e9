"""Dates as people write them, at the precision that they have: `12 to 20 September 2018`, `Q2 2019`, `2018年9月`.

An expression is one point (`31 May 2017`, `Autumn 2020`) or several with joiners between them
(`30th May – 07th June 2017`); what a point leaves out it takes from its neighbour. Seasons are three months (winter
begins in December), `early June` is June, `early 2020` is 2020, `Week 38, 2019` is its seven days (ISO 8601).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ucap.reading.values.date_points import Point, match_month_and_day, match_point
from ucap.reading.values.date_tokens import Token, is_of, tokens
from ucap.vocabulary.folding import HAN

_BEFORE = re.compile(
    r"(?:(?P<since>s)|(?P<until>t)|p|J|k(?= (?:[MPYhvo]|R [hu]))|R(?= M)|~)\.?[ ']?(?:[pf]\.? )*(?:f )*E?|E(?=P)"
)  # "from", "until the", "in", "w" czerwcu, "V" červnu, "à l'" automne, "nell'" autunno, "~"
_JOINER = re.compile(
    r"(?P<sign>\.? (?P<in>p) (?=n\. ?M)|\.? ?(?:[-~]+|[jJt](?: [fJ])*(?= |~)|J(?=n)|\.?/|,? ?&|,) ?)(?:[pf]\.? )*"
)  # "–", " to the ", " até ao ", " and ", ", ", " – м. ", " in " of Slovene "12. in 13. junij"
_IN_OF_SLOVENE = re.compile(
    r"in\s+\d{1,2}\.\s*(?:(?P<month>januarj|februarj|mare?c|april[aui]|maj|junij|julij|avgust|septembr|oktobr|novembr|decembr)|)"
)
"""`in 13. junij`, and not `In 3. April`, `Am 12. Mai`; a month that German has, too, only in a Slovene plan."""
_SECOND_YEAR = re.compile(r" ?(?P<sign>[/-]) ?(?P<year>[Yn])(?: y)?(?!Y|n|[./-][nY])")  # "2018/19"
_YEAR_WORD = re.compile(r" y(?:\.|(?=$| ?[-,&jt]))")  # "2018 r.", "2018 roku"
_DAY_WORD = re.compile(r" (?:f\.|D(?:\.|(?=$| ?[-,&jt])))")  # "2019 m. kovo 5 d.", "5 dieną"
_WORD_START = re.compile(rf"(?<![^\W_])[^\W_]|(?<=[{HAN}])[0-9]")
_TO_NOW = r"present|now|today|date|ongoing|open|heute|aujourd'hui|à\s+ce\s+jour|oggi|hoy|heden|dziś|今"
_ONWARDS = re.compile(
    rf"\s?(?:onwards?\b|on\b(?=\s*[:,.])|(?:[-–—至到]|to|until|till|bis|al?|hasta|tot)\s?(?:{_TO_NOW})(?![^\W_]*\w)"
    r"|(?:\(|,\s?)?(?:ongoing|open(?:\s+end(?:ed)?)?)\b\)?|起|以来|[-–—](?=\s*(?:$|[:(])))",
    re.IGNORECASE,
)  # " onwards"
_END_OF_LIST = re.compile(r"\s*(?:[:：)\]]|$)")  # ": "
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")
_DIGITS = r"(?P<year{0}>20[0-4]\d)(?P<month{0}>0[1-9]|1[0-2])(?P<day{0}>0[1-9]|[12]\d|3[01])"
_IN_DIGITS = re.compile(
    rf"(?<![\d.,]){_DIGITS.format(1)}(?:(?=\s*[:：]|\s[–—-]\s\D)|\s?[-–—~至到]\s?{_DIGITS.format(2)}(?![\d.,]?\d))"
)  # "20190925:", "20190925–20190927"; elsewhere eight digits are a figure
_ITEM_START = re.compile(r"(?:\A|[\n;；。])\s*(?:[^\w\s]|\(?\d{1,2}[.)、])?\s*$")  # "• ", not "Vertrag Nr. "
_LOOK_BACK = 12
_MOST_POINTS = 12
_PART_OF_YEAR = re.compile(r"\s*[(（]\s*(?P<part>[^()（）]{2,20})[)）]")  # " (spring)" behind a year


@dataclass(frozen=True, slots=True)
class DateRange:
    """From `start` to `end` (both included, ISO 8601 at the precision given; None is open), `length` characters long.

    `has_preposition` marks `In May 2018`, as distinct from `May 2018`; `is_point` a single date, not a range;
    `is_bare_year` a number that is a date only by its look; `is_impossible` a day that does not
    exist, of which the month is kept.
    """

    start: str | None
    end: str | None
    length: int
    has_preposition: bool = False
    is_point: bool = True
    is_bare_year: bool = False
    is_impossible: bool = False


def match_date(text: str, start: int = 0, year: int | None = None) -> DateRange | None:
    """The date expression that begins at `text[start]`, as long as it goes; None where none begins there.

    `year` is that of a heading above: it completes `3 May`.
    """
    in_digits = _IN_DIGITS.match(text, start)
    if in_digits and (in_digits["year2"] or _ITEM_START.search(text[max(0, start - _LOOK_BACK) : start])):
        return _of_digits(in_digits)
    words = tokens(_in_usual_width(text), start)
    classes = "".join(word.kind for word in words)
    before = _BEFORE.match(classes)
    points, used = _chain(words, classes, before.end() if before else 0, text, year)
    if not points:
        return None
    end = words[used - 1].end
    onwards = _ONWARDS.match(text, end) if len(points) == 1 else None
    is_point = len(points) == 1
    first: str | None
    last: str | None
    first, last = points[0].first, points[-1].last
    if onwards or (is_point and before and before["since"]):
        last = None
    if is_point and before and before["until"]:
        first = None
    found = DateRange(
        first,
        last,
        (onwards.end() if onwards else end) - start,
        before is not None and before[0].strip() != "~",
        is_point,
        is_point and points[0].months is None and not points[0].is_impossible,
        any(point.has_no_such_day for point in points),
    )
    return _narrowed(found, text, start) if found.is_bare_year else found


def _of_digits(match: re.Match[str]) -> DateRange:
    """A day, or two, written as eight digits."""
    parts = match.groupdict()
    points = [
        Point(int(parts[f"year{i}"]), (int(parts[f"month{i}"]),) * 2, int(parts[f"day{i}"]))
        for i in (1, 2)
        if parts[f"year{i}"]
    ]
    return DateRange(
        points[0].first,
        points[-1].last,
        match.end() - match.start(),
        is_point=len(points) == 1,
        is_impossible=any(point.has_no_such_day for point in points),
    )


@lru_cache(maxsize=8)
def _in_usual_width(text: str) -> str:
    """The text with usual digits and signs; the same long text is asked for at each of its words."""
    return text.translate(_FULL_WIDTH)


def _narrowed(year: DateRange, text: str, start: int) -> DateRange:
    """A year with the part of it that stands in the bracket behind: `2020 (spring)`, `2019 (May–June)`."""
    bracket = _PART_OF_YEAR.match(text, start + year.length)
    said = bracket["part"].rstrip(" .") if bracket else ""
    part = match_date(said, 0, int(year.start[:4])) if year.start and said else None
    if not bracket or not part or part.length < len(said) or match_date(said):
        return year
    return replace(part, length=bracket.end() - start, has_preposition=year.has_preposition)


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


def _chain(words: Sequence[Token], classes: str, position: int, text: str, year: int | None) -> tuple[list[Point], int]:
    """The points that stand next to each other from `position` on, complete ones only, and where they end."""
    points: list[Point] = []
    used, complete_count, is_tight = position, 0, False
    while len(points) < _MOST_POINTS:
        is_behind_day = bool(points) and points[-1].is_year_first and points[-1].day is not None
        found = match_month_and_day(words, classes, position) if is_behind_day else None
        found = found or match_point(words, classes, position)
        if found is None:
            break
        point, position = found
        if point.year is not None and (year_word := _YEAR_WORD.match(classes, position)):
            position = year_word.end()
        if point.day is not None and (day_word := _DAY_WORD.match(classes, position)):
            position = day_word.end()
        point = _as_year_first(point, points[-1]) if points else point
        if points and point.is_year_first and point.year and points[-1].is_bare_number:
            return [], used  # "2、2019.5.6", the second item of a list
        is_tight = is_tight or (bool(points) and bool(_END_OF_LIST.match(text, words[position - 1].end)))
        if year and point.months and point.year is None:
            point = replace(point, year=year)
        points.append(point)
        if _completes(point, points[:-1], is_tight=is_tight):
            used, complete_count = position, len(points)
        is_next_year = len(points) > 1 and _is_later(points[-2], point)
        if (second := _second_year(words, classes, position, point, is_next_year=is_next_year)) is not None:
            if point.months is None:
                return _complete([*points, Point(second[0])]), second[1]
            points[-1] = replace(point, year=second[0]) if is_next_year else point
            position = used = second[1]
        joiner = _JOINER.match(classes, position)
        if joiner is None or (joiner["in"] and not _is_slovene(text, words[joiner.start("in")].start)):
            break
        if _is_comma(text, words, joiner) and not _goes_on(words, classes, joiner.end(), point):
            break
        is_tight = " " not in joiner[0]
        position = joiner.end()
    return _complete(points[:complete_count]), used


def _is_later(point: Point, other: Point) -> bool:
    """Whether a month without year is later than the next, so that of `October to January 2019/20` each has its own."""
    return point.year is None and point.months is not None and other.months is not None and point.months > other.months


def _completes(point: Point, earlier: Sequence[Point], *, is_tight: bool) -> bool:
    """Whether the point is complete beside those before: `13, 2018` after `May 11, 12 and`, `20日` after `9月12日`.

    A bare day is only where no space parts them (`24` after `2017/11/20-`), or where it ends the list (`– 27:`); so is
    `3 January` after `30 December 2019 –`.
    """
    if not earlier:
        return point.is_complete
    before = earlier[-1]
    needs_only_month = point.year is not None and any(one.months for one in earlier)
    is_later_day = is_tight and point.months is None and (point.day or 0) > (before.day or 99)
    is_named_part = point.is_named and (before.is_year_first or (is_tight and point.day and before.day))
    is_part = point.is_chinese_part or point.is_year_first or is_later_day or is_named_part
    has_month_of_both = before.year is not None and before.day is not None and before.months is None
    needs_only_month |= has_month_of_both and point.months is not None
    return point.is_complete or needs_only_month or (before.is_complete and bool(is_part))


def _as_year_first(point: Point, before: Point) -> Point:
    """Behind `2019/6-`, `8` is a month."""
    if not before.is_year_first or before.day or before.months is None or point.day is None:
        return point
    if point.year or point.months or point.is_chinese_part or not before.months[0] < point.day <= 12:
        return point
    return replace(point, months=(point.day, point.day), day=None, is_year_first=True)


def _is_comma(text: str, words: Sequence[Token], joiner: re.Match[str]) -> bool:
    return text[words[joiner.start()].start : words[joiner.end("sign") - 1].end].strip() in ",，"


def _is_slovene(text: str, start: int) -> bool:
    """Whether a preposition between two days is the Slovene word for `and`."""
    found = _IN_OF_SLOVENE.match(text, start)
    return found is not None and (found["month"] is not None or is_of("SI"))


def _goes_on(words: Sequence[Token], classes: str, position: int, before: Point) -> bool:
    """Whether a list goes on behind a comma: before a date with month and year, or with a year after a year."""
    if not before.is_complete:
        return True
    found = match_point(words, classes, position)
    if found is None or found[0].year is None:
        return False
    return found[0].months is not None or (before.months is None and found[0].day is None)


def _second_year(
    words: Sequence[Token], classes: str, position: int, point: Point, *, is_next_year: bool
) -> tuple[int, int] | None:
    """The second year that belongs to the point, and the position behind it: `2018/19`, `Winter 2018/2019`.

    Two digits are a later year, but `-11` is a month unless it is the very next year. Four digits are a date of
    their own unless the point is a season, and behind a dash a winter, or a range before it goes on into the next year.
    """
    match = _SECOND_YEAR.match(classes, position)
    if match is None or point.year is None or point.day is not None:
        return None
    token = words[match.start("year")]
    years = token.value % 100 - point.year % 100
    if match["year"] == "n":
        is_year = token.end - token.start == 2 and (years == 1 or (token.value > 12 and 1 < years <= 10))
    else:
        first, last = point.months or (1, 1)
        is_span = first != last and (match["sign"] == "/" or last > 12)
        is_year = years == 1 and (is_span or (is_next_year and match["sign"] == "/"))
    return (point.year // 100 * 100 + token.value % 100, match.end()) if is_year else None


def _complete(points: list[Point]) -> list[Point]:
    """What a point leaves out it takes from the next one, or else from the one before: `30 Dec 2019 – 3 January`."""
    for neighbours in (range(len(points) - 2, -1, -1), range(1, len(points))):
        step = 1 if neighbours.step < 0 else -1
        for i in neighbours:
            points[i] = _filled(points[i], points[i + step], is_before=step == 1)
    return points


def _filled(point: Point, other: Point, is_before: bool) -> Point:
    months = point.months or (other.months if point.day else None)
    year = point.year if point.year is not None else other.year
    if point.year is None and year and months and other.months:
        is_other_year = months[0] > other.months[0] if is_before else months[0] < other.months[0]
        year += is_other_year * (-1 if is_before else 1)
    return replace(point, year=year, months=months)
