"""Marks that begin the items of lists: bullets, dashes, numbers, letters, codes.

Unmistakable signs (`→`, `•`) count wherever they stand; dashes, numbers, `(a)`, `ii.` and the letter o count at the
start of a paragraph, and within it only where the paragraph began with one and they go on in sequence.
"""

from __future__ import annotations

import re

from ucap.vocabulary.reference import any_word, word_list

_SIGNS = "→➔➜➢➤►▶⇒⮚•●▪■□◦○‣⁃❖◆◇✓✔✗✘✕∙\uf0b7\uf0e0\uf0d8\uf0a7\uf0fc\uf0be\uf076"
_CIRCLED = "\u2460-\u249b\u2776-\u277f\u3220-\u3229"  # ① ⑴ ⒈ ❶ ㈠
_YEAR_AHEAD = r"(?:19|20)\d\d[^:：()（）]{0,40}"
_CODE_WORDS = any_word("activity-code")
_CODE = rf"""(?<!\S)(?![QHST][1-4]\s?[(（](?:19|20)\d\d[)）])  # not the quarter "Q3 (2019)"
    (?P<code>[A-Z]{{1,2}}|(?i:{_CODE_WORDS}))\.?\s?(?P<coded>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})
    (?:
        \s?(?=[(（][^()（）]{{0,40}}{_YEAR_AHEAD}[)）])  # "A1 " of "A1 (June 2018): Visit"
        |\s?[–—-]\s(?=[^:：]{{0,40}}{_YEAR_AHEAD}[:：])  # "Activity 3 – " of "Activity 3 – Q3/2019: Visit"
        |\s?[:：]\s?(?=[^:：]{{0,40}}{_YEAR_AHEAD})  # "WP2.1: " of "WP2.1: June 2019 Visit"
        |(?P<undated>\s?[:：]\s)  # "A2: " of "A2: Course"
    )"""
_NUMBER = r"""(?:
        (?<!\S)[(（]?
        |(?<=[\u3400-\u9fff；。])[(（]  # "参观（2）培训"
        |(?<=[；;。])(?=\d\d?[、．])  # "参观；2、培训"
        |(?<=[^\W\d_])[(（](?=\d{1,2}[)）])  # "visit(2) course"
    )(?P<number>\d{1,2})(?:
        [.)）、．](?=\s)  # "1. Visit", "(1) Visit"
        |\.(?=[\u3400-\u9fff])  # "1.参观"
        |[)）、．](?=[^\s\d]|(?:19|20)\d\d(?!\d)|\d(?:st|nd|rd|th)\b)  # "1）参观", "1、2019年", "4、2nd half"
    )"""
MARK = re.compile(
    rf"""(?:
        (?<![^\s。；！？])(?P<sign>[{_SIGNS}])  # "→ Visit"
        |(?<=[^\W_])(?P<tight>[{_CIRCLED}])  # the second of "①参观②培训"
        |(?<!\S)(?:
            (?P<circled>[{_CIRCLED}])
            |(?P<dash>[-–—*·»›])(?=\s)
            |(?P<o>o)(?=\s)
            |(?P<above>\d{{1,2}})\.(?P<below>\d{{1,2}})\.?(?=\s{{1,9}}[^\W_])  # "12.1 Train staff", "1.1. Agreement"
            |\(?(?P<letter>[a-hA-Hα-θ])\)(?=\s)  # "a) Visit", "(β) Visit"
            |\(?(?P<roman>i{{1,3}}|iv|vi{{0,3}}|ix|x)[.)](?=\s)  # "ii. Visit"
        )
        |{_NUMBER}
    )\s*
    |(?:(?<![^\s；;。])(?=.{{1,2}}[、．）)])|[(（](?=.{{1,2}}[)）]))  # "二、参观", "（十一）参观"
        (?P<han>十?[一二三四五六七八九]|十)[、．）)]\s*
    |{_CODE}""",
    re.VERBOSE,
)
"""What may begin an item, by the kind of mark; which of them do depends on those around them."""
_NUMBER_BELOW = re.compile(r"\d{1,2}\.\d{1,2}\.?")  # "8.1"
_TEN = "一二三四五六七八九十"
_HAN_NUMBERS = (*_TEN, *(f"十{digit}" for digit in _TEN[:-1]))
_LATIN, _GREEK = "abcdefgh", "αβγδεζηθ"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_MONTH = re.compile(
    r"(?:jan|jän|feb|fév|mar|mär|apr|avr|may|mai|mei|jun|jui|jul|aug|ago|sep|set|oct|okt|ott|nov|dec|dez|déc|dic|gen|ene"
    r"|abr|mag|giu|lug|quart|kwart|kvart|trimes|semes|halbj|halv|half|półro|polole)[^\W\d]*\.?\s+\d{4}"
    r"|(?:19|20)\d\d\b|\d{1,2}\.\s?(?:(?:19|20)\d\d\b|[–-]\s?\d)",
    re.IGNORECASE,
)  # "märz 2019", "2020", "10. 2018" behind "1.", "9. – 4. 10. 2019" behind "9."
TICKS = "✓✔✗✘✕"
"""One list: what was held, and what was not; a circle among them is open."""
TEXT_DASHES = ("-", "–", "—")
WORD = re.compile(r"[^\W\d_]+")  # "Output"
_LOOK_BACK = 12


