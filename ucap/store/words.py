"""Values of a record as people read them."""

from __future__ import annotations

from ucap.store.identity import entry_name
from ucap.store.labels import field_names
from ucap.store.pointers import Json
from ucap.wording import _, format_list


def in_words(value: Json) -> str:
    """The value as people read it; an empty text where nothing is said.

    An entry of a list is called by what it is about, with what else is known of it:
    `Bilbao (Side: europe, Country: ES)`.
    """
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float):
        return f"{value:,.10g}"
    if isinstance(value, dict):
        return _entry(value)
    return _list(value) if isinstance(value, list | tuple) else str(value)


def _list(values: list[Json] | tuple[Json, ...]) -> str:
    """Short values as an enumeration; entries, which have commas of their own, apart."""
    words = [in_words(value) for value in values]
    return "; ".join(words) if any(" " in one for one in words) else format_list(words)


def _entry(entry: dict[str, Json]) -> str:
    name = entry_name(entry)
    names = field_names()
    said = {key: in_words(value) for key, value in entry.items() if value is not False and str(value) != name}
    rest = ", ".join(f"{names.get(key, key)}: {words}" for key, words in said.items() if words)
    return f"{name} ({rest})" if name and rest else name or rest
