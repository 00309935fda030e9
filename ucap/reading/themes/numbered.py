"""Themes that are counted (`1、`, `①`, `a.`, `II.`, `Theme 2:`), and themes that stand there in two languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ucap.documents.traced import Traced
from ucap.vocabulary.categories import categories_of
from ucap.vocabulary.folding import HAN, narrow
from ucap.vocabulary.goals import number_words
from ucap.vocabulary.reference import any_word

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_ROMAN_SIGNS = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"
_CHINESE_NUMBER = "[一二三四五六七八九十]{1,2}"
_COUNTED_WORD = any_word("theme-count")  # "Theme" of "Theme 2:"
_GREEK = "αβγδεζηθ"
_MARK = re.compile(
    rf"(?:(?<!\S)|(?-i:(?<=[{HAN};；,，、。]))|(?=[(]\d{{1,2}}[)]|[(]{_CHINESE_NUMBER}[)]|[{_CIRCLED}])|(?<=[a-zà-ž])(?=\d\)\s?(?-i:[A-ZÀ-Ž])))(?:"
    rf"(?:{_COUNTED_WORD}\s*(?:no\.?\s*|nr\.?\s*)?)(?P<counted>\d{{1,2}}|{_CHINESE_NUMBER}|[A-F]\b)\s*[:：.、)–-]*"
    rf"|(?P<circled>[{_CIRCLED}])[.、]?|(?P<roman_sign>[{_ROMAN_SIGNS}])[.、)]?"
    rf"|[(]?(?P<number>\d{{1,2}})(?:[)、]|\.(?!\d)|/(?=\s+[^\W\d])|[°º][).]?(?=\s))|[(](?P<chinese>{_CHINESE_NUMBER})[)]|(?P<han>{_CHINESE_NUMBER})[、.)]"
    rf"|(?P<clause>[一二三四五六七八九])是|第(?P<nth>{_CHINESE_NUMBER})[、,:：是]?"
    rf"|[(]?(?-i:(?P<roman>[IVX]{{1,4}}|[ivx]{{1,4}}))[.)/](?=\s)|[(]?(?P<letter>[a-h])[.)/](?=\s)"
    rf"|(?-i:(?P<capital>[A-H]))[.)/](?=\s)|[(]?(?P<greek>[{_GREEK}])[΄'´’]?[.)](?=\s))\s*",
    re.IGNORECASE,
)
"""Before a theme: `2、`, `(3)`, `③`, `1°`, `1/`, `二、`, `（一）`, `b.`, `A/`, `IV.`, `β)`, `Theme 2:`, `Eje 2.`."""
_LOOSE_MARK = re.compile(
    rf"(?<!\S)(?:[#\[]\s?|(?:no|nr)\.?\s?|n[°º]\s?|t(?=\d))?(?:\d\.)?(?P<number>\d{{1,2}})(?:st|nd|rd|th)?(?:\]|\s?[:：–-])?\s*"
    rf"(?-i:(?=[A-ZÀ-Ž]|[{HAN}]))",
    re.IGNORECASE,
)
"""What counts themes only where several count up: `[1] `, `#1 `, `No. 1 `, `T1: `, `1.1 `, `01 `, `1-`, `1 `."""
_LATIN = re.compile(r"[^\W\d_]")
_CHINESE = re.compile(f"[{HAN}]")
_RUN = re.compile(f"[{HAN}](?:[^A-Za-z]*[{HAN}])?|[^{HAN}]*[^\\W\\d_{HAN}][^{HAN}]*")
# "绿色建筑" and "Green buildings" of both in one text

_BETWEEN_LANGUAGES = re.compile(r"(?<!\s)\s+[/–|]\s+")  # "Mobility / 交通"
_JOINER_AT_END = re.compile(r"\s(?:and|und|et|y|e|i|en|oraz|și|og|och)$")  # "(1) night and (2) roses"
_LEAD = re.compile(
    r"[^:：.;]{0,80}\b(?:two|three|four|five|six|following|zwei|drei|vier|fünf|folgende[nr]?|deux|trois|quatre|cinq|suivant[es]*"
    r"|dos|tres|cuatro|cinco|siguientes|due|tre|quattro|cinque|seguenti|dois|duas|três|quatro|seguintes|trzy|cztery)\b"
    r"[^:：.;]{0,80}[:：]\s*",
    re.IGNORECASE,
)
"""Before counted themes: `We work on three things: (1) stone and (2) roses`; not `Tourism: a) parks b) walks`."""


def split_numbered(text: Traced) -> list[Traced]:
    """The counted themes of a text without their numbers; the text as it is where it does not begin with a number."""
    marks = list(_in_sequence(narrow(text.text))) or list(_loosely_counted(narrow(text.text)))
    lead = None if marks else _LEAD.match(text.text)
    if lead and len(behind := list(_in_sequence(narrow(text.text[lead.end() :])))) > 1:
        text, marks = text.cut(lead.end()), behind
    if not marks:
        return [text]
    parts = [text.cut(start, end).strip() for (_, start), (end, _) in pairwise([*marks, (len(text), len(text))])]
    parts = [*map(_without_joiner, parts[:-1]), parts[-1]]
    return [bare for part in parts if (bare := part.strip(" \t\n;；,，、"))]


def _loosely_counted(text: str) -> list[tuple[int, int]]:
    """The numbers that count up from 1, two or more of them, the first at the beginning; otherwise none."""
    found: list[tuple[int, int]] = []
    for mark in _LOOSE_MARK.finditer(text):
        is_first = not found and not text[: mark.start()].strip()
        if int(mark["number"]) == len(found) + 1 and (found or is_first):
            found.append(mark.span())
    return found if len(found) > 1 else []


def _without_joiner(part: Traced) -> Traced:
    joiner = _JOINER_AT_END.search(part.text)
    return part.cut(0, joiner.start()) if joiner else part


def _in_sequence(text: str) -> Iterator[tuple[int, int]]:
    """The numbers that count up from the one at the beginning."""
    sort, last = "", 0
    for mark in _MARK.finditer(text):
        for kind, number in _readings(mark):
            is_first = not sort and not text[: mark.start()].strip()
            if is_first or (kind == sort and number == last + 1):
                sort, last = kind, number
                yield mark.span()
                break


def _readings(mark: re.Match[str]) -> Iterator[tuple[str, int]]:
    """What a mark counts: `i.` is the first in Roman figures and the ninth letter."""
    kind = mark.lastgroup or ""
    written = mark[kind]
    if kind == "circled":
        yield kind, _CIRCLED.index(written) + 1
    elif kind == "roman_sign":
        yield kind, _ROMAN_SIGNS.index(written) + 1
    elif kind == "greek":
        yield kind, _GREEK.index(written.lower()) + 1
    elif written.isdecimal():
        yield kind, int(written)
    elif kind in ("letter", "capital") or (kind == "counted" and written.isascii()):
        yield kind, ord(written.lower()) - ord("a") + 1
    elif number := number_words().get(written.upper()):
        yield kind, number


def one_of_each_language(parts: Sequence[Traced]) -> list[Traced]:
    """The themes, those that stand there once in Chinese and once in a European language as one."""
    found: list[Traced] = []
    for part in parts:
        if found and _says_the_same(found[-1].text, part.text):
            found[-1] = Traced.join([found[-1], part])
        else:
            found.append(part)
    return found


def are_bilingual(items: Sequence[Traced]) -> bool:
    """Whether each item of a list says a theme in two languages: `Odnowa spichlerzy / Renovation of granaries`.

    Ours is the second or the first of them, so that the categories of the other are not known, or the same.
    """
    said = [_BETWEEN_LANGUAGES.split(item.text) for item in items]
    return len(items) > 1 and all(len(sides) == 2 and not _differ(*sides) for sides in said)


def _differ(one: str, other: str) -> bool:
    categories = [set(categories_of(text, None)) for text in (one, other)]
    return all(categories) and not categories[0] & categories[1]


def is_in_two_languages(text: str) -> bool:
    """Whether a text is one run of Chinese and one of another language: `湖泊治理 Lake restoration`."""
    return len(_RUN.findall(text)) == 2 and _is_chinese(text) and _is_european(text)


def split_languages(text: Traced) -> list[Traced]:
    """`城市交通 Urban mobility 教育 Education` is two themes, each in two languages; none where a part is alone."""
    runs = [match.span() for match in _RUN.finditer(text.text)]
    pairs = list(zip(runs[::2], runs[1::2], strict=False))
    is_paired = len(runs) % 2 == 0 and all(
        _says_the_same(text.text[slice(*one)], text.text[slice(*other)]) for one, other in pairs
    )
    return [text.cut(one[0], other[1]).strip(" /") for one, other in pairs] if is_paired else []


def _says_the_same(one: str, other: str) -> bool:
    is_pair = _is_chinese(one) != _is_chinese(other) and _is_european(one) != _is_european(other)
    return is_pair and bool(set(categories_of(one, None)) & set(categories_of(other, None)))


def _is_chinese(text: str) -> bool:
    return _CHINESE.search(text) is not None


def _is_european(text: str) -> bool:
    return _LATIN.search(_CHINESE.sub("", text)) is not None
