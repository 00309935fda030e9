"""Figures as people write them: `1.44 million`, `13.6 Mio`, `2 800 000`, `569.000`, `4,102 km ²`, `N/A`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ucap.reading.blanks import declares_none
from ucap.reading.values.dates import find_dates
from ucap.vocabulary.folding import HAN, fold
from ucap.vocabulary.reference import any_word, rows, word_list

_SIGN_MULTIPLIERS = {"千": 1e3, "万": 1e4, "百万": 1e6, "千万": 1e7, "亿": 1e8}
_WORD_MULTIPLIERS = {
    **dict.fromkeys(word_list("thousand"), 1e3),
    "ten thousand": 1e4,
    "hundred thousand": 1e5,
    **dict.fromkeys(word_list("million"), 1e6),
    "hundred million": 1e8,
    **dict.fromkeys((*word_list("billion"), "thousand million"), 1e9),
}
_MULTIPLIERS = _SIGN_MULTIPLIERS | _WORD_MULTIPLIERS
_WORDS = {"half a": 0.5, "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_WORDS |= {"½": 0.5, "¼": 0.25, "¾": 0.75}
_KM2 = {"ha": 0.01, "mile": 2.589988, "acre": 0.00404686, "mu": 1 / 1500, "m2": 1e-6, "stremma": 0.001}
"""Square kilometres in one of each unit: international mile and acre; 1500 mu are a square kilometre."""
_LARGEST = 1e15
_LEAST_THOUSANDS = 40
"""No city has so many millions of people: `61 mil` is `61 thousand`."""
_PEOPLE = re.compile(r"\s(?:hab|personas|pessoas)", re.IGNORECASE)  # " habitantes"

_GROUP = r"\d{3}(?!\d|(?!(?P=separator))[.,]\d{3}(?!\d))"
_THOUSANDS = rf"(?P<separator>[ ,.'’\u00a0\u2009\u202f]){_GROUP}(?:(?P=separator){_GROUP})*"
_GROUPED = rf"\d{{1,3}}(?:{_THOUSANDS})(?:[.,]\d{{1,2}}(?!\d))?"
_MULTIPLIER_WORDS = "|".join(sorted(_WORD_MULTIPLIERS, key=len, reverse=True)).replace(" ", r"\s")
_MULTIPLIER = rf"(?:百万|千万|[千万亿]|(?:{_MULTIPLIER_WORDS})(?![^\W_]))\.?"


def _area_names(unit: str) -> list[str]:
    """Patterns for the names of a unit, with and without accents, long ones first: `kv\\.?\\s?km`."""
    written = sorted((row["written"] for row in rows("area_units") if row["unit"] == unit), key=len, reverse=True)
    names = (name for one in written for name in sorted({one, fold(one)}))
    return [re.escape(name).replace(r"\.", r"\.?\s?").replace(r"\ ", r"\s?") for name in names]


_AREA_SIGNS = {
    "mile": r"sq\.?\s?mi(?:les?)?|mi\s?(?:²|\^?2(?!\d))|meilen",
    "km2": r"km\s?(?:²|\^?2(?!\d)|sq|q)?|qkm|quadratkilometern|sq\.?\s?(?:km|kilomet(?:er|re)s?)|square\s?km"
    r"|square\skilometres?|平方公里|平方千米|кв\.?\s?км",
    "ha": r"ha|hectaren|hektaren?|公顷",
    "acre": r"acres?|ac(?![^\W_])|英亩",
    "mu": r"mus?|亩|市亩",
    "m2": r"m\s?(?:²|\^?2(?!\d))|sq\.?\s?m(?:et(?:er|re)s?)?|square\s?met(?:er|re)s?|qm|quadratmetern|平方米",
    "stremma": "stremm?ata?|stremmas|στρέμματα",
}
_AREA_UNIT = "|".join(
    f"(?P<{unit}>{'|'.join([*_area_names(unit), signs])})" for unit, signs in _AREA_SIGNS.items()
)  # "mi²", "kilómetros cuadrados", "sq. km", "hektár", "acres", "亩", "m2"
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
_USUAL_SIGNS = _FULL_WIDTH | str.maketrans("萬億餘來點兩畝頃無區縣鎮個", "万亿余来点两亩顷无区县镇个")
_RAISED = re.compile(
    r"(?<![kK][mM]\s)(?<![kKqQ][mM])(?<![^a-z]m)(?<![^a-z]mi)[¹²³⁰⁴-⁹]+|(?<=\S)\s?(?<=[\d\w])\s\d\)(?=\s|$)"
)
"""The sign of a footnote: raised digits that belong to no unit."""
_WHOLE = "[一二两三四五六七八九十百千零〇]"
_CHINESE_FIGURE = re.compile(
    rf"(?<![第零一二两三四五六七八九十百千〇])(?:{_WHOLE}+点[零〇一二三四五六七八九]+[万亿]?"
    rf"|{_WHOLE}+[余多]?[万亿](?:{_WHOLE}+万?{_WHOLE}*)?|{_WHOLE}{{2,}}(?=\s?[余多]?\s?(?:平方|公顷|市?亩|人)))"
)  # "一百四十四万", "四十一点六", "三百二十平方公里"
_MIXED_FIGURE = re.compile(r"(?<![\d.])\d+(?:亿\d{1,4}(?:千?万)?|万\d{1,4}千?)(?![\d.万亿])")  # "31万6千", "1亿2千万"
_CHINESE_DIGITS = {**{digit: i for i, digit in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2}
_CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}
_BELOW_TWENTY = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = {word: i for i, word in enumerate(_BELOW_TWENTY)} | {word: 20 + 10 * i for i, word in enumerate(_TENS)}
_LARGE = {"thousand": 1_000, "million": 1_000_000}
_ONE = "|".join(sorted(_ONES, key=len, reverse=True))
_WORDED_FIGURE = re.compile(
    rf"\b(?<!\d\s)(?:{_ONE})(?:[\s-](?:and\s)?(?:{_ONE}|hundred|thousand|million))*[\s-](?:hundred|thousand|million)"
    rf"(?:[\s-](?:and\s)?(?:{_ONE}|hundred|thousand))*\b",
    re.IGNORECASE,
)  # "two hundred and ten thousand", not "ten thousand" of "218 ten thousand"
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_HALVES = re.compile(
    rf"\b(?P<word>{_ONE}|\d+)\s+and\s+a\s+half(?=\s)|(?<![\d.,])(?P<whole>\d+)(?P<fraction>[½¼¾])(?:\s(?=\S))?",
    re.IGNORECASE,
)  # "two and a half million", "1½ million"
_RANK_WORD = r"no|nr|n°|nº|rank(?:ed|ing|s)?|place[ds]?|position|top|platz|rang"
_RANK_IN_CHINESE = r"(?:第|排名|排|位列|位居|列|居)\s?第?\s?\d{1,4}\s?[位名大]"  # "第41位"
_ENDING_OF_RANK = r"(?:er|re|e|ère|ème|:[ae]|-?(?:ро|то|ти|ри|ма|ος?|η))(?![^\W_])"  # "4e", "2:a", "3-ти"
_SMALL_LETTER = r"(?-i:[^\W\d_A-ZÀ-ÖØ-ÞĆČĎĐĽŁŃŇŐŘŚŠŤŮŰŹŻŽΑ-ΩΆΈΉΊΌΎΏА-Я])"
_RANK_WITH_DOT = rf"(?<![\d.,])(?<!\d\s)\d{{1,3}}\.(?=\s(?!{_MULTIPLIER}){_SMALL_LETTER}[^\W\d_]{{3}})"
"""`3. největší město`, and not the end of `289.440. Stand: 2019`."""
_RANK = re.compile(
    rf"(?:\b(?:{_RANK_WORD})\b\.?\s*#?|#|№|第)\s?\d+(?:st|nd|rd|th)?\b"
    rf"|{_RANK_IN_CHINESE}"
    r"|\b\d{1,3}(?:st|nd|rd|th)\b(?!\s+(?:million|thousand))|\b\d{1,2}\.\s?(?:größte|grösste|Platz|Stadt)"
    rf"|\b\d{{1,3}}(?:\.?[ºª°]|\s?(?:er|ère)(?=\s[^\W\d_])|{_ENDING_OF_RANK})|{_RANK_WITH_DOT}",
    re.IGNORECASE,
)  # "No. 3 city of the province", "5th largest city", "3.ª cidade", "4e ville"
_PART_WORDS = any_word("figure-part")
_PARTS = re.compile(
    rf"(?<![\d.,])\d{{1,3}}\s?{_PART_WORDS}(?![^\W\d_])|\d{{1,3}}\s?个(?:区|县|镇|街道)", re.IGNORECASE
)  # "17 districts", "8个区"
_NOT_WITHIN = rf"(?-i:(?<![^\W{HAN}]))(?<![_.])(?<!\d,)"
_UNNAMED = re.compile(r"\?P<\w+>")
_FIGURE = re.compile(
    rf"{_NOT_WITHIN}(?:(?P<none>n\s?[./]\s?a\b\.?|na\b|not\s(?:available|applicable|stated|known)|unknown|no\sdata|tb[cd]\b|-{{1,3}}(?!\S)|[–—](?!\S)|无)"
    rf"|(?:(?P<number>{_GROUPED}|\d+(?:[.,]\d+)?)|(?P<word>{'|'.join(_WORDS)})(?=\s(?:(?:ten|hundred)\s)?(?:thousand|million)))"
    rf"(?:\s?[余多来]?\s?(?:de\s)?(?P<multiplier>{_MULTIPLIER})(?:\s?/\s?{_MULTIPLIER})?)?"
    rf"(?:\s?[余多]?(?:{_AREA_UNIT})(?![^\W\d_])(?:\.?\s?/\s?(?:{_UNNAMED.sub('?:', _AREA_UNIT)})(?![^\W\d_]))?)?)",
    re.IGNORECASE,
)  # "N/A", "1.2 million", "120余万", "85,000 mu", "1,5 εκατ. / million", "85 ha / hectares"
_UNIT_IN_LABEL = re.compile(
    r"(?:[(\[,]\s*(?:(?:in|en|em|v|w|i|în)\s+|[x×]\s?)?|\bin\s+|(?<=人口))"
    rf"(?:(?P<thousand>[x×]?\s?['’]000s?|1[ ,.]?000s?)|(?P<myriad>10[ ,.]?000)|(?P<multiplier>{_MULTIPLIER})"
    rf"|{_AREA_UNIT})\s*(?:人|(?:(?:of|de|di|von)\s)?[^\W\d_]{{2,12}}\.?)?,?\s*(?:(?:19|20)\d\d)?\s*(?:[)\]]|:?\s*$)",
    re.IGNORECASE,
)  # "(in thousands)", "(ha)", "(万人)", "(10,000 persons)", "(millions of people, 2018)", ", in millions"
_SIGN_BEHIND_YEAR = re.compile(r"\s?(?:[-–—:：]|年)(?=\s?\d)")  # "2017 – 583,393"
_LONGEST_STATEMENT = 20
_MOST_GROUPS = 8
_RANGE_GAP = re.compile(r"\s?(?:-|–|—|~|～|至|到|to|bis|à|tot)\s?")  # " – "
_LARGEST_RATIO = 50
"""Of numbers that share a unit: in `300 and 1.2 million` they do not."""
_WORDED_GAP = re.compile(r"\s(?:to|and)\s")  # " to "
_BETWEEN = re.compile(r"\b(?:between|from)\s*$", re.IGNORECASE)  # "between "
_LOOK_BACK = 12
_WORD = re.compile(r"[^\W\d_]{2,}")  # "Census"
_WORDS_OF_REMARK = 6
"""`Note: the city's figures are from Census 2016` is about figures, and gives none."""
_LIST_GAP = re.compile(r"\s?(?:[+,;/&]|and|plus)\s?")  # "; "


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and where it stands: `text[start:end]`; `value` is None for `N/A` and the like.

    `is_marked` distinguishes a figure with a unit or separated thousands from bare digits, which may be a
    year. `groups` are the digits between the separators, for columns that have run together. `unit` is what the
    written number was multiplied by: 1e6 for `million`. `is_range` says that it is the lower bound of a range,
    `is_area` that it has a unit of areas.
    """

    value: float | None
    start: int
    end: int
    is_marked: bool = False
    groups: tuple[str, ...] = ()
    unit: float = 1.0
    is_range: bool = False
    is_area: bool = False


