"""Whether an activity was held, is planned, postponed or cancelled: what the text says of the activity itself.

The cues stand in `data/reference/status_cues.csv`. A `label` counts only in a bracket behind the date, before the date,
or where a clause is nothing else; a `word` is a participle, which may be said of another thing (`the planned visit`,
`follow-up planned`); a `phrase` is a predicate (`did not take place`). `…` in a cue stands for some words, and a full
stop says that the clause ends behind it (`fiel … aus.`). A cue without a status says nothing of the activity and hides
the cues inside it: `scheduled flights`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import cast

from ucap.plan.record import Activity
from ucap.vocabulary.folding import HAN
from ucap.vocabulary.kinds import Status
from ucap.vocabulary.reference import rows, word_list

_STRONGEST_FIRST: tuple[Status, ...] = ("cancelled", "postponed", "planned", "done")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|[。！？]")  # "held in Rome. It"
_CLAUSE_END = re.compile(r"[,;:，；：、]\s*|\s[–—-]\s|[()（）\[\]]+\s*|\.\s*$")  # ", "
_COPULA = (
    r"(?:is|was|are|were|be|been|being|has|have|had|got|had\s+to\s+be|ist|sind|war|wurden?|wird|werden|mussten?|musste"
    r"|est|sont|a\s+été|ont\s+été|è|sono|è\s+stat[oa]|fue|fueron|ha\s+sido|es|está|foi|is|werd|werden|zostało?|został[ay]?"
    r"|byl[aoy]?|blev|был[аои]?)"
)
_OPENING = re.compile(
    rf"(?:(?:{_COPULA}|and|but|then|later|therefore|finally|first|now|still|currently|it|this|which|und|aber|dann|et|e|y)\s+)*$",
    re.I,
)  # "and then was "
_BEHIND_COPULA = re.compile(
    rf"(?:^|[^\w]){_COPULA}(?:\s+(?:\w+ly|then|also|now|still|again|first|not\s+yet|noch|leider))*\s+$", re.I
)  # "has also been "
_DETERMINER = re.compile(
    r"(?:^|\s)(?:the|a|an|this|that|of|for|on|about|any|some|all|their|its|his|our|new|other|further|previously|originally|already"
    r"|de[rsmn]|die|das|eine?[rnms]?|für|über|le|la|les|un|une|du|des|il|lo|gli|el|los|las|del|dell['’]|het|een|van|no|not)\s+$",
    re.IGNORECASE,
)  # " the "
_OBJECT = re.compile(
    r"\s+(?:a|an|the|their|its|his|our|this|these|two|three|several|new|joint|ein\w*|une?|una)\s", re.IGNORECASE
)  # " the new "
_FUNCTION_WORD = re.compile(
    r"\s*(?:$|[^\w\s]|\d|(?:for|in|on|at|by|to|from|until|till|as|and|or|but|because|due|owing|with|without|within|during|since|after|before"
    r"|again|later|then|indefinitely|so|this|next|early|mid|late|für|im|in|am|auf|wegen|aufgrund|bis|und|pour|en|à|au|dès|per|a|para|por|voor"
    r"|wegens|om|na|w|z|v|kvůli|of)\b)",
    re.IGNORECASE,
)  # " for"
_BEHIND_PUT_OFF = re.compile(
    r"\s+(?:naar|tot|door|al|hasta|debido|devido|até|til|till|på|do|ze|kvôli|pre|zbog|zaradi|за|поради|до|заради|pe|din|pentru|până|για|λόγω)\s",
    re.IGNORECASE,
)  # " naar " of "verschoven naar 2021", and not of "wijk gepland door Utrecht"
_FIRST_NOUN = re.compile(
    r"\s*(?:(?:la|le|el|il|o|a)\s+|l['’])?[^\W\d_]+\s+", re.IGNORECASE
)  # "La visite " of "La visite reportée"
_ROMANCE_CONJUNCTION = re.compile(r"\s+(?:et|ou|mais|ed?|ma|y|pero|mas)\s", re.IGNORECASE)  # " et "
_RELATIVE = re.compile(
    r"\b(?:which|who|whose|that|where|when|how|why|whether|welche\w*|warum|weshalb|qui|que|dont|comment|pourquoi|che|perché|quien|cómo"
    r"|hoe|waarom|hur|varför|hvordan|hvorfor|die\s+\w+\s+werden)\b",
    re.IGNORECASE,
)  # "which", "how" of "on how streets will look"
_REASON_BEFORE = re.compile(
    r"(?:due\s+to|because\s+of|owing\s+to|wegen|aufgrund|en\s+raison|à\s+cause|a\s+causa|debido|por\s+causa|vanwege|wegens|z\s+powodu|kvůli)"
    r"(?:\s+[^\W\d_][\w'’-]*){1,5}\s+$",
    re.IGNORECASE,
)  # "wegen Corona " of "wegen Corona abgesagt"
_ADVERB = (
    r"(?:(?:unfortunately|sadly|however|regrettably|in\s+the\s+end|leider|jedoch|malheureusement|purtroppo|lamentablemente"
    r"|helaas|niestety|bohužel),?\s+)?"
)  # "Unfortunately, "
_SAME_THING = re.compile(
    rf"{_ADVERB}(?:(?:it|this|they|he|she|es|sie|er|il|elle|ce|(?:the|this|der|die|das)\s+(?:event|meeting|visit|activity|workshop|course|trip"
    rf"|conference|forum|action|veranstaltung|kurs|besuch))\s+(?:{_COPULA}\s+)*(?:then\s+|later\s+|finally\s+)?)?$",
    re.IGNORECASE,
)  # "the meeting was "
_REASON = re.compile(
    r"[\s()（）\"“]*(?:(?:due\s+to|because|owing\s+to|as\s+a\s+result|in\s+view|wegen|aufgrund|en\s+raison|a\s+causa|debido|vanwege|因|由于|受)"
    r"[^,;:，；]*[,;:，；]\s*)?",
    re.IGNORECASE,
)  # "Due to COVID-19, "
_CHINESE_ATTRIBUTE = re.compile(rf"[{HAN}]{{0,6}}的")  # "建设的" of "参观计划建设的线路"
_CHINESE_SUBJECT = re.compile(
    "(?:讨论(?!会)|商讨|商议|商谈|关于|申请|办理|避免|防止|签证|协议|合同|关税|费用)(?!.*(?:会|论坛|活动|培训|班|访问|考察|展|课|仪式|签署|签订))"
)
"""What is put off or cancelled is no activity: `讨论签证延期`, `合作协议延期`, and not `关于电车的研讨会延期`."""
_NEW_DATE = re.compile(
    r"(?:moved|shifted|put\s+back)\s+to\s+(?:the\s+)?(?:[^\W\d_]+\.?\s+)?\d", re.IGNORECASE
)  # "moved to May 2021"
_BEFORE_DATE = re.compile(
    r"[ ]?(?:(?:to\s+take\s+place|to\s+be\s+held)\s+)?"
    r"(?:(?:for|in|on|at|pour|en|le|für|per|im|am|ab|para|el|nel|voor|op|na|w|v|dne|til|för)\s+(?:the\s+)?)?",
    re.IGNORECASE,
)  # " for " of "planned for June 2020"
_BEFORE_NEW_DATE = re.compile(
    r"(?:(?<=to)|(?<=[至到])"
    r"|[ ]?(?:to|until|till|auf|bis(?:\s+zum)?|à|au|al?|para|hasta|até|naar|tot|na|do|til|på|sur|pour|for)(?=\s))\s*"
    r"(?:(?:the|den)\s+)?",
    re.IGNORECASE,
)  # " to " of "postponed to May 2021"; nothing behind "moved to"
_GAP = r"[^.;:]{1,60}?"
_MOST_CUES = 40
"""A sentence with more is no account; each is looked at with all that stands before it."""
_LONGEST_ENDING = 4
_ENDING = rf"[^\W\d_]{{0,{_LONGEST_ENDING}}}"
_WORD = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")  # "annulée", "取"
_BEGINNING = re.compile(r"[^\W_]+\*?")  # "no" of "no … due to", "annulé*"


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    status: Status | None
    use: str

    @property
    def is_off(self) -> bool:
        """Whether it says that the activity was not held when it was meant to be."""
        return self.status in ("cancelled", "postponed")


@cache
def _cues() -> tuple[re.Pattern[str], dict[str, tuple[Status | None, str]]]:
    """A pattern that finds the longest cue at each place, whole words only, and what the cue of each group means."""
    found = sorted(rows("status_cues"), key=lambda row: -len(row["cue"]))
    parts = [f"(?P<c{i}>{_pattern(row['cue'])})" for i, row in enumerate(found)]
    meanings = {
        f"c{i}": (cast(Status, row["status"]) if row["status"] else None, row["use"]) for i, row in enumerate(found)
    }
    return re.compile("|".join(parts), re.IGNORECASE), meanings


@cache
def _beginnings() -> frozenset[str]:
    """With what a cue begins: its first word, a stem (`annulé*`) with the star, or its first Chinese character."""
    cues = [row["cue"].lower() for row in rows("status_cues")]
    return frozenset(cue[0] if re.match(f"[{HAN}]", cue) else _BEGINNING.match(cue)[0] for cue in cues)  # type: ignore[index]


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The cues in a text, none within another; only words with which some cue begins are looked at closely."""
    pattern, end = _cues()[0], 0
    for word in _WORD.finditer(text):
        if word.start() >= end and _may_begin(word[0].lower()) and (match := pattern.match(text, word.start())):
            end = match.end()
            yield match


