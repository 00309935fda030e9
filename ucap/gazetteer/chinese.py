"""What places are called in Chinese: names of our own, else those that the gazetteer has in simplified characters.

And which place a Chinese name means that they are called by.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ucap.gazetteer.index import default_index
from ucap.gazetteer.regions import region_names, regions_named
from ucap.vocabulary.folding import HAN, key
from ucap.vocabulary.reference import rows

_ONLY_HAN = re.compile(rf"[{HAN}](?: ?[{HAN}])*")  # a key has spaces between characters: "罗 马"
_LABEL = re.compile(r"(?P<name>.+?) \((?P<area>[^()]+)\)")  # "Taizhou (Zhejiang)"
_CITY = "市"
_REMEMBERED = 8192


@lru_cache(maxsize=_REMEMBERED)
def chinese_name(label: str) -> str | None:
    """The Chinese name of a city, province or region by its label; None where none is known.

    The part in brackets that tells places of one name from each other is translated, too.
    """
    own = _own_names().get(key(label))
    if own:
        return own
    parts = _LABEL.fullmatch(label)
    if parts is None:
        return _province(label) or _city(label)
    name, area = _city(parts["name"], parts["area"]) or chinese_name(parts["name"]), chinese_name(parts["area"])
    return f"{name}（{area or parts['area']}）" if name else None


def name_in(language: str, label: str) -> str:
    """A place by its label as a language calls it; by the label where no other name is known."""
    return (chinese_name(label) if language == "zh" else None) or label


@lru_cache(maxsize=_REMEMBERED)
def label_of_chinese(name: str) -> str | None:
    """The label of the place that is called so in Chinese: "Rome" of "罗马"; None where none is."""
    own = [row["name"] for row in rows("chinese_names") if row["chinese"] == name]
    regions = [one.name for one in regions_named(name)]
    cities = [one.place.name for one in default_index().named(key(name))]
    return next((label for label in (*own, *regions, *cities) if chinese_name(label) == name), None)


@cache
def _own_names() -> dict[str, str]:
    return {key(row["name"]): row["chinese"] for row in rows("chinese_names")}


def _province(name: str) -> str | None:
    """A province by its short name, which stands before the official one: 广西."""
    found = [one for one in region_names(name, "CN") if _ONLY_HAN.fullmatch(one)]
    return min(found, key=len, default=None)


def _city(name: str, area: str | None = None) -> str | None:
    """The simplified name of a city: the one that is known with 市 behind it, too (成都, not 天府), else the first.

    Of several places of the name it is the one in the area, else the most important one.
    """
    places = [one.place for one in default_index().named(key(name))]
    place = next((one for one in places if area in (None, one.region)), None)
    spelt = default_index().spellings(place) if place else ()
    found = [one.replace(" ", "") for one in spelt if _ONLY_HAN.fullmatch(one)]
    simplified = [one for one in found if _is_simplified(one)]
    return next((one for one in simplified if one + _CITY in simplified), next(iter(simplified), None))


def _is_simplified(name: str) -> bool:
    """Whether all characters are in GB 2312, which has no traditional forms."""
    try:
        name.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
