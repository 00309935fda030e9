"""What plans say, made ready to be searched: titles, prose, activities, contacts, places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, groupby

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ucap.frames.frames import Frames
from ucap.selection.matrix import Mask
from ucap.selection.search.index import Index, Likely
from ucap.selection.search.query import terms
from ucap.vocabulary.filters import FilterName, Value

SEARCHED = {
    "plans": ("title", "programme", "period_text"),
    "cities": ("name", "written", "region", "country"),
    "themes": ("label", "detail"),
    "goals": ("text",),
    "topics": ("text",),
    "activities": ("text", "outputs", "places", "cities"),
    "results": ("text",),
    "statements": ("text",),
}
# What a value of a column is called in other languages is found, too: 罗马, Italie, 城市交通.
_SPELT: tuple[tuple[str, str, FilterName], ...] = (
    ("cities", "city", "chinese_cities"),
    ("cities", "city", "european_cities"),
    ("cities", "region", "provinces"),
    ("cities", "country_code", "countries"),
    ("themes", "category", "categories"),
    ("goals", "goal", "goals"),
    ("topics", "topic", "topics"),
)
_REMEMBERED = 64  # terms
PlanRows = Mapping[str, NDArray[np.int64]]
Spelt = Mapping[FilterName, Mapping[Value, tuple[str, ...]]]
Column = tuple[str, NDArray[np.int32]]
"""A frame, and for each of its rows the number of a text; -1 where there is none."""


class Texts:
    """The texts of frames, each distinct one once, in an index.

    `plan_rows` are for each row of a searched frame the row of its plan, `spelt` how the values of filters are written
    elsewhere, which is searched as well.
    """

    def __init__(self, frames: Frames, plan_rows: PlanRows, spelt: Spelt) -> None:
        self._plan_count = len(frames.plans)
        self.plan_rows, self.spelt = plan_rows, spelt
        numbers: dict[str, int] = {}
        self.columns: list[Column] = [(name, _numbered(texts, numbers)) for name, texts in _columns(frames, spelt)]
        self._distinct = list(numbers)
        self.index = Index(self._distinct)
        self._found: dict[tuple[tuple[str, ...], bool], Mask] = {}

    def plans_with(self, typed: str) -> Mask:
        """The plans that have each term of what was typed, somewhere, and none that is excluded.

        Case and accents do not count. All plans where nothing was typed, none where no word was.
        """
        asked = terms(typed)
        mask = np.full(self._plan_count, bool(asked) or not typed.strip())
        for term in asked:
            has_term = self._plans_with(term.words, term.is_exact)
            mask &= ~has_term if term.is_excluded else has_term
        return mask

    def rows_with(self, words: tuple[str, ...], is_exact: bool) -> dict[str, Mask]:
        """For each searched frame, the rows that have the words of a term."""
        is_in = np.zeros(self.index.text_count + 1, dtype=bool)  # the last one is for no text
        is_in[self.index.search(words, is_exact)] = True
        found: dict[str, Mask] = {}
        for name, numbers in self.columns:
            has_term = is_in[numbers]
            found[name] = found[name] | has_term if name in found else has_term
        return found

    def spellings_of(self, name: str, row: int) -> Iterator[str]:
        """How else the values in a row of a frame are written."""
        for frame, numbers in self.columns[-len(_SPELT) :]:
            if frame == name and numbers[row] >= 0:
                yield from self._distinct[numbers[row]].split("\n")

    def likely(self, word: str) -> Iterator[Likely]:
        """The words of the texts that are like one, with how much they are."""
        return self.index.likely(word)

    def _plans_with(self, words: tuple[str, ...], is_exact: bool) -> Mask:
        """The plans that have the words of a term; those of the last terms are remembered."""
        found = self._found.get((words, is_exact))
        if found is None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            found = self._found[words, is_exact] = self._look_for(words, is_exact)
        return found

    def _look_for(self, words: tuple[str, ...], is_exact: bool) -> Mask:
        found = np.zeros(self._plan_count, dtype=bool)
        for name, rows in self.rows_with(words, is_exact).items():
            found[self.plan_rows[name][rows]] = True
        return found

    def meant(self, typed: str) -> str | None:
        """What was probably meant, where a word stands nowhere: "mobilty" means "mobility"; None without a better idea.

        Only what finds something is proposed.
        """
        meant, end = [], 0
        for token in [token for term in terms(typed) if not term.is_excluded for token in term.tokens]:
            is_known = self._plans_with((token.word,), False).any()
            likeliest = None if is_known else self._likeliest(token.word)
            meant += [typed[end : token.start], likeliest or typed[token.start : token.end]]
            end = token.end
        proposed = "".join([*meant, typed[end:]])
        return proposed if proposed != typed and self.plans_with(proposed).any() else None

    def _likeliest(self, word: str) -> str | None:
        """The word that was probably meant: the most alike, among equals the one that most plans have."""
        likely = sorted(set(self.likely(word)), key=lambda one: (-one[1], one[0]))
        for _alike, group in groupby(likely, key=lambda one: one[1]):
            counts = {one: int(self._plans_with((one,), True).sum()) for one, _likeness in group}
            best = max(counts, key=counts.__getitem__)
            if counts[best]:
                return best
        return None


class SplicedTexts(Texts):
    """The same of frames in which some plans changed: the texts of all as they were, and those of the fresh ones.

    `rows` are for each row of a searched frame its row in `before`, -1 where its plan is fresh; the rows of fresh plans
    stand in the order of `fresh`.
    """

    def __init__(self, plan_rows: PlanRows, before: Texts, fresh: Texts, rows: PlanRows) -> None:
        self._plan_count = 0 if not len(plan_rows["plans"]) else int(plan_rows["plans"][-1]) + 1
        self.plan_rows, self.spelt = plan_rows, fresh.spelt
        self._before, self._fresh, self._rows = before, fresh, rows
        self._found: dict[tuple[tuple[str, ...], bool], Mask] = {}

    def rows_with(self, words: tuple[str, ...], is_exact: bool) -> dict[str, Mask]:
        """For each searched frame, the rows that have the words of a term."""
        were, are = self._before.rows_with(words, is_exact), self._fresh.rows_with(words, is_exact)
        found: dict[str, Mask] = {}
        for name in were:
            found[name] = np.append(were[name], False)[self._rows[name]]
            found[name][self._rows[name] < 0] = are[name]
        return found

    def spellings_of(self, name: str, row: int) -> Iterator[str]:
        """How else the values in a row of a frame are written."""
        rows = self._rows[name]
        if rows[row] >= 0:
            return self._before.spellings_of(name, int(rows[row]))
        return self._fresh.spellings_of(name, int((rows[:row] < 0).sum()))

    def likely(self, word: str) -> Iterator[Likely]:
        """The words of the texts that are like one, some of which may be gone, with how much they are."""
        return chain(self._before.likely(word), self._fresh.likely(word))


def _columns(
    frames: Frames, spelt: Mapping[FilterName, Mapping[Value, tuple[str, ...]]]
) -> Iterator[tuple[str, pd.Series]]:
    for name, columns in SEARCHED.items():
        yield from ((name, frames[name][column]) for column in columns)
    for name, column, filter_name in _SPELT:
        joined = {value: "\n".join(written) for value, written in spelt[filter_name].items()}
        yield name, frames[name][column].astype("object").map(joined)


def _numbered(texts: pd.Series, numbers: dict[str, int]) -> NDArray[np.int32]:
    """The number of each text; those that have none yet are given one."""
    codes, distinct = pd.factorize(texts)
    given = [numbers.setdefault(text, len(numbers)) for text in distinct]
    of_rows: NDArray[np.int32] = np.take(np.array([*given, -1], np.int32), codes)
    return of_rows