def _may_begin(word: str) -> bool:
    stems = (word[: len(word) - count] + "*" for count in range(_LONGEST_ENDING + 1))
    return word in _beginnings() or any(stem in _beginnings() for stem in stems)


def _pattern(cue: str) -> str:
    """`annulé*` matches longer words, `no … due to` leaves room for some, `fiel … aus.` ends a clause."""
    if cue.endswith("."):
        return rf"{_pattern(cue[:-1])}(?=\s*(?:[.,;:!)。，；：！）]|$))"
    escaped = re.escape(cue).replace(r"\*", _ENDING).replace("…", _GAP).replace(r"\ ", r"\s+")
    return escaped if re.match(f"[{HAN}]", cue) else rf"(?<![^\W_]){escaped}(?![^\W_])"


def match_status(text: str, start: int = 0) -> int | None:
    """Where the cue ends with which a text begins at `start` (`Planned for ...`), or None."""
    match = _cues()[0].match(text, start)
    return match.end() if match else None


def has_status(text: str) -> bool:
    """Whether a bracket says something of an activity's status: `(cancelled)`."""
    return next(_matches(text), None) is not None


def dates_ahead(text: str) -> Iterator[int]:
    """Where the first sentence of an activity may say for when it is planned, or to when it was put off.

    `Fair, planned for May 2020, has been moved to May 2021`: behind `planned`, and behind `moved to `.
    """
    first = _SENTENCE_END.split(text)[0]
    for cue in _own(first):
        gap = {"planned": _BEFORE_DATE, "postponed": _BEFORE_NEW_DATE}.get(cue.status or "")
        if gap and (found := gap.match(first, cue.end)):
            yield found.end()


