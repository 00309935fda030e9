"""Themes that ran together because their separators were lost.

`Aerospace Energy conservation and environmental protection Smart city construction Economy and trade` is four
themes. Each place between two words is judged by itself: the headings of Key focus, capitals, and the phrases
by which themes are known speak for or against a break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ucap.documents.traced import Traced
from ucap.gazetteer import is_place_word
from ucap.reading.word_lists import word_list
from ucap.vocabulary import fold, theme_phrases_in

_WORD = re.compile(r"\S+")
_JOINING = word_list("joining")
_ADJECTIVE = re.compile(
    r"(?:al|ic|ive|able|ible|ous|ary|ful|less|ern|ish|ese|ean|ian|(?<!ag)ing|ed)$|^(?:new|smart|green|urban|clean|low|high|old|blue"
    r"|open|safe|joint|common|big|small|inner|creative|circular|modern|rural|mutual)$"
)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with its place, and what its surroundings say."""

    start: int
    end: int
    text: str
    depth: int

    @property
    def bare(self) -> str:
        return self.text.strip("()[]“”\"'‘’.,;:!?")

    @property
    def is_capital(self) -> bool:
        return self.text.lstrip("(“\"'‘")[:1].isupper()

    @property
    def is_joining(self) -> bool:
        return self.bare.lower() in _JOINING or not self.bare


def split_run_on(text: Traced, headings: Sequence[str]) -> list[Traced]:
    """The themes of a text, in order; a text that is one theme comes back alone."""
    found = list(_words(text.text))
    starts = [0] + [found[i].start for i in _breaks(text.text, found, headings)]
    return [text.cut(start, end).strip() for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]


def _words(text: str) -> Iterator[_Word]:
    depth = 0
    for match in _WORD.finditer(text):
        yield _Word(*match.span(), match[0], depth)
        depth = max(0, depth + sum(match[0].count(c) for c in "([") - sum(match[0].count(c) for c in ")]"))


def _breaks(text: str, found: Sequence[_Word], headings: Sequence[str]) -> list[int]:
    """The indices of the words that begin a theme, the first one left out."""
    head_starts, head_insides = _headings_at(found, headings)
    phrase_starts, phrase_insides = _phrases_at(text, found)
    breaks: list[int] = []
    for i in range(1, len(found)):
        begun = found[breaks[-1] if breaks else 0 : i]
        if i in head_insides or found[i].depth or not found[i].is_capital:
            continue
        if i in head_starts or _speaks_for_break(found, i, begun, i in phrase_starts, i in phrase_insides):
            breaks.append(i)
    return breaks


def _headings_at(found: Sequence[_Word], headings: Sequence[str]) -> tuple[set[int], set[int]]:
    """Where headings of Key focus begin among the words, and the words inside them."""
    starts, insides = set(), set()
    folded = [fold(word.bare) for word in found]
    for heading in headings:
        target = [fold(part.strip("()[].,;:")) for part in heading.split()]
        for i in range(len(folded) - len(target) + 1):
            if target and folded[i : i + len(target)] == target and found[i].is_capital:
                starts.add(i)
                insides |= set(range(i + 1, i + len(target)))
    return starts, insides


def _phrases_at(text: str, found: Sequence[_Word]) -> tuple[set[int], set[int]]:
    """The same for the phrases by which themes are known."""
    spans = theme_phrases_in(text)
    starts = {
        i for i, word in enumerate(found) if any(start <= word.end - 1 and start >= word.start for start, _ in spans)
    }
    insides = {i for i, word in enumerate(found) if any(start < word.start < end for start, end in spans)}
    return starts, insides


def _speaks_for_break(
    found: Sequence[_Word], i: int, begun: Sequence[_Word], starts_phrase: bool, is_inside_phrase: bool
) -> bool:
    before, word = found[i - 1], found[i]
    if before.is_joining or before.text[-1] in ",:/–-&" or is_inside_phrase:
        return False
    if before.text[-1] in ".!?":
        return _has_label_ahead(found, i)
    if before.text[-1] in ")]":
        return True
    if any(part.text.endswith(":") for part in begun):
        return _has_label_ahead(found, i) or (not before.is_capital and not _is_name(word, found, i))
    if not before.is_capital:
        return not _is_name(word, found, i)
    return _breaks_capitals(found, i, begun, starts_phrase)


def _has_label_ahead(found: Sequence[_Word], i: int) -> bool:
    """Whether the words from here on are the label of `Label: detail`."""
    for word in found[i : i + 8]:
        if word.text.endswith(":"):
            return True
        if word.text[-1] in ".;!?":
            return False
    return False


def _breaks_capitals(found: Sequence[_Word], i: int, begun: Sequence[_Word], starts_phrase: bool) -> bool:
    """Between two capitals: `Aerospace Energy conservation` breaks, `Smart City` and `Li River` do not."""
    before, word = found[i - 1], found[i]
    if _ADJECTIVE.search(before.bare.lower()) or _is_name(before, found, i - 1):
        return False
    begins_sentence_case = i + 1 < len(found) and found[i + 1].text[:1].islower() and not found[i + 1].is_joining
    return starts_phrase or begins_sentence_case or bool(_ADJECTIVE.search(word.bare.lower()))


def _is_name(word: _Word, found: Sequence[_Word], i: int) -> bool:
    """Whether the word is a name of its own and no first word of a theme: a place, `EU`, `Horizon 2020`."""
    if is_place_word(word.bare) or (word.bare.isupper() and len(word.bare) > 1):
        return True
    return i + 1 < len(found) and found[i + 1].bare.isdigit()
