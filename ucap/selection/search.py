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
from ucap.vocabulary import fold

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
    """What plans say, folded once so that it can be searched through quickly.

    `plan_rows` are for each row of a searched frame the row of its plan.
    """

    def __init__(self, frames: Frames, plan_rows: Mapping[str, NDArray[np.int64]]) -> None:
        self._plan_count = len(frames.plans)
        self._columns = [
            (plan_rows[name], _folded(pa.chunked_array(pa.array(frames[name][column])).combine_chunks()))
            for name, columns in _SEARCHED.items()
            for column in columns
        ]
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
            has_word = pc.fill_null(pc.match_substring(texts, word), False)
            found[plan_rows[has_word.to_numpy(zero_copy_only=False)]] = True
        return found


def _folded(texts: Any) -> Any:
    """The texts as `fold` makes them, up to dashes and white space; most are ASCII, which Arrow folds at once."""
    is_ascii = pc.fill_null(pc.string_is_ascii(texts), True)
    plain = pc.replace_substring_regex(pc.ascii_lower(texts), "['`]", "")
    others = [fold(text) for text in texts.filter(pc.invert(is_ascii)).to_pylist()]
    return pc.replace_with_mask(plain, pc.invert(is_ascii), pa.array(others, pa.large_string()))
