"""Our own headings for themes, and the words that lead to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ucap.vocabulary.folding import key
from ucap.vocabulary.phrases import Found, Phrases
from ucap.vocabulary.reference import rows, word_list


@dataclass(frozen=True, slots=True)
class Category:
    """A heading under which themes are sorted."""

    slug: str
    name: str


@cache
def categories() -> tuple[Category, ...]:
    """All headings in the order in which they are shown."""
    return tuple(Category(row["category"], row["name"]) for row in rows("categories"))


@cache
def _cues() -> Phrases[tuple[str, ...]]:
    """Each cue with its headings. A cue with the heading "" hides the cues inside it: "food for thought"."""
    headings: dict[str, list[str]] = {}
    for row in rows("theme_cues"):
        headings.setdefault(row["cue"], []).extend(slug for slug in [row["category"]] if slug)
    return Phrases((cue, tuple(slugs)) for cue, slugs in headings.items())


def categories_of(label: str, detail: str | None = None) -> tuple[str, ...]:
    """The slugs of the headings that a theme falls under, in order of appearance.

    The label decides; the detail is asked where the label says nothing. No heading at all is an answer, too.
    """
    return _headings_in(label) or _headings_in(detail or "")


def _headings_in(text: str) -> tuple[str, ...]:
    found = list(_cues().find(text))
    tails = {i for i in range(1, len(found)) if _is_tail(text, found[i - 1], found[i])}
    return tuple(dict.fromkeys(slug for i, one in enumerate(found) if i not in tails for slug in one.value))


def _is_tail(text: str, before: Found[tuple[str, ...]], found: Found[tuple[str, ...]]) -> bool:
    """Whether a cue says only what is done for the thing before it: the safety of food, the governance of water."""
    is_behind = bool(before.value) and not text[before.end : found.start].strip()
    return is_behind and key(text[found.start : found.end]) in word_list("theme-tail")


def theme_phrases_in(text: str) -> list[tuple[int, int]]:
    """The ranges `[start, end)` of the phrases in a text by which themes are known, from left to right."""
    return [(found.start, found.end) for found in _cues().find(text)]
