"""The numbers by which a text cites goals: `SDG 11`, `Goals 3 thru 5`, `目标三、七`, `all 17 SDGs`, `not SDG 12`.

The words stand in `data/reference/goal_words.csv`, numbers that are no digits in `number_words.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from ucap.reading.values.dates import match_date
from ucap.vocabulary.folding import HAN, narrow
from ucap.vocabulary.goals import chinese_goal_names, goal_names_in, goal_words, goals, number_words

_LAST_GOAL = 17


def _either(words: Iterable[str]) -> str:
    """A pattern for one of the words; Latin ones stand between other signs, Chinese ones anywhere.

    Words with the same bounds share them, `(?<![^\\W_])(?:seventeen|all)(?![^\\W\\d_])`: bounds take long to compile.
    """
    words = sorted(words, key=lambda word: _is_latin(word[0]))
    runs = groupby(words, lambda word: (_is_latin(word[0]), _is_latin(word[-1])))
    bounded = (
        (r"(?<![^\W_])" if is_bounded_before else "")
        + f"(?:{'|'.join(map(re.escape, run))})"
        + (r"(?![^\W\d_])" if is_bounded_behind else "")
        for (is_bounded_before, is_bounded_behind), run in runs
    )
    return "(?:" + "|".join(bounded) + ")"


def _is_latin(sign: str) -> bool:
    return sign.isalpha() and sign < "\u3400"


def _numerals(is_wanted: str) -> str:
    found = sorted((word for word in number_words() if re.fullmatch(is_wanted, word)), key=lambda word: -len(word))
    return "|".join(map(re.escape, found))


_NAMES = "|".join(re.escape(name[:3]) for name in chinese_goal_names())
_DIGITS = r"(?:1[0-7]|0?[1-9])(?!\d)(?:\.[\da-d]{1,2}\b)?"
_ROMAN = rf"(?-i:{_numerals('[IVX]+')})(?![^\W_])"
_CHINESE = rf"(?-i:(?:{_numerals(f'[{HAN}]+')})(?=[^{HAN}]|$|[和与及至到以、]|{_NAMES}))"
_WORDS = rf"(?:{_numerals('[a-zà-žę-]+')})(?![^\W_])"
_NO_COUNT = r"(?!\s?[%‰]|,\d\d\d(?!\d))"  # not the "12" of "goal 12% less", nor the "3" of "goal 3,000 bicycles"
_NUMBER = rf"(?:{_DIGITS}{_NO_COUNT}|{_ROMAN}|{_CHINESE}|{_WORDS})"
_FURTHER = rf"(?:{_DIGITS}(?!\s?[%.]\d|,\d\d\d)|(?!I\b){_ROMAN}|{_CHINESE}|{_WORDS})"

_ABBREVIATIONS = "|".join(map(re.escape, goal_words("abbreviation") + goal_words("misspelt")))
_CITING = rf"(?P<word>(?-i:(?<![^\W\d_])(?:{_ABBREVIATIONS})(?![^\W\d_]))|{_either(goal_words('name'))})"
_NOUN = _either(goal_words("noun"))
_TO_NUMBER = rf"(?:\s*[–—~-]\s*|\.?\s*{_either(goal_words('range'))}\s*|\s(?:sa|go)\s)\d"
_SIGN = (
    rf"(?:\s?(?:{_either(goal_words('number-sign'))}))?"
    rf"(?:\s?\)\s?:\s?|[\s.:_(–-]{{0,3}})(?:{_either(goal_words('from'))}\s*(?={_DIGITS}{_TO_NUMBER}))?"
)
"""`SDG no. 4`, `SDG_4`, `Global Goals (SDGs): 4`, `SDGs from 4` to 7, not `from 5 districts`."""
_AND_OF_SLOVENE = rf"(?<![^\W_])in(?=\s+{_DIGITS}\s*(?:$|[,;.()\n]))"
"""`SDG 11 in 13`, and not `SDG 11 in 13 districts`."""
_END_OF_NTH = r"(?:\.(?=,|[ ](?-i:és|un|ir|in|a|i|og|und)[ ]\d{1,2}\.))?"
"""The full stop of `11. és 13. cél`, and not that of a sentence."""
_JOINED = rf"{_END_OF_NTH}(?:\s*(?:[,;/&+|·•、]|{_either(goal_words('join'))}|{_AND_OF_SLOVENE})){{1,3}}\s*"
"""`11, 13`, `11 and 13`, `11. és 13.`."""
_TO = (
    rf"(?P<to>(?:\s*(?P<dash>[–—~-])\s*|(?:\.(?=\s))?\s*{_either(goal_words('range'))}\s*"
    r"|(?:-t[óő]l|-a?st|:st[aä])\s+"
    r"|(?:(?<=\bminn \d)|(?<=\bminn \d\d)|(?<=\bó \d)|(?<=\bó \d\d))\s(?:sa|go)\s))"
)
"""Between the ends of a range: `8–11`, `8. līdz 11.`, `8-tól 11-ig`, `minn 8 sa 11`; alone, `sa` is Croatian."""

GOAL_IN_PROSE = re.compile(rf"{_CITING}{_SIGN}(?P<number>{_NUMBER})", re.IGNORECASE)
"""A goal cited by number; `word` is how the abbreviation is spelt."""

GOAL_IN_ROW = re.compile(rf"(?:{_CITING}|{_NOUN}){_SIGN}(?P<number>{_NUMBER})", re.IGNORECASE)
"""The same within the SDG row, where `Goal 4` and `Ziel 4` are one, too."""

ANY_GOAL = re.compile(rf"{_CITING}{_SIGN}\d+", re.IGNORECASE)
"""Whatever looks like a goal's number, whether there is such a goal or not."""