def is_planned(text: str) -> bool:
    """Whether a text says that something is planned, and not that it was put off: `planned for`."""
    return _strongest(_found(text)) == "planned"


def read_status(lead: str, text: str, start: str | None, today: date) -> Status | None:
    """The status of an activity.

    Args:
        lead: the words before its date, and the bracket behind it.
        text: what it is about; its first sentence counts, and a later one that says that it was called off.
        start: its date (ISO 8601), which makes it planned where it still lies in the future.
        today: the day on which that is asked.

    What is dated and has no cue counts as done: the summaries say what happened and mark what is still to come. Whether
    an undated activity without a cue has happened, the text does not say: None.
    """
    is_ahead = start is not None and start > today.isoformat()[: len(start)]
    found, said = _strongest(_found(lead)), _of_text(text)
    found = said if found is None or (found == "planned" and said in ("cancelled", "postponed")) else found
    if is_ahead and found in (None, "done"):
        return "planned"
    return found or ("done" if start else None)


def activity_status(activity: Activity, today: date | None = None) -> Status | None:
    """The status of an activity that was not read from a document's row, by its own words and dates."""
    return read_status("", activity.text, activity.start or activity.end, today or date.today())


def _of_text(text: str) -> Status | None:
    first, *others = _SENTENCE_END.split(text)
    called_off = [cue for other in others for cue in _found(other) if _is_called_off(other, cue)]
    return _strongest([*_own(first), *called_off])


