"""A finding in the language of the reader.

A record keeps the English sentence; the wording, and the words that it was filled with, are found again in
it, so that findings of older records are translated, too.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from functools import cache, lru_cache

from ucap.plan.record import Finding
from ucap.plan.words import country_words, place_words
from ucap.vocabulary.wordings import ROW_NAMES, WORDINGS
from ucap.wording import _, format_date, format_list, language

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH = "|".join(_MONTHS)
# "31 May 2018", "May 2018", "31 May"
_DATE = re.compile(rf"(?:(?P<day>\d{{1,2}}) )?(?P<month>{_MONTH})(?: (?P<year>\d{{4}}))?")
_REMEMBERED = 8192


def finding_words(finding: Finding) -> str:
    """What a finding says, in the language in use."""
    return message_words(finding.code, finding.message, language())


@lru_cache(maxsize=_REMEMBERED)
def message_words(code: str, message: str, spoken: str) -> str:
    """The same for a code and an English sentence, in the language in use, `spoken`."""
    if spoken == "en":
        return message
    for wording, pattern in _patterns(code):
        found = pattern.fullmatch(message)
        if found:
            filled = {name: _ARGUMENTS.get(name, str)(words) for name, words in found.groupdict().items()}
            return _(wording).format(**filled)
    return message


def said_row(finding: Finding) -> tuple[str, str | None]:
    """The label that a finding is about, "" for none, and the key of the template's row that it names, if it does."""
    for _wording, pattern in _patterns(finding.code):
        found = pattern.fullmatch(finding.message)
        if found:
            said = found.groupdict()
            return said.get("label", ""), next(
                (key for key, name in ROW_NAMES.items() if name == said.get("row")), None
            )
    return "", None


@cache
def _patterns(code: str) -> list[tuple[str, re.Pattern[str]]]:
    """The wordings of a code with what finds their words again, those that say most first."""
    wordings = [wording for name, (_severity, wording) in WORDINGS.items() if name.partition("/")[0] == code]
    return [(wording, re.compile(_pattern(wording), re.DOTALL)) for wording in sorted(wordings, key=len, reverse=True)]


def _pattern(wording: str) -> str:
    pieces: list[str] = []
    known: set[str] = set()
    for text, name, _spec, _conversion in string.Formatter().parse(wording):
        pieces.append(re.escape(text))
        if name:
            pieces.append(f"(?P={name})" if name in known else f"(?P<{name}>.*)")
            known.add(name)
    return "".join(pieces)


def _date_words(english: str) -> str:
    """Dates as checks write them, in the language in use: "on 14 May 2018", "January and March 2017"."""
    for beginning, words in (("in ", _("in {day}")), ("on ", _("on {day}"))):
        if english.startswith(beginning):
            return words.format(day=_date_words(english.removeprefix(beginning)))
    years = re.findall(r"\d{4}", english)
    dates = [_one_date(one, years[-1] if years else "") for one in re.split(r", | and ", english)]
    return format_list(dates)


def _one_date(english: str, year: str) -> str:
    """A date, whose year may be said behind a later one."""
    found = _DATE.fullmatch(english)
    if not found:
        return english
    month = f"{found['year'] or year}-{_MONTHS.index(found['month']) + 1:02}"
    return format_date(f"{month}-{int(found['day']):02}" if found["day"] else month)


def _place(name: str) -> str:
    words = place_words(name)
    return country_words(name) if words == name else words


_ARGUMENTS: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("row", "side", "first", "second", "other"), _),
    **dict.fromkeys(("city", "region", "country"), _place),
    **dict.fromkeys(("date", "dates", "start", "end"), _date_words),
}
