"""Figures as people write them: `1.44 million`, `13.6 Mio`, `2 800 000`, `569.000`, `4,102 km ²`, `N/A`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ucap.vocabulary.folding import HAN

_MULTIPLIERS = {
    **dict.fromkeys(("thousand", "thousands", "tsd", "k", "千"), 1e3),
    "ten thousand": 1e4,
    "万": 1e4,
    "hundred thousand": 1e5,
    **dict.fromkeys(
        ("million", "millions", "millionen", "millones", "milioni", "mio", "mill", "mil", "mln", "mn", "m", "百万"), 1e6
    ),
    "千万": 1e7,
    **dict.fromkeys(("hundred million", "亿"), 1e8),
    **dict.fromkeys(("billion", "bn", "thousand million"), 1e9),
}
_WORDS = {"half a": 0.5, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_HECTARES_PER_KM2 = 100
_KM2_PER_SQUARE_MILE = 2.589988

_GROUP = r"\d{3}(?!\d|(?!(?P=separator))[.,]\d{3}(?!\d))"
_THOUSANDS = rf"(?P<separator>[ ,.'’\u00a0\u2009\u202f]){_GROUP}(?:(?P=separator){_GROUP})*"
_GROUPED = rf"\d{{1,3}}(?:{_THOUSANDS})(?:[.,]\d{{1,2}}(?!\d))?"
_MULTIPLIER = (
    r"(?:百万|千万|[千万亿]|(?:(?:ten|hundred)\sthousand|(?:hundred|thousand)\smillion|thousands?|tsd|millions?|millionen|millones|milioni"
    r"|mio|mill?|mln|mn|billion|bn|[km])(?![^\W_]))\.?"
)
_AREA_UNIT = (
    r"(?P<km2>km\s?(?:²|2(?!\d)|\^2|sq)?|sq(?:uare|\.)?\s?(?:km|kilomet(?:er|re)s?)|qkm|平方公里)"
    r"|(?P<ha>ha|hectares?|公顷)|(?P<mile>sq(?:uare|\.)?\s?mi(?:les?)?)"
)
_NOT_WITHIN = rf"(?<![^\W{HAN}])(?<![_.,])"
_FIGURE = re.compile(
    rf"{_NOT_WITHIN}(?P<none>n\s?[./]\s?a\b\.?|na\b|not\s(?:available|applicable|stated|known)|unknown|no\sdata|tb[cd]\b|-{{1,3}}(?!\S)|[–—](?!\S)|无)"
    rf"|{_NOT_WITHIN}(?:(?P<number>{_GROUPED}|\d+(?:[.,]\d+)?)|(?P<word>{'|'.join(_WORDS)})(?=\s(?:(?:ten|hundred)\s)?(?:thousand|million)))"
    rf"(?:\s?(?P<multiplier>{_MULTIPLIER}))?(?:\s?(?:{_AREA_UNIT})(?![^\W\d_]))?",
    re.IGNORECASE,
)
_LONGEST_STATEMENT = 20
_MOST_GROUPS = 8
_RANGE_GAP = re.compile(r"\s?(?:-|–|to)\s?")
_LARGEST_RATIO = 50
"""Of numbers that share a unit: in `300 and 1.2 million` they do not."""
_WORDED_GAP = re.compile(r"\s(?:to|and)\s")
_BETWEEN = re.compile(r"\b(?:between|from)\s*$", re.IGNORECASE)
_LOOK_BACK = 12
_LIST_GAP = re.compile(r"\s?(?:[+,;/&]|and|plus)\s?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and where it stands: `text[start:end]`; `value` is None for `N/A` and the like.

    `is_marked` tells a figure with a unit or with thousands set apart from bare digits, which may be a
    year. `groups` are the digits between the separators, for columns that have run together. `unit` is what the
    written number was multiplied by: 1e6 for `million`.
    """

    value: float | None
    start: int
    end: int
    is_marked: bool = False
    groups: tuple[str, ...] = ()
    unit: float = 1.0


def find_figures(text: str) -> list[Figure]:
    """All figures of a cell in reading order; bare years are left out where other figures stand beside them."""
    found = _with_shared_units([_figure(match) for match in _FIGURE.finditer(text)], text)
    if any(figure.is_marked for figure in found):
        found = [figure for figure in found if figure.is_marked or figure.value is None or not _is_year(figure.value)]
    return found