def find_figures(text: str, label_unit: float = 1.0) -> list[Figure]:
    """All figures of a cell in reading order; bare years are left out beside other figures and in remarks.

    `label_unit` is what figures without a unit of their own are multiplied by.
    """
    text = _plain(text)
    matches = list(_FIGURE.finditer(text))
    has_thousands = any(map(_is_thousand, matches))
    figures = [_figure(match, label_unit, has_thousands=has_thousands) for match in matches]
    found = _with_shared_units(figures, text)
    is_remark = len(_WORD.findall(text)) >= _WORDS_OF_REMARK
    if is_remark or any(figure.is_marked for figure in found):
        found = [figure for figure in found if figure.is_marked or figure.value is None or not _is_year(figure.value)]
    return found


def unit_in_label(label: str) -> float:
    """What the figures below a label are multiplied by: 1000 for `Population (in thousands)`, 0.01 for `Area (ha)`."""
    found = _UNIT_IN_LABEL.search(label.translate(_USUAL_SIGNS))
    if found is None:
        return 1.0
    if found["thousand"]:
        return 1e3
    if found["myriad"]:
        return 1e4
    if found["multiplier"]:
        return _MULTIPLIERS[" ".join(found["multiplier"].rstrip(".").lower().split())]
    return next((size for name, size in _KM2.items() if found[name]), 1.0)


