"""Themes that ran together because their separators were lost.

`Aerospace Energy conservation and environmental protection Smart city construction Economy and trade` is four
themes. Each place between two words is judged by itself: the headings of Key focus, capitals, and the phrases
by which themes are known speak for or against a break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ucap.documents.traced import Traced
from ucap.gazetteer.gazetteer import is_place_word
from ucap.vocabulary.categories import theme_phrases_in
from ucap.vocabulary.folding import fold
from ucap.vocabulary.reference import word_list

_WORD = re.compile(r"\S+")
_MAX_WORDS = 250
"""A longer text is no list of themes."""
_JOINING = word_list("joining")
_NAME_TAILS = word_list("name-tail")
_ADJECTIVE = re.compile(
    r"(?:al|ic|ive|able|ible|ous|ary|ful|less|ern|ish|ese|ean|ian|(?<!ag)ing|ed)$|^(?:new|smart|green|urban|clean|low|high|old|blue"
    r"|open|safe|yellow|red|white|black|joint|common|big|small|inner|creative|circular|modern|rural|mutual)$"
)  # "regional", "smart"


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


def split_run_on(text: Traced, headings: Sequence[str], is_alone: bool = True) -> list[Traced]:
    """The themes of a text, in order; a text that is one theme comes back alone.

    Args:
        text: the themes.
        headings: the headings of Key focus.
        is_alone: the text is all that the cell holds. Otherwise some separators were kept, and it takes more than a
            capital to break.
    """
    words = list(_words(text.text))
    if len(words) > _MAX_WORDS or not any(word.is_capital for word in words[1:]):
        return [text]
    starts = [0, *(words[i].start for i in _RunOn(text.text, words, headings, is_alone).breaks())]
    return [text.cut(start, end).strip() for start, end in pairwise([*starts, len(text)])]


def _words(text: str) -> Iterator[_Word]:
    depth = 0
    for match in _WORD.finditer(text):
        yield _Word(*match.span(), match[0], depth)
        depth = max(0, depth + sum(match[0].count(c) for c in "([") - sum(match[0].count(c) for c in ")]"))


class _RunOn:
    """The words of a text, and which of them begin or go on a heading of Key focus or a phrase of the vocabulary."""

    def __init__(self, text: str, words: Sequence[_Word], headings: Sequence[str], is_alone: bool) -> None:
        self._words = words
        self._is_alone = is_alone
        self._head_starts, self._head_insides = _headings_at(words, headings)
        self._phrase_starts, self._phrase_insides = _phrases_at(text, words)

    def breaks(self) -> list[int]:
        """The indices of the words that begin a theme, the first one left out."""
        breaks: list[int] = []
        is_detail = self._words[0].text.endswith(":") if self._words else False
        for i in range(1, len(self._words)):
            if self._is_break(i, is_detail):
                breaks.append(i)
                is_detail = False
            is_detail = is_detail or self._words[i].text.endswith(":")
        return breaks

    def _is_break(self, i: int, is_detail: bool) -> bool:
        before, word = self._words[i - 1], self._words[i]
        if i in self._head_insides or word.depth or not word.is_capital:
            return False
        if i in self._head_starts:
            return True
        if before.is_joining or before.text[-1] in ",:/–-&" or word.text[0] in "([" or i in self._phrase_insides:
            return False
        if before.text[-1] in ")]":
            return True
        if before.text[-1] in ".!?" or (is_detail and before.is_capital and not is_place_word(before.bare)):
            return self._has_label_ahead(i)
        return self._breaks_capitals(i) if before.is_capital else self._breaks_into_capital(i)

    def _breaks_into_capital(self, i: int) -> bool:
        """Between a small letter and a capital."""
        is_supported = self._is_alone or i in self._phrase_starts or self._begins_sentence(i)
        return is_supported and not is_place_word(self._words[i].bare)

    def _breaks_capitals(self, i: int) -> bool:
        """Between two capitals: `Aerospace Energy conservation` breaks, `Smart City` and `Li River` do not."""
        before, word = self._words[i - 1], self._words[i]
        is_name_tail = word.bare.lower() in _NAME_TAILS and not before.bare.isupper()
        if is_name_tail or is_place_word(word.bare):
            return False
        if is_place_word(before.bare):
            return self._begins_sentence(i)
        if _ADJECTIVE.search(before.bare.lower()):
            return False
        is_supported = i in self._phrase_starts or _ADJECTIVE.search(word.bare.lower()) is not None
        return self._begins_sentence(i) or (is_supported and self._is_alone)

    def _begins_sentence(self, i: int) -> bool:
        """Whether a word in lower case that is more than `and` or `of` follows."""
        follower = self._words[i + 1] if i + 1 < len(self._words) else None
        return follower is not None and follower.text[:1].islower() and not follower.is_joining

    def _has_label_ahead(self, i: int) -> bool:
        """Whether the words from here on are the label of `Label: detail`."""
        for word in self._words[i : i + 8]:
            if word.text.endswith(":"):
                return True
            if word.text[-1] in ".;!?":
                return False
        return False


def _headings_at(words: Sequence[_Word], headings: Sequence[str]) -> tuple[set[int], set[int]]:
    """Where headings of Key focus begin among the words, and the words inside them."""
    starts, insides = set(), set()
    folded = [fold(word.bare) for word in words]
    for heading in headings:
        target = [fold(part.strip("()[].,;:")) for part in heading.split()]
        for i in range(len(folded) - len(target) + 1):
            if target and folded[i : i + len(target)] == target and words[i].is_capital:
                starts.add(i)
                insides |= set(range(i + 1, i + len(target)))
    return starts, insides


def _phrases_at(text: str, words: Sequence[_Word]) -> tuple[set[int], set[int]]:
    """The same for the phrases by which themes are known."""
    spans = theme_phrases_in(text)
    starts = {i for i, word in enumerate(words) if any(word.start <= start < word.end for start, _ in spans)}
    insides = {i for i, word in enumerate(words) if any(start < word.start < end for start, end in spans)}
    return starts, insides
