"""The words and signs of dates, each with the part that it plays: `31st of May 2017` is `number filler month year`.

A token's class is one letter, so that a date is a pattern over the string of classes (`nfMY`). Months come from CLDR
(`month_names.csv`), seasons, quarters and feasts from `date_words.csv`, joiners, prepositions and the like
in the partners' languages from `date_grammar.csv`, all under `data/reference/`. A few months mean another one in
another country (`listopad`: `month_countries.csv`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from ucap.vocabulary.folding import HAN
from ucap.vocabulary.reference import rows

YEAR, NUMBER, MONTH, PART, ROMAN, UNKNOWN = "Y", "n", "M", "P", "R", "x"
_CLASSES = {
    **{
        "ordinal": "o",
        "unit": "u",
        "vague": "v",
        "vague-behind": "b",
        "filler": "f",
        "preposition": "p",
        "since": "s",
        "until": "t",
    },
    **{"joiner": "j", "joiner-or-preposition": "J", "list": "&", "year-word": "y", "week": "k", "week-of": "W"},
    **{"weekday": "w", "half": "h", "year-between": "l", "day-word": "D"},
}
_ROMANS = {
    name: i for i, name in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"), 1)
}
_QUARTERS = {"q": 3, "t": 3, "h": 6, "s": 6}
_SIGNS = {
    **dict.fromkeys("’'‘`", "'"),
    "，": ",",
    **dict.fromkeys("、＆", "&"),
    "&": "&",
    "+": "&",
    "≈": "~",
    **dict.fromkeys("→➔➜", "-"),
    "～": "~",
    "〜": "~",
    "／": "/",
    "．": ".",
}
_CHINESE_DIGITS = "零一二三四五六七八九"
_CHINESE_WORDS = {
    **dict.fromkeys(("至", "到"), "-"),
    **dict.fromkeys(("和", "及", "与", "或", "以及"), "&"),
    **dict.fromkeys(("于", "在", "约", "大约"), "p"),
    **dict.fromkeys(("自", "从"), "s"),
    **{"年": "年", "月": "月", "日": "日", "号": "日", "学年": "y", "财年": "y", "年度": "y"},
}
_TOKEN = re.compile(
    r"(?P<space>\s+)|(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|(?P<quarter>[QHST]\s?[1-4]|[1-4][QHST])(?![^\W_])"
    r"|(?P<number>\d{1,2})(?!\d)(?:(?:st|nd|rd|th|\.?er|ère|e|ème|n|r|d[oa]|ος?|η|\.?[ºª°]|:[ae]|-?(?:ро|то|ти|ри|ма))"
    r"(?![^\W_])|\s(?:st|nd|rd|th|er|ère)(?=\s[^\W\d_]))?|(?<=\d)(?P<ending>-(?:j?[aeáé]?(?:t[őó]l|ig|n|i)|j?[aeáé]))(?![^\W_])"
    rf"|(?P<dash>[-–—−‒]{{1,2}})|(?-i:(?P<han>[{HAN}〇○]+)|(?P<word>(?:(?![{HAN}])[^\W\d_])+))|(?P<sign>\S)",
    re.IGNORECASE,
)  # " ", "2018", "Q2", "14th", "1 er" before "semestre", "2:a", "-ig" of "30-ig", "–", "四月", "May", "("
_CHINESE_VAGUE = re.compile(rf"份?[上中下]旬|份|[底末]|初(?![步期次])|中(?![{HAN}])")  # "上旬"
_CHINESE_PART = re.compile(
    r"(?<=年)(?:年[中底末内]|年初(?![步期次])|全年(?!龄)|期间|内(?=[，,、：:；。\s]|$))"
)  # "年初" of "2022年年初", not "内" of "内蒙古"
_CHINESE_NUMBER = re.compile(rf"[〇○{_CHINESE_DIGITS}]{{4}}(?=年)|[{_CHINESE_DIGITS}十]{{1,3}}(?=[年月日号])")
_FROM_MONTH = re.compile(r"t[óő]l$", re.IGNORECASE)  # "márciustól 2020. októberig"
_ROMANIAN_ENDING = re.compile(r"-(?:lea|a)(?![^\W_])")  # "-lea" of "semestrul al II-lea"
_ELIDED = frozenset({"d", "l", "dell", "all", "dall", "nell"})
"""Before an apostrophe: `d'abril`, `l'1 de maig`, `dall'8 maggio`."""
_SEASON = "春夏秋冬"
_MOST_TOKENS = 60
_STEM = 6
_LONGEST_ENDING = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign of a date: its class, what it means (months first to last, or a number), and where it stands."""

    kind: str
    start: int
    end: int
    value: int = 0
    months: tuple[int, int] | None = None


