"""What a cell contains, and of which row that is a sign: a date of the period, a citation of the goals.

`data/reference/row_signs.csv` holds for each row and sign the natural logarithms of odds that speak for the row where
the sign is there (`present`) and where it is not (`absent`). `benchmarks/learn_rows.py` makes it from documents
whose rows are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from ucap.gazetteer.countries import is_country
from ucap.gazetteer.gazetteer import gazetteer
from ucap.gazetteer.regions import is_region
from ucap.vocabulary.categories import theme_phrases_in
from ucap.vocabulary.folding import words
from ucap.vocabulary.goals import goal_names_in
from ucap.vocabulary.reference import rows
from ucap.vocabulary.topics import topics_in

Cells = Sequence[str]
"""The text of each column of a row, a line for each paragraph."""

_SEPARATOR = re.compile(r"[,;/|、，；•+\n]|\s(?:and|und|et|e|y|i|en)\s|[()（）]")  # "; ", " und ", "("
_DIGITS = re.compile(r"\d")
_LETTERS = re.compile(r"[^\W\d_]")
_PEOPLE = re.compile(
    r"\d[\d.,\s]*(?:mi?ll?i|mio|mln|mn\b|m\b|万|亿|tsd|thousand|tys|mila|mil\b)|\d{1,3}(?:[.,' \u00a0]\d{3})+\b"
    r"|\b\d{5,}\b|inhabitant|einwohner|habitant|abitanti|people|\d[余多]?[万亿]?人",
    re.IGNORECASE,
)  # "3,4 Mio.", "1 440 000", "120万"
_AREA = re.compile(
    r"km\s?[²2]|sq(?:uare|\.)?\s?k|平方|\bha\b|hectare|acres?\b|\bmu\b|mi²|qkm|亩|quadrat|公顷", re.IGNORECASE
)  # "4,102 km ²", "8.5 万亩"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<=[./])\d\d(?!\d)")
_DATED = re.compile(r"^\W*(?:\d{1,2}\W{1,3})?(?:[^\W\d]{3,10}\.?\s+)?(?:\d{1,2},?\s+)?(?:19|20)\d\d", re.MULTILINE)
# "March 2017: ...", "12/9/2018 ...", "2019年4月"
_RANGE = re.compile(
    r"\b(?:until|till?|to|bis|through|from|since|starting|à|au|al|a|hasta|do|até|tot|von|ab)\b|[–—-]|至|到|起",
    re.IGNORECASE,
)
_GOALS = re.compile(r"\bS[DG]{2}s?\b|\bO[DS]{2}\b|\bEU\s?UP\b|\bgoals?\s*\d|目标\s*\d|\bziel\s*\d", re.IGNORECASE)
# "SDG", "EU UP", "Ziel 11"
_MAIL = re.compile(r"[^\s@]@[^\s@]+\.")  # "name@city."
_ITEM = re.compile(r"^[ \t]*(?:[→➔➢►▶•●▪■◦○‣✓*·–-]|\(?[a-zA-Z0-9]{1,3}[.)])\s*|(?<=\s)[→•▪●]\s", re.MULTILINE)
# "• ", "b) ", "→ "
_HEADED = re.compile(r"^[^\n:：]{3,60}[:：]\s*\S", re.MULTILINE)  # "Water: new plants"
_NOTHING = re.compile(r"\W*(?:n\s?[./]?\s?a\.?|none|-|–|不适用|无)\W*", re.IGNORECASE)  # "N/A", "none", "–"
_MOST_PIECES = 6
_LONGEST_NAME = 40
_SHORT, _LONG = 40, 220
_FEW_WORDS, _MANY_WORDS = 6.0, 10.0
_WORDS = 60
_WORD = "word "


@lru_cache(maxsize=4096)
def evidence(cells: Cells) -> dict[str, float]:
    """For each row how much the content of its cells speaks for it."""
    without_signs, by_sign = _table()
    scores = dict(without_signs)
    for sign in frozenset(signs_of(cells)):
        for row, difference in by_sign.get(sign, ()):
            scores[row] += difference
    return scores


def signs_of(cells: Cells) -> Iterator[str]:
    """The signs in the cells of a row; the words in it as `word lack`."""
    text = "\n".join(cells)
    yield from _signs_of_form(text)
    yield from _signs_of_names(text)
    if sum(bool(cell.strip()) for cell in cells) > 1:
        yield "two columns"
    if len(text) > _SHORT:
        yield from (_WORD + word for word in set(words(text)[:_WORDS]))


def _signs_of_form(text: str) -> Iterator[str]:
    tests = {"people": _PEOPLE, "area": _AREA, "range": _RANGE, "goals": _GOALS, "mail": _MAIL, "headed": _HEADED}
    yield from (name for name, pattern in tests.items() if pattern.search(text))
    yield "short" if len(text) < _SHORT else "long" if len(text) > _LONG else "medium"
    items = [item for item in _ITEM.split(text) if item and item.strip()]
    if len(items) > 1 and _ITEM.search(text):
        yield "list"
    years, dated = len(_YEAR.findall(text)), len(_DATED.findall("\n".join(items)))
    if years:
        yield "year"
    if dated > 1:
        yield "dated items"
    digits, letters = len(_DIGITS.findall(text)), len(_LETTERS.findall(text))
    if digits >= letters:
        yield "figures"
    if not digits:
        yield "no digit"
    if any(_NOTHING.fullmatch(cell) for cell in text.split("\n")):
        yield "none"
    pieces = [piece for item in items for piece in re.split(r"[;\n]", item) if piece.strip()]
    mean = sum(len(words(piece)) for piece in pieces) / len(pieces) if pieces else 0.0
    yield "few words" if mean <= _FEW_WORDS else "many words" if mean >= _MANY_WORDS else "some words"


def _signs_of_names(text: str) -> Iterator[str]:
    pieces = [piece.strip(" .:") for piece in _SEPARATOR.split(text) if piece and piece.strip(" .:")][:_MOST_PIECES]
    yield from _kinds_of_names(tuple(pieces))
    lines = text.split("\n")
    if 3 * sum(map(_letters_of_themes, lines)) >= len(text):
        yield "themes"
    if any(map(_has_goal_names, lines)):
        yield "goal names"


@lru_cache(maxsize=2048)
def _kinds_of_names(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Of what most of the short ones of some pieces are names."""
    short = [piece for piece in pieces if len(piece) <= _LONGEST_NAME and _LETTERS.search(piece)]
    if not short or 2 * len(short) < len(pieces):
        return ()
    tests = {"cities": gazetteer().knows, "regions": is_region, "countries": is_country}
    counts = {name: sum(is_named(one) or _ends_are(one, is_named) for one in short) for name, is_named in tests.items()}
    return tuple(name for name, count in counts.items() if 2 * count >= len(short))


@lru_cache(maxsize=2048)
def _letters_of_themes(line: str) -> int:
    """How many letters of a line belong to phrases by which themes are known."""
    return sum(end - start for start, end in theme_phrases_in(line))


@lru_cache(maxsize=2048)
def _has_goal_names(line: str) -> bool:
    return bool(goal_names_in(line) or topics_in(line))


def _ends_are(text: str, is_named: object) -> bool:
    """Whether a text is two names next to each other: `Longyan Mannheim`, `乐山 Leshan`."""
    parts = text.split()
    return callable(is_named) and any(
        is_named(" ".join(parts[:cut])) and is_named(" ".join(parts[cut:])) for cut in range(1, min(4, len(parts)))
    )


@cache
def _table() -> tuple[dict[str, float], dict[str, list[tuple[str, float]]]]:
    """What speaks for each row where there is no sign, and by how much each sign changes that."""
    without_signs: dict[str, float] = {}
    by_sign: dict[str, list[tuple[str, float]]] = {}
    for line in rows("row_signs"):
        row, present, absent = line["row"], float(line["present"]), float(line["absent"])
        without_signs[row] = without_signs.get(row, 0.0) + absent
        by_sign.setdefault(line["sign"], []).append((row, present - absent))
    return without_signs, by_sign
