"""Names in a list: `Barcelona, Stuttgart and Rome`, and lists whose columns ran together: `Longyan Mannheim`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations, islice, pairwise

from ucap.documents.traced import BLANKS, Traced
from ucap.reading.blanks import blank
from ucap.vocabulary.folding import HAN

IsName = Callable[[str], bool]
"""Whether a text as a whole is a known name."""

_STRONG_SEPARATOR = re.compile(rf"{BLANKS}[,;/|、，；•+]\s*")  # "; "
_WEAK_SEPARATOR = re.compile(
    rf"{BLANKS}(?:&(?!\w)|\b(?:and|und|et|as\s+well\s+as)\b)\s*|(?<!\s)\s+(?:[–—-]|(?-i:y|e|en|i|a|oraz|och|og|ja|și|és|ir|και|и))\s+",
    re.IGNORECASE,
)  # " and ", "Cáceres y Mérida", "Zwolle en Deventer"
_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")  # "(Lazio)"
_UNIT = re.compile(
    rf"(?:[{HAN}][^\s(（]*|[^\s(（]+(?:\s*[{HAN}]+)*)(?:\s*[(（][^()（）]*[)）])?|[(（][^()（）]*[)）]?"
)  # "Guilin 桂林市", "兰州市（兰州新区）"
_CHINESE_FIRST = re.compile(rf"[{HAN}]+\s*[^\W\d_{HAN}]")  # "遵义 Zunyi 坦佩雷 Tampere"
_UNIT_CHINESE_FIRST = re.compile(
    rf"[{HAN}]+(?:\s*(?![{HAN}])[^\s(（{HAN}]+)?(?:\s*[(（][^()（）]*[)）])?|[^\s(（{HAN}]+(?:\s*[(（][^()（）]*[)）])?|[(（][^()（）]*[)）]?"
)  # "遵义 Zunyi", "Compostela"
_OTHER_SCRIPT = re.compile(rf"[{HAN}\u0370-\u052f\u1f00-\u1fff]+")  # "山东", "Αττική", "Област"
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_NONE = re.compile(r"(?<![\w/])(?:n\s?[./]\s?a\.?|-|–|—)(?![\w/])", re.IGNORECASE)  # "n/a"
_MAX_UNITS = 9
_EDGES = " \t\n.:*"


LONGEST_NAME = 120
"""Characters; a longer text is no name, and is not looked up as one."""


def names_in(text: Traced, is_name: IsName) -> list[Traced]:
    """The names of a list, in order, each as written; `N/A`, `sans objet` and the like are none.

    A part that is no known name is divided between its words, so that each piece is one: into as few pieces as
    possible, and only then at `and`. Where that cannot be, the longest known name at its start or end is separated.
    """
    pieces = [piece for part in _parts(text, _STRONG_SEPARATOR) for piece in _pieces(part, is_name) if piece]
    return [piece for piece in _with_translations(pieces, text, is_name) if not blank(str(piece))]


def latin(name: str) -> str:
    """`Shandong (山东)`, `Attica (Αττική)` in Latin letters alone; a name without any as it stands."""
    found = _OTHER_SCRIPT.sub("", name)
    if found == name:  # the bracket of `Styria (Steiermark)` stays whole
        return name
    found = found.strip(" ()（）/")
    return found if any(map(str.isalpha, found)) else name


def _with_translations(pieces: Sequence[Traced], text: Traced, is_name: IsName) -> list[Traced]:
    """The names, one in two scripts with a slash between them as one, if one of them is known: `Χουνάν / Hunan`."""
    found: list[Traced] = []
    for piece in pieces:
        before = found[-1] if found else None
        if before and f"{before} / {piece}" in text.text and _is_translation(before.text, piece.text, is_name):
            found[-1] = Traced.join([before, piece], " / ")
        else:
            found.append(piece)
    return found


def _is_translation(one: str, other: str, is_name: IsName) -> bool:
    """Whether one of two names is in Latin letters and the other in none of them, and only one is known."""
    is_latin = [_LATIN.search(name) is not None for name in (one, other)]
    return is_latin[0] != is_latin[1] and is_name(one) != is_name(other)


def _parts(text: Traced, separator: re.Pattern[str]) -> list[Traced]:
    """The parts between separators outside brackets, and between statements that there is none."""
    masked = _BRACKETS.sub(lambda match: "_" * len(match[0]), text.text)
    gaps = [match.span() for match in _NONE.finditer(masked)]
    masked = _NONE.sub(lambda match: "_" * len(match[0]), masked)
    gaps = sorted([*gaps, *(match.span() for match in separator.finditer(masked))])
    edges = [(0, 0), *gaps, (len(text), len(text))]
    return [text.cut(start, end).strip(_EDGES) for (_, start), (end, _) in pairwise(edges)]


def _pieces(part: Traced, is_name: IsName) -> list[Traced]:
    units = [match.span() for match in islice(_UNIT.finditer(part.text), _MAX_UNITS + 1)]
    is_long = len(part) > LONGEST_NAME or len(units) > _MAX_UNITS
    if is_long or len(units) < 2 or is_name(part.text):
        return [part]
    if _CHINESE_FIRST.match(part.text):
        pairs = [match.span() for match in _UNIT_CHINESE_FIRST.finditer(part.text)]
        cuts, is_whole = _cuts(part.text, pairs, is_name) if len(pairs) > 1 else ([], False)
        if is_whole:
            return _cut(part, pairs, cuts)
    cuts, is_whole = _cuts(part.text, units, is_name)
    smaller = [] if is_whole else _parts(part, _WEAK_SEPARATOR)
    if len(smaller) > 1:
        return [piece for small in smaller for piece in _pieces(small, is_name)]
    if not is_whole and (nested := _nested(part, units, is_name)):
        return nested
    return _cut(part, units, cuts)


def _cut(part: Traced, units: Sequence[tuple[int, int]], cuts: Sequence[int]) -> list[Traced]:
    """A text cut before some of its units."""
    edges = [0, *(units[cut][0] for cut in cuts), len(part)]
    return [part.cut(low, high).strip() for low, high in pairwise(edges)]


def _nested(part: Traced, units: Sequence[tuple[int, int]], is_name: IsName) -> list[Traced]:
    """A name that wrapped in one column, and the name of the other column that stands between its lines."""
    for low, high in combinations(range(1, len(units)), 2):
        inner = part.cut(units[low][0], units[high - 1][1])
        outer = Traced.join([part.cut(0, units[low - 1][1]), part.cut(units[high][0])])
        if is_name(inner.text) and is_name(outer.text):
            return [outer, inner]
    return []


def _cuts(text: str, units: Sequence[tuple[int, int]], is_name: IsName) -> tuple[list[int], bool]:
    """Before which units to cut, and whether all pieces are names then.

    Of several ways the one with the fewest pieces is taken, and the first ones are rather long.
    """
    count = len(units)
    known = {
        (low, high): _is_known(text[units[low][0] : units[high - 1][1]], is_name)
        for low in range(count)
        for high in range(low + 1, count + 1)
    }
    best: list[list[int] | None] = [[], *([None] * count)]
    for high in range(1, count + 1):
        ways = [(before, low) for low in range(high) if (before := best[low]) is not None and known[low, high]]
        if ways:
            before, low = min(ways, key=lambda way: (len(way[0]), -way[1]))
            best[high] = [*before, low]
    whole = best[count]
    return (whole[1:], True) if whole is not None else (_cut_at_one_name(known, count), False)


def _is_known(text: str, is_name: IsName) -> bool:
    """Whether a text is a name, with or without the bracket behind it: `Harbin (Songbei District)`."""
    bracket = _BRACKETS.search(text)
    is_behind = bracket is not None and bracket.start() > 0 and bracket.end() == len(text)
    return is_name(text) or (bracket is not None and is_behind and is_name(text[: bracket.start()].strip()))


def _cut_at_one_name(known: dict[tuple[int, int], bool], count: int) -> list[int]:
    """One cut behind the longest name at the start, or before the longest at the end; none if neither end is a name."""
    behind = next((high for high in range(count - 1, 0, -1) if known[0, high]), None)
    before = next((low for low in range(1, count) if known[low, count]), None)
    return [cut for cut in (behind or before,) if cut]
