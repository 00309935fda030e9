"""Lists: where bullets, numbers and sub-bullets stand in the paragraphs of a cell.

Unmistakable signs (`→`, `•`) count wherever they stand; dashes, numbers, `(a)`, `ii.` and the letter o count at the
start of a paragraph, and within it only where the paragraph began with one and they go on in sequence.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from ucap.documents.model import Block, BlockKind
from ucap.documents.traced import Traced
from ucap.vocabulary.folding import HAN
from ucap.vocabulary.reference import word_list

_SIGNS = "→➔➜➢➤►▶⇒⮚•●▪■□◦○‣⁃❖◆◇✓✔✗✘✕∙\uf0b7\uf0e0\uf0d8\uf0a7\uf0fc\uf0be\uf076"
_CIRCLED = "\u2460-\u249b\u2776-\u277f\u3220-\u3229"  # ① ⑴ ⒈ ❶ ㈠
_YEAR_AHEAD = r"(?:19|20)\d\d[^:：()（）]{0,40}"
_CODE_WORDS = "|".join(sorted(word_list("activity-code"), key=len, reverse=True))
_CODE = (
    r"(?<!\S)(?![QHST][1-4]\s?[(（](?:19|20)\d\d[)）])"
    rf"(?P<code>[A-Z]{{1,2}}|(?i:{_CODE_WORDS}))\.?\s?(?P<coded>\d{{1,2}}(?:\.\d{{1,2}}){{0,2}})"
    rf"(?:\s?(?=[(（][^()（）]{{0,40}}{_YEAR_AHEAD}[)）])|\s?[–—-]\s(?=[^:：]{{0,40}}{_YEAR_AHEAD}[:：])"
    rf"|\s?[:：]\s?(?=[^:：]{{0,40}}{_YEAR_AHEAD})|(?P<undated>\s?[:：]\s))"
)  # "A1 " of "A1 (June 2018): ", "WP2.1 " of "WP2.1 (2019): ", "Activity 3 – " of "Activity 3 – Q3/2019: "
_MARK = re.compile(
    rf"(?:(?<![^\s。；！？])(?P<sign>[{_SIGNS}])|(?<=[^\W_])(?P<tight>[{_CIRCLED}])|(?<!\S)(?:(?P<circled>[{_CIRCLED}])|(?P<dash>[-–—*·»›])(?=\s)|(?P<o>o)(?=\s)"
    r"|(?P<above>\d{1,2})\.(?P<below>\d{1,2})(?=\s[^\W_])|\(?(?P<letter>[a-hA-Hα-θ])\)(?=\s)"
    r"|\(?(?P<roman>i{1,3}|iv|vi{0,3}|ix|x)[.)](?=\s))"
    r"|(?:(?<!\S)[(（]?|(?<=[\u3400-\u9fff；。])[(（]|(?<=[；;。])(?=\d\d?[、．])|(?<=[^\W\d_])[(（](?=\d{1,2}[)）]))(?P<number>\d{1,2})(?:[.)）、．](?=\s)|\.(?=[\u3400-\u9fff])|[)）、．](?=[^\s\d]|(?:19|20)\d\d年)))\s*"
    r"|(?:(?<![^\s；;。])(?=.{1,2}[、．）)])|[(（](?=.{1,2}[)）]))(?P<han>十?[一二三四五六七八九]|十)[、．）)]\s*"
    rf"|{_CODE}"
)  # "→ ", "① ", "- ", "1.2 ", "a) ", "ii. ", "1. ", "（1） ", "；（2）", "；2、", "二、"
_NUMBER_BELOW = re.compile(r"\d{1,2}\.\d{1,2}\.?")  # "8.1"
_HAN_SIGN = re.compile(rf"[{HAN}]")  # "达" of "达成合作意向书"
_TEN = "一二三四五六七八九十"
_HAN = (*_TEN, *(f"十{digit}" for digit in _TEN[:-1]))
_LATIN, _GREEK = "abcdefgh", "αβγδεζηθ"
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_MONTH_BEFORE = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?\s*$",
    re.IGNORECASE,
)  # "12 July " before "2."
_DATE_BEHIND = re.compile(
    r"\d|(?:early|mid|late|end)\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,7}|\.|(?![^\W_]))",
    re.IGNORECASE,
)  # "8 June" of "4 June - 8 June", not "A record" of "blooms in May - A record"
_LOOK_BACK = 12
_LONGEST_MONTH = 12
_MONTH = re.compile(
    r"(?:jan|jän|feb|fév|mar|mär|apr|avr|may|mai|mei|jun|jui|jul|aug|ago|sep|set|oct|okt|ott|nov|dec|dez|déc|dic|gen|ene|abr|mag|giu|lug|quart|kwart|trimes|semes|halbj|half|półro|polole)[^\W\d]*\.?\s+\d{4}|(?:19|20)\d\d\b"
    r"|\d{1,2}\.\s?(?:(?:19|20)\d\d\b|[–-]\s?\d)",
    re.IGNORECASE,
)  # "märz 2019", "2020", "10. 2018" behind "1.", "9. – 4. 10. 2019" behind "9."
_DATE = r"(?:\d{1,2}\.?\s|\d{1,2}[./]){0,2}(?:[^\W\d_]{3,10}\.?,?\s)?(?:19|20)\d\d"
_ENDS_WITH_DATE = re.compile(rf"{_DATE}$")
_ENDS_WITH_DAY = re.compile(r"(?<![\d.])\d{1,2}\.$")  # "20." before "- 23. 5. 2019"
_DAY_OF_MONTH = re.compile(
    r"\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,})\s?(?:19|20)\d\d"
)  # "23. 5. 2019", "23. května 2019"
_DATE_BEFORE_COLON = re.compile(rf"{_DATE}(?=\s*[:：,(])")  # "March 2019:"
_YEAR_LENGTH = 4
_YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")  # "2018" of "12.1 2018"
_LONGEST_DATE = 24
_SMALL = "o◦○"
_TICKS = "✓✔✗✘✕"
"""One list: what was held, and what was not; a circle among them is open."""
_DASHES = "-–—*·»›"
_BETWEEN_HAN = re.compile(r"[\u3400-\u9fff）]\s[·–—-]\s+[\u3400-\u9fff]")  # "签署意向书 – 确定联络人": below an item
_TEXT_DASHES = ("-", "–", "—")
_DASHES_BELOW = ("-", "*", "·", "»", "›")
"""Of the dashes those that list something below items; longer ones part what a sentence says."""
_LONG_DASHES = ("–", "—")
_HEAD_BEHIND = re.compile(r"(?P<said>[^\W\d][^:：\d]{2,30})[:：]")  # "Output:", "成果 Output："
_WORD = re.compile(r"[^\W\d_]+")  # "Output"
_THING = re.compile(r"[^\W\d_]+['’]?(?=\s|(?<=['’]))")  # "une" of "une convention", "un'" of "un'intesa"
_IN_SENTENCE = re.compile(r"(?:[,:：(]|\b(?:and|or|the|und|oder|et|ou|e|o|y|i|oraz)|[和与及或、])\s*$")  # "waste and"
_LEAST_NUMBERED = 3
_SENTENCE_END = re.compile(r"[.!?:;。！？：；][\"'”’)\]]*$")  # "was signed.”"
_WITH_WORD_O = re.compile(
    r"(?<!\S)(?:di|dell[ae’']|del|dei|degli|il|gli|nel|nella|una|che|los|las|el|uma|ao|os|dos|não|e|i|się|na|do|po|od|oraz|dla|při|v|w|z)(?!\S)"
)  # words of languages in which "o" is a word: "dati di consumo o mappe"
_ENGLISH = re.compile(r"(?<!\S)(?:the|of|at|from|with|by)(?!\S)")  # "the" of "at the auction o twenty recipes"
_LOOK_AHEAD, _LONGEST_ITEM = 40, 400
_DATED = re.compile(
    r"(?:(?:early|mid|late|end of|beginning of)[\s-])?[^\W\d_]{3,12}\s?[:：]\s"
    r"|(?:(?:[^\W\d_]+|\d{1,2})(?:\.?\s|\.?[–/-])){1,6}(?:19|20)\d\d\b(?:\.?\s[^\W\d_]{1,7}\.?|\.)?[^.;]{0,40}[:：]\s"
)
# "maart: ...", "sept.–okt. 2019: ...", "late June: ...", "w maju 2019 r.: ...", "dal 3 al 7 giugno 2019, Genova: ..."
_FULL_STOP = re.compile(r"[.!?。！？][\"'”’)\]]*\s*$")  # "at the forum." before "- Letter"
_LEADS = re.compile(r"[^:：]{0,30}$")  # "12 November" of "• 12 November - Visit", "Lyon" of "• Lyon - Visit"
_LAST_NUMBER, _FIRST_NUMBER = re.compile(r"\d+$"), re.compile(r"\d+")  # "2018", "2020" of "2018 - 2020"
_BEFORE_DATE = re.compile(rf"(?:[^\W\d_]+\s)?{_DATE}")  # "May 2019" of "- May 2019"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as a reader hands it over, its bullets still in the text.

    `kind` is what the shape itself says of it; `continues` says that it goes on with the paragraph before it.
    """

    text: Traced
    kind: BlockKind = "paragraph"
    continues: bool = False


