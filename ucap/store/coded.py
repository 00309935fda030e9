"""Countries, topics and themes' headings in corrections: who writes a name gets the code that records have for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ucap.gazetteer.countries import country_code
from ucap.store.errors import Invalid
from ucap.store.labels import label_of
from ucap.store.pointers import Json, Tokens, join
from ucap.vocabulary.categories import categories
from ucap.vocabulary.folding import key
from ucap.vocabulary.topics import match_topic, topics
from ucap.wording import _


def coded(record: Json, tokens: Tokens, value: Json) -> Json:
    """The value of a field with codes for names: `FR` for "France", `tourism` for "Tourism".

    Raises:
        Invalid: a text names nothing of the kind; the message says what would be right.
    """
    if isinstance(value, dict):
        return {key: coded(record, (*tokens, key), part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [coded(record, (*tokens, str(number)), part) for number, part in enumerate(value)]
    kind = next((token for token in reversed(tokens) if not token.isdigit() and token != "-"), "")
    if not isinstance(value, str) or kind not in _CODES:
        return value
    code_of, expected = _CODES[kind]
    code = code_of(value)
    if code is None:
        words = _("{label} cannot be {value}. Right would be {expected}.")
        raise Invalid(words.format(label=label_of(join(*tokens), record), value=f"“{value}”", expected=expected()))
    return code


@cache
def _categories() -> dict[str, str]:
    return {key(words): one.slug for one in categories() for words in (one.slug, one.name)}


@cache
def _topic_slugs() -> frozenset[str]:
    return frozenset(topic.slug for topic in topics())


def _topic(text: str) -> str | None:
    return text if text in _topic_slugs() else match_topic(text)


def _category(text: str) -> str | None:
    by_heading = {key(_(one.name)): one.slug for one in categories()}
    return _categories().get(key(text)) or by_heading.get(key(text))


_Rule = tuple[Callable[[str], str | None], Callable[[], str]]
_COUNTRY: _Rule = (country_code, lambda: _("a country or its code, such as France or FR"))
_CODES: dict[str, _Rule] = {
    "country_code": _COUNTRY,
    "countries": _COUNTRY,
    "topic": (_topic, lambda: _("one of {choices}").format(choices=", ".join(_(topic.name) for topic in topics()))),
    "categories": (_category, lambda: _("one of {choices}").format(choices=", ".join(_(c.name) for c in categories()))),
}