def _plain(text: str) -> str:
    """The text at the same length: usual digits, no footnote signs, ranks, dates or Chinese numerals."""
    text = text.translate(_USUAL_SIGNS)
    text = _HALVES.sub(_halves, text)
    for pattern in (_RAISED, _RANK, _PARTS):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    for offset, found in find_dates(text):
        if not found.is_bare_year or _SIGN_BEHIND_YEAR.match(text, offset + found.length):
            end = _SIGN_BEHIND_YEAR.match(text, offset + found.length)
            length = (end.end() if end else offset + found.length) - offset
            text = text[:offset] + " " * length + text[offset + length :]
    text = _WORDED_FIGURE.sub(lambda match: _as_digits(match[0]), text)
    text = _MIXED_FIGURE.sub(lambda match: _in_digits(match[0]), text)
    return _CHINESE_FIGURE.sub(lambda match: _in_digits(match[0]), text)


def _halves(match: re.Match[str]) -> str:
    """`1½ ` and `one and a half` as `1.5`, at the same length."""
    whole = (match["whole"] or match["word"]).lower()
    value = int(whole) if whole.isdecimal() else _ONES[whole]
    return f"{value + _FRACTIONS[match['fraction'] or '½']:g}".rjust(len(match[0]))


def _as_digits(written: str) -> str:
    """`two hundred and ten thousand` as `210000`, at the same length."""
    total, part = 0, 0
    for word in re.findall(r"[a-z]+", written.lower()):
        if word in _ONES:
            part += _ONES[word]
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in _LARGE:
            total, part = total + (part or 1) * _LARGE[word], 0
    return str(total + part).ljust(len(written))