def starts_item(text: str, before: str = "") -> bool:
    """Whether a line begins with a bullet or a number, and not with the end of a bracket of the line before."""
    mark = MARK.match(text)
    if mark is None or mark["undated"] or is_day(mark):
        return False
    return not (mark[0].rstrip()[-1:] == ")" and "(" not in mark[0] and before.rfind("(") > before.rfind(")"))


def is_mark(text: str, *, is_certain: bool = False) -> bool:
    """Whether a text is nothing but a bullet or a number, as in a cell of its own before the item.

    A dash or an o may say that there is nothing, and `8.1` may be a figure; `is_certain` leaves these out.
    """
    mark = MARK.fullmatch(f"{text.strip()} ")
    if not is_certain and _NUMBER_BELOW.fullmatch(text.strip()):
        return True
    return mark is not None and not (is_certain and (mark["dash"] or mark["o"]))


def is_day(mark: re.Match[str]) -> bool:
    """Whether a number may be a day's: before a month or year, and without a sign such as in `(4) 2019.8.6`, `4、2019`.

    A month in the genitive needs no year behind it: `1. veljače: Posjet`.
    """
    if not mark["number"] or mark[0].rstrip().endswith((")", "）", "、")):
        return False
    word = WORD.match(mark.string, mark.end())
    is_month = word is not None and word[0] in word_list("month-genitive")
    return is_month or _MONTH.match(mark.string, mark.end()) is not None


def sort_of(mark: re.Match[str]) -> str:
    """Which sort of mark it is: a sign or dash itself, else the first of its kind: `1`, `a`, `i`, `一`, `①`, or o."""
    if mark["sign"] and mark["sign"] in TICKS:
        return TICKS[0]
    names = {
        "number": "1",
        "below": "1.1",
        "letter": "a",
        "roman": "i",
        "han": "一",
        "code": "A1",
        "circled": "①",
        "tight": "①",
        "o": "o",
    }
    return mark["sign"] or mark["dash"] or next(name for group, name in names.items() if mark[group])


def number_of(mark: re.Match[str]) -> int | None:
    """Which of its list an item with such a mark is; None where marks do not count."""
    if mark["letter"]:
        letter = mark["letter"].lower()
        return (_GREEK if letter in _GREEK else _LATIN).index(letter) + 1
    if mark["roman"]:
        return _ROMAN.index(mark["roman"]) + 1
    if mark["han"]:
        return _HAN_NUMBERS.index(mark["han"]) + 1
    written = mark["number"] or mark["below"]
    return int(written) if written else None


def text_before(mark: re.Match[str]) -> str:
    """The last characters before a mark."""
    return mark.string[max(0, mark.start() - _LOOK_BACK) : mark.start()]
