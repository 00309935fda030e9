"""Places that running text names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ucap.gazetteer.place import Place
from ucap.vocabulary.folding import HAN, fold
from ucap.vocabulary.phrases import Found
from ucap.vocabulary.reference import rows

_CAPITALS = "A-ZÀ-ÖØ-Þ\u0100-\u024f\u0386-\u03ab\u0400-\u042f"
_LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
_WORD = re.compile(rf"(?<![{_LETTERS}])[{_CAPITALS}][{_LETTERS}]*(?:['’ʼ](?!s\b)[{_LETTERS}]+)*|[{HAN}]+")  # "L'Aquila"
_SENTENCE_END = re.compile(r"[.!?:;•→|][\s\"'“‘(]*$|\n\s*\n\s*$")  # ". “"
_BEFORE_NOUN = re.compile(
    r"(?<![^\W_])(?:d(?:as|em|es|er|ie)|(?:k?ein|unser|dies|jed)(?:e[mnrs]?)?|zu[mr]|beim|vom|im|am|ins|fürs"
    r"|(?:gemeinsam|festlich|feierlich|offiziell|traditionell|abschließend|gesund|gut|warm|regional|lokal|interkulturell"
    r"|chinesisch|deutsch|österreichisch|groß|klein|alt|neu)e[mnrs]?)\s$",
    re.IGNORECASE,
)  # "beim ", "Gemeinsames "
_LONGEST_NAME = 5  # words
_LONGEST_CHINESE_NAME = 7  # characters
_LONGEST_ACRONYM = 3  # letters
_LONGEST_JOINT = 12  # characters
_LOOK_BACK = 30  # characters


class _Word(NamedTuple):
    """A capitalised word or a run of Chinese characters; `before` is what stands between it and the one before."""

    start: int
    end: int
    text: str
    before: str

    @property
    def is_chinese(self) -> bool:
        return self.text[0] >= "\u3400"

    @property
    def goes_on(self) -> bool:
        """Whether it can go on the name of the word before: "Santiago de Compostela"."""
        return len(self.before) <= _LONGEST_JOINT and bool(_joint().fullmatch(self.before))


class Names:
    """Places by the keys of their names."""

    def __init__(self, places: Mapping[str, Place]) -> None:
        self.places = places
        self.first_words = frozenset(name.partition(" ")[0] for name in places)


def mentions(text: str, names: Names, known: Names) -> list[Found[Place]]:
    """The places that a text names, from left to right, the longest name where several begin at one word.

    Only capitalised words and Chinese characters are looked at. A name in `known` is its place whatever
    `prose_rules.csv` says ("Nice" at the start of a sentence, "AKK").
    """
    found: list[Found[Place]] = []
    words = _words(text)
    index = 0
    while index < len(words):
        word = words[index]
        folded = fold(word.text)
        length, place = 1, None
        if word.is_chinese:
            found += _chinese_names(word, names.places, known.places)
        elif folded in _rule("title"):
            length = _length_of_person(words, index)
        elif folded in names.first_words or folded in known.first_words:
            length, place = _longest_name(words, index, names.places, known.places)
        if place:
            found.append(Found(word.start, words[index + length - 1].end, place))
        index += length
    return [one for one in found if not _is_instrument(text, one.start, one.end)]


def _is_instrument(text: str, start: int, end: int) -> bool:
    """Whether a name belongs to a treaty, a charter or the like: "Athens Declaration", "Charta von Aalborg"."""
    before, behind = _instruments()
    return behind.match(text, end) is not None or before.search(text, max(0, start - _LOOK_BACK), start) is not None


def _words(text: str) -> list[_Word]:
    words = []
    end = 0
    for match in _WORD.finditer(text):
        words.append(_Word(*match.span(), match.group(), text[end : match.start()]))
        end = match.end()
    return words


def _length_of_person(words: Sequence[_Word], index: int) -> int:
    """How many words make the name of a person that begins with a title: "Dr. Hans Dietmar Schweisgut"."""
    length = 1
    while index + length < len(words) and words[index + length].goes_on:
        length += 1
    return length


def _longest_name(
    words: Sequence[_Word], index: int, names: Mapping[str, Place], known: Mapping[str, Place]
) -> tuple[int, Place | None]:
    """How many words from `index` on make a name, and of which place; one word and no place where they make none."""
    length = 1
    while length < _LONGEST_NAME and index + length < len(words) and words[index + length].goes_on:
        length += 1
    while length:
        name = _key(words[index : index + length])
        place = known.get(name) or names.get(name)
        if place and (name in known or _is_meant(name, words, index, length)):
            return length, place
        length -= 1
    return 1, None


def _key(words: Sequence[_Word]) -> str:
    """The key of the name that the words make, particles between them included."""
    return " ".join([fold(words[0].text), *(fold(word.before + word.text).lstrip(". ") for word in words[1:])])


def _is_meant(name: str, words: Sequence[_Word], index: int, length: int) -> bool:
    """Whether a name is one of a place here, and not of a lake, a person or an ordinary word."""
    word = words[index]
    follower = words[index + length] if index + length < len(words) and words[index + length].goes_on else None
    if follower and fold(follower.text) in _rule("feature"):
        return False
    if length > 1:
        return True
    if word.goes_on and fold(words[index - 1].text) in _rule("prefix"):
        return False
    if name in _rule("never") or (word.text.isupper() and _is_acronym_or_surname(word, follower)):
        return False
    if name in _rule("not first") and (index == 0 or _SENTENCE_END.search(word.before)):
        return False
    before = (words[index - 1].text if index else "") + word.before
    is_noun = name in _rule("noun") and _BEFORE_NOUN.search(before) is not None
    return not (is_noun or (name in _rule("forename") and follower))


def _is_acronym_or_surname(word: _Word, follower: _Word | None) -> bool:
    """In capitals throughout: "WM", or "LIU Sushe"."""
    return len(word.text) <= _LONGEST_ACRONYM or bool(follower and not follower.text.isupper())


def _chinese_names(run: _Word, names: Mapping[str, Place], known: Mapping[str, Place]) -> Iterator[Found[Place]]:
    """The names in a run of Chinese characters, which has no spaces."""
    start = 0
    while start < len(run.text):
        for end in range(min(start + _LONGEST_CHINESE_NAME, len(run.text)), start + 1, -1):
            name = " ".join(run.text[start:end])
            place = known.get(name) or (names.get(name) if name not in _rule("never") else None)
            if place:
                yield Found(run.start + start, run.start + end, place)
                start = end
                break
        else:
            start += 1


def is_ordinary_word(name: str) -> bool:
    """Whether a name of a place is, in running text, more often something else ("March", "Reading")."""
    return name in _rule("never") or name in _rule("not first")


@cache
def _rule(rule: str) -> frozenset[str]:
    """The words of a rule of `prose_rules.csv`."""
    return frozenset(fold(row["word"]) for row in rows("prose_rules") if row["rule"] == rule)


@cache
def _instruments() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands before and behind a name that belongs to a treaty or the like."""
    written = [(row["word"], row["rule"]) for row in rows("prose_rules")]
    before = "|".join(word for word, rule in written if rule == "instrument before")
    behind = "|".join(word for word, rule in written if rule == "instrument behind" and word[0] < "\u3400")
    chinese = "|".join(word for word, rule in written if rule == "instrument behind" and word[0] >= "\u3400")
    return (
        re.compile(rf"\b(?:{before})\s+(?:of|von|zu|de|di|van|do|d['’])\s?(?:the\s)?$"),
        re.compile(rf"[ -](?:{behind})\b|[》]?(?:{chinese})"),
    )


@cache
def _joint() -> re.Pattern[str]:
    """What may stand between the words of one name: a space, a hyphen, the point of "St.", or a particle."""
    particles = "|".join(row["word"] for row in rows("prose_rules") if row["rule"] == "particle")
    return re.compile(rf"[ \n\xa0]|\. |[-‐‑]|[ -](?:(?:{particles})[ '’-]){{1,2}}")
