"""What written names mean: here alone reading asks the gazetteer, so that another one could stand in for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ucap.gazetteer.gazetteer import gazetteer
from ucap.gazetteer.place import Match, Place
from ucap.plan.record import City, Side
from ucap.vocabulary.folding import fold


def look_up(
    name: str, *, countries: Iterable[str] = (), regions: Iterable[str] = (), side: Side | None = None
) -> Match:
    """What a name means; the match has no place where the name is not known.

    Args:
        name: the name as it is written.
        countries: ISO codes of the countries in which it may be.
        regions: names of the regions in which it may be.
        side: the side on which it is expected.
    """
    match = gazetteer().find(name, countries=countries, regions=regions, side=side)
    return Match() if match.place is None else match


def place_of(city: City) -> Place | None:
    """The place of a record's city, by its name, region, country and side."""
    countries = (city.country_code,) if city.country_code else ()
    regions = (city.region,) if city.region else ()
    return look_up(city.name, countries=countries, regions=regions, side=city.side).place


_SLAVIC = frozenset({"PL", "CZ", "SK", "SI", "HR", "RS", "BA", "ME", "UA"})
"""Countries in whose languages a city's name has endings behind prepositions."""
_BEHIND_PREPOSITION = re.compile(
    r"(?<![^\W_])(?:we?|do|ze?|ve?|na|od|ke?|u|iz|miasta|miastem|mesta|města|mesto|město|grada)\s+(?P<word>[^\W\d_a-z][^\W\d_]{3,24})"
)  # "w Gdańsku", "v Brně", "do Wrocławia"
_CAPITALISED = re.compile(r"(?<![^\W_])(?P<word>[^\W\d_a-z][^\W\d_]{3,24})(?![^\W_])")  # "Turussa"
_LAST_VOWEL = re.compile(r"(?<=..)[aeiouy]$")
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class _Cases:
    """How the names of cities decline in a country's language, all folded.

    `endings` stand behind a stem, those of `inside` where something is within the city; `stem` makes stems of a name.
    """

    endings: re.Pattern[str]
    inside: re.Pattern[str]
    stem: Callable[[str], Iterable[str]]
    words: re.Pattern[str] = _CAPITALISED


def _without_last_vowel(name: str) -> Iterator[str]:
    """The stems of a Slavic name, whose end may be soft before a vowel: `Rijek-`, `Rijec-`."""
    stem = _LAST_VOWEL.sub("", name)
    yield stem
    if stem != name and stem[-1] in _SOFT:
        yield stem[:-1] + _SOFT[stem[-1]]


_SOFT = {"k": "c", "g": "z", "h": "s"}


def _graded(name: str) -> Iterator[str]:
    """The stems of a Finnish or Estonian name, whose last stop may be weak: `Turku`, `Turu-`; `Lahti`, `Lahde-`."""
    yield name
    for strong, weak in _WEAK.items():
        if len(name) > len(strong) and name[:-1].endswith(strong):
            yield name[: -1 - len(strong)] + weak + name[-1]
    if name.endswith("i"):
        yield from _graded(f"{name[:-1]}e")


_WEAK = {
    "kk": "k",
    "pp": "p",
    "tt": "t",
    "nk": "ng",
    "nt": "nn",
    "lt": "ll",
    "rt": "rr",
    "mp": "mm",
    "rk": "r",
    "ht": "hd",
}
_NOMINATIVE = re.compile(r"(?:ius|iai|ai|as|us|ys|is|es|s|a|e|i|o)$")  # "us" of "Kaunas", "s" of "Ventspils"
_NONE = re.compile(r"(?!)")


def _without_nominative(name: str) -> Iterable[str]:
    """The stem of a Lithuanian or Latvian name: `Kaun-`, `Rig-`; one from elsewhere may have no ending of its own."""
    return {name, _NOMINATIVE.sub("", name)}