def _is_called_off(sentence: str, cue: _Cue) -> bool:
    return cue.is_off and cue.use != "label" and _SAME_THING.match(sentence[: cue.start].lstrip()) is not None


def _strongest(cues: list[_Cue]) -> Status | None:
    statuses = {cue.status for cue in cues}
    return next((status for status in _STRONGEST_FIRST if status in statuses), None)


def _found(text: str) -> list[_Cue]:
    meanings = _cues()[1]
    return [_Cue(*match.span(), *meanings[match.lastgroup or ""]) for match in _matches(text)]


def _own(sentence: str) -> Iterator[_Cue]:
    """The cues of a sentence that speak of the activity itself."""
    edges = [0, *(match.end() for match in _CLAUSE_END.finditer(sentence)), len(sentence)]
    cues = _found(sentence)[:_MOST_CUES]
    for cue in cues:
        low = max(edge for edge in edges if edge <= cue.start)
        high = min(edge for edge in edges if edge >= cue.end)
        clause = sentence[low:high]
        is_done_before = any(other.status == "done" and low <= other.start < cue.start for other in cues)
        if cue.status == "planned" and is_done_before:
            continue
        inner = _Cue(cue.start - low, cue.end - low, cue.status, cue.use)
        is_first = _REASON.fullmatch(sentence, 0, low) is not None
        is_bracket = low > 0 and sentence[low - 1] in "(（["
        if _is_own(clause, inner, is_first=is_first, is_bracket=is_bracket):
            yield cue


def _is_own(clause: str, cue: _Cue, *, is_first: bool, is_bracket: bool) -> bool:
    before, behind = clause[: cue.start], clause[cue.end :]
    is_alone = not before.strip() and not behind.strip(" .)）;,；，:–—-")
    if cue.use == "label" or is_alone:
        return is_alone
    if re.match(f"[{HAN}]", clause[cue.start]):
        is_predicate = is_first or not before.strip() or cue.is_off
        is_attribute = _CHINESE_ATTRIBUTE.match(behind) is not None and (before.strip() or behind.startswith("的"))
        is_of_other = cue.is_off and _CHINESE_SUBJECT.search(before) is not None
        return is_predicate and not is_attribute and not is_of_other
    begins = _OPENING.fullmatch(before) is not None or _REASON_BEFORE.fullmatch(before) is not None
    if _RELATIVE.search(before) and not begins:
        return False
    if cue.use == "word" and not _NEW_DATE.match(clause, cue.start):
        is_said = is_first or _FUNCTION_WORD.match(behind) if begins else _is_predicate(cue, before, behind)
        if not is_said:
            return False
    return is_first or begins or (is_bracket and not before.strip().isdecimal())


def _is_predicate(cue: _Cue, before: str, behind: str) -> bool:
    """Whether a participle is said of the subject: not in `the planned visit` or `to prepare the fair planned for`."""
    if _BEHIND_COPULA.search(before):
        return True
    words = set(re.findall(r"\w+", before.lower()))
    # An adjective follows its noun, too: "visite reportée et remise à 2021", but "lignes prévues et gares visitées".
    is_clause = _FIRST_NOUN.fullmatch(before) and _ROMANCE_CONJUNCTION.match(behind)
    ends = _FUNCTION_WORD.match(behind) or (cue.is_off and (is_clause or _BEHIND_PUT_OFF.match(behind)))
    is_attribute = _DETERMINER.search(before) or not ends or _OBJECT.match(behind)
    return not is_attribute and not words & word_list("preparing")