_MORE = re.compile(
    rf"(?:{_JOINED}(?:(?-i:SDGs?)\s?)?(?:{_either(goal_words('number-sign'))}\s?)?|{_TO}(?:(?:{_CITING}|{_NOUN}){_SIGN})?)(?P<number>{_FURTHER})",
    re.IGNORECASE,
)
"""A further number of a list or range: `, 4`, ` as well as 11`, ` through SDG6`, `至5`."""

_BARE = re.compile(
    rf"(?:^|(?<=[)）,;|])(?:{_JOINED})?|(?<=\s)(?=[#№]))\s*(?:[#№]\s?|n(?:[or]|os|um|úm)?\.\s?|n[°º]\s?)?(?P<number>{_DIGITS})",
    re.IGNORECASE,
)
"""A number without a word: `9, 11 and 13`, `No. 9`, `SDG 3 (health), 11 (cities)`, `SDG 4 Education; 11 Cities`."""

_A_IS_AND = re.compile(r"c(?:íl|ieľ|iel)", re.IGNORECASE)
"""In Czech and Slovak, `cíle 11 a 13` are two goals; in Italian, Spanish and Portuguese `11 a 13` are three."""
_A_IS_TO = re.compile(r"O[DS]S|obiettiv|objet|objec|traguard|meta", re.IGNORECASE)
_SMALL_CZECH = re.compile(
    r"(?<![^\W_])(?:se|na|pro|při|ve|pre|pri|sa|je|jsou|sú|nebo|alebo|města|mesta|mezi|medzi)(?![^\W_])"
)
_SMALL_ROMANCE = re.compile(
    r"(?<![^\W_])(?:di|del|della|dei|per|con|il|de|el|los|las|la|para|com|dos|das|em|y|e)(?![^\W_])"
)
_LEAST_WORDS = 3

_ALL = re.compile(
    rf"{_either(goal_words('all'))}\s*(?:{_either(goal_words('article'))}\s*)?(?P<count>17|seventeen|siebzehn|dix-sept|十七)?"
    rf"\s*(?:[个個项項]\s*)?(?:UN[\s-]?)?(?:{_CITING}|{_NOUN})(?!\s*[:：]?\s*\d)",
    re.IGNORECASE,
)
"""`All 17 SDGs`, `all seventeen goals`, `alle SDGs`."""