_SLAVIC_CASES = _Cases(
    re.compile(r"(?:[aeiouy]|ie|iu|ia|em|iem|om|ou|ovi|owi|owie|iach|ach|ich|ami|mi|ze)?"),
    _NONE,
    _without_last_vowel,
    _BEHIND_PREPOSITION,
)
_CASES = {
    **dict.fromkeys(_SLAVIC, _SLAVIC_CASES),
    "FI": _Cases(
        re.compile(r"[ie]?(?:n|ssa|sta|lla|lta|lle|seen|ksi)|h?[aeiouy]n"),
        re.compile(r"(?:ssa|lla)$"),
        _graded,
    ),
    "EE": _Cases(re.compile(r"[aeiu]?(?:s|st|sse|l|lt|le|ga|ni)"), re.compile(r"s$"), _graded),
    "HU": _Cases(
        re.compile(r"(?:b[ae]n|b[ae]|bol|[oe]?n|r[ae]|rol|n[ae]l|h[oe]z|tol|ig|[oe]?tt)"),
        re.compile(r"(?:b[ae]n|[oe]n|[oe]tt)$"),
        lambda name: (name,),
    ),
    "LV": _Cases(re.compile(r"(?:as|es|is|us|a|e|i|u|o|am|ei|im|os|ai)"), _NONE, _without_nominative),
    "LT": _Cases(
        re.compile(r"(?:os|es|aus|iaus|o|io|iu|u|ui|iui|ai|ei|a|e|oje|eje|uje|iuje|yje|uose|iuose|ose)"),
        re.compile(r"(?:oje|eje|uje|yje|ose|[^ji]e)$"),
        _without_nominative,
    ),
}
"""By countries: Finland has `Turussa`, Estonia `Tartus`, Hungary `Győrben`, Lithuania `Kaune`, Latvia `Rīgas`."""
_ARTICLE = re.compile(r"(?:Le|Les|La)\s|L['’]")  # "Le " of "Le Mans"
_DRAWN_IN = {
    "Le": r"(?:au|du)\s",
    "Les": r"(?:aux|des)\s",
    "La": r"(?:a|da|de|ne|su)lla\s",
    "L'": r"(?:a|da|de|ne|su)ll['’]",
}
"""By the article of a name, what it becomes behind a preposition: `aux Sables`, `della Spezia`, `dell'Aquila`."""
_AT_THE = {
    "FR": re.compile(r"(?<![^\W_])aux?\s$", re.IGNORECASE),
    "IT": re.compile(r"(?<![^\W_])(?:a|ne)ll(?:a\s|['’])$", re.IGNORECASE),
    "PT": re.compile(r"(?<![^\W_])n[oa]\s$", re.IGNORECASE),
}
"""By country, what says before a name that something is there: `au Mans`, `all'Aquila`, `no Porto`."""
_LONGEST_AT_THE = len(" nella ")
_GOES_ON_IN_PORTUGUESE = re.compile(r"\s*(?:[.,;:)]|$|(?:e|com|para|por|sobre|de|d[oa]s?|em)\s)")
"""Behind `no Porto`; `no Porto delegation came` is English."""
_LONG_AT_END = re.compile(r"[āēīū]$")  # "Rīgā": in Riga


class Declined(NamedTuple):
    """Where a text names a city with an ending, and whether that says that something was there."""

    start: int
    end: int
    place: Place
    is_inside: bool = False


def declined(text: str, own: Collection[Place]) -> Iterator[Declined]:
    """Where a text names one of the plan's own cities with an ending, as the language of one of them has them.

    A word that is itself the name of a place, or may be two of the plan's cities, is none.
    """
    cases = {id(one): one for place in own if (one := _CASES.get(place.country_code))}
    for one in cases.values():
        stems = {place: _stems(place, one.stem) for place in own}
        for found in one.words.finditer(text):
            word = fold(found["word"])
            meant = [place for place, of_place in stems.items() if _is_declined(word, of_place, one)]
            if len(meant) == 1 and (one is _SLAVIC_CASES or not gazetteer().knows(found["word"])):
                inside = one.inside.search(word) is not None
                yield Declined(found.start("word"), found.end("word"), meant[0], inside)


def contracted(text: str, own: Iterable[Place]) -> Iterator[Declined]:
    """Where a text names one of the plan's own cities whose article a preposition has drawn in.

    `au Mans` and `du Mans` are Le Mans, `alla Spezia` is La Spezia, `all'Aquila` is L'Aquila.
    """
    for place in own:
        if article := _ARTICLE.match(place.name):
            before, name = _DRAWN_IN[article[0].rstrip().replace("’", "'")], re.escape(place.name[article.end() :])
            for match in re.finditer(rf"(?<![^\W_])(?i:{before})(?P<name>{name})(?![^\W_])", text):
                yield Declined(*match.span("name"), place)


def is_locative(text: str, start: int, end: int, own: Collection[Place]) -> bool:
    """Whether the name at `text[start:end]` says that something is there, by a long vowel or a preposition's article.

    So do `Rīgā` and `Daugavpilī` in Latvia, `au Mans` in France, `alla Spezia` in Italy, `no Porto` in Portugal.
    """
    countries = {place.country_code for place in own}
    if "LV" in countries and _LONG_AT_END.search(text, start, end):
        return True
    before = text[max(0, start - _LONGEST_AT_THE) : start]
    return any(
        _AT_THE[code].search(before) and (code != "PT" or _GOES_ON_IN_PORTUGUESE.match(text, end))
        for code in countries & _AT_THE.keys()
    )


def _is_declined(word: str, stems: Iterable[str], cases: _Cases) -> bool:
    return any(word.startswith(stem) and cases.endings.fullmatch(word, len(stem)) for stem in stems)


@lru_cache(maxsize=256)
def _stems(place: Place, stem: Callable[[str], Iterable[str]]) -> frozenset[str]:
    """The stems of a city's names of one word, folded."""
    names = (name for name in gazetteer().spellings(place) if name.isalpha())
    return frozenset(part for name in names for part in stem(name) if len(part) >= _SHORTEST_STEM)
