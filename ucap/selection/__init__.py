"""Selection and coverage: which plans the filters choose, what they touch, and the evidence behind each count."""

from ucap.selection.address import Applied, describe, from_query, to_query
from ucap.selection.coverage import Coverage
from ucap.selection.evidence import Evidence, EvidenceKind, evidence
from ucap.selection.findings import expected
from ucap.selection.gaps import gap_counts, statements
from ucap.selection.links import Common, SimilarPlan, same_pairs, similar_plans
from ucap.selection.selection import Selection, SelectionError
from ucap.vocabulary.filters import FILTERS, Filter

__all__ = [
    "FILTERS",
    "Applied",
    "Common",
    "Coverage",
    "Evidence",
    "EvidenceKind",
    "Filter",
    "Selection",
    "SelectionError",
    "SimilarPlan",
    "describe",
    "evidence",
    "expected",
    "from_query",
    "gap_counts",
    "same_pairs",
    "similar_plans",
    "statements",
    "to_query",
]