def fold(word: str) -> str:
    """A word without case and accents: `Février` and `FEVRIER` are the same."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[str, Token]
    phrases: dict[str, list[tuple[re.Pattern[str], Token]]]
    chinese: dict[str, Token]
    stems: dict[str, list[str]]


@cache
def _lexicon() -> _Lexicon:
    """The words of the three tables; what stands in an earlier one goes before."""
    entries = [(row["written"], _months(row)) for row in rows("date_words")]
    for row in rows("date_grammar"):
        separator = "|" if "|" in row["words"] else " "
        token = Token(_CLASSES[row["class"]], 0, 0, int(row["value"] or 0))
        entries += [(word.replace("-", " "), token) for word in row["words"].split(separator)]
    names = {row["written"]: int(row["month"]) for row in rows("month_names")}
    entries += [(name, Token(MONTH, 0, 0, months=(month, month))) for name, month in names.items()]
    lexicon = _Lexicon({}, {}, {}, {})
    for stem in (fold(name) for name in names if len(name) >= _STEM):
        lexicon.stems.setdefault(stem[0], []).append(stem)
    for written, token in entries:
        _enter(lexicon, written, token)
    for phrases in lexicon.phrases.values():
        phrases.sort(key=lambda phrase: -len(phrase[0].pattern))
    return lexicon


def _months(row: dict[str, str]) -> Token:
    first, last = int(row["first_month"]), int(row["last_month"])
    is_month = first == last and row["written"] != "christmas"
    return Token(MONTH if is_month else PART, 0, 0, months=(first, last))


def _enter(lexicon: _Lexicon, written: str, token: Token) -> None:
    first, *more = re.split(r"[\s-]+", written)
    if re.match(f"[{HAN}]", written) or written[1:2] == "季":
        lexicon.chinese.setdefault(written, token)
    elif more or not first.isalpha():
        pattern = r"[\s'’-]+".join(re.escape(word) for word in (first, *more))
        key = fold(re.match(r"[^\W\d_]*", first)[0])  # type: ignore[index]
        lexicon.phrases.setdefault(key, []).append((re.compile(pattern + r"(?![^\W_])", re.IGNORECASE), token))
    else:
        lexicon.words.setdefault(fold(first), token)


def tokens(text: str, start: int) -> list[Token]:
    """The tokens from `start` on, up to and without the first that no date can contain."""
    found: list[Token] = []
    position = start
    while position < len(text) and len(found) < _MOST_TOKENS:
        token = _token(text, position)
        if token.kind == UNKNOWN:
            break
        found.append(token)
        position = token.end
        is_behind_year = any(before.kind == YEAR for before in found[-4:-1])
        if token.kind == MONTH and is_behind_year and _FROM_MONTH.search(text, token.start, position):
            found.append(Token(_CLASSES["joiner"], position, position))
    return found


def _token(text: str, position: int) -> Token:
    match = _TOKEN.match(text, position)
    if match is None:
        return Token(UNKNOWN, position, position + 1)
    kind, end = match.lastgroup or "", match.end()
    if kind == "number" and (phrase := _lexicon().chinese.get(text[position : position + 3])):
        return Token(phrase.kind, position, position + 3, months=phrase.months)
    if kind in ("year", "number"):
        return Token(YEAR if kind == "year" else NUMBER, position, end, int(match[kind]))
    if kind in ("quarter", "word"):
        return (_quarter if kind == "quarter" else _word)(match[kind], text, position)
    if kind == "han":
        return _chinese(text, position)
    signs = {"space": " ", "dash": "-", "ending": "e"}
    return Token(signs.get(kind) or _SIGNS.get(match[0], match[0] if match[0] in "./,'~" else UNKNOWN), position, end)


def _quarter(written: str, _text: str, start: int) -> Token:
    """`Q3`, `3Q`, `H2`, `S1`, `T4`: the months of a quarter or half-year."""
    end = start + len(written)
    letters = "".join(filter(str.isalpha, written)).lower()
    number, length = int("".join(filter(str.isdigit, written))), _QUARTERS[letters]
    if number * length > 12:
        return Token(UNKNOWN, start, end)
    return Token(PART, start, end, months=((number - 1) * length + 1, number * length))


def _phrase(key: str, text: str, position: int) -> Token | None:
    for pattern, token in _lexicon().phrases.get(key, ()):
        if match := pattern.match(text, position):
            return Token(token.kind, position, match.end(), token.value, token.months)
    return None


def _word(word: str, text: str, position: int) -> Token:
    key, end = fold(word), position + len(word)
    if key in _ELIDED and text[end : end + 1] in ("'", "’"):
        return Token("J" if key == "all" else "E", position, end + 1)
    if phrase := _phrase(key, text, position):
        return phrase
    if word in _ROMANS:
        ending = _ROMANIAN_ENDING.match(text, end)
        return Token(ROMAN, position, ending.end() if ending else end, _ROMANS[word])
    known = _of_country(key, text, end) or _lexicon().words.get(key) or _declined(key)
    return Token(known.kind, position, end, known.value, known.months) if known else Token(UNKNOWN, position, end)


_COUNTRIES: ContextVar[frozenset[str]] = ContextVar("countries of the plan", default=frozenset())
_CROATIAN = re.compile(
    r"\b(?:siječ(?:anj|nja?|nju)|veljač[aei]|ožuj\w+|trav(?:anj|nja?)|svib(?:anj|nja?)|lip(?:anj|nja?)|srp(?:anj|nja?)|kolovoz\w*"
    r"|ruj(?:an|na|nu)|studen\w*|prosin(?:ac|ca|cu)|godine?)\b",
    re.IGNORECASE,
)
"""Words that only Croatian has: `od ožujka do listopada`."""


@contextmanager
def dates_of(countries: Collection[str]) -> Iterator[None]:
    """Read dates as they are written in these countries (ISO 3166), in which the cities of a plan are."""
    token = _COUNTRIES.set(frozenset(countries))
    try:
        yield
    finally:
        _COUNTRIES.reset(token)


def is_of(country: str) -> bool:
    """Whether dates are read as in this country (ISO 3166)."""
    return country in _COUNTRIES.get()


@dataclass(frozen=True, slots=True)
class _WordOfCountry:
    """A month's name, or a word for a year, that means it in some countries, and something else in others.

    A short one may need its dot. `leto` is a year in Slovenia and a summer in Slovakia.
    """

    countries: frozenset[str]
    others: frozenset[str]
    token: Token
    has_dot: bool


@cache
def _words_of_countries() -> dict[str, _WordOfCountry]:
    """Months and words for a year by their folded names, the dot aside."""
    return {
        fold(row["written"].rstrip(".")): _WordOfCountry(
            frozenset(row["country_code"].split()),
            frozenset(row["other_countries"].split()),
            Token(MONTH, 0, 0, months=(int(row["month"]),) * 2) if row["month"] else Token(_CLASSES["year-word"], 0, 0),
            row["written"].endswith("."),
        )
        for row in rows("month_countries")
    }


def _of_country(key: str, text: str, end: int) -> Token | None:
    """The month that a word means in the plan's country: `listopad` is October in Croatia, November in Poland.

    `set.` and `out.` are months in Portugal, and `set in 2019`, `carried out` are English there, too.
    """
    month = _words_of_countries().get(key)
    if month is None or (month.has_dot and text[end : end + 1] != "."):
        return None
    is_theirs = bool(month.countries & _COUNTRIES.get()) and not month.others & _COUNTRIES.get()
    return month.token if is_theirs or (not month.has_dot and _CROATIAN.search(text)) else None


@lru_cache(maxsize=4096)
def _declined(word: str) -> Token | None:
    """A month with an ending (`tammikuussa`), or misspelt by one letter (`Septembr`)."""
    if len(word) < _STEM:
        return None
    lexicon = _lexicon()
    for stem in lexicon.stems.get(word[0], ()):
        if word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING:
            return lexicon.words.get(stem)
        if len(stem) > _STEM and len(word) > _STEM and OSA.distance(word, stem, score_cutoff=1) <= 1:
            return lexicon.words.get(stem)
    return None


def _chinese(text: str, position: int) -> Token:
    if part := _CHINESE_PART.match(text, position):
        return Token("z", position, part.end())
    for word in dict.fromkeys(text[position : position + length] for length in (4, 3, 2, 1)):
        length = len(word)
        if token := _lexicon().chinese.get(word):
            behind = text[position + length : position + length + 1]
            if word[-1] not in _SEASON or not re.match(f"[{HAN}]", behind):
                return Token(token.kind, position, position + length, token.value, token.months)
        if kind := _CHINESE_WORDS.get(word):
            return Token(kind, position, position + length)
    if match := _CHINESE_NUMBER.match(text, position):
        return Token(YEAR if len(match[0]) == 4 else NUMBER, position, match.end(), _chinese_number(match[0]))
    if match := _CHINESE_VAGUE.match(text, position):
        return Token("z", position, match.end())
    return Token("f" if text[position] == "第" else UNKNOWN, position, position + 1)


def _chinese_number(written: str) -> int:
    """`二〇一九` is 2019, `二十一` is 21."""
    if len(written) == 4:
        return int("".join(str(max(0, _CHINESE_DIGITS.find(digit))) for digit in written))
    tens, is_ten, ones = written.rpartition("十")
    return (_CHINESE_DIGITS.find(tens or "一") * 10 if is_ten else 0) + max(0, _CHINESE_DIGITS.find(ones or "零"))
