"""Stretches of a text that may be labels though nothing but their words shows it.

On a page that was copied labels stand in whole lines above their values, in the first words of lines, or line by line
beside their values:

    Cooperation             a label of two lines,
    Fields                  its value below
    (1) Huangmei Opera
    Nation P. R. China      a label of one word, its value beside it
    Key focus of the Geothermal energy: hot water from the      a label torn into two lines,
    cooperation themes: underground.                            its value beside it
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import takewhile

from ucap.documents.labels.known import (
    CONTACT,
    HEAD_KEYS,
    KEYS,
    Label,
    find_in_two_languages,
    find_label,
    without_number,
)
from ucap.documents.labels.lexicon import OTHER, Sense, sense_of, spans_of_label_words
from ucap.documents.labels.rows import TOPICS, is_of_topics
from ucap.documents.labels.signs import signs_of
from ucap.documents.labels.taught import NOTHING_TAUGHT, Taught
from ucap.documents.lists.marks import starts_item
from ucap.documents.traced import Span
from ucap.gazetteer.countries import is_country
from ucap.typography import width
from ucap.vocabulary.folding import fold, words
from ucap.vocabulary.reference import rows, word_list

_SPACE, _BLANKS = re.compile(r"\s*"), re.compile(r"[ \t]*")
_LINE = re.compile(r"[^\s](?:[^\n\f]*[^\s])?")
_WORD = re.compile(r"[^\s\f:：]+[:：]*|[:：]+")  # "Stadt:", "联系方式："
_LETTER = re.compile(r"[^\W\d_]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_CHINESE, _LATIN = re.compile(r"[\u3400-\u9fff]+"), re.compile(r"[A-Za-z]{2}")
_HAN_APART = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")  # "城市 兰州市", where Chinese has no spaces
_COUNTED = re.compile(r"[\u3400-\u9fff]{1,2}|[^\W\d_\u3400-\u9fff]+")  # "合作" of "合作期限", "Period"
_IN_BRACKETS = re.compile(r"\([^()]*\)?|（[^（）]*）?")  # "(10,000 persons)"
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4})[.)]\s+[^\W\d_]")  # "3. City", "IV) Country"
_BROKEN = re.compile(
    r"(?<=[^\W\d_])[-‐\u00ad]\s+(?=[^\W\d_A-ZÀ-Þ])(?!(?:und|oder|and|or|et|ou|y|e|i)\b)"
    r"|(?<=[\u3400-\u9fff])\n(?=[\u3400-\u9fff])"
)  # "Partner‐⏎kommunen", "相关可持续发⏎展目标", and not "Stadt- und"
_MARK = re.compile(r"[^\W\d_][.)]")  # "A.", "α)"
_ITEM_BEHIND = re.compile(r"[ \t]+(?P<mark>[•●▪→➔►*–-])(?=[ \t]+[^\W_])")  # " • Bring losses below ten per cent"
_CITED = re.compile(r"(?:SDG|SGD|ODD|ODS|OSS|Ziel|Goal|目标)s?", re.IGNORECASE)
_ALL_GOALS = re.compile(r"(?:SDG|SGD|ODD)s|Goals|Ziele|目标", re.IGNORECASE)  # the label of "SDGs 7, 9, 11"
_GOAL = re.compile(rf"(?<!\w){_CITED.pattern}\s*\d", re.IGNORECASE)  # "SDG 16"
_NUMBER_BEHIND = re.compile(r"\s*(?:n[.o]?\s?[º°o]|no\.?|nr\.?|nos\.?)?\s*\d", re.IGNORECASE)  # " n.º 4", " No. 2"
_SIGNS_OF_LABELS = frozenset({"&", "/", "+", "／", ":", "："})
_OPEN_SIGNS = frozenset("&/+／-‐")

_MOST_LINES, _MOST_WORDS, _LONGEST = 6, 12, 110
_LONGEST_NAME = 30
_MOST_TORN, _MOST_WORDS_OF_LINE = 4, 6
_LONGEST_TEXT = 100_000
_LEAST_ALONE = 5
"""So many labels, each of which is all of a line, show that labels begin lines though the page's lines are lost."""
_MOST_STARTS, _MOST_STRETCHES = 300, 300
"""Places at which labels may begin, and what may be one; a summary has some hundred in a few thousand characters."""
_MOST_LINES_OF_WIDTH = 0.55
"""A line of a label above its value is at most so wide, as a part of the widest line."""
_PLAIN, _SHARE_OF_WIDTHS, _TOLERANCE, _MOST_OF_COLUMN = 3.0, 0.9, 1.1, 1.25
_SHORT_LINE = 0.9
_EVIDENCE = 500
"""Characters of a value that are looked at."""

