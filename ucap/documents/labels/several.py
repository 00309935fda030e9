"""Labels that name several rows of the template at once: `City, region, country`, `Population and area`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice, pairwise

from ucap.documents.labels.known import HEAD_KEYS, KEYS, PROSE_KEYS, find_label, folded_label, without_number
from ucap.documents.labels.lexicon import sense_of
from ucap.documents.labels.search import Occurrence
from ucap.documents.traced import BLANKS, Span, between

_JOINER = re.compile(
    rf"{BLANKS}[,;/|&+、，；/]\s*(?:and\s+)?|(?<!\s)\s+[–—-]\s+|(?-i:(?<=[\u3400-\u9fff])[与和及](?=[\u3400-\u9fff]))"
    r"|(?<!\s)\s+(?:and|und|et|e|ed|y|i|oraz|en|och|og|ja|és|și|ir|un|in|a|και|и)\s+",
    re.IGNORECASE,
)  # ", ", " and ", " – ", "与"
_HALVES = re.compile(r"(?<!\s)\s+[/|]\s+")  # " / " of "Miasto – Kraj / City – Country"
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")  # "(km²)"
_WORD = re.compile(r"\S+")
_LEAST_WEIGHT, _LEAST_SHARE = 2.0, 0.6
_LEAST_WORDS, _MOST_WORDS = 3, 6
_LONGEST = 120
_GROUPS: tuple[frozenset[str], ...] = (
    frozenset(HEAD_KEYS[:3]),
    frozenset(HEAD_KEYS[3:]),
    frozenset(PROSE_KEYS),
)
"""Rows that a document may have as one, since what stands in them can be told apart."""


@lru_cache(maxsize=1024)
def rows_named(label: str) -> tuple[tuple[str, Span], ...]:
    """The rows that a label names, in its order, where they are several that can be told apart; else none.

    Each has the range of the label that names it, and says its unit. Each part must be a label for itself: `Region,
    State, Department` are words for one row, and `Population and area (km²)` names two.
    """
    if len(label) > _LONGEST:
        return ()
    start = len(label) - len(without_number(label))
    named = _named_in(label, start, len(label))
    if not named and (bracket := _BRACKETS.search(label, start)):
        named = _named_in(label, bracket.start() + 1, bracket.end() - 1)  # "Location (city, region, country)"
    return named or _named_in_bracket(label, start) or _named_in_half(label, start) or _named_by_words(label, start)


def _named_in_bracket(label: str, start: int) -> tuple[tuple[str, Span], ...]:
    """The cities, and the row that stands in brackets behind their label: `Mesta (regije) / Cities (regions)`."""
    for low, high in between([sign.span() for sign in _HALVES.finditer(label, start)], start, len(label)):
        bracket = _BRACKETS.search(label, low, high)
        key = row_named(label[bracket.start() + 1 : bracket.end() - 1]) if bracket else None
        if bracket and key in HEAD_KEYS[1:3] and row_named(label[low:high]) == HEAD_KEYS[0]:
            return (HEAD_KEYS[0], (low, bracket.start())), (key or "", (bracket.start() + 1, bracket.end() - 1))
    return ()


def _named_in_half(label: str, start: int) -> tuple[tuple[str, Span], ...]:
    """The rows that one half of a label in two languages names, the other of which nobody knows."""
    halves = between([sign.span() for sign in _HALVES.finditer(label, start)], start, len(label))
    return next((named for half in halves if len(halves) == 2 and (named := _named_in(label, *half))), ())


def _named_by_words(label: str, start: int) -> tuple[tuple[str, Span], ...]:
    """The rows that the words of a label name, of which each stood in a line of its own: `City Region Country`."""
    words = [word.span() for word in islice(_WORD.finditer(label, start), _MOST_WORDS + 1)]
    if not _LEAST_WORDS <= len(words) <= _MOST_WORDS:
        return ()
    named = {row_named(label[slice(*word)]) or "": word for word in words}
    is_group = len(named) == len(words) and any(group.issuperset(named) for group in _GROUPS)
    return tuple(named.items()) if is_group else ()


def _named_in(label: str, start: int, end: int) -> tuple[tuple[str, Span], ...]:
    spans = list(_parts(label, start, end))
    keys = [row_named(label[slice(*span)]) for span in spans]
    first: dict[str, Span] = {}
    for key, span in zip(keys, spans, strict=True):
        first.setdefault(key or "", span)
    is_group = "" not in first and any(group.issuperset(first) for group in _GROUPS)
    return tuple(first.items()) if is_group and len(first) > 1 else ()


def _parts(label: str, start: int, end: int) -> Iterator[Span]:
    """The ranges of a label between commas and joining words outside of brackets."""
    bare = _BRACKETS.sub(lambda match: "_" * len(match[0]), label[start:end])
    for low, high in between([joiner.span() for joiner in _JOINER.finditer(bare)], 0, len(bare)):
        if bare[low:high].strip(" \t\n:：.*_"):
            yield start + low, start + high


def row_named(part: str) -> str | None:
    """The row of which a part of a label is the whole label: by its wording, or by its words alone."""
    part = _BRACKETS.sub(" ", part).strip(" \t\n:：.*")
    known = find_label(part)
    if known:
        return known.key
    sense = sense_of(part)
    key = max(KEYS, key=lambda row: sense.weights.get(row, 0.0))
    return key if sense.weights.get(key, 0.0) >= _LEAST_WEIGHT and sense.share >= _LEAST_SHARE else None


def with_joined(text: str, labels: Sequence[Occurrence]) -> Iterator[Occurrence]:
    """The labels of a running text, one that goes on with those of rows that have no label of their own with these.

    `Population` before `and area 214,000 inhabitants, 335 km²`, `City, Region` before `, Country Patras, Greece`.
    """
    owned = {one.label.key for one in labels}
    for label, following in pairwise([*labels, None]):
        if label is None:
            return
        until = following.start if following else len(text)
        rest = _rest(text, label, until, owned) if label.label.key in (*HEAD_KEYS, *PROSE_KEYS) else None
        yield replace(label, fragments=(*label.fragments[:-1], (label.fragments[-1][0], rest))) if rest else label


def _rest(text: str, label: Occurrence, until: int, owned: Collection[str | None]) -> int | None:
    """Where the label ends if further labels, each known as it stands, go on with it."""
    if len(label.fragments) > 1 or text[label.end - 1] in ":：":
        return None
    start, found = label.start, None
    for word in islice(_WORD.finditer(text, label.end, until), _MOST_WORDS):
        longer = text[start : word.end()]
        parts = [longer[slice(*span)].strip(" \t\n:：") for span in _parts(longer, 0, len(longer))]
        is_known = len(parts) > 1 and all(map(_is_exact, parts))
        others = [key for key, _span in rows_named(longer) if key != label.label.key] if is_known else []
        if others and not set(others) & set(owned):
            found = word.end()
    return found


def _is_exact(part: str) -> bool:
    known = find_label(part)
    return known is not None and known.key is not None and folded_label(known.wording) == folded_label(part)


def headed(text: str, keys: Collection[str | None], named: Mapping[str, str]) -> tuple[str, Span] | None:
    """The row of some whose known label heads a text, and where in it: `Objectives`, `Results: less salt`.

    `named` are the rows by the words with which the label above names them, which are headings as they stand there.
    """
    head, colon, _rest = text.partition("：" if "：" in text and ":" not in text else ":")
    known = find_label(head) if _is_exact(head) else None
    key = known.key if known and known.key in keys else named.get(folded_label(head))
    return (key, (0, len(head) + len(colon))) if key else None
