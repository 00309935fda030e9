"""The blocks of a cell: its paragraphs parted at the marks that begin items, on two levels."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from ucap.documents.lists.dashes import counts_dash, dashes_below
from ucap.documents.lists.marks import MARK, TICKS, is_day, number_of, sort_of, text_before
from ucap.documents.lists.numbering import codes_of, counts_items, inner_sorts, numbers_above, section_of
from ucap.documents.lists.paragraphs import Paragraph, ends_sentence, whole_paragraphs
from ucap.documents.model import Block, BlockKind
from ucap.documents.traced import Traced

_SMALL = "o◦○"
_WITH_WORD_O = re.compile(
    r"(?<!\S)(?:di|dell[ae’']|del|dei|degli|il|gli|nel|nella|una|che|los|las|el|uma|ao|os|dos|não|e|i|się|na|do|po|od|oraz"
    r"|dla|při|v|w|z|ze|u|iz|za|sa|je|su|pre|pri)(?!\S)"
)  # words of languages in which "o" is a word: "dati di consumo o mappe"
_ENGLISH = re.compile(r"(?<!\S)(?:the|of|at|from|with|by|and|for)(?!\S)")  # "the" of "at the auction o twenty recipes"
_YEAR_BEFORE, _DAY_BEHIND = re.compile(r"(?:19|20)\d\d\.\s$"), re.compile(r"\d{1,2}\.")  # "2020. " and "28."
_LOOK_AHEAD, _LONGEST_ITEM = 40, 400


def split_blocks(paragraphs: Iterable[Paragraph]) -> tuple[list[Block], list[Traced]]:
    """The blocks of a cell's paragraphs, and the bullets and numbers that were taken off them."""
    whole = list(whole_paragraphs(paragraphs))
    found = [list(MARK.finditer(paragraph.text.text)) for paragraph in whole]
    counts_up = counts_items(found)
    lists = _ListState(
        numbers={sort: number for sort, number in numbers_above(found).items() if not (counts_up and sort == "1")},
        is_numbered=counts_up,
        inner=inner_sorts(found),
        has_word_o=any(_WITH_WORD_O.search(paragraph.text.text) for paragraph in whole),
        lines_with_o=sum(bool(marks and marks[0]["o"] and not marks[0].start()) for marks in found),
        section=section_of(found),
        codes=codes_of(found),
    )
    blocks: list[Block] = []
    marks: list[Traced] = []
    for paragraph, candidates, lists.dashes_below in zip(whole, found, dashes_below(found), strict=True):
        _split_paragraph(paragraph, candidates, lists, blocks, marks)
    if blocks and blocks[0].kind == "sub-bullet" and not any(block.kind == "bullet" for block in blocks):
        blocks = [Block(block.text, "bullet" if block.kind == "sub-bullet" else block.kind) for block in blocks]
    return blocks, marks


@dataclass(slots=True)
class _ListState:
    """What of a cell's lists has been seen: the sort of its first mark, the last numbers, whether an item is open.

    `is_numbered` says that `5. May 2018` is the fifth item and not a day, as the numbers before it show. `inner` are
    the sorts of numbers that count below items, `has_word_o` says that o is a word of the language, `lines_with_o` is
    how many paragraphs begin with one, `dashes_below` are the places of a paragraph's dashes that list something below
    its items, and `item_start` is where one begins. `section` is the number of the cell's label where its items bear it
    (`12.1`, `12.2`), `codes` are the letters of items such as `A1` and `A2`.
    """

    outer: str | None = None
    numbers: dict[str, int] = field(default_factory=dict)
    is_in_item: bool = False
    is_numbered: bool = False
    inner: frozenset[str] = frozenset()
    has_word_o: bool = False
    lines_with_o: int = 0
    dashes_below: frozenset[int] = frozenset()
    item_start: int = 0
    circled: float = 0
    section: str = ""
    codes: frozenset[str] = frozenset()

    def next_number(self, sort: str) -> int:
        """The number with which a list of this sort goes on."""
        return self.numbers.get(sort, 0) + 1


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
        start, opener = mark.end(), opener or sort_of(mark)
    _append(blocks, text.cut(start), kind)
    lists.is_in_item = kind != "paragraph"


def _append(blocks: list[Block], text: Traced, kind: BlockKind) -> None:
    if text := text.strip():
        blocks.append(Block(text, kind))


def _counts(mark: re.Match[str], opener: str, lists: _ListState) -> bool:
    """Whether the mark begins an item, given the sort of mark that its paragraph began with."""
    text, end = mark.string, mark.end()
    is_first = mark.start() == 0
    is_behind_sentence = end < len(text) and ends_sentence(text_before(mark))
    begins_well = is_behind_sentence or (end < len(text) and not text[end].islower())
    if mark["tight"]:
        return opener == "①" and unicodedata.numeric(mark["tight"]) == lists.circled + 1
    if mark["sign"] or mark["circled"]:
        return is_first or not lists.outer or sort_of(mark) != "→" or lists.outer == "→"
    if mark["code"] or mark["below"]:
        return _counts_in_section(mark, lists)
    if number_of(mark):
        return _counts_number(mark, lists, is_first, begins_well)
    if mark["dash"]:
        return mark.start() in lists.dashes_below or counts_dash(mark, opener, lists.item_start, is_behind_sentence)
    return _counts_o(mark, opener, lists, begins_well=begins_well)


def _counts_o(mark: re.Match[str], opener: str, lists: _ListState, *, begins_well: bool) -> bool:
    """Whether an o begins an item; where paragraphs begin with one, it does within none: `dohoda o vode`."""
    is_first = mark.start() == 0
    if not is_first and lists.lines_with_o > (opener == "o"):
        return False
    is_set_off = mark[0].endswith(("  ", "\t")) or (is_first and lists.is_in_item)
    begins_well = begins_well or (mark.end() < len(mark.string) and (is_set_off or not _is_word_o(mark, lists)))
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


def _counts_number(mark: re.Match[str], lists: _ListState, is_first: bool, begins_well: bool) -> bool:
    number = number_of(mark)
    if _YEAR_BEFORE.search(text_before(mark)) and _DAY_BEHIND.match(mark.string, mark.end()):
        return False  # the month of "2020. 08. 28."
    is_next = number == lists.next_number(sort_of(mark))
    if is_day(mark) and not (lists.is_numbered and is_next):
        return False
    if is_first:
        return is_next or number == 1
    if lists.is_in_item and sort_of(mark) in lists.inner:
        return is_next or number == 1
    begins_well = begins_well or (bool(mark["number"]) and lists.is_numbered)
    return begins_well and is_next and number != 1


def _kind(mark: re.Match[str], lists: _ListState, given: BlockKind, *, has_above: bool) -> BlockKind:
    """Whether the item is one of the outer list, or of a list below an item or a paragraph."""
    sort = sort_of(mark)
    lists.numbers[sort] = number_of(mark) or 0
    lists.circled = unicodedata.numeric(mark[0][0]) if sort == "①" else 0
    if sort == "○" and lists.outer == TICKS[0]:
        sort = lists.outer
    is_small = sort in _SMALL
    if lists.outer is None and not (is_small and has_above):
        lists.outer = sort
    is_inner = given == "sub-bullet" or (sort != lists.outer and (is_small or lists.is_in_item or sort == "1.1"))
    lists.is_in_item = True
    return "sub-bullet" if is_inner else "bullet"