# What speaks for a label, on the scale of `rows`, and what speaks against it.
_START = -2.0
_MOST_OF_LABEL, _LEAST_OF_LABEL = 8.0, 2.0
_KNOWN, _KNOWN_WORD = 9.0, 7.0
_BEFORE_LIST, _LEAST_SHARE = 1.0, 0.5
_COVERED, _STRANGE, _STRANGE_SMALL, _FIGURE, _MONTH = 0.4, -2.0, -1.0, -3.0, -4.0
_TWICE, _APART, _ANOTHER_HEAD = -2.5, -3.0, -3.0
_COLON, _OPEN = 2.0, -3.0
_ABOVE, _BEFORE_ITEM, _BEFORE_CAPITAL, _BEFORE_LABEL_WORD = 0.3, 1.5, 0.5, -0.5
_BEFORE_SMALL, _BEFORE_SMALL_OF_TORN, _BEFORE_SIGN, _BEFORE_BRACKET = -3.0, -1.0, -4.0, -1.5
_WITHIN_SENTENCE, _WITHIN_LINE, _WITHIN_TEXT = -2.0, -6.0, -1.0
_TEAR, _TEAR_OF_SHORT_LINE, _TEAR_WITHOUT_ROW = 0.3, 1.0, -0.25
_OTHER_WITHOUT_COLON, _MOST_OF_OTHER = -2.0, 4.0
_TOPICS, _LIKE_GOALS = -1.5, -3.0


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """What may be a label.

    Attributes:
        fragments: where its lines stand; one range where they follow each other.
        label: its words.
        key: the row of the template that is known by this label, or None.
        weights: how much its words and what stands around it speak for each row.
        is_broken: whether it has several lines.
    """

    fragments: tuple[Span, ...]
    label: str
    key: str | None
    weights: Mapping[str, float]
    is_broken: bool

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.fragments[-1][1]

    @property
    def is_torn(self) -> bool:
        """Whether its lines stand beside those of its value."""
        return len(self.fragments) > 1


def stretches_of(
    text: str, found: Sequence[tuple[Span, ...]] = (), *, is_wrapped: bool, taught: Taught = NOTHING_TAUGHT
) -> tuple[list[Stretch], list[Stretch]]:
    """All stretches of a text that may be labels, in order; and of them those that were `found` as known labels.

    `is_wrapped` says that the line ends of the text are those of the page, so that labels begin lines.
    """
    if len(text) > _LONGEST_TEXT:
        return [], []
    finder = _Finder(text, is_wrapped=is_wrapped, taught=taught)
    known = [one for fragments in found for one in finder.stretch(fragments)]
    worded = finder.in_lines() if is_wrapped else finder.in_words()
    each = {one.fragments: one for one in (*worded, *known)}
    heaviest = sorted(each.values(), key=lambda one: -max(one.weights.values()))[:_MOST_STRETCHES]
    return sorted(heaviest, key=lambda one: one.start), known