def _in_digits(written: str) -> str:
    """`八百二十万` as `820万`, `一万一千二百八十二` as `11282`, `31万6千` as `31.6万`, at the same length."""
    value = 0.0
    for part in re.findall(r"[^万亿]+[万亿]?", written):
        number = _chinese_number(part.rstrip("余多万亿"))
        value += number * (1e8 if part[-1] == "亿" else 1e4 if part[-1] == "万" else 1)
    sizes = (("亿", 1e8), ("千万", 1e7), ("百万", 1e6), ("万", 1e4))
    shown = [f"{value / size:g}{name}" for name, size in sizes if value % (size / 100) == 0]
    best = min((*shown, f"{value:.10g}"), key=len)
    return best.rjust(len(written)) if len(best) <= len(written) else written


def _chinese_number(written: str) -> float:
    """`四十一点六` is 41.6."""
    whole, _point, decimals = written.partition("点")
    fraction = "".join(str(_CHINESE_DIGITS[digit]) for digit in decimals)
    return _below_ten_thousand(whole) + float(f"0.{fraction or 0}")


def _below_ten_thousand(written: str) -> int:
    """`二百八十二`, `6千`, `1282`."""
    total, digit = 0, 0
    for sign in written:
        if sign in _CHINESE_UNITS:
            total, digit = total + (digit or 1) * _CHINESE_UNITS[sign], 0
        elif sign.isascii():
            digit = 10 * digit + int(sign)
        else:
            digit = _CHINESE_DIGITS[sign]
    return total + digit


def is_not_available(text: str) -> bool:
    """Whether the text says that there is no value: `N/A`, `not available`, `keine Angabe`, a lone dash."""
    match = _FIGURE.fullmatch(text.strip()) if len(text) <= _LONGEST_STATEMENT else None
    return bool(match and match["none"]) or declares_none(text)


def split_figure(figure: Figure, expected: tuple[float, float]) -> tuple[Figure, Figure] | None:
    """Two figures that ran together because thousands are separated by spaces: `1 440 000 345 821`.

    Of all ways to split the groups of digits, the one whose figures come closest (in proportion) to
    `expected` is taken. None where the figure has no place to split.
    """
    places = [i for i in range(1, len(figure.groups)) if not figure.groups[i].startswith("0")]
    if not places or len(figure.groups) > _MOST_GROUPS:
        return None

    def halves(place: int) -> tuple[float, float]:
        return float("".join(figure.groups[:place])), float("".join(figure.groups[place:]))

    def distance(place: int) -> float:
        return sum(max(a / b, b / a) for a, b in zip(halves(place), expected, strict=True))

    best = min(places, key=distance)
    left, right = halves(best)
    middle = figure.start + sum(map(len, figure.groups[:best])) + best - 1
    return (
        Figure(left, figure.start, middle, True, figure.groups[:best]),
        Figure(right, middle + 1, figure.end, True, figure.groups[best:]),
    )