_DENIED = re.compile(rf"{_either(goal_words('not'))}\s*(?:{_either(goal_words('article'))}\s*)?$", re.IGNORECASE)
"""Before a citation: `not SDG 12`, `除了目标5`."""
_DENIED_BEHIND = re.compile(rf"[\s:：(（–-]*{_either(goal_words('not behind'))}", re.IGNORECASE)
"""Behind a citation: `SDG 12 is not addressed`."""
_DENIED_BY_VERB = re.compile(
    rf"\s+{_either(goal_words('auxiliary'))}(?:\s+(?!but|only|and|aber|und|mais|et)[^\W\d_]+){{0,3}}?"
    rf"(?:,?\s+(?:but|aber|mais|ma|pero|men|maar|ale)\s+{_either(goal_words('auxiliary'))})?"
    rf"\s+{_either(goal_words('negation'))}(?!\s+only)(?![^\W_])",
    re.IGNORECASE,
)
"""Behind a citation: `SDG 13 wurde bewusst nicht gewählt`, `SDG 2 was considered, but is not part of the plan`."""
_DENIED_NUMBER = re.compile(
    rf"{_either(goal_words('not'))}\s*(?:{_either(goal_words('noun'))}\s*)?(?P<number>{_DIGITS})", re.IGNORECASE
)
"""`SDGs 1 to 10 except 7`."""
_NEXT_CITATION = re.compile(rf"\s*[;；]\s*|\s*[,，]\s*(?=(?-i:{_ABBREVIATIONS})\s?\d)", re.IGNORECASE)
"""Between goals that are cited one by one: `SDG 7; SDG 14`, `SDG 11 and 13, SDG 14`."""
_OR = re.compile(rf"\s*(?:{_either([*goal_words('join'), *goal_words('or')])}|[/&+])\s*", re.IGNORECASE)  # " or "
_ONE_OF = re.compile(rf"{_either(goal_words('determiner'))}\s*$", re.IGNORECASE)
_COUNTED = re.compile(rf"\s*{_either(goal_words('counted'))}", re.IGNORECASE)
"""Behind a number that counts something else: `the goal 4 million trees`."""
_FOLLOWERS = [word for kind in ("join", "range", "not", "not behind", "goes on") for word in goal_words(kind)]
_GOES_ON = re.compile(rf"\s*(?:{_either(_FOLLOWERS)}|yes\b|no\b)", re.IGNORECASE)  # " and", " yes"
_SPACED = re.compile(r"(?:\s+(?:1[0-7]|[1-9])(?![\d.,%])){1,16}(?=\s*(?:$|[;)\]]))")  # " 4 11" of "SDGs 3 4 11"
_COUNTING_GOALS = re.compile(rf"\s+(?:[^\W\d_A-Z]+\s+)?{_either(goal_words('plural'))}", re.IGNORECASE)
"""Behind a number that counts goals: `2 SDGs: 6 and 11`."""
_NOUN_BEHIND = re.compile(r"\.?\s(?:cél|tiksla(?:s|i)|mērķ(?:is|i)|eesmärk|tavoite)(?![^\W_])[:：]?", re.IGNORECASE)
"""Behind a number, where the noun comes second: `11 tikslas`, `11. cél`, `11 ir 13 tikslai`."""
_NTH_NUMBER = rf"(?:{_DIGITS}|{_numerals(f'[{HAN}]+')})"
_NTH = re.compile(
    rf"第\s?{_NTH_NUMBER}(?:\s?[项項个個]?\s?[、,，和与及]\s?第?\s?{_NTH_NUMBER})*\s?"
    rf"(?:[项項个個]?\s?(?:可持续发展)?目标|[项項](?![{HAN}]))"
)
"""`第11项目标`, `第3、11和17项`, and not `第3项活动`."""
_SMALL_WORD = re.compile(r"\s+[^\W\d_A-Z]{2,}")  # " and"
_LOOK_BACK = 40
_RIGHT = frozenset(goal_words("abbreviation"))


@dataclass(frozen=True, slots=True)
class GoalMark:
    """The numbers of goals that stand together at `text[start:end]`.

    `misspelt` is the wrong spelling of the abbreviation; `is_denied` says that the goals are not the plan's, and
    `unsure` are those that it cites only if an `a` means *to*, and not *and*.
    """

    start: int
    end: int
    numbers: tuple[int, ...]
    misspelt: str | None = None
    is_denied: bool = False
    unsure: frozenset[int] = frozenset()


Meaning = Literal["and", "to"]


def meaning_of_a(text: str) -> Meaning | None:
    """What `a` means between numbers in the language of a text; None where that does not show."""
    czech, romance = (sum(1 for _word in small.finditer(text)) for small in (_SMALL_CZECH, _SMALL_ROMANCE))
    if max(czech, romance) < _LEAST_WORDS or min(czech, romance) * 2 > max(czech, romance):
        return None
    return "and" if czech > romance else "to"


def goal_marks(text: str, *, is_row: bool, a: Meaning | None = None) -> list[GoalMark]:
    """The numbers of goals in a text, in reading order; `is_row` says that it stands in the SDG row, and `a` what this
    word means in its language.

    In running text a number behind `SDG 9,` is the goal's only where the word is plural: `SDGs 3, 4 and 9`.
    """
    text = narrow(text)
    marks: list[GoalMark] = []
    position = 0
    for match in (GOAL_IN_ROW if is_row else GOAL_IN_PROSE).finditer(text):
        if match.start() < position or _counts_else(match):
            continue
        marks += _parted(match, _mark(match, is_row, marks, a), marks)
        position = marks[-1].end
    if not is_row:
        return marks
    marks += [GoalMark(*nth.span(), _values_of_nth(nth[0])) for nth in _NTH.finditer(text)]
    marks += _bare_numbers(text, marks, a)
    marks += _all_of_them(text, marks)
    marks += _denied_numbers(text, marks)
    return sorted(marks, key=lambda mark: mark.start)