def is_not_available(text: str) -> bool:
    """Whether the text says that there is no value: `N/A`, `not available`, a lone dash."""
    match = _FIGURE.fullmatch(text.strip()) if len(text) <= _LONGEST_STATEMENT else None
    return bool(match and match["none"])


def split_figure(figure: Figure, expected: tuple[float, float]) -> tuple[Figure, Figure] | None:
    """Two figures that ran together because thousands are set apart by spaces: `1 440 000 345 821`.

    Of all ways to split the groups of digits, the one whose figures come closest (in proportion) to
    `expected` is taken. None where the figure has no place to split.
    """
    places = [i for i in range(1, len(figure.groups)) if not figure.groups[i].startswith("0")]
    if not places or len(figure.groups) > _MOST_GROUPS:
        return None

    def halves(place: int) -> tuple[float, float]:
        return float("".join(figure.groups[:place])), float("".join(figure.groups[place:]))

    def distance(place: int) -> float:
        return sum(max(a / b, b / a) for a, b in zip(halves(place), expected, strict=True))

    best = min(places, key=distance)
    left, right = halves(best)
    middle = figure.start + sum(map(len, figure.groups[:best])) + best - 1
    return (
        Figure(left, figure.start, middle, True, figure.groups[:best]),
        Figure(right, middle + 1, figure.end, True, figure.groups[best:]),
    )


def _figure(match: re.Match[str]) -> Figure:
    if match["none"]:
        return Figure(None, match.start(), match.end())
    multiplier = _MULTIPLIERS[" ".join(match["multiplier"].rstrip(".").lower().split())] if match["multiplier"] else 1
    value = _WORDS[match["word"].lower()] if match["word"] else _number(match["number"], multiplier >= 1e6)
    scale = 1 / _HECTARES_PER_KM2 if match["ha"] else _KM2_PER_SQUARE_MILE if match["mile"] else 1
    is_marked = bool(match["separator"] or multiplier != 1 or match["km2"] or scale != 1)
    groups = tuple(re.split(r"\D", match["number"])) if match["separator"] and match["separator"].isspace() else ()
    unit = multiplier * scale
    return Figure(round(value * unit, 6), match.start(), match.end(), is_marked, groups, unit)


def _number(written: str, before_million: bool) -> float:
    """`4,627.47`, `4.627,47`, `569.000` and `1,44`: the last sign is decimal unless three digits follow it.

    Before `million` a single sign is decimal even then (`1,234 million`), and so it is after a leading zero.
    """
    groups = re.split(r"\D", written)
    signs = re.findall(r"\D", written)
    if not signs:
        return float(written)
    is_lone_decimal = len(signs) == 1 and signs[0] in ".," and (before_million or groups[0] == "0")
    if is_lone_decimal or len(groups[-1]) != 3:
        return float("".join(groups[:-1]) + "." + groups[-1])
    return float("".join(groups))


def _with_shared_units(figures: Sequence[Figure], text: str) -> list[Figure]:
    """Small bare numbers with the unit that stands behind the next one: `0.3 + 0.2 million`.

    `3-4 million` and `between 3 and 4 million` are one figure, its lower bound: three million.
    """
    result: list[Figure] = []
    for figure in reversed(figures):
        behind = result[-1] if result else None
        gap = text[figure.end : behind.start] if behind else ""
        if behind is None or not (figure.value and behind.value and behind.is_marked):
            result.append(figure)
            continue
        is_bare = not figure.is_marked and figure.value < min(1000, _LARGEST_RATIO * behind.value / behind.unit)
        low = round(figure.value * behind.unit, 6) if is_bare else figure.value
        is_between = _BETWEEN.search(text[max(0, figure.start - _LOOK_BACK) : figure.start]) and _WORDED_GAP.fullmatch(
            gap
        )
        if (is_bare and _RANGE_GAP.fullmatch(gap)) or (is_between and low < behind.value):
            result[-1] = Figure(low, figure.start, behind.end, True, unit=behind.unit)
        elif is_bare and behind.unit > 1 and _LIST_GAP.fullmatch(gap):
            result.append(replace(figure, value=low, is_marked=True, unit=behind.unit))
        else:
            result.append(figure)
    return result[::-1]


def _is_year(value: float) -> bool:
    return value.is_integer() and 1900 <= value <= 2099
