"""What came of an activity: behind arrows, plus signs and words such as `Output:`, and in lines that begin so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ucap.documents.traced import EMPTY, Traced, between
from ucap.reading.lists import Entry
from ucap.reading.places.cities import FindCities
from ucap.reading.values.dates import match_date
from ucap.vocabulary.reference import word_list

_ARROW = re.compile(r"(?<!\s)\s+(?:[→➔➜⇒►▶▷▻▹⇨↳⮕]|={1,2}>)\s*")  # " → ", " => "
_PLUS = re.compile(r"\s[+＋]\s+")  # " + "
_PLUS_BEFORE = re.compile(r"[+＋]\s+")  # "+ two grants"
_DATED_BRACKET = re.compile(r"[(（\[](?P<said>[^()（）\[\]]{4,80})[)）\]]$")  # "(8-12/4/2019)"
_SENTENCE_END = re.compile(r"[.!?。！？；;][\"'”’)\]]*$")  # "end.”"
_HEAD = r"(?P<head>[^\W\d_]{2,20}(?:[\s/&]{1,3}[^\W\d_]{2,20}){0,3})\s?(?:\(s\)\s?)?[:：]\s*"
_HEAD_BEFORE = re.compile(rf"(?:[-–—*+•]+\s{{0,6}})?{_HEAD}(?=\S)")  # "Output: " of "Output: a letter"
_HEAD_WITHIN = re.compile(
    rf"(?:(?:^|\s)(?:[-–—]{{1,2}}|[*+|/])\s{{0,6}}|(?<=[.!?。！？])\s*|[;；]\s*|\s?(?P<open>[(（\[])){_HEAD}(?=\S)"
)  # " - output: ", "—— 成果：", ". Outputs: ", " (result: "
_CLOSE = re.compile(r"[)）\]]")
_NEXT = re.compile(r"\s*[;；]\s*")  # "; "
_EDGES = " \t.;；。"


@dataclass(frozen=True, slots=True)
class Output:
    """What came of an activity, and all that says it, the word before it included: `output: a letter`."""

    text: Traced
    said: Traced


def split_outputs(text: Traced, find_cities: FindCities) -> tuple[Traced, tuple[Output, ...]]:
    """An activity without its outputs, and these: `Visit → a letter`, `Visit - output: a letter`, `Visit. + a letter`.

    An arrow before a city, `Flights Graz → Wuxi`, is a way.
    """
    account, behind_heads = _behind_heads(text)
    account, behind_signs = _behind_signs(account, find_cities)
    return account, (*behind_signs, *behind_heads)


def listed_outputs(text: Traced) -> list[Output]:
    """The outputs that an item of the list below an activity tells, without the word that calls them so."""
    head = _head(_HEAD_BEFORE.match(text.text))
    return list(_listed(text, 0, head.end(), len(text))) if head else [Output(text, text)]


def with_outputs(found: Sequence[Entry]) -> list[Entry]:
    """The entries, those that begin with a word such as `Output:` or a plus sign listed below the one before them.

    Where plus signs are the signs of the list, `+ 28 June: Visit`, each begins an entry of its own.
    """
    told: list[Entry] = []
    are_items = _plus_begins_items(found)
    for entry in found:
        plus = None if entry.is_item else _PLUS_BEFORE.match(entry.text.text)
        text = entry.text.cut(plus.end()) if plus else entry.text
        if plus and are_items:
            told.append(replace(entry, text=text, is_item=True))
        elif told and (plus or _head(_HEAD_BEFORE.match(text.text))):
            told[-1] = replace(told[-1], children=(*told[-1].children, text, *entry.children))
        else:
            told.append(entry)
    return told


def _plus_begins_items(found: Sequence[Entry]) -> bool:
    """Whether a date stands behind the plus sign of an entry, or a heading such as `In 2018:` above it."""
    signs = [_PLUS_BEFORE.match(entry.text.text) for entry in found]
    above = ["", *(entry.text.text.rstrip()[-1:] for entry in found)]
    return any(
        sign and (before in (":", "：") or match_date(entry.text.text, sign.end()))
        for sign, before, entry in zip(signs, above, found, strict=False)
    )


def _head(match: re.Match[str] | None) -> re.Match[str] | None:
    """The match, if its words call something an output: `Output`, `成果 Output`, `Main results`."""
    said = [word.lower() for word in re.findall(r"[^\W\d_]+", match["head"])] if match else []
    outputs, others = word_list("column-head-output"), word_list("label-goes-on")
    return match if outputs.intersection(said) and (outputs | others).issuperset(said) else None


def _behind_heads(text: Traced) -> tuple[Traced, tuple[Output, ...]]:
    heads = [head for head in _HEAD_WITHIN.finditer(text.text) if _head(head)]
    if not heads or not text.text[: heads[0].start()].strip():
        return text, ()
    starts = [*(head.start() for head in heads), len(text)]
    account, outputs = [text.cut(0, starts[0])], list[Output]()
    for head, end in zip(heads, starts[1:], strict=True):
        close = _CLOSE.search(text.text, head.end(), end) if head["open"] else None
        outputs += _listed(text, head.start(), head.end(), close.start() if close else end)
        account.append(text.cut(close.end(), end) if close else EMPTY)
    return Traced.join(account, "").strip(), tuple(outputs)


def _listed(text: Traced, start: int, begin: int, end: int) -> Iterator[Output]:
    """What is told between two places of a text, parted at its semicolons."""
    for low, high in between([sign.span() for sign in _NEXT.finditer(text.text, begin, end)], begin, end):
        if output := text.cut(low, high).strip(_EDGES):
            yield Output(output, text.cut(start, high).strip())
            start = high


def _behind_signs(text: Traced, find_cities: FindCities) -> tuple[Traced, tuple[Output, ...]]:
    signs = list(_ARROW.finditer(text.text)) or _listing_plus(text.text)
    account, *outputs = (part.strip() for part in text.between([sign.span() for sign in signs]))
    is_way = any(city.start == 0 for output in outputs for city in find_cities(output.text))
    if is_way or not all((account, *outputs)):
        return text, ()
    return account, tuple(Output(output, output) for output in outputs)


def _listing_plus(text: str) -> list[re.Match[str]]:
    """The plus signs behind a whole account, which ends with a full stop or its date in brackets.

    `Visit (May 2019) + a letter + two grants`, not `Workshop + dinner (May 2019)`.
    """
    signs = list(_PLUS.finditer(text))
    before = text[: signs[0].start()].rstrip() if signs else ""
    bracket = _DATED_BRACKET.search(before)
    is_whole = _SENTENCE_END.search(before) or (bracket and match_date(bracket["said"]))
    return signs if is_whole else []
