"""The ways in which a written name may be meant: "City of Guilin 桂林市 (Guangxi)" is Guilin, and 桂林市."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ucap.gazetteer.countries import is_country
from ucap.vocabulary import words
from ucap.vocabulary.folding import HAN
from ucap.vocabulary.reference import rows

_PARENTHESIS = re.compile(r"[(（\[]([^)）\]]*)[)）\]]?")
_CHINESE = re.compile(rf"[{HAN}]+")
_SEPARATOR = re.compile(r"\s*[,;/，、]\s*")
_CHINESE_CITY = "市"


@dataclass(frozen=True, slots=True)
class Reading:
    """A written name taken apart.

    `keys` are the keys under which to look it up, the most literal first; `chinese` those of its Chinese part; `hints`
    are what stood after a comma or in parentheses, perhaps a region or a country.
    """

    keys: tuple[str, ...]
    chinese: tuple[str, ...]
    hints: tuple[str, ...]


@lru_cache(maxsize=4096)
def read_name(written: str) -> Reading:
    """Take a written name apart."""
    chinese = [part for run in _CHINESE.findall(written) for part in (run, run.removesuffix(_CHINESE_CITY))]
    latin = _CHINESE.sub(" ", written) if _has_letters(_CHINESE.sub("", written)) else written
    outside, *after = [part for part in _SEPARATOR.split(_PARENTHESIS.sub(" ", latin).strip()) if part] or [""]
    head, country = _without_country(words(outside))
    hints = [hint.strip() for hint in (*_PARENTHESIS.findall(latin), *after, country) if hint.strip()]
    keys = [key for name in (words(latin), words(outside), head) for key in _bare(name)]
    return Reading(_once([*keys, *map(_in_one, keys)]), _once(" ".join(words(part)) for part in chinese), tuple(hints))


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _without_country(name: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The name and the country behind it: "Brest France"."""
    for at in range(1, len(name)):
        country = " ".join(name[at:])
        if is_country(country):
            return name[:at], country
    return name, ""


def _in_one(name_key: str) -> str:
    """The name in one word, as Chinese names are also written in two: "Xi An"."""
    return name_key.replace(" ", "")


def _bare(name: tuple[str, ...]) -> Iterator[str]:
    """The key of the name as it stands, and without the words for a kind of place before and after it."""
    yield " ".join(name)
    shorter = _without_affix(name)
    if shorter:
        yield from _bare(shorter)


def _without_affix(name: tuple[str, ...]) -> tuple[str, ...]:
    """The name without its longest affix, or nothing where it has none."""
    for length in range(len(name) - 1, 0, -1):
        if ("before", name[:length]) in _affixes():
            return name[length:]
        if ("after", name[-length:]) in _affixes():
            return name[:-length]
    return ()


@cache
def _affixes() -> frozenset[tuple[str, tuple[str, ...]]]:
    return frozenset((row["position"], words(row["affix"])) for row in rows("place_affixes"))


def _once(items: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(item for item in dict.fromkeys(items) if item)
