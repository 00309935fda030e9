"""Lists of small words, by which headings are told from clauses and the like: `data/reference/word_lists.csv`."""

from __future__ import annotations

from functools import cache

from ucap.vocabulary.reference import rows


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of one list of the file, folded."""
    return frozenset(row["word"] for row in rows("word_lists") if row["list"] == name)
