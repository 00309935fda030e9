"""Searching what plans say."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from ucap.frames.frames import Frames
from ucap.selection.matrix import Mask
from ucap.vocabulary.folding import fold

_SEARCHED = {
    "plans": ("title", "programme", "period_text"),
    "cities": ("name", "written", "region", "country"),
    "themes": ("label", "detail"),
    "goals": ("text",),
    "topics": ("topic_name", "text"),
    "activities": ("text", "outputs", "places", "cities"),
    "results": ("text",),
    "statements": ("text",),
}
_REMEMBERED = 64  # words


class Texts:
    """What plans say, made ready to be searched through.

    `plan_rows` are for each row of a searched frame the row of its plan. Most texts are plain ASCII and are searched as
    they stand; what has accents, apostrophes or other letters is kept folded as well.
    """

    def __init__(self, frames: Frames, plan_rows: Mapping[str, NDArray[np.int64]]) -> None:
        self._plan_count = len(frames.plans)
        self._columns: list[tuple[NDArray[np.int64], Any]] = []
        for name, columns in _SEARCHED.items():
            for column in columns:
                texts = pa.chunked_array(pa.array(frames[name][column]))
                is_folded = _needs_folding(texts)
                folded = [fold(text) for text in texts.filter(pa.array(is_folded)).to_pylist()]
                self._columns.append((plan_rows[name], texts))
                self._columns.append((plan_rows[name][is_folded], pa.array(folded, pa.string())))
        self._plans_with_word = lru_cache(_REMEMBERED)(self._look_for)

    def plans_with(self, text: str) -> Mask:
        """The plans in which each word of the text occurs, also as a part of one; case and accents do not count."""
        mask = np.ones(self._plan_count, dtype=bool)
        for word in fold(text).split():
            mask &= self._plans_with_word(word)
        return mask

    def _look_for(self, word: str) -> Mask:
        found = np.zeros(self._plan_count, dtype=bool)
        for plan_rows, texts in self._columns:
            has_word = pc.fill_null(pc.match_substring(texts, word, ignore_case=True), False)
            found[plan_rows[np.asarray(has_word)]] = True
        return found


def _needs_folding(texts: Any) -> Mask:
    """Which texts `fold` changes by more than case, dashes and white space."""
    is_plain = pc.and_(pc.string_is_ascii(texts), pc.invert(pc.match_substring_regex(texts, "['`]")))
    return ~np.asarray(pc.fill_null(is_plain, True), dtype=bool)
