"""Dashes: which of them begin an item, which list something below items, and which stand in a sentence or a date."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from ucap.documents.lists.marks import MARK, WORD, number_of, sort_of, text_before
from ucap.vocabulary.folding import HAN
from ucap.vocabulary.reference import rows, word_list

_DASHES = "-–—*·»›"
_DASHES_BELOW = ("-", "*", "·", "»", "›")
"""Of the dashes those that list something below items; longer ones part what a sentence says."""
_LONG_DASHES = ("–", "—")
_HAN_SIGN = re.compile(rf"[{HAN}]")  # "达" of "达成合作意向书"
_BETWEEN_HAN = re.compile(r"[\u3400-\u9fff）]\s[·–—-]\s+[\u3400-\u9fff]")  # "签署意向书 – 确定联络人": below an item
_MONTH_BEFORE = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?\s*$",
    re.IGNORECASE,
)  # "12 July " before "2."
_LONGEST_MONTH = 12
_DATE_BEHIND = re.compile(
    r"\d|(?:early|mid|late|end)\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,7}|\.|(?![^\W_]))",
    re.IGNORECASE,
)  # "8 June" of "4 June - 8 June", not "A record" of "blooms in May - A record"
_DATE = r"(?:\d{1,2}\.?\s|\d{1,2}[./]){0,2}(?:[^\W\d_]{3,10}\.?,?\s)?(?:19|20)\d\d"
_ENDS_WITH_DATE = re.compile(rf"{_DATE}$")
_BEFORE_DATE = re.compile(rf"(?:[^\W\d_]+\s)?{_DATE}")  # "May 2019" of "- May 2019"
_DATE_BEFORE_COLON = re.compile(rf"{_DATE}(?=\s*[:：,(])")  # "March 2019:"
_ROMAN_MONTH = re.compile(r"I{1,3}|IV|VI{0,3}|IX|XI{0,2}")  # "XII" of "14 XII 2018"
_YEAR_LENGTH = 4
_LONGEST_DATE = 24
_ENDS_WITH_DAY = re.compile(r"(?<![\d.])\d{1,2}\.$")  # "20." before "- 23. 5. 2019"
_DAY_OF_MONTH = re.compile(
    r"\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d_]{3,})\s?(?:19|20)\d\d"
)  # "23. 5. 2019", "23. května 2019"
_DATED = re.compile(
    r"(?:(?:early|mid|late|end of|beginning of)[\s-])?[^\W\d_]{3,12}(?:[–/-][^\W\d_]{3,12})?\s?[:：]\s"
    r"|(?:(?:[^\W\d_]+|\d{1,2})(?:\.?\s(?:[–-]\s)?|\.?[–/-])){1,6}(?:19|20)\d\d\b(?:\.?\s[^\W\d_]{1,7}\.?|\.)?[^.;]{0,40}[:：]\s"
)
# "maart: ...", "mai-juin : ...", "sept.–okt. 2019: ...", "late June: ...", "dal 3 al 7 giugno 2019, Genova: ..."
_HEAD_BEHIND = re.compile(r"(?P<said>[^\W\d][^:：\d]{2,30})[:：]")  # "Output:", "成果 Output："
_THING = re.compile(r"[^\W\d_]+['’]?(?=\s|(?<=['’]))")  # "une" of "une convention", "un'" of "un'intesa"
_PARTICIPLES = ("ed", "held", "led", "een", "ten")  # "attended", "written"
_FULL_STOP = re.compile(r"[.!?。！？][\"'”’)\]]*\s*$")  # "at the forum." before "- Letter"
_LEADS = re.compile(r"[^:：]{0,30}$")  # "12 November" of "• 12 November - Visit", "Lyon" of "• Lyon - Visit"
_BEHIND_LEAD = re.compile(r"\d[^:：]{0,30}[:：][^:：]*?(?P<word>[^\W\d_]+)\W*$")  # "2019, Graz: Opening of the fair"
_LONGEST_ITEM = 200
_MOST_MISSING = 3
_LAST_NUMBER, _FIRST_NUMBER = re.compile(r"\d+$"), re.compile(r"\d+")  # "2018", "2020" of "2018 - 2020"


def dashes_below(found: Iterable[Sequence[re.Match[str]]]) -> list[frozenset[int]]:
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


def counts_dash(mark: re.Match[str], opener: str, start: int, is_behind_sentence: bool) -> bool:
    """Whether a dash begins an item, given the sort of mark that its paragraph began with and where an item begins."""
    is_first = mark.start() == 0
    if not is_first and (_is_range(mark) or _is_behind_date_alone(mark, start)):
        return False
    if not opener:
        return mark.end() < len(mark.string) and (is_first or (is_behind_sentence and _begins_list(mark)))
    if opener not in _DASHES:
        is_between_han = _BETWEEN_HAN.match(_around(mark)) is not None
        return is_between_han or _is_before_output(mark) or mark.start() in _listing_below(mark.string, opener)
    return sort_of(mark) == opener and (is_behind_sentence or _is_before_item(mark) or _is_asterisk(mark))


def _is_asterisk(mark: re.Match[str]) -> bool:
    """Whether a mark is an asterisk that multiplies nothing."""
    return mark["dash"] == "*" and not (
        text_before(mark).rstrip()[-1:].isdigit() and mark.string[mark.end() :][:1].isdigit()
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


def _is_behind_date_alone(dash: re.Match[str], start: int) -> bool:
    """Whether a dash parts a date, which is all of the item so far, from what happened: `– 20.05.2019 – Graz: Fair`."""
    if not _parts_date(dash, start) or _BEFORE_DATE.match(dash.string, dash.end()):
        return False
    said = WORD.findall(dash.string[start : dash.start()])
    return all(word.lower() in _months() or _ROMAN_MONTH.fullmatch(word) for word in said)


@cache
def _months() -> frozenset[str]:
    """The names of months in the partners' languages, in lower case."""
    return frozenset(row["written"].lower() for row in rows("month_names"))


