"""The words of the product: messages, dates, numbers and lists in the language of the reader.

Messages are marked in the code with `_` and `ngettext` (after GNU gettext) and written in British
English; the catalogs under `ucap/locale/` hold the other languages. Placeholders are filled after
the look-up: `_("{count} plans").format(count=3)`. `pybabel extract` and
`pybabel update`, as written in `babel.cfg`, renew the template and the catalogs.

English, the language of records, whatever the language of the person who looks.
"""

from __future__ import annotations

import gettext
import io
from collections.abc import Callable, Iterable
from contextvars import ContextVar, copy_context
from datetime import date
from functools import cache
from pathlib import Path
from typing import ParamSpec, TypeVar

from babel import Locale, dates, lists, numbers
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = {"en": "English", "zh": "中文"}
_LOCALES = {"en": "en_GB", "zh": "zh_Hans_CN"}
_CATALOGS = Path(__file__).parent / "locale"
_SKELETONS = {len("2019"): "y", len("2019-09"): "yMMM", len("2019-09-30"): "yMMMd"}

_language: ContextVar[str] = ContextVar("language", default="en")


def use(language: str) -> None:
    """Speak `language` (a key of `LANGUAGES`) from here on, in this thread or task only.

    Raises:
        ValueError: the product does not speak that language.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r} is none of {', '.join(LANGUAGES)}")
    _language.set(language)


def language() -> str:
    """The language in use: a key of `LANGUAGES`."""
    return _language.get()


def _(text: str) -> str:
    """The message in the language in use; the message itself where the catalog lacks it."""
    return _translations(_language.get()).gettext(text)


def N_(text: str) -> str:  # noqa: N802 - the name under which `pybabel extract` looks for messages
    """Mark a message that is translated later, where it is shown."""
    return text


def ngettext(one: str, many: str, n: int) -> str:
    """The form of the message that fits the number `n`, in the language in use."""
    return _translations(_language.get()).ngettext(one, many, n)


def format_date(day: str) -> str:
    """A date of a record, no more precise than it is: `2019-09` is "September 2019"."""
    pattern = _locale().datetime_skeletons[_SKELETONS[len(day)]].pattern
    return _format(day, pattern)


def format_range(start: str | None, end: str | None) -> str:
    """A span of two dates of a record, saying nothing twice: "12–20 September 2018"; "" where both are unknown."""
    if start and end:
        return format_date(start) if start == end else _format_span(start, end)
    if start:
        return _("from {date}").format(date=format_date(start))
    return _("until {date}").format(date=format_date(end)) if end else ""


def format_number(number: float) -> str:
    """A number with the language's separators: "1,440,000"."""
    return numbers.format_decimal(number, locale=_locale())


def format_list(items: Iterable[str]) -> str:
    """An enumeration: "Rome, Nice and Granada"."""
    return lists.format_list(list(items), locale=_locale())


def labelled(label: str, words: str) -> str:
    """Words behind what they are about, with the language's colon: "Rome: 12 plans"."""
    return _("{label}: {words}").format(label=label, words=words)


def aside(words: str, more: str) -> str:
    """Words with more of them in the language's brackets: "83 activities (19 in several plans)"."""
    return _("{words} ({more})").format(words=words, more=more)


def _format_span(start: str, end: str) -> str:
    intervals = _locale().interval_formats
    coarsest = "y" if start[:4] != end[:4] else "M" if start[:7] != end[:7] else "d"
    patterns = intervals[_SKELETONS[len(start)]].get(coarsest) if len(start) == len(end) else None
    if patterns is None:
        return str(intervals[None]).format(format_date(start), format_date(end))
    return _format(start, patterns[0]) + _format(end, patterns[1])


def _format(day: str, pattern: str) -> str:
    """The date in a pattern of the CLDR, with the name of the month written out."""
    first_day = date.fromisoformat(day + "-01-01"[len(day) - len("2019") :])
    return dates.format_date(first_day, pattern.replace("MMM", "MMMM"), locale=_locale())


def _locale() -> Locale:
    return _parsed_locale(_language.get())


@cache
def _parsed_locale(language: str) -> Locale:
    return Locale.parse(_LOCALES[language])


@cache
def _translations(language: str) -> gettext.NullTranslations:
    """The catalog of a language, compiled in memory; English is the language of the messages themselves."""
    catalog_file = _CATALOGS / language / "LC_MESSAGES" / "ucap.po"
    if not catalog_file.exists():
        return gettext.NullTranslations()
    with catalog_file.open("rb") as source:
        catalog = read_po(source, locale=language)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


Given = ParamSpec("Given")
Result = TypeVar("Result")


def in_english(function: Callable[Given, Result], *arguments: Given.args, **options: Given.kwargs) -> Result:
    """What the function returns when it speaks English; the language of the caller stays as it is."""
    return in_language("en", function, *arguments, **options)


def in_language(
    spoken: str, function: Callable[Given, Result], *arguments: Given.args, **options: Given.kwargs
) -> Result:
    """What the function returns when it speaks that language; the language of the caller stays as it is."""
    context = copy_context()
    context.run(use, spoken)
    return context.run(function, *arguments, **options)
