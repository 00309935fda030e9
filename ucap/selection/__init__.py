"""Selection and coverage: which plans the filters choose, what they touch, and the evidence behind each count."""

from ucap.selection.address import from_query, to_query
from ucap.selection.coverage import Coverage
from ucap.selection.filters import FILTERS, Filter
from ucap.selection.selection import Selection, SelectionError
from ucap.selection.view import apply
from ucap.selection.words import Applied, describe, value_words

__all__ = [
    "FILTERS",
    "Applied",
    "Coverage",
    "Filter",
    "Selection",
    "SelectionError",
    "apply",
    "describe",
    "from_query",
    "to_query",
    "value_words",
]