def _figure(match: re.Match[str], label_unit: float, *, has_thousands: bool) -> Figure:
    """A figure; in a text that `has_thousands`, each whole number before `mil` is in thousands."""
    if match["none"]:
        return Figure(None, match.start(), match.end())
    multiplier = _MULTIPLIERS[" ".join(match["multiplier"].rstrip(".").lower().split())] if match["multiplier"] else 1
    if has_thousands and _may_be_thousand(match):
        multiplier = 1e3
    has_unit = match["multiplier"] or match["km2"] or any(match[name] for name in _KM2)
    multiplier = multiplier if has_unit else label_unit
    value = _WORDS[match["word"].lower()] if match["word"] else _number(match["number"], multiplier >= 1e6)
    scale = next((size for name, size in _KM2.items() if match[name]), 1.0)
    is_marked = bool(match["separator"] or multiplier != 1 or match["km2"] or scale != 1)
    groups = tuple(re.split(r"\D", match["number"])) if match["separator"] and match["separator"].isspace() else ()
    unit = multiplier * scale
    amount = round(value * unit, 6)
    is_area = bool(match["km2"] or scale != 1)
    known = amount if amount < _LARGEST else None
    return Figure(known, match.start(), match.end(), is_marked, groups, unit, is_area=is_area)


def _may_be_thousand(match: re.Match[str]) -> bool:
    """Whether `mil` stands behind a number that can be of thousands: `9 mil`, not `6,8 mil.` nor `1.3 mil`."""
    is_mil = (match["multiplier"] or "").lower() == "mil" and bool(match["number"])
    return is_mil and (match["number"].isdecimal() or _number(match["number"], True) >= _LEAST_THOUSANDS)


def _is_thousand(match: re.Match[str]) -> bool:
    """Whether `mil` is a thousand, as in Spanish and Portuguese: `193 mil habitantes`; in English it is a million."""
    if not _may_be_thousand(match):
        return False
    return _number(match["number"], True) >= _LEAST_THOUSANDS or bool(_PEOPLE.match(match.string, match.end()))


def _number(written: str, before_million: bool) -> float:
    """`4,627.47`, `4.627,47`, `569.000` and `1,44`: the last sign is decimal unless three digits follow it.

    Before `million` a single sign is decimal even then (`1,234 million`), and so it is after a leading zero.
    """
    groups = re.split(r"\D", written)
    signs = re.findall(r"\D", written)
    if not signs:
        return float(written)
    is_lone_decimal = len(signs) == 1 and signs[0] in ".," and (before_million or groups[0] == "0")
    if is_lone_decimal or len(groups[-1]) != 3:
        return float("".join(groups[:-1]) + "." + groups[-1])
    return float("".join(groups))


def _with_shared_units(figures: Sequence[Figure], text: str) -> list[Figure]:
    """Small bare numbers with the unit that stands behind the next one: `0.3 + 0.2 million`.

    `3-4 million` and `between 3 and 4 million` are one figure, its lower bound: three million.
    """
    result: list[Figure] = []
    for figure in reversed(figures):
        behind = result[-1] if result else None
        gap = text[figure.end : behind.start] if behind else ""
        if behind is None or not (figure.value and behind.value and behind.is_marked):
            result.append(figure)
            continue
        is_bare = not figure.is_marked and figure.value < min(1000, _LARGEST_RATIO * behind.value / behind.unit)
        low = round(figure.value * behind.unit, 6) if is_bare else figure.value
        is_between = _BETWEEN.search(text[max(0, figure.start - _LOOK_BACK) : figure.start]) and _WORDED_GAP.fullmatch(
            gap
        )
        is_near = low < behind.value < 2 * low
        if (_RANGE_GAP.fullmatch(gap) and (is_bare or is_near)) or (is_between and low < behind.value):
            is_area = behind.is_area
            result[-1] = Figure(low, figure.start, behind.end, True, unit=behind.unit, is_range=True, is_area=is_area)
        elif is_bare and behind.unit > 1 and _LIST_GAP.fullmatch(gap):
            result.append(replace(figure, value=low, is_marked=True, unit=behind.unit))
        else:
            result.append(figure)
    return result[::-1]


def _is_year(value: float) -> bool:
    return value.is_integer() and 1900 <= value <= 2099
