"""The filters, as the rest of the selection asks for them; the list itself is vocabulary."""

from ucap.vocabulary.filters import (
    FILTER_KEYS,
    FILTERS,
    LINK_KEY,
    LINKS,
    STATED_KEY,
    TEXT_KEY,
    Filter,
    FilterName,
    Link,
    Value,
)

__all__ = [
    "FILTERS",
    "FILTER_KEYS",
    "LINKS",
    "LINK_KEY",
    "STATED_KEY",
    "TEXT_KEY",
    "Filter",
    "FilterName",
    "Link",
    "Value",
]