def _mark(match: re.Match[str], is_row: bool, before: list[GoalMark], a: Meaning | None = None) -> GoalMark:
    word = match.groupdict().get("word") or ""
    is_plural = word.lower().endswith("s") and len(word) > len("ODS")
    numbers, end, unsure = _numbers(match, is_row or is_plural, is_plural, a)
    is_right = not word or word in _RIGHT or " " in word or len(word) > len("S.D.G.")
    return GoalMark(
        _denial_start(match.string, match.start()) if is_row else match.start(),
        end,
        tuple(numbers),
        None if is_right else match.string[match.start() : end].strip(),
        is_row and _is_denied(match.string, match.start(), end, before),
        unsure,
    )


def _parted(match: re.Match[str], mark: GoalMark, before: list[GoalMark]) -> list[GoalMark]:
    """A mark whose last goals alone are denied behind them as two: `SDG 7; SDG 14 does not apply`."""
    text = match.string
    cuts = list(_NEXT_CITATION.finditer(text, match.end("number"), mark.end)) if mark.is_denied else []
    if not cuts or is_denied_before(text, match.start()):
        return [mark]
    first = _mark(match.re.match(text[: cuts[-1].start()], match.start()) or match, is_row=True, before=before)
    rest = tuple(number for number in mark.numbers if number not in first.numbers)
    return [first, GoalMark(cuts[-1].end(), mark.end, rest, mark.misspelt, is_denied=True)] if rest else [mark]


def _numbers(
    match: re.Match[str], is_list: bool, is_plural: bool = False, a: Meaning | None = None
) -> tuple[list[int], int, frozenset[int]]:
    """The numbers that stand together from a citation on, where they end, and those that are unsure."""
    text, end, numbers = match.string, match.end("number"), _values(match["number"])
    more = list(_further(text, match.start(), end, is_list, is_plural))
    dashes = sum(step["dash"] is not None for step in more)
    unsure: set[int] = set()
    for step in more:
        last, (number, *others) = numbers[-1], _values(step["number"])
        means = _meaning(match, len(numbers), a) if (step["to"] or "").strip() == "a" else "to"
        is_range = step["to"] is not None and means != "and" and (not step["dash"] or dashes == 1 or not step["word"])
        between = range(last + 1, number) if is_range else range(0)
        unsure.update(between if means is None else ())
        numbers += [*between, number, *others]
        end = step.end()
    if is_list and (spaced := _SPACED.match(text, end)):
        numbers += map(int, spaced[0].split())
        end = spaced.end()
    return numbers, end, frozenset(unsure)


def _meaning(match: re.Match[str], count: int, a: Meaning | None) -> Meaning | None:
    """What `a` means behind `count` numbers: the citing word tells, or else the language of the text, or a list."""
    if _A_IS_AND.match(match[0]):
        return "and"
    return "to" if _A_IS_TO.match(match[0]) else a or ("and" if count > 1 else None)


def _further(text: str, start: int, position: int, is_list: bool, is_plural: bool) -> Iterator[re.Match[str]]:
    is_first, is_denied = True, is_denied_before(text, start)
    while step := _MORE.match(text, position):
        if is_denied and ";" in step[0]:
            return
        is_joined = is_list or not is_first or step[0].strip()[:1] in "/&+"
        if not is_joined or _counts_else(step) or (not is_plural and _is_counting(text, step.end())):
            return
        if match_date(text, step.start("number")):  # "3 May 2019" behind "SDG 11;"
            return
        yield step
        position, is_first = step.end(), False


def _values(written: str) -> list[int]:
    """`11.2` is 11, `XI` and `elf` are 11; `11.13` is 11 and 13, since goal 11 has seven targets."""
    digits = re.match(r"(\d+)(?:\.(\d+))?", written)
    if digits is None:
        return [number_words().get(written) or number_words()[written.lower()]]
    number, target = int(digits[1]), int(digits[2] or 0)
    return [number, target] if goals()[number - 1].targets < target <= _LAST_GOAL else [number]


