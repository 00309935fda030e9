"""The passages that a search finds: the best first, each with its plan, and what was looked for marked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ucap.plan.labels import field_names
from ucap.plan.pointers import Field
from ucap.plan.words import place_words, title_words, value_words
from ucap.selection.coverage import Coverage
from ucap.selection.matrix import Mask
from ucap.selection.search.index import is_part
from ucap.selection.search.query import Term, terms
from ucap.selection.search.texts import SEARCHED, Texts
from ucap.vocabulary.folding import tokens

Spans = tuple[tuple[int, int], ...]
_LONGEST = 320  # characters of a passage
_BEFORE = 100  # of them before what was found
_APART = " · "
_PART_OF_WORD = 0.5  # of the weight of a whole word


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a plan: where it stands (a JSON Pointer into the record), what sort of thing it is, and its text.

    `marks` are the ranges `[start, end)` of the text that were looked for.
    """

    plan: str
    title: str
    field: str
    kind: str
    text: str
    marks: Spans


@dataclass(frozen=True, slots=True)
class Found:
    """How many passages there are, and the best of them."""

    count: int
    passages: list[Passage]


def search(coverage: Coverage, typed: str, selected: Mask, most: int) -> Found:
    """The passages of the selected plans that have some term of what was typed; at most so many of them.

    Rare terms weigh more than frequent ones (by their inverse document frequency), whole words more than parts of
    words. Passages of equal weight stand in the order of the template.
    """
    asked = [term for term in terms(typed) if not term.is_excluded]
    weights = _weights(coverage.texts, asked)
    for name, of_rows in weights.items():
        of_rows[~selected[coverage.plan_rows[name]]] = 0
    weights["themes"] = _once(coverage.frames.themes, weights["themes"])
    best = pd.concat(
        {name: pd.Series(of_rows[of_rows > 0], np.flatnonzero(of_rows)) for name, of_rows in weights.items()}
    )
    order = best.sort_values(ascending=False, kind="stable").index[:most]
    return Found(len(best), [_passage(coverage, name, row, asked) for name, row in order])


def _weights(texts: Texts, asked: list[Term]) -> dict[str, NDArray[np.float64]]:
    """For each row of a searched frame how much it says of what is asked."""
    weights = {name: np.zeros(len(texts.plan_rows[name])) for name in SEARCHED}
    row_count = sum(map(len, weights.values()))
    for term in asked:
        rows, whole = texts.rows_with(term.words, term.is_exact), texts.rows_with(term.words, True)
        rarity = np.log(1 + row_count / (1 + sum(int(found.sum()) for found in rows.values())))
        for name, found in rows.items():
            weights[name] += rarity * np.where(whole[name], 1, np.where(found, _PART_OF_WORD, 0))
    return weights


def _once(themes: pd.DataFrame, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """A theme has a row for each of its categories: the first stands for all, with the weight of the best."""
    entries = [themes["plan"], themes["position"]]
    best = pd.Series(weights, index=themes.index).groupby(entries).transform("max")
    return np.where(themes.duplicated(["plan", "position"]), 0, best)


def _passage(coverage: Coverage, name: str, at: int, asked: list[Term]) -> Passage:
    row = coverage.frames[name].iloc[at]
    plan = coverage.frames.plans.iloc[coverage.plan_rows[name][at]]
    row = row.astype("object").where(row.notna(), None)
    text = _APART.join(dict.fromkeys(filter(None, _TEXTS[name](row))))
    marks = _marks(text, asked)
    if not marks:
        spelt = next((one for one in coverage.texts.spellings_of(name, at) if _marks(one, asked)), "")
        text = f"{text}{_APART}{spelt}" if spelt else text
        marks = _marks(text, asked)
    field = _field(name, row)
    title = title_words(plan["title"] if isinstance(plan["title"], str) else row["plan"])
    return Passage(row["plan"], title, str(field), field_names()[field.tokens[0]], *_excerpt(text, marks))


def _plan(row: Any) -> Iterator[str | None]:
    yield title_words(row["title"]) if row["title"] else None
    yield from (row["programme"], row["period_text"])


def _city(row: Any) -> Iterator[str | None]:
    yield from (place_words(row["name"]), row["name"], row["written"])
    yield place_words(row["region"]) if row["region"] else None
    yield value_words("countries", row["country_code"]) if row["country_code"] else row["country"]


def _theme(row: Any) -> Iterator[str | None]:
    yield from (row["label"], row["detail"])
    yield value_words("categories", row["category"]) if row["category"] else None


def _goal(row: Any) -> Iterator[str | None]:
    yield from (value_words("goals", row["goal"]), row["text"])


def _topic(row: Any) -> Iterator[str | None]:
    yield from (value_words("topics", row["topic"]), row["text"])


def _activity(row: Any) -> Iterator[str | None]:
    yield row["text"]
    # Places and cities mostly stand in the text, too.
    named = [one for column in ("outputs", "places", "cities") for one in (row[column] or "").split("; ")]
    yield from (one for one in named if one not in row["text"])


def _text(row: Any) -> Iterator[str | None]:
    yield row["text"]


_TEXTS: dict[str, Callable[[Any], Iterator[str | None]]] = {
    "plans": _plan,
    "cities": _city,
    "themes": _theme,
    "goals": _goal,
    "topics": _topic,
    "activities": _activity,
    "results": _text,
    "statements": _text,
}


def _field(name: str, row: Any) -> Field:
    if name == "plans":
        return Field(("title",))
    return Field((row.get("section", name), str(row["position"])))


def _marks(text: str, asked: Sequence[Term]) -> Spans:
    """The ranges of the text that have a term, as the index finds them."""
    placed = tokens(text)
    found = [
        (placed[at].start, placed[at + len(term.words) - 1].end)
        for term in asked
        for at in range(len(placed) - len(term.words) + 1)
        if _stands(term, [one.word for one in placed[at : at + len(term.words)]])
    ]
    return tuple(sorted(found))


def _stands(term: Term, words: list[str]) -> bool:
    *before, last = term.words
    is_last = words[-1] == last if term.is_exact else is_part(last, words[-1], is_alone=not before)
    return is_last and words[:-1] == before


def _excerpt(text: str, marks: Spans) -> tuple[str, Spans]:
    """Of a long text the piece from shortly before the first mark, in whole words."""
    if len(text) <= _LONGEST:
        return text, marks
    first = marks[0][0] if marks else 0
    start = text.rfind(" ", 0, max(0, first - _BEFORE)) + 1
    end = text.rfind(" ", first, start + _LONGEST) if len(text) > start + _LONGEST else len(text)
    end = max(end, marks[0][1] if marks else start + _LONGEST)
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    inside = tuple((low + shift, high + shift) for low, high in marks if high <= end)
    return f"{before}{text[start:end]}{after}", inside
