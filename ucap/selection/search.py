"""Searching the words of plans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy import sparse

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
# Words are letters, digits, accents and apostrophes; everything else parts them (in the syntax of RE2).
_BETWEEN_WORDS = r"[^\p{L}\p{N}\p{M}'’]+"
_SLICE = 50_000  # texts that are taken apart at a time


class WordIndex:
    """Which plans have which words: a matrix plans x words, and the words as they are compared.

    Chinese is written without spaces, so a run of characters between punctuation is one word here; as words
    are found by their parts, any part of the run finds it.
    """

    def __init__(self, frames: Frames, plans: pd.Index) -> None:
        rows, written = _words(frames, plans)
        spellings, which = np.unique([fold(word) for word in written.dictionary.to_pylist()], return_inverse=True)
        self._words = pa.array(spellings.tolist(), pa.string())
        columns = which.reshape(-1)[written.indices.to_numpy()] if len(rows) else np.array([], dtype=int)
        shape = (len(plans), len(spellings))
        self._matrix = sparse.coo_array((np.ones(len(rows), np.int32), (rows, columns)), shape=shape).tocsr()

    def plans_with(self, text: str) -> Mask:
        """The plans in which each word of the text occurs, also as a part of one; case and accents do not count."""
        mask = np.ones(self._matrix.shape[0], dtype=bool)
        for word in filter(None, map(fold, pc.split_pattern_regex(text, _BETWEEN_WORDS).as_py())):
            has_word = pc.match_substring(self._words, word).to_numpy(zero_copy_only=False)
            mask &= (self._matrix @ has_word.astype(np.int32)) > 0
        return mask


def _words(frames: Frames, plans: pd.Index) -> tuple[NDArray[np.int64], Any]:
    """For each word of each text, the row of its plan; and the word, as an Arrow dictionary array."""
    rows, found = [np.array([], dtype=np.int64)], [pa.array([], pa.string())]
    for plan_rows, texts in _texts(frames, plans):
        parts = pc.split_pattern_regex(texts, _BETWEEN_WORDS)
        rows.append(plan_rows[pc.list_parent_indices(parts).to_numpy()])
        found.append(pc.list_flatten(parts))
    return np.concatenate(rows), pa.chunked_array(found).dictionary_encode().combine_chunks()


def _texts(frames: Frames, plans: pd.Index) -> Iterator[tuple[NDArray[np.int64], Any]]:
    """The searched texts in slices: the rows of their plans, and the texts."""
    for name, columns in _SEARCHED.items():
        frame = frames[name]
        rows = plans.get_indexer(frame["plan"])
        for column in columns:
            has_text = frame[column].notna().to_numpy()
            texts = pa.array(frame.loc[has_text, column], pa.string())
            for start in range(0, len(texts), _SLICE):
                yield rows[has_text][start : start + _SLICE], texts.slice(start, _SLICE)
