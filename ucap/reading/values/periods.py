"""The period of cooperation: `November 2019 until November 2020`, `since March 2017`, `24 months from 1 May 2018`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from ucap.documents.model import Cell
from ucap.documents.traced import Traced
from ucap.plan.record import Period
from ucap.reading.ledger import Doubt, Read
from ucap.reading.values.date_tokens import tokens
from ucap.reading.values.dates import DateRange, find_dates, precedes
from ucap.reading.values.numbers import is_not_available
from ucap.vocabulary.folding import HAN
from ucap.vocabulary.reference import any_word

_Place = tuple[int, DateRange]
_UNTIL = re.compile(
    r"\b(?:(?:until|till|(?<!follow[ -])up\s+to|ends?|ending|completion|expir\w+|ende|fin|fine|einde"
    r"|slut|koniec|konec|kraj|vége)\b[^.;]{0,30}"
    r"|(?<!up )to\s+(?:the\s+)?(?:(?:beginning|start|middle|end)\s+of\s+)?)$",
    re.IGNORECASE,
)  # "until the end of "
_PHASE = re.compile(r"\b(?:phase|stage)\b", re.IGNORECASE)
"""Where a period has parts, it ends with the last."""
_EXTENSION = (
    r"(?:exten[ds]|prolong|renew|new\s+end|verläng|erneuert|prorog|prórrog|prorrog|rinnov|renouvel|reconduit|verleng|przedłuż|prodlouž"
    r"|predĺž|podaljš|produlj|förläng|forlæng|jatke|meghosszabb|prelungi|παρατ|удълж|pikenda|pagarin|pratęs|延长|延至|延期|续签|续约|顺延)"
)
_EXTENDED = re.compile(
    rf"{_EXTENSION}[^.;。；]{{0,60}}?(?:\b(?:until|till|up\s+to|to|through|bis|jusqu\S*|au|à|al|alla|fino|hasta|a|até|tot|do|til|till)\b|[:：至到])[^.;。；\d]{{0,25}}$"
    rf"|{_EXTENSION}\w*\s*(?:end\s*)?[:：]?\s*$",
    re.IGNORECASE,
)  # "extended until ", "extension to ", "延长至", "new end: "
_EXTENSION_WORD = re.compile(_EXTENSION, re.IGNORECASE)  # "extended"
_ORIGINAL = re.compile(
    r"(?:original|initial|inicialm|inizialm|originari|ursprüngl|ursprung|oorspronk|oprindel|alkuper|pierwotn|původn|pôvodn|prvotn|eredetil"
    r"|原定|原计划|原本|原为)[^.;。；\d]{0,40}$",
    re.IGNORECASE,
)  # "originally until ", "原定至"
_WORD_BEFORE = re.compile(r"(?<![^\W\d_])(?P<word>[^\W\d_]{3,15})\.?\s(?:de\s|del\s)?$")  # "Mhárta " of "Mhárta 2018"
_NOT_YET = re.compile(
    r"discuss|possib|planned|foreseen|option|consider|expected|may\s+be|\btb[cda]\b|geplant|möglich|prévu|envisag|previst|计划|拟",
    re.IGNORECASE,
)  # "foreseen"
_OLDER = re.compile(r"(?:replac|supersed|ersetzt|remplac|sostitu|sustitu|取代|代替)", re.IGNORECASE)  # "replaces"
_SIGNING = re.compile(
    r"(?:sign(?:ed|ing|ature)|\bmou\b|memorandum|letter\s+of\s+intent|\bloi\b|agreement|unterzeichn|unterschrieb|vereinbarung|absichtserklärung|vertrag"
    r"|signé|signature|accord|convention|firma(?:t|d)|accordo|acuerdo|convenio|intesa|ondertekend|overeenkomst|podpis|umowa|dohoda"
    r"|签署|签订|签约|协议|备忘录)[^;。；]{0,40}$",
    re.IGNORECASE,
)  # "MoU signed on "
_SIGNED_BEHIND = re.compile(r"\s*[(（,]?\s*(?:\(?signed|signature|unterzeichn|signé|firmat|签署|签订)", re.IGNORECASE)
# " (signed"
_LOOK_BACK = 24
_LONGEST_BEFORE = 200
"""Characters before a date in which a word stands that says what it is of."""
_KNOWN_BEFORE = (
    _PHASE,
    _EXTENSION_WORD,
    _OLDER,
    re.compile(r"sign|agree|memorandum|mou|plan|project|program", re.IGNORECASE),
)
"""Words before a year that are no month: `project 2018`."""
_WORDS = {
    **{
        word: number
        for number, words in enumerate(
            (
                "",
                "one ein einem un une uno una een jeden jedan eden egy ett yhden 一 a",
                "two zwei deux due dos twee dois dwa dwie dva dvě dve dvije két doi două två kaksi kahden kaks kahe"
                " divi du dveji δύο две два дві 两 二",
                "three drei trois tre tres drie três trzy tři tri három trei kolme 三",
                "four vier quatre quattro cuatro quatro cztery čtyři štyri négy patru fyra 四",
                "five fünf cinq cinque cinco vijf 五",
                "six sechs sei seis zes 六",
            )
        )
        for word in words.split()
    },
    **{"twelve": 12, "eighteen": 18, "twenty-four": 24, "zwölf": 12, "douze": 12, "thirty-six": 36},
}
_LENGTH = re.compile(
    rf"(?-i:(?<![^\W_])|(?<=[{HAN}]))(?P<count>\d{{1,3}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
    r"\s*(?:\(\d+\)\s*)?(?:-|个)?\s*(?:de\s+)?"
    rf"(?:(?P<years>{any_word('year-length')}|年(?!\s?\d))"
    rf"|(?P<months>{any_word('month-length')}|个月|(?<=个)月))(?![^\W_])",
    re.IGNORECASE,
)  # "24 months", "24 de luni", "two years", "为期两年", "24 个月"; not "5月" of "2018年5月，为期两年"


def read_period(cells: Iterable[Cell]) -> Read[Period]:
    """The period as the row states it; a single date is its start, and the end is open unless a length is given."""
    text = Traced.join(cell.text for cell in cells)
    if not text:
        return Read(Period(), ())
    found = _exact(text.text, list(find_dates(text.text))) if not is_not_available(text.text) else []
    start, end, doubts = _bounds(text.text, found)
    doubts += [Doubt("period-ambiguous", words=(("text", str(text)),))] if _is_ambiguous(text.text, found) else []
    half_read = next(_half_read(text.text, found, (start, end)), None)
    doubts += [Doubt("period-ambiguous/unread", words=(("text", half_read),))] if half_read else []
    doubts += [_impossible(text.text, place) for place in found if place[1].is_impossible]
    return Read(Period(start=start, end=end, text=str(text)), (("", text),), tuple(doubts))


def _exact(text: str, found: Sequence[_Place]) -> list[_Place]:
    """The dates without those that brackets behind them repeat more exactly: `the festival of 2018 (2 March 2018)`."""
    repeated = [place for place, behind in pairwise(found) if _is_repeated(text, place, behind)]
    return [place for place in found if place not in repeated]


def _is_repeated(text: str, place: _Place, behind: _Place) -> bool:
    (offset, vague), (start, exact) = place, behind
    if not (vague.is_point and vague.start and exact.start):
        return False
    opens_bracket = text[offset + vague.length : start].strip() in ("(", "（")
    return opens_bracket and exact.start.startswith(f"{vague.start}-")


def _is_ambiguous(text: str, found: Sequence[_Place]) -> bool:
    """Whether another range reaches beyond the first, and no word says why: a phase, an extension, one before."""
    ranges = [(other.start, other.end) for _, other in found if not other.is_point and other.start and other.end]
    first, *others = ranges or [("", "")]
    reaches_beyond = any(start < first[0] or end[: len(first[1])] > first[1] for start, end in others)
    return reaches_beyond and not any(word.search(text) for word in (_PHASE, _EXTENSION_WORD, _OLDER))


def _half_read(text: str, found: Sequence[_Place], bounds: Sequence[str | None]) -> Iterator[str]:
    """The years before which a word stands that no rule knows and that may be their month: `Mhárta 2018`.

    Of `project 2018-2020` both bounds are years, so that no month is looked for.
    """
    for offset, one in found:
        is_bound = one.start in bounds and len(one.start or "") == len("2018")
        is_unlike = not one.is_point and len({len(bound) for bound in bounds if bound}) > 1
        word = (
            _WORD_BEFORE.search(text, max(0, offset - _LOOK_BACK), offset)
            if is_bound and (one.is_point or is_unlike)
            else None
        )
        is_known = word is None or tokens(word["word"], 0) or any(known.search(word[0]) for known in _KNOWN_BEFORE)
        if word and not is_known:
            yield text[word.start() : offset + one.length]


def _impossible(text: str, place: _Place) -> Doubt:
    offset, found = place
    return Doubt("date-impossible", words=(("text", text[offset : offset + found.length]),))


def _bounds(text: str, found: Sequence[_Place]) -> tuple[str | None, str | None, list[Doubt]]:
    """Start and end, extended where an extension is written, and what is doubtful about them."""
    own = [place for place in found if not _is_signing(text, place)] or list(found)
    start, end = _range(text, own)
    if start is None:
        start, end = _range(text, found)
    extended = [other for place, other in own if _is_extension(text, place) and other.end]
    later = [other.end for other in extended if other.end and not precedes(other.end, end or start or other.end)]
    if later:
        return start, max(later), []
    if start and not end and (length := _length(text)):
        return start, _add(start, length), []
    if end and any(other.end and precedes(other.end, end) and _is_original(text, place) for place, other in own):
        return start, end, []
    return start, *_lengthened(text, end)


def _lengthened(text: str, end: str | None) -> tuple[str | None, list[Doubt]]:
    """The end, later by what it is `extended by`; doubtful where an extension does not say how long."""
    extension = _EXTENSION_WORD.search(text)
    if end is None or extension is None or _OLDER.search(text) or _NOT_YET.search(text):
        return end, []
    length = _length(text[extension.end() :])
    later = _add(end, length + 1) if length and len(end) == len("2018-05") else None
    if length and len(end) == len("2018") and length % 12 == 0:
        later = str(int(end) + length // 12)
    return (later, []) if later else (end, [Doubt("period-extended")])


def _is_signing(text: str, place: _Place) -> bool:
    """Whether a date is the day of a signature: `MoU of 5 June 2017`, `30 May 2018 (signed)`."""
    offset, found = place
    start = max(0, offset - _LONGEST_BEFORE)
    low = max((end for end in (text.rfind(sign, start, offset) for sign in ";.；。(（")), default=0)
    return found.is_point and (
        _SIGNING.search(text[max(start, low) : offset]) is not None
        or _SIGNED_BEHIND.match(text, offset + found.length) is not None
    )


def _is_extension(text: str, offset: int) -> bool:
    before = text[max(0, offset - _LONGEST_BEFORE) : offset]
    return _EXTENDED.search(before) is not None and not _OLDER.search(before)


def _is_original(text: str, offset: int) -> bool:
    """Whether a date is the end before an extension: `May 2018 – May 2021 (originally until May 2020, extended)`."""
    return _ORIGINAL.search(text[max(0, offset - _LONGEST_BEFORE) : offset]) is not None


def _range(text: str, found: Sequence[_Place]) -> tuple[str | None, str | None]:
    if not found:
        return None, None
    offset, first = found[0]
    if not first.is_point or first.start is None or (_PHASE.search(text) and len(found) > 1):
        ends = [other.end for _, other in found if _PHASE.search(text)]
        return first.start, max([first.end, *ends], key=lambda end: end or "9999")
    if _UNTIL.search(text[:offset]) and len(found) == 1:
        return None, first.end
    later = [(place, other) for place, other in found[1:] if other.end and not precedes(other.end, first.start)]
    return first.start, _end(text, offset + first.length, later)


def _end(text: str, position: int, others: Sequence[_Place]) -> str | None:
    """The first later date that is said to be the end: `(extended until June 2021)`, not `(a follow-up to 2012)`."""
    for offset, other in others:
        if other.start is None or not text[position:offset].strip() or _UNTIL.search(text[position:offset]):
            return other.end
        position = offset + other.length
    return None


def _length(text: str) -> int | None:
    """A length of time in months: `24 months`, `two years`."""
    match = _LENGTH.search(text)
    if match is None:
        return None
    written = match["count"].lower()
    count = int(written) if written.isdecimal() else _WORDS[written]
    return count * 12 if match["years"] else count


def _add(start: str, months: int) -> str | None:
    """The last day, month or year of so many months, at the start's precision: 24 from 2018-05-01 end on 2020-04-30."""
    if not 0 < months <= 240:
        return None
    year, month, day = (int(part) for part in (start + "-01-01"[len(start) - 4 :]).split("-"))
    years, index = divmod(month - 1 + months, 12)
    if len(start) == len("2018"):
        return str(year + months // 12 - 1) if months % 12 == 0 else None
    if len(start) == len("2018-05"):
        last = date(year + years, index + 1, 1) - timedelta(days=1)
        return last.isoformat()[: len(start)]
    return (
        date(year + years, index + 1, min(day, 28)) + timedelta(days=max(0, day - 28)) - timedelta(days=1)
    ).isoformat()