class _Finder:
    """A text in its lines and words, and what of it may be a label."""

    def __init__(self, text: str, *, is_wrapped: bool, taught: Taught) -> None:
        self.text = text
        self.is_wrapped = is_wrapped
        self.taught = taught
        self.lines = [match.span() for match in _LINE.finditer(text)]
        self.words = [[word.span() for word in _WORD.finditer(text, *line)] for line in self.lines]
        self.widest = max((width(text[slice(*line)]) for line in self.lines), default=0.0)
        are_alone = sum(find_label(text[slice(*line)]) is not None for line in self.lines) >= _LEAST_ALONE
        self.begin_lines = is_wrapped or are_alone
        self.phrases = spans_of_label_words(text)
        self.phrase_starts = {low for low, _high in self.phrases}

    def in_lines(self) -> Iterator[Stretch]:
        """Those that begin lines: first those in one piece, whose widths are that of the labels' column."""
        starts = [index for index, line in enumerate(self.words) if line and self._may_begin(line[0][0])][:_MOST_STARTS]
        whole = [one for index in starts for one in self._above(index)]
        plain = [one for one in whole if not one.is_broken and max(one.weights.values()) >= _PLAIN]
        widths = sorted(width(self.text[one.start : one.end]) for one in plain)
        yield from whole
        if widths:
            column = widths[int(_SHARE_OF_WIDTHS * (len(widths) - 1))]
            for index in starts:
                yield from self._torn(index, (), column)

    def in_words(self) -> Iterator[Stretch]:
        """Those that begin at any word of labels."""
        places = [(line, index) for line in self.words for index, word in enumerate(line) if self._is_start(word[0])]
        for line, first in places[:_MOST_STARTS]:
            for last in takewhile(self._is_word, line[first : first + _MOST_WORDS]):
                yield from self.stretch(((line[first][0], last[1]),))

    def _is_start(self, start: int) -> bool:
        return start in self.phrase_starts and self._may_begin(start)

    def _may_begin(self, start: int) -> bool:
        """Whether a label may begin: with a capital, a letter that has no case, or its number."""
        first = self.text[start]
        return (first.isalpha() and not first.islower()) or bool(_NUMBERED.match(self.text, start))

    def _above(self, index: int) -> Iterator[Stretch]:
        """Labels of some whole lines and the first words of the next."""
        start = self.lines[index][0]
        for number in range(index, min(index + _MOST_LINES, len(self.lines))):
            if number > index and (not self._is_next(number) or self._is_city(self.lines[number - 1])):
                return
            for word in self.words[number][:_MOST_WORDS]:
                if word[1] - start > _LONGEST or not self._is_word(word):
                    return
                yield from self.stretch(((start, word[1]),))
            if width(self.text[slice(*self.lines[number])]) > _MOST_LINES_OF_WIDTH * self.widest:
                return

    def _is_city(self, line: Span) -> bool:
        """Whether a line is the name of a city in Chinese, which has the words of labels in it: `图尔市`."""
        text = self.text[slice(*line)]
        is_chinese = len(text) <= _LONGEST_NAME and _HAN.match(text) is not None
        return is_chinese and not find_label(text) and "cities" in signs_of((text,))

    def _torn(self, index: int, fragments: tuple[Span, ...], column: float) -> Iterator[Stretch]:
        """Labels of the first words of some lines, each of which had no room for the first word of the next."""
        if len(fragments) > 1:
            yield from self.stretch(fragments)
        if index >= len(self.lines) or len(fragments) == _MOST_TORN or (fragments and not self._is_next(index)):
            return
        line = self.words[index]
        if not line or (fragments and self._has_room(fragments[-1], line[0], column)):
            return
        for word in line[:-1][:_MOST_WORDS_OF_LINE]:
            head = (line[0][0], word[1])
            is_too_wide = width(self.text[slice(*head)]) > _MOST_OF_COLUMN * column
            if is_too_wide or not self._is_word(word) or (fragments and self._says_other_row(fragments, head)):
                return
            if not self._is_cited(word):
                yield from self._torn(index + 1, (*fragments, head), column)
            if self.text[word[1] - 1] in ":：":
                return

    def _is_word(self, word: Span) -> bool:
        """Whether a word may be part of a label: a sign before an item is none."""
        text = self.text[slice(*word)]
        return any(map(str.isalnum, text)) or text in _SIGNS_OF_LABELS

    def _is_next(self, number: int) -> bool:
        """Whether a line follows the one before at once, and begins no item."""
        between = self.text[self.lines[number - 1][1] : self.lines[number][0]]
        line = self.text[slice(*self.lines[number])]
        return between.count("\n") == 1 and "\f" not in between and not starts_item(line)

    def _has_room(self, fragment: Span, word: Span, column: float) -> bool:
        """Whether the labels' column had room for a word behind a fragment."""
        return width(f"{self.text[slice(*fragment)]} {self.text[slice(*word)]}") * _TOLERANCE <= column

    def _says_other_row(self, fragments: Sequence[Span], head: Span) -> bool:
        """Whether the next line of what may be a label is a label of its own."""
        one, two = (sense_of(_label_of(self.text, spans)) for spans in (fragments, [head]))
        return two.share == 1 and self.text[head[0]].isupper() and not set(one.weights) & set(two.weights)

    def stretch(self, fragments: tuple[Span, ...]) -> Iterator[Stretch]:
        """The stretch of these lines, if it may be a label."""
        written = _label_of(self.text, fragments)
        label = written.rstrip(" :：")
        if self._goes_beyond_label(fragments):
            return
        if not label or ":" in label or "：" in label or not self._may_end(label, fragments[-1][1]):
            return
        if _LATIN.search(label) and any(map(is_country, _CHINESE.findall(label))):
            return
        sense, has_colon = sense_of(label), label != written
        if "country" in sense.weights and " " in label and is_country(_last_word(label)):
            return
        known = self._known(label, fragments[-1][1], has_colon=has_colon)
        said = self._said(label, known, sense, fragments, has_colon=has_colon)
        worth = self._worth_of_words(label, sense, is_known=bool(known)) + self._worth_of_place(fragments, has_colon)
        weights = {key: weight + worth for key, weight in said.items() if weight > 0}
        is_cited = self._is_cited((fragments[-1][1] - len(_last_word(label)), fragments[-1][1]))
        if "goals" in weights and not is_cited:
            weights[TOPICS] = weights["goals"] + (_TOPICS if is_of_topics(label) else _LIKE_GOALS)
        if weights:
            is_broken = len(fragments) > 1 or "\n" in self.text[slice(*fragments[0])]
            yield Stretch(fragments, label, known.key if known else None, weights, is_broken)

    def _goes_beyond_label(self, fragments: tuple[Span, ...]) -> bool:
        """Whether the first lines are a known label, and the last is none of its words: a theme before its colon."""
        head, _end, last = self.text[slice(*fragments[-1])].rpartition("\n")
        is_theme = len(fragments) == 1 and last[:1].isupper() and sense_of(last).share < _LEAST_SHARE
        return is_theme and " " in head and find_label(" ".join(head.split())) is not None

    def _may_end(self, label: str, end: int) -> bool:
        """Whether a label may end: not behind a sign that joins or a mark, in a phrase, or before a goal's number."""
        last = _last_word(label)
        is_label = _ALL_GOALS.fullmatch(label) is not None and self._begins_line(end)
        if (
            last[-1] in _OPEN_SIGNS
            or _MARK.fullmatch(last)
            or (self._is_cited((end - len(last), end)) and not is_label)
        ):
            return False
        if _GOAL.search(label):
            return False
        before = bisect_left(self.phrases, (end, 0)) - 1
        return before < 0 or self.phrases[before][1] <= end

    def _known(self, label: str, end: int, *, has_colon: bool) -> Label | None:
        """The known label, where its last word is one of labels or something else shows that it ends."""
        known = self.taught.find_label(label) or find_in_two_languages(label)
        if known and not _are_of_label(label):
            return None
        last = _last_word(label)
        is_open = last.casefold() in word_list("label-goes-on")
        is_closed = sense_of(last).share > 0 or has_colon or self._ends_line(end)
        return known if is_closed and not is_open else None

    def _said(
        self, label: str, known: Label | None, sense: Sense, fragments: Sequence[Span], *, has_colon: bool
    ) -> dict[str, float]:
        """How much the words of a label speak for each row."""
        other = 0.0 if has_colon else _OTHER_WITHOUT_COLON if self.is_wrapped else -_MOST_OF_LABEL
        if known:
            weight = _KNOWN if len(words(label)) > 1 else _KNOWN_WORD
            return {known.key: weight} if known.key in KEYS else {OTHER: weight + other}
        if not self._is_worded(label, sense, fragments, has_colon=has_colon):
            return {}
        if sense.most < _LEAST_OF_LABEL:
            return dict.fromkeys(KEYS[-5:], _BEFORE_LIST) if self._is_before_list(fragments, sense) else {}
        said = {key: min(weight, _MOST_OF_LABEL) for key, weight in sense.weights.items() if key in KEYS}
        if is_of_topics(label):
            said["themes"] = 0.0
        of_other = sense.weights.get(OTHER, 0.0) + sense.weights.get(CONTACT, 0.0)
        return said if len(fragments) > 1 else {**said, OTHER: min(of_other, _MOST_OF_OTHER) + other}

    def _is_worded(self, label: str, sense: Sense, fragments: Sequence[Span], *, has_colon: bool) -> bool:
        """Whether an unknown label begins and ends with words of labels, or something else shows where it does."""
        end, (first, *_between, last) = fragments[-1][1], [*without_number(label).split(), _last_word(label)]
        is_closed = has_colon or self._ends_line(end) or bool(_ITEM_BEHIND.match(self.text, end)) or last[-1] == ")"
        may_begin = self.is_wrapped or sense_of(first).share > 0
        return sense.share > 0 and may_begin and (is_closed or sense_of(last).share > 0)

    def _worth_of_words(self, label: str, sense: Sense, *, is_known: bool) -> float:
        """What the words of a label, whatever row they speak for, speak for it or against it."""
        bare = _IN_BRACKETS.sub(" ", label)
        worth = _COVERED * len(_COUNTED.findall(bare)) * sense.share
        worth += _FIGURE * sum(any(map(str.isdigit, word)) for word in without_number(bare).split())
        worth += _MONTH * sum(fold(word) in _months() for word in bare.split())
        worth += _OPEN * (_last_word(label).casefold() in word_list("label-goes-on") or is_open(label))
        worth += _APART * len(_HAN_APART.findall(label)) + _TWICE * _repeated_count(bare)
        if is_known:
            return worth
        heads = sum(sense.weights.get(key, 0.0) >= _PLAIN for key in HEAD_KEYS)
        strange = sum(_STRANGE_SMALL if word[0].islower() else _STRANGE for word in _strange_words(bare))
        return worth + strange + _ANOTHER_HEAD * max(0, heads - 1)

    def _worth_of_place(self, fragments: Sequence[Span], has_colon: bool) -> float:
        """What the text around a label speaks for it or against it."""
        is_torn = len(fragments) > 1
        worth = _START + _COLON * has_colon + self._before(fragments[0][0], has_colon=has_colon)
        worth += self._behind(fragments[0][1], 0.0 if has_colon and not is_torn else _BEFORE_SMALL)
        worth += sum(self._behind(high, _BEFORE_SMALL_OF_TORN) for _low, high in fragments[1:]) / 2
        worth += sum(_TEAR + _TEAR_OF_SHORT_LINE * self._is_short(high) for _low, high in fragments[:-1])
        return worth + _TEAR_WITHOUT_ROW * sum(not sense_of(self.text[slice(*line)]).weights for line in fragments[1:])

    def _before(self, start: int, *, has_colon: bool) -> float:
        before = self.text[max(0, start - 200) : start].rstrip(" \t")
        if before and before[-1] not in "\n\f":
            is_translation = not self.is_wrapped and before[-1] in "/／"
            return _WITHIN_LINE if self.begin_lines and not (has_colon or is_translation) else _WITHIN_TEXT
        last = (before.split() or [""])[-1]
        return _WITHIN_SENTENCE * (last.casefold() in word_list("label-goes-on") or last[-1:] in (",", "("))

    def _behind(self, end: int, small: float) -> float:
        """What the text behind a line of a label speaks for its end; `small` is what a small letter does."""
        is_whole = self._ends_line(end)
        found = (_SPACE if is_whole else _BLANKS).match(self.text, end)
        start = found.end() if found else end
        behind = self.text[start : start + 80]
        if starts_item(behind):
            return _BEFORE_ITEM
        if behind[:1] in "/&:：／+" and behind:
            return _BEFORE_SIGN
        if behind[:1] in "(（" and behind:
            return _BEFORE_BRACKET
        if behind[:1].islower():
            return small
        if is_whole:
            return _ABOVE
        is_label_word = start in self.phrase_starts and not _CITED.match(behind)
        return _BEFORE_LABEL_WORD if is_label_word else _BEFORE_CAPITAL

    def _begins_line(self, end: int) -> bool:
        """Whether nothing but one word stands before a place in its line."""
        return len(self.text[:end].rpartition("\n")[2].split()) == 1

    def _ends_line(self, position: int) -> bool:
        """Whether nothing stands behind a place in its line."""
        return not self.text[position : position + _EVIDENCE].partition("\n")[0].strip(" \t\f")

    def _is_before_list(self, fragments: Sequence[Span], sense: Sense) -> bool:
        """Whether half of a label are words of labels, and it stands in its line before the first of several items."""
        mark = _ITEM_BEHIND.match(self.text, fragments[0][1])
        if mark is None or sense.share < _LEAST_SHARE:
            return False
        return bool(re.search(rf"\s{re.escape(mark['mark'])}\s", self.text[mark.end() : mark.end() + _EVIDENCE]))

    def _is_short(self, position: int) -> bool:
        """Whether the line of a place in the text had room for the next word."""
        start, end = next(line for line in self.lines if position <= line[1])
        word = _WORD.search(self.text, end)
        return width(self.text[start:end]) + width(f" {word[0] if word else ''}") < _SHORT_LINE * self.widest

    def _is_cited(self, word: Span) -> bool:
        """Whether a word is the name of the goals before their numbers: `SDG 4`, `ODS n.º 4`."""
        return bool(_CITED.fullmatch(self.text, *word) and _NUMBER_BEHIND.match(self.text, word[1]))


