"""Parts of a city that take part in its name: districts, new areas and zones, and the letters of an authority.

`Nanjing Jiangbei New Area`, `Yubei District of Chongqing`, `成都市武侯区` and `Wuxi WND` are one partner each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ucap.vocabulary.folding import HAN, words
from ucap.vocabulary.reference import rows

_LETTERS = re.compile(r"[\s,]+[(（]?(?P<letters>[A-Z]{3,6})[)）]?\s*$")
"""Behind a city: `Wuxi WND`, `Chengdu (CDHT)`."""
_CHINESE = re.compile(f"[{HAN}]+")  # "高新区"
_LONGEST_CHINESE = 6
_SHORTEST_CHINESE = 2


def is_zone(name: str) -> bool:
    """Whether a name ends in a word for a part of a city, or speaks of such a part of one: `X District of Y`."""
    return bool(_zone_end(words(name))) or _zone_of(words(name)) is not None or _chinese_zone(name) is not None


def city_names(name: str) -> Iterator[tuple[str, ...]]:
    """The names, as folded words, that the city may have of which the name is a part; the most likely first."""
    folded = words(name)
    if whole := _zone_of(folded):
        yield whole
    if length := _zone_end(folded):
        yield from (folded[:end] for end in range(len(folded) - length, 0, -1))
    if run := _chinese_zone(name):
        for end in range(min(_LONGEST_CHINESE, len(run)), _SHORTEST_CHINESE - 1, -1):
            yield tuple(run[:end])
            yield tuple(run[:end].removesuffix("市"))


def without_letters(name: str) -> str | None:
    """The name without the letters of an authority behind it; None where there are none."""
    found = _LETTERS.search(name)
    return name[: found.start()] if found and not name.isupper() else None


def _zone_end(folded: tuple[str, ...]) -> int:
    """Of how many words the word for a part of a city at the end of a name is; 0 where there is none."""
    return next((size for size in range(min(6, len(folded) - 1), 0, -1) if folded[-size:] in _zones()), 0)


def _zone_of(folded: tuple[str, ...]) -> tuple[str, ...] | None:
    """The city in `Yubei District of Chongqing`."""
    for at in range(1, len(folded) - 1):
        if folded[at] == "of" and _zone_end(folded[:at]):
            return folded[at + 1 :]
    return None


def _chinese_zone(name: str) -> str | None:
    """A run of Chinese characters that ends in a word for a part of a city, without that word."""
    runs = _CHINESE.findall(name)
    if len(runs) != 1:
        return None
    ends = (runs[0][: -len(end)] for end in _chinese_zones() if runs[0].endswith(end))
    return next((rest for rest in ends if len(rest) >= _SHORTEST_CHINESE), None)


@cache
def _zones() -> frozenset[tuple[str, ...]]:
    return frozenset(words(word) for word in _written() if not _CHINESE.match(word))


@cache
def _chinese_zones() -> tuple[str, ...]:
    return tuple(sorted(filter(_CHINESE.match, _written()), key=lambda word: -len(word)))


def _written() -> list[str]:
    return [row["affix"] for row in rows("place_affixes") if row["position"] == "zone"]