def _values_of_nth(written: str) -> tuple[int, ...]:
    """`第3、11和17项` are 3, 11 and 17."""
    return tuple(value for number in re.findall(_NTH_NUMBER, written) for value in _values(number))


def _counts_else(match: re.Match[str]) -> bool:
    """Whether the number is not a goal's: `the goal 4 million trees`, `our goal 3 new parks`, `Goal: 9 new lines`."""
    text, end = match.string, match.end()
    if _COUNTED.match(text, end):
        return True
    if match.groupdict().get("word") or not _is_counting(text, end):
        return False
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    is_one_of = match[0][:1].islower() and _ONE_OF.search(before) is not None
    has_colon = ":" in text[match.start() : match.start("number")] and _is_latin(text[end:].lstrip()[:1])
    return is_one_of or has_colon


def _bare_numbers(text: str, marks: list[GoalMark], a: Meaning | None) -> list[GoalMark]:
    """The numbers without a word that begin a paragraph, or that follow a bracket or a name."""
    found: list[GoalMark] = []
    for match in _BARE.finditer(text):
        taken = (*marks, *found)
        is_free = not any(mark.start < match.end() and match.start("number") < mark.end for mark in taken)
        is_first = match.start() == 0 and not _COUNTING_GOALS.match(text, match.end())
        is_number = is_free and not match_date(text, match.start("number"))  # "12.09.2018: signing" cites no goal 12
        if is_number and (is_first or (match.start() and taken)) and _is_list(text, match):
            mark = _mark(match, is_row=True, before=[], a=a)
            noun = _NOUN_BEHIND.match(text, mark.end)
            found.append(replace(mark, start=match.start("number"), end=noun.end() if noun else mark.end))
    return found


def _is_list(text: str, bare: re.Match[str]) -> bool:
    """Whether what stands behind a bare number is nothing, a sign, a further number or a goal's name."""
    if _NOUN_BEHIND.match(text, bare.end()):
        return True
    if not _SMALL_WORD.match(text, bare.end()) or _MORE.match(text, bare.end()):
        return not _COUNTED.match(text, bare.end())
    return not _is_counting(text, bare.end()) and not _GOES_ON.match(text, bare.end())


def _is_counting(text: str, end: int) -> bool:
    """Whether a small word that is neither a joining word nor a goal's name stands behind a number: `12 boats`."""
    if not _SMALL_WORD.match(text, end) or _GOES_ON.match(text, end) or _NOUN_BEHIND.match(text, end):
        return False
    names = goal_names_in(text[end : end + _LOOK_BACK])
    return not (names and not text[end : end + names[0].start].strip())


def is_denied_before(text: str, start: int) -> bool:
    """Whether the words before `text[start:]` deny what follows: `not`, `without`, `除了`."""
    return _denial_start(text, start) < start


def _denial_start(text: str, start: int) -> int:
    """Where the words begin that deny what follows `text[start:]`, or `start`: they belong to no goal before them."""
    low = max(0, start - _LOOK_BACK)
    denial = _DENIED.search(text[low:start])
    return low + denial.start() if denial else start


def _is_denied(text: str, start: int, end: int, before: list[GoalMark]) -> bool:
    if is_denied_before(text, start):
        return True
    behind = _DENIED_BEHIND.match(text, end) or _DENIED_BY_VERB.match(text, end)
    if behind and not GOAL_IN_ROW.match(text, behind.end()):
        return True
    joined = _OR.fullmatch(text, before[-1].end, start) if before else None
    return joined is not None and before[-1].is_denied and ";" not in joined[0]


def _all_of_them(text: str, marks: list[GoalMark]) -> Iterator[GoalMark]:
    for match in _ALL.finditer(text):
        is_plural = match["count"] or match[0].rstrip().lower()[-1:] not in "lg"
        if is_plural and not any(mark.start < match.end() and match.start() < mark.end for mark in marks):
            numbers = tuple(range(1, _LAST_GOAL + 1))
            is_denied = _is_denied(text, match.start(), match.end(), [])
            yield GoalMark(match.start(), match.end(), numbers, is_denied=is_denied)


def _denied_numbers(text: str, marks: list[GoalMark]) -> Iterator[GoalMark]:
    for match in _DENIED_NUMBER.finditer(text) if marks else ():
        if not any(mark.start < match.end() and match.start() < mark.end for mark in marks):
            numbers, end, _unsure = _numbers(match, is_list=True)
            yield GoalMark(match.start(), end, tuple(numbers), is_denied=True)
