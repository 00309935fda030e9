"""Countries: their ISO 3166 codes and their names, from the Unicode CLDR through Babel."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global

from ucap.vocabulary.phrases import Found, Phrases
from ucap.vocabulary.reference import rows

_LANGUAGES = ("en", "zh", "de")  # later ones give way to earlier ones
_PARTNERS = (
    "zh_Hant",
    "fr",
    "it",
    "es",
    "pt",
    "nl",
    "pl",
    "cs",
    "sk",
    "hu",
    "ro",
    "bg",
    "el",
    "hr",
    "sl",
    "sv",
    "da",
    "fi",
    "et",
    "lv",
    "lt",
    "ca",
    "gl",
    "eu",
    "ga",
    "mt",
    "nb",
    "tr",
    "uk",
    "sr",
    "sr_Latn",
)
"""Further languages in which a list of countries may be written."""
_LONGEST_CODE = 3
_PEOPLES_REPUBLICS = frozenset({"NR", "PR", "LR"})
"""Short for a people's republic in the partners' languages, and codes of countries: Nauru, Puerto Rico, Liberia."""
_NO_CODES = frozenset({"NA"})
"""Codes that mean something else where they stand alone: not available."""


def country_code(name: str) -> str | None:
    """The code of a country by its name in English, Chinese or German, a variant, or its code."""
    if name.isupper() and len(name) == 2:
        return _codes().get(name) or (name if name in _territories("en") else None)
    return _codes().get(name)


def is_country(name: str) -> bool:
    """Whether the text as a whole names a country: "Italy", "the Netherlands", "UK"."""
    return country_code(name) is not None


def names_one_country(text: str) -> bool:
    """Whether a text is one country's name in a partner's language, or in two: `Suomi`, `Suomi (Finland)`."""
    found = listed_countries(text)
    named = "".join(text[one.start : one.end] for one in found)
    return len({one.value for one in found}) == 1 and sum(map(str.isalnum, named)) == sum(map(str.isalnum, text))


def country_name(code: str, language: str = "en") -> str:
    """The country's name in a language of the interface; the code itself where the code is unknown."""
    repaired = _usual_names().get(code) if language == "en" else None
    return repaired or _territories(language).get(code, code)


def country_names(code: str) -> list[str]:
    """All names by which a country is known here, in English, Chinese and German, variants included."""
    official = [_territories(language)[code] for language in _LANGUAGES if code in _territories(language)]
    return [*official, *(row["name"] for row in rows("country_names") if row["country_code"] == code)]


def countries_in(text: str) -> list[Found[str]]:
    """The countries that a text names, with their places in it, from left to right; the values are codes.

    Names are capitalised, an article in front of them need not be: "the Netherlands".
    """
    return [found for found in _codes().find(text) if _is_name(text[found.start : found.end])]


def listed_countries(text: str) -> list[Found[str]]:
    """The countries that a list names: codes of two and three letters, and names in the partners' languages, count too.

    "Hong Kong SAR, China" are two.
    """
    found = [one for one in _listed().find(text) if _is_name(text[one.start : one.end])]
    return [one for one in found if _is_listed(text, one) and not _is_form_of_state(text, one)]


def _is_form_of_state(text: str, code: Found[str]) -> bool:
    """Whether a short code stands for the people's republic whose name follows: `NR Kina`, and not `UK China`."""
    is_form = text[code.start : code.end] in _PEOPLES_REPUBLICS
    return is_form and any(text.startswith(f" {name}", code.end) for name in _names_of_china())


@cache
def _names_of_china() -> frozenset[str]:
    return frozenset(_territories(language)["CN"] for language in ("en", *_PARTNERS))


def _is_listed(text: str, found: Found[str]) -> bool:
    """Whether a short code is written in capitals: `IT`, and not `It`."""
    written = text[found.start : found.end]
    return written.isupper() or len(written) > _LONGEST_CODE or not written.isascii()


@cache
def _listed() -> Phrases[str]:
    territories = _territories("en")
    names = [(name, code) for language in _PARTNERS for code, name in _territories(language).items()]
    aliases = get_global("territory_aliases")
    codes = [
        (old, new[0]) for old, new in aliases.items() if len(old) == _LONGEST_CODE and old.isalpha() and len(new) == 1
    ]
    short = [(row["name"], row["country_code"]) for row in rows("country_codes")]
    every = [*names, *((code, code) for code in territories if code not in _NO_CODES), *codes, *short]
    named = [*every, *((name, code) for code in territories for name in country_names(code))]
    return Phrases((name, code) for name, code in named if code not in ("HK", "MO") or not name.endswith(" China"))


def _is_name(written: str) -> bool:
    first = written.removeprefix("the ").lstrip()[:1]
    return first.isupper() or not first.isascii()


@cache
def has_towns(code: str) -> bool:
    """Whether the towns of a country are known here."""
    return any(row["country_code"] == code for row in rows("countries"))


@cache
def _territories(language: str) -> dict[str, str]:
    """The names of the CLDR; codes of continents and the like are left out."""
    names = Locale(language).territories
    return {
        code: name for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
    }


_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ"})


@cache
def _usual_names() -> dict[str, str]:
    """English names that programme officers prefer to those of the CLDR."""
    return {row["country_code"]: row["name"] for row in rows("country_names") if row["is_usual"] == "yes"}


@cache
def _codes() -> Phrases[str]:
    official = [(name, code) for language in reversed(_LANGUAGES) for code, name in _territories(language).items()]
    return Phrases([*official, *((row["name"], row["country_code"]) for row in rows("country_names"))])