@cache
def _months() -> frozenset[str]:
    """The names of months, folded: they are of values."""
    return frozenset(fold(row["written"]) for row in rows("month_names"))


@lru_cache(maxsize=4096)
def _strange_words(label: str) -> tuple[str, ...]:
    """The words of a label of which less than half are words of labels."""
    found = spans_of_label_words(label)
    return tuple(
        match[0]
        for match in _WORD.finditer(label)
        if _LETTER.search(match[0]) and 2 * _shared(match.span(), found) < len(match[0].strip(",.:;()/&"))
    )


def _are_of_label(label: str) -> bool:
    """Whether the Chinese beside the Latin words of a label says what these say, and is no value: `Country 中国`."""
    chinese = _CHINESE.findall(label)
    return not (chinese and _LATIN.search(label)) or not any(
        is_country(run) or sense_of(run).share < _LEAST_SHARE for run in chinese
    )


def _last_word(label: str) -> str:
    return label.rsplit(maxsplit=1)[-1]


def is_open(label: str) -> bool:
    """Whether a bracket of a label is not closed: `Main activities (e.g. pilot`."""
    return sum(map(label.count, "(（")) > sum(map(label.count, ")）"))


def _shared(span: Span, others: Sequence[Span]) -> int:
    """How many characters a range shares with others."""
    return sum(max(0, min(span[1], high) - max(span[0], low)) for low, high in others)


def _repeated_count(label: str) -> int:
    """How many words a label says again, small words and Chinese characters aside."""
    said = [word for word in words(label) if word not in word_list("label-goes-on") and not _HAN.match(word)]
    return len(said) - len(set(said))


def _label_of(text: str, fragments: Sequence[Span]) -> str:
    """The words of a label, those put together that a line's end broke: `Partner‐⏎kommunen`."""
    lines = (line.strip() for span in fragments for line in text[slice(*span)].split("\n"))
    return " ".join(_BROKEN.sub("", "\n".join(lines)).split())