def split_blocks(paragraphs: Iterable[Paragraph]) -> tuple[list[Block], list[Traced]]:
    """The blocks of a cell's paragraphs, and the bullets and numbers that were taken off them."""
    whole = list(_whole(paragraphs))
    found = [list(_MARK.finditer(paragraph.text.text)) for paragraph in whole]
    is_numbered = _is_numbered(found)
    lists = _ListState(
        numbers={sort: number for sort, number in _numbers_above(found).items() if not (is_numbered and sort == "1")},
        is_numbered=is_numbered,
        inner=_inner_sorts(found),
        has_word_o=any(_WITH_WORD_O.search(paragraph.text.text) for paragraph in whole),
        section=_section(found),
        codes=_codes(found),
    )
    blocks: list[Block] = []
    marks: list[Traced] = []
    for paragraph, candidates, lists.dashes_below in zip(whole, found, _dashes_below(found), strict=True):
        _split_paragraph(paragraph, candidates, lists, blocks, marks)
    if blocks and blocks[0].kind == "sub-bullet" and not any(block.kind == "bullet" for block in blocks):
        blocks = [Block(block.text, "bullet" if block.kind == "sub-bullet" else block.kind) for block in blocks]
    return blocks, marks


def _whole(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs without white space around them, those that were cut in two made whole."""
    parts: list[Paragraph] = []
    for paragraph in [*paragraphs, None]:
        if parts and not (paragraph and paragraph.continues):
            yield Paragraph(Traced.join(part.text for part in parts).strip(), parts[0].kind)
            parts = []
        if paragraph:
            parts.append(paragraph)


def starts_item(text: str, before: str = "") -> bool:
    """Whether a line begins with a bullet or a number, and not with the end of a bracket of the line before."""
    mark = _MARK.match(text)
    if mark is None or mark["undated"] or _is_day(mark):
        return False
    return not (mark[0].rstrip()[-1:] == ")" and "(" not in mark[0] and before.rfind("(") > before.rfind(")"))


def is_mark(text: str, *, is_certain: bool = False) -> bool:
    """Whether a text is nothing but a bullet or a number, as in a cell of its own before the item.

    A dash or an o may say that there is nothing, and `8.1` may be a figure; `is_certain` leaves these out.
    """
    mark = _MARK.fullmatch(f"{text.strip()} ")
    if not is_certain and _NUMBER_BELOW.fullmatch(text.strip()):
        return True
    return mark is not None and not (is_certain and (mark["dash"] or mark["o"]))


def goes_on_with_dash(paragraph: str, before: str, line: str) -> bool:
    """Whether a line's dash stands within the sentence of the full line before, and not before an item."""
    first, mark = _MARK.match(paragraph), _MARK.match(line)
    is_dash = mark is not None and mark["dash"] in _TEXT_DASHES
    return is_dash and not ends_sentence(before) and not (first and first["dash"])


def soft_lines(lines: Sequence[Traced], kind: BlockKind = "paragraph") -> list[Paragraph]:
    """The paragraphs of lines that are parted by line breaks: a sentence that goes on in small letters is one."""
    paragraphs: list[list[Traced]] = []
    for line in lines:
        is_item = starts_item(line.text)
        if paragraphs and not is_item and (kind != "paragraph" or goes_on(paragraphs[-1][-1].text, line.text)):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [Paragraph(Traced.join(paragraph), kind) for paragraph in paragraphs]


def ends_sentence(text: str) -> bool:
    """Whether a text stops where a sentence may stop."""
    return bool(_SENTENCE_END.search(text[-8:].rstrip()))


def goes_on(text: str, more: str) -> bool:
    """Whether `more` goes on with the sentence in which `text` stops."""
    return not ends_sentence(text) and more.lstrip()[:1].islower()


@dataclass(slots=True)
class _ListState:
    """What of a cell's lists has been seen: the sort of its first mark, the last numbers, whether an item is open.

    `is_numbered` says that `5. May 2018` is the fifth item and not a day, as the numbers before it show. `inner` are
    the sorts of numbers that count below items, `has_word_o` says that o is a word of the language, `dashes_below`
    are the places of a paragraph's dashes that list something below its items, and `item_start` is where one begins.
    `section` is the number of the cell's label where its items bear it (`12.1`, `12.2`), `codes` are the letters of
    items such as `A1` and `A2`.
    """

    outer: str | None = None
    numbers: dict[str, int] = field(default_factory=dict)
    is_in_item: bool = False
    is_numbered: bool = False
    inner: frozenset[str] = frozenset()
    has_word_o: bool = False
    dashes_below: frozenset[int] = frozenset()
    item_start: int = 0
    circled: float = 0
    section: str = ""
    codes: frozenset[str] = frozenset()

    def next_number(self, sort: str) -> int:
        """The number with which a list of this sort goes on."""
        return self.numbers.get(sort, 0) + 1


def _is_numbered(found: Iterable[Sequence[re.Match[str]]]) -> bool:
    """Whether numbers that count up from 1 to 3 or more stand before items."""
    number = 0
    for marks in found:
        for mark in marks:
            number += bool(mark["number"]) and int(mark["number"] or 0) == number + 1
    return number >= _LEAST_NUMBERED


def _section(found: Sequence[Sequence[re.Match[str]]]) -> str:
    """The number that all items of a cell bear, as of `12.1 Train staff 12.2 Write a guide`; "" where they do not.

    Amounts of the same thing are none: `2.1 million, 2.2 million`.
    """
    first = found[0][0] if found and found[0] else None
    if first is None or first.start() > 0 or first["below"] != "1":
        return ""
    same = [mark for marks in found for mark in marks if mark["above"] == first["above"]]
    words = [_WORD.match(mark.string, mark.end()) for mark in same]
    is_counted = len(same) > 1 and [int(mark["below"]) for mark in same] == list(range(1, len(same) + 1))
    is_of_one_thing = all(words) and len({word[0].lower() for word in words if word}) == 1
    is_amount = is_of_one_thing or any(map(_is_year_behind, same))
    return first["above"] if is_counted and not is_amount else ""


def _is_year_behind(mark: re.Match[str]) -> bool:
    return _YEAR.match(mark.string, mark.end()) is not None


def _codes(found: Iterable[Sequence[re.Match[str]]]) -> frozenset[str]:
    """The letters with which items are counted, a date behind one of them: `A1 (June 2018): Visit`, `A2: Course`."""
    numbers, dated = defaultdict[str, list[tuple[int, ...]]](list), set[str]()
    for marks in found:
        for mark in marks:
            code = (mark["code"] or "").lower()
            if code and (numbers[code] or mark.start() == 0):
                numbers[code].append(tuple(map(int, mark["coded"].split("."))))
                dated |= set() if mark["undated"] else {code}
    return frozenset(code for code in dated if len(numbers[code]) > 1 and numbers[code] == sorted(set(numbers[code])))


def _inner_sorts(found: Iterable[Sequence[re.Match[str]]]) -> frozenset[str]:
    """The sorts of numbers that count within paragraphs that begin with another mark: `b) Fair: (i) letter (ii) list`.

    In a sentence that counts, a sign or a small word stands before a number: `the (a) first and (b) second`.
    """
    last: dict[str, int] = {}
    counted, in_sentences = set[str](), set[str]()
    for first, *marks in filter(None, found):
        for mark in marks if first.start() == 0 else ():
            number, sort = _number(mark), _sort(mark)
            if number is None or sort == _sort(first) or _is_day(mark):
                continue
            if (last.get(sort), number) == (1, 2):
                counted.add(sort)
            last[sort] = number
            if _IN_SENTENCE.search(_before(mark)):
                in_sentences.add(sort)
    return frozenset(counted - in_sentences)


def _numbers_above(found: Iterable[Sequence[re.Match[str]]]) -> dict[str, int]:
    """The last number of each sort above the cell, where a paragraph begins with `4.` and `5.` comes after it."""
    first: dict[str, int] = {}
    above: dict[str, int] = {}
    for marks in found:
        for mark in marks:
            number, sort = _number(mark), _sort(mark)
            if number is None or _is_day(mark):
                continue
            if mark.start() == 0:
                first.setdefault(sort, number)
            if number - 1 == first.get(sort):
                above[sort] = first[sort] - 1
    return above


def _split_paragraph(
    paragraph: Paragraph,
    candidates: Iterable[re.Match[str]],
    lists: _ListState,
    blocks: list[Block],
    marks: list[Traced],
) -> None:
    text = paragraph.text
    start, opener, kind = 0, "", paragraph.kind
    for mark in candidates:
        lists.item_start = start
        if not _counts(mark, opener, lists):
            continue
        _append(blocks, text.cut(start, mark.start()), kind)
        marks.append(text.cut(*mark.span()).strip())
        kind = _kind(mark, lists, paragraph.kind, has_above=bool(blocks))
        start, opener = mark.end(), opener or _sort(mark)
    _append(blocks, text.cut(start), kind)
    lists.is_in_item = kind != "paragraph"


def _append(blocks: list[Block], text: Traced, kind: BlockKind) -> None:
    if text := text.strip():
        blocks.append(Block(text, kind))


def _is_day(mark: re.Match[str]) -> bool:
    """Whether a number may be a day's: before a month or year, and without a bracket such as that of `(4) 2019.8.6`.

    A month in the genitive needs no year behind it: `1. veljače: Posjet`.
    """
    if not mark["number"] or ")" in mark[0]:
        return False
    word = _WORD.match(mark.string, mark.end())
    is_month = word is not None and word[0] in word_list("month-genitive")
    return is_month or _MONTH.match(mark.string, mark.end()) is not None


def _sort(mark: re.Match[str]) -> str:
    """Which sort of mark it is: a sign or dash itself, else the first of its kind: `1`, `a`, `i`, `一`, `①`, or o."""
    if mark["sign"] and mark["sign"] in _TICKS:
        return _TICKS[0]
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


def _number(mark: re.Match[str]) -> int | None:
    """Which of its list an item with such a mark is; None where marks do not count."""
    if mark["letter"]:
        letter = mark["letter"].lower()
        return (_GREEK if letter in _GREEK else _LATIN).index(letter) + 1
    if mark["roman"]:
        return _ROMAN.index(mark["roman"]) + 1
    if mark["han"]:
        return _HAN.index(mark["han"]) + 1
    written = mark["number"] or mark["below"]
    return int(written) if written else None


def _counts(mark: re.Match[str], opener: str, lists: _ListState) -> bool:
    """Whether the mark begins an item, given the sort of mark that its paragraph began with."""
    text, end = mark.string, mark.end()
    is_first = mark.start() == 0
    is_behind_sentence = end < len(text) and ends_sentence(_before(mark))
    begins_well = is_behind_sentence or (end < len(text) and not text[end].islower())
    if mark["tight"]:
        return opener == "①" and unicodedata.numeric(mark["tight"]) == lists.circled + 1
    if mark["sign"] or mark["circled"]:
        return is_first or not lists.outer or _sort(mark) != "→" or lists.outer == "→"
    if mark["code"] or mark["below"]:
        return _counts_in_section(mark, lists)
    if _number(mark):
        return _counts_number(mark, lists, is_first, begins_well)
    if mark["dash"]:
        return mark.start() in lists.dashes_below or _counts_dash(mark, opener, is_first, is_behind_sentence)
    is_set_off = mark[0].endswith(("  ", "\t")) or (is_first and lists.is_in_item)
    begins_well = begins_well or (end < len(text) and (is_set_off or not _is_word_o(mark, lists)))
    return begins_well and (is_first or bool(opener) or lists.is_in_item)


def _counts_in_section(mark: re.Match[str], lists: _ListState) -> bool:
    """Whether a code such as `A2`, or a number such as `12.2`, goes on with the list that it belongs to."""
    if mark["code"]:
        return mark["code"].lower() in lists.codes
    is_next = int(mark["below"]) == lists.next_number("1.1")
    if mark["above"] == lists.section:
        return is_next
    is_before_amount = mark.string[mark.end() : mark.end() + 1].isdecimal()
    is_below = int(mark["above"]) == lists.numbers.get("1") and lists.is_in_item
    return is_below and not is_before_amount and (mark["below"] == "1" or is_next)


def _is_word_o(mark: re.Match[str], lists: _ListState) -> bool:
    """Whether an o is a word: not in an English item, although its date may be in another language."""
    start = max(lists.item_start, mark.start() - _LONGEST_ITEM)
    item = mark.string[start : mark.end() + _LOOK_AHEAD]
    said = item.partition(": ")[2] or item
    return lists.has_word_o and (_WITH_WORD_O.search(said) is not None or _ENGLISH.search(said) is None)


def _counts_dash(mark: re.Match[str], opener: str, is_first: bool, is_behind_sentence: bool) -> bool:
    if not is_first and _is_range(mark):
        return False
    if not opener:
        return mark.end() < len(mark.string) and (is_first or (is_behind_sentence and _begins_list(mark)))
    if opener not in _DASHES:
        is_between_han = _BETWEEN_HAN.match(_around(mark)) is not None
        return is_between_han or _is_before_output(mark) or mark.start() in _listing_below(mark.string, opener)
    return _sort(mark) == opener and (is_behind_sentence or _is_before_item(mark) or _is_asterisk(mark))


def _is_asterisk(mark: re.Match[str]) -> bool:
    """Whether a mark is an asterisk that multiplies nothing."""
    return mark["dash"] == "*" and not (
        _before(mark).rstrip()[-1:].isdigit() and mark.string[mark.end() :][:1].isdigit()
    )


def _is_range(dash: re.Match[str]) -> bool:
    """Whether the dash joins two dates: `26.05.2018 - 29.05.2018: `, `May 2018 - March 2019: `, `20. - 23. 5. 2019`.

    The second is not of an earlier year: `- Stand for 2020 - October 2019: Course` are two items.
    """
    before = dash.string[max(0, dash.start() - _LONGEST_DATE) : dash.start()].rstrip()
    if _ENDS_WITH_DAY.search(before) and _DAY_OF_MONTH.match(dash.string, dash.end()):
        return True
    behind = _DATE_BEFORE_COLON.match(dash.string, dash.end()) if _ENDS_WITH_DATE.search(before) else None
    return behind is not None and before[-_YEAR_LENGTH:] <= behind[0][-_YEAR_LENGTH:]


def _dashes_below(found: Iterable[Sequence[re.Match[str]]]) -> list[frozenset[int]]:
    """For each paragraph the places of its dashes that list something below its items, if a cell has such dashes.

    `1. The plan was signed. - Plan in four languages 2. Lectures. - 12 lectures - many viewers`: one behind a full
    stop shows it, or several in an item of which one stands before a capital or an amount; an asterisk always does.
    """
    found = list(found)
    candidates = [list(_may_list_below(marks)) for marks in found]
    signs = {sign for one in candidates for sign in _signs_below(one)}
    things = [list(_listed_things(marks)) for marks in found]
    long_signs = {same[0]["dash"] for one in things for same in one if len(same) > 1}
    return [
        frozenset(dash.start() for _item, dash in one if dash["dash"] in signs)
        | frozenset(dash.start() for same in listed for dash in same if dash["dash"] in long_signs)
        for one, listed in zip(candidates, things, strict=True)
    ]


def _listed_things(marks: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The longer dashes of each item, where all stand before things, as within a sentence they rarely do.

    `→ Signing – a letter – two contracts`, and where one item has two of them, `→ Exhibition – a catalogue`, too.
    """
    opener = _sort(marks[0]) if marks and marks[0].start() == 0 else ""
    item, start = 0, 0
    dashes = defaultdict[tuple[int, str], list[re.Match[str]]](list)
    for mark in marks if opener and opener not in _DASHES else ():
        if _sort(mark) == opener:
            item, start = item + 1, mark.end()
        elif mark["dash"] in _LONG_DASHES and (dashes[item, mark["dash"]] or not _parts_lead(mark, start)):
            dashes[item, mark["dash"]].append(mark)
    yield from (same for same in dashes.values() if same and all(map(_is_before_thing, same)))


def _is_before_thing(dash: re.Match[str]) -> bool:
    """Whether an indefinite article, a number, or a capital stands behind a dash."""
    word = _THING.match(dash.string, dash.end())
    return _is_before_head(dash) or (word is not None and word[0].lower() in word_list("indefinite"))


_InItem = tuple[int, re.Match[str]]
"""The number of an item in its paragraph, and a dash in it."""


def _may_list_below(marks: Sequence[re.Match[str]]) -> Iterator[_InItem]:
    """The dashes within items that begin with another mark, without those that part a date or a place from the rest."""
    opener = _sort(marks[0]) if marks and marks[0].start() == 0 else ""
    item, start = 0, 0
    for mark in marks if opener else ():
        if _sort(mark) == opener:
            item, start = item + 1, mark.end()
        elif mark["dash"] in _DASHES_BELOW and not _parts_lead(mark, start):
            yield item, mark


def _parts_lead(dash: re.Match[str], start: int) -> bool:
    """Whether a dash stands between dates, or parts the beginning of its item from what follows."""
    if dash["dash"] == "*":
        return False
    text, before = dash.string, dash.string[start : dash.start()].rstrip()
    is_date_behind = _BEFORE_DATE.match(text, dash.end()) is not None
    behind = text[dash.end() : dash.end() + 1]
    from_, to = _LAST_NUMBER.search(before), _FIRST_NUMBER.match(text, dash.end())
    if is_date_behind or (from_ and to and len(from_[0]) == len(to[0])):
        return True
    is_lead = behind.isupper() or any(map(str.isdecimal, before))
    return is_lead and _LEADS.match(before) is not None and not _FULL_STOP.search(before)


def _signs_below(dashes: Sequence[_InItem]) -> Iterator[str]:
    """The signs that one of these dashes shows to list something below items."""
    for index, (item, dash) in enumerate(dashes):
        same = [dash, *(other for other_item, other in dashes[index + 1 : index + 2] if other_item == item)]
        is_listed = len(same) > 1 and same[0]["dash"] == same[1]["dash"] and any(map(_is_before_head, same))
        if dash["dash"] == "*" or _FULL_STOP.search(_before(dash)) or is_listed:
            yield dash["dash"]


def _is_before_head(dash: re.Match[str]) -> bool:
    """Whether a capital, a Chinese character or an amount stands behind a dash."""
    behind = dash.string[dash.end() : dash.end() + 1]
    return behind.isupper() or behind.isdecimal() or _HAN_SIGN.match(behind) is not None


def _around(mark: re.Match[str]) -> str:
    """A mark with the letters before and behind it."""
    return mark.string[max(0, mark.start() - 2) : mark.end() + 1]


def _before(mark: re.Match[str]) -> str:
    """The last characters before a mark."""
    return mark.string[max(0, mark.start() - _LOOK_BACK) : mark.start()]


def _is_before_output(dash: re.Match[str]) -> bool:
    """Whether behind a dash something is called an output: `（1） Visit to Graz – 成果 Output：report`."""
    head = _HEAD_BEHIND.match(dash.string, dash.end())
    said = [word.lower() for word in _WORD.findall(head["said"])] if head else []
    return bool(said) and word_list("column-head-output").issuperset(said)


def _begins_list(dash: re.Match[str]) -> bool:
    """Whether a dash before a capital is followed by another of the same."""
    others = _MARK.finditer(dash.string, dash.end())
    return _is_before_item(dash) and any(other["dash"] == dash["dash"] and _is_before_item(other) for other in others)


@lru_cache(maxsize=4)
def _listing_below(text: str, opener: str) -> frozenset[int]:
    """Where dashes stand of which an item has several, all before capitals: `Mission – A survey – A project`.

    Within a sentence a small letter follows the one dash or the other; one dash in each item stands between a date and
    what happened: `• 6–10 maja 2019 r. – Engineers in Datong`. All are found at once: a long text has thousands.
    """
    item, start, dashes = 0, 0, defaultdict[tuple[int, str], list[re.Match[str]]](list)
    for mark in _MARK.finditer(text):
        if _sort(mark) == opener:
            item, start = item + 1, mark.end()
        elif mark["dash"] and not _parts_date(mark, start):
            dashes[item, mark["dash"]].append(mark)
    below = (same for same in dashes.values() if len(same) > 1 and all(map(_is_before_capital_item, same)))
    return frozenset(mark.start() for same in below for mark in same)


def _parts_date(dash: re.Match[str], start: int) -> bool:
    """Whether a dash parts the date of its item from what follows: `• 17 June 2020 – CANCELLED – Course`."""
    before = dash.string[start : dash.start()].rstrip() if dash.start() - start <= 2 * _LONGEST_DATE else ""
    return 0 < len(before) <= _LONGEST_DATE and _ENDS_WITH_DATE.search(before) is not None


def _is_before_capital_item(dash: re.Match[str]) -> bool:
    return dash.string[dash.end() : dash.end() + 1].isupper() and _is_before_item(dash)


def _is_before_item(dash: re.Match[str]) -> bool:
    """Whether a dash stands before a capital, or before an amount that is not the end of a range: `4 June - 8 June`."""
    is_month_before = _MONTH_BEFORE.search(dash.string, max(0, dash.start() - _LONGEST_MONTH), dash.start())
    if is_month_before and _DATE_BEHIND.match(dash.string, dash.end()):
        return False
    before, behind = _before(dash).rstrip()[-1:], dash.string[dash.end() : dash.end() + 1]
    if behind.islower():
        return _DATED.match(dash.string, dash.end()) is not None
    return behind.isupper() or (behind.isdecimal() and not before.isdecimal())


def _counts_number(mark: re.Match[str], lists: _ListState, is_first: bool, begins_well: bool) -> bool:
    number = _number(mark)
    is_next = number == lists.next_number(_sort(mark))
    if _is_day(mark) and not (lists.is_numbered and is_next):
        return False
    if is_first:
        return is_next or number == 1
    if lists.is_in_item and _sort(mark) in lists.inner:
        return is_next or number == 1
    begins_well = begins_well or (bool(mark["number"]) and lists.is_numbered)
    return begins_well and is_next and number != 1


def _kind(mark: re.Match[str], lists: _ListState, given: BlockKind, *, has_above: bool) -> BlockKind:
    """Whether the item is one of the outer list, or of a list below an item or a paragraph."""
    sort = _sort(mark)
    lists.numbers[sort] = _number(mark) or 0
    lists.circled = unicodedata.numeric(mark[0][0]) if sort == "①" else 0
    if sort == "○" and lists.outer == _TICKS[0]:
        sort = lists.outer
    is_small = sort in _SMALL
    if lists.outer is None and not (is_small and has_above):
        lists.outer = sort
    is_inner = given == "sub-bullet" or (sort != lists.outer and (is_small or lists.is_in_item or sort == "1.1"))
    lists.is_in_item = True
    return "sub-bullet" if is_inner else "bullet"