def _listed_things(marks: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The longer dashes of each item, where all stand before things, as within a sentence they rarely do.

    `→ Signing – a letter – two contracts`, `→ Show – 300 guests – film of the day`, and where one item has two of them,
    `→ Exhibition – a catalogue`, too.
    """
    opener = _opener(marks)
    dashes = defaultdict[tuple[int, str], list[re.Match[str]]](list)
    for item, start, mark in _within_items(marks, opener) if opener and opener not in _DASHES else ():
        if mark["dash"] in _LONG_DASHES and (dashes[item, mark["dash"]] or not _parts_lead(mark, start)):
            dashes[item, mark["dash"]].append(mark)
    yield from (same for same in dashes.values() if same and _are_before_things(same))


def _opener(marks: Sequence[re.Match[str]]) -> str:
    """The sort of the mark with which a paragraph begins; "" where it begins with none."""
    return sort_of(marks[0]) if marks and marks[0].start() == 0 else ""


def _within_items(marks: Iterable[re.Match[str]], opener: str) -> Iterator[tuple[int, int, re.Match[str]]]:
    """The marks that begin no item, each with the number of its item and where that begins.

    A number begins one where it goes on with those before it, of which some may be missing: 30 does not in
    `4. 30. – 31. May`.
    """
    item, start, last = 0, 0, None
    for mark in marks:
        number = number_of(mark)
        if sort_of(mark) == opener and (last is None or number is None or 0 < number - last <= _MOST_MISSING):
            item, start, last = item + 1, mark.end(), number
        else:
            yield item, start, mark


def _are_before_things(dashes: Sequence[re.Match[str]]) -> bool:
    """Whether dashes of an item stand before things; where one of several does, the others may before any noun."""
    if all(map(_is_before_thing, dashes)):
        return True
    is_shown = len(dashes) == 1 or any(map(_is_before_thing, dashes))
    return is_shown and all(_is_before_thing(dash) or _may_be_before_noun(dash) for dash in dashes)


def _may_be_before_noun(dash: re.Match[str]) -> bool:
    """Whether a word stands behind a dash with which no part of a sentence begins: not `of`, `the`, `held`."""
    word = WORD.match(dash.string, dash.end())
    said = word[0].lower() if word else "the"
    is_small = any(said in word_list(name) for name in ("joining", "clause", "clause-start", "label-goes-on"))
    return not is_small and not said.endswith(_PARTICIPLES)


def _is_before_thing(dash: re.Match[str]) -> bool:
    """Whether an indefinite article, a number, or a capital stands behind a dash."""
    word = _THING.match(dash.string, dash.end())
    return _is_before_head(dash) or (word is not None and word[0].lower() in word_list("indefinite"))


_InItem = tuple[int, re.Match[str]]
"""The number of an item in its paragraph, and a dash in it."""


def _may_list_below(marks: Sequence[re.Match[str]]) -> Iterator[_InItem]:
    """The dashes within items that begin with another mark, without those that part a date or a place from the rest."""
    opener = _opener(marks)
    for item, start, mark in _within_items(marks, opener) if opener else ():
        if mark["dash"] in _DASHES_BELOW and not _parts_lead(mark, start):
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
    is_sentence = _FULL_STOP.search(before) and not _ENDS_WITH_DAY.search(before)
    return is_lead and _LEADS.match(before) is not None and not is_sentence


def _signs_below(dashes: Sequence[_InItem]) -> Iterator[str]:
    """The signs that one of these dashes shows to list something below items."""
    for index, (item, dash) in enumerate(dashes):
        same = [dash, *(other for other_item, other in dashes[index + 1 : index + 2] if other_item == item)]
        is_listed = len(same) > 1 and same[0]["dash"] == same[1]["dash"] and any(map(_is_before_thing, same))
        if dash["dash"] == "*" or _FULL_STOP.search(text_before(dash)) or is_listed:
            yield dash["dash"]
    alike = {(dash["dash"], item) for item, dash in dashes if _is_behind_lead(dash)}
    yield from (sign for sign in _DASHES_BELOW if sum(one == sign for one, _item in alike) > 1)


def _is_behind_lead(dash: re.Match[str]) -> bool:
    """Whether a dash stands before a capital or an amount behind what a date leads in: `May 2019: Fair - MoU signed`.

    Between two capitals it may join names: `June 2019: Flight Vienna - Beijing`.
    """
    before = _BEHIND_LEAD.search(dash.string, max(0, dash.start() - _LONGEST_ITEM), dash.start())
    joins_names = before is not None and before["word"][0].isupper() and dash.string[dash.end()].isupper()
    return before is not None and _is_before_head(dash) and not joins_names


def _is_before_head(dash: re.Match[str]) -> bool:
    """Whether a capital, a Chinese character or an amount stands behind a dash."""
    behind = dash.string[dash.end() : dash.end() + 1]
    return behind.isupper() or behind.isdecimal() or _HAN_SIGN.match(behind) is not None


def _around(mark: re.Match[str]) -> str:
    """A mark with the letters before and behind it."""
    return mark.string[max(0, mark.start() - 2) : mark.end() + 1]


def _is_before_output(dash: re.Match[str]) -> bool:
    """Whether behind a dash something is called an output: `（1） Visit to Graz – 成果 Output：report`."""
    head = _HEAD_BEHIND.match(dash.string, dash.end())
    said = [word.lower() for word in WORD.findall(head["said"])] if head else []
    return bool(said) and word_list("column-head-output").issuperset(said)


def _begins_list(dash: re.Match[str]) -> bool:
    """Whether a dash before a capital is followed by another of the same."""
    others = MARK.finditer(dash.string, dash.end())
    return _is_before_item(dash) and any(other["dash"] == dash["dash"] and _is_before_item(other) for other in others)


@lru_cache(maxsize=4)
def _listing_below(text: str, opener: str) -> frozenset[int]:
    """Where dashes stand of which an item has several, all before capitals: `Mission – A survey – A project`.

    Within a sentence a small letter follows the one dash or the other; one dash in each item stands between a date and
    what happened: `• 6–10 maja 2019 r. – Engineers in Datong`. All are found at once: a long text has thousands.
    """
    dashes = defaultdict[tuple[int, str], list[re.Match[str]]](list)
    for item, start, mark in _within_items(MARK.finditer(text), opener):
        if mark["dash"] and not _parts_date(mark, start):
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
    before, behind = text_before(dash).rstrip()[-1:], dash.string[dash.end() : dash.end() + 1]
    if behind.islower():
        return _DATED.match(dash.string, dash.end()) is not None
    return behind.isupper() or (behind.isdecimal() and not before.isdecimal())
