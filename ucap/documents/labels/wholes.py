"""Labels of copied text made whole: with what belongs to them in their lines, and in the lines above and below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import dropwhile, islice, pairwise, takewhile

from ucap.documents.labels.heads import without_heads
from ucap.documents.labels.known import HEAD_KEYS, KEYS, Label, find_label, folded_label
from ucap.documents.labels.lexicon import says_again, sense_of
from ucap.documents.labels.search import Occurrence
from ucap.documents.labels.stretches import is_open
from ucap.documents.traced import Span
from ucap.vocabulary.reference import rows, word_list

_OTHER_LANGUAGE = re.compile(r"[ \t]*(?P<words>[^\W\d_a-z][^\n\f\d:：;；•→@]{1,50}?)[ \t]*[/／|][ \t]*")  # "País / "
_OTHER_WORDS = re.compile(r"[ \t]*(?P<words>[^\W\d_a-z][^\n\f\d:：;；•→@]{1,40}[/／|][ \t]*[^\W\d_a-z]\w*)[ \t]+")
# "County / Autonomous " before "Region"
_SLASH_BEHIND = re.compile(
    r"[\u3400-\u9fff]{0,8}[ \t]*[/／|][ \t]*(?P<words>[^\W\d][^\n\f\d:：;；•→@]{1,60}?)[ \t]*[:：]?(?=[ \t]*\n)"
)  # " / Country", "及成果 / Main activities"
_BETWEEN_SLASHES = re.compile(r"[^\s/／|](?:[^/／|]*[^\s/／|])?")  # "pokrajina", "Sichuan"
_CAPITAL_BEHIND = re.compile(r"(?<!\s)[ \t]+(?=[^\W\da-zß-ÿ])")  # " " before "The" of "Wyzwania The rivers"
_REMARK = re.compile(r"\s*[(（](?P<words>[^()（）\n]{1,60})[)）][ \t]*[:：]?(?=[ \t]*\n)")  # " (e.g. pilot projects):"
_SAID_AGAIN = re.compile(
    r"(?:(?<=[:：])[ \t]*|[ \t]*[:：\f]+[ \t]*|[ \t]+[–—-][ \t]+)"
    r"(?P<words>[^\W\d][^\n\f\d:：;；•→@]{1,60}?)[ \t]*[:：]?(?=[ \t]*\n\s*[^\sa-zß-ÿ])"
)  # " our objectives" behind "Tavoitteet:", above "* Test one snow-proof tram stop."
_EXAMPLE = re.compile(
    r"(?:e\.?\s?g\.|z\.?\s?B\.|p\.?\s?ex\.|par ex|p\.?\s?ej\.|ad es|np\.|bijv\.|t\.?\s?ex\.|např\.|如|例如)", re.I
)
_SENTENCE_ABOVE = re.compile(r"[^\s(（]+(?:[ \t][^\s(（]+)?[.!?。][ \t]*\n\s*")  # "Sea.⏎" above "Herausforderungen"
PIECE = re.compile(r"\S(?:(?:[^\n\f]|\n(?![ \t]*\n))*\S)?")
"""A paragraph of a copied text, up to a blank line."""
_CAPITALISED_WORD = re.compile(r"[A-Z][\w’'-]* ")  # "Corresponding "
_SLASH_ABOVE = re.compile(r"[ \t]*(?P<words>[^\W\d_a-z][^\n\f\d:：;；•→@]{1,45}?[/／])[ \t]+(?P<rest>\S[^\n]*)\n[ \t]*")
# "Comunidad Autónoma / Aragón Jiangxi" above "Province:"
_REST_BELOW = re.compile(r"[^\n]*\n[ \t]*(?P<words>[^\W\d_A-ZÀ-Þ][^\n\f:：•→]{2,45}[:：])(?=[ \t])")
# "obtained (pilot projects):" below "activities and results • 15/11/2018. Signature"
_BEFORE_BRACKET = re.compile(
    r"[ \t]*(?P<words>[^\W\d_a-z][^\n\f\d:：;；•→@()（）]{1,60}?)[ \t]*[(（](?P<said>[^()（）]{0,40})"
)  # "Ciudad (" before "City):", "ODS y Agenda Urbana (Related⏎" before "SDGs and Urban Agenda⏎topics):"
_CHINESE_BEHIND = re.compile(r"(?<=[\u3400-\u9fff])[与和及、/／][\u3400-\u9fff、/／]{1,14}[ \t]*[:：]?(?=[ \t]*\n)")
# "与成果" behind "主要活动"
_LATIN_BEHIND = re.compile(
    r"(?<=[\u3400-\u9fff])[ \t]*(?P<words>[A-Z][^\n\f:：\d•→]{3,60}(?:\n[^\n\f:：\d•→]{2,40})?)[:：]"
)  # " Related SDGs and Urban Agenda⏎topics:" behind "可持续发展目标"
_REST_OF_BRACKET = re.compile(r"(?P<said>[^()（）:：•→@]{1,80})[)）][ \t]*[:：]?")  # " SDGs and Urban Agenda⏎topics) :"
_UNIT_BEHIND = re.compile(r"[ \t]*[(（\[](?P<words>[^()（）\[\]\n]{1,30})[)）\]][ \t]*[:：]?")  # " (ha):" behind "Area"
_WORDS_OF_UNIT = re.compile(r"[^\W\d_]+[²2]?|[²2]")  # "km²"
_BEFORE_VALUE = r"(?=[ \t]+[^\W_a-zß-ÿ]|[ \t]+[^\w\s]|[ \t]*\n)"
_ARTICLE_BEHIND = re.compile(
    rf"(?<=\w)[ \t]+(?:the|der|die|das|la|las|los|les|il|lo|gli|o|os|as|het){_BEFORE_VALUE}"
)  # " the" behind "Main goals of", before "A permanent stand"
_EXAMPLE_BEHIND = re.compile(
    rf"[ \t]*[(（](?:e\.\s?g|z\.\s?B|p\.\s?ex|np|bijv)\.{_BEFORE_VALUE}"
)  # " (e.g." before "U-CAP"
_REMARK_WRAPPED = re.compile(r"\s*[(（](?P<words>[^()（）]{1,60})[)）][ \t]*[:：](?=\s)")  # " (from⏎the U-CAP):"
_CHINESE_BEFORE = re.compile(r"[ \t]*(?P<words>[\u3400-\u9fff][\u3400-\u9fff、/／]{0,20})[ \t]*")  # "主要活动 "
_REST_OF_LABEL = re.compile(r"[ \t][a-zß-ÿ][^\n\d.:;]{2,60}")  # " as described in the U-CAP"
_LONG_WORD, _WORD_IN_LINE = re.compile(r"[^\W\d_]{4,}"), re.compile(r"[^\s:：]+[:：]?")
_MOST_WORDS_BELOW = 6
_BEHIND_COMMA = re.compile(r"[^\n]*\n[ \t]*(?P<words>[^\W\d_A-ZÀ-Þ][^\n•→➢▪:：]{2,45}?(?:U-CAP\b\)?|(?=[ \t]+[•→➢▪])))")
# "tal como descritos no U-CAP" below "Objetivos principais da cooperação,"
_ALIGNED = re.compile(
    r"^(?P<label>[^\W\d_](?:[^\n\f\d ]|(?<=[a-z])\d| (?! )){1,60}?) {2,}(?=\S)", re.MULTILINE
)  # "Area, ha   12,000"
_LEAST_ALIGNED, _LEAST_WEIGHT = 3, 2.0
_SHARE_OF_LABEL = 0.5
_PLAN = "U-CAP"
_LONGEST_SMALL = 12
_SHARE_OF_KNOWN = 0.9
_SHARE_WITH_COLON, _LEAST_LABELS = 0.7, 6


def whole_labels(text: str, labels: Sequence[Occurrence], *, is_wrapped: bool) -> Iterator[Occurrence]:
    """The labels with what belongs to them: `País / Country`, `outputs (e.g. pilot projects)`, lines torn off.

    `is_wrapped` says that the line ends of the text are those of the page.
    """
    end = 0
    has_colons = is_wrapped and _have_colons(text, labels)
    for label, following in pairwise([*labels, None]):
        if label is None:
            return
        fragments = list(label.fragments)
        fragments[0] = (_start(text, label, end, is_wrapped=is_wrapped), fragments[0][1])
        until = _first(text, following.start) if following else len(text)
        if is_wrapped and (above := _line_above(text, label, end, until)):
            fragments.insert(0, above)
        fragments[:-1] = [
            (low, _end_of_line(text, high, min(until, behind))) for (low, high), (behind, _last) in pairwise(fragments)
        ]
        last = _end_said_again(text, label, _end(text, fragments[-1], until), until)
        if label.label.key in HEAD_KEYS[3:]:
            last = _end_of_unit(text, last, until)
        if not is_wrapped:
            last = _end_of_paragraph(text, label.start, last, until)
        fragments[-1] = (fragments[-1][0], last)
        if is_wrapped and (rest := _rest_below(text, fragments, until)):
            fragments.append(rest)
        elif has_colons and (below := _line_below(text, fragments[-1][1], until)):
            fragments.append(below)
        end = fragments[-1][1]
        yield replace(label, fragments=tuple(fragments))


def with_aligned(text: str, labels: Sequence[Occurrence]) -> list[Occurrence]:
    """The labels, and those of the rows between those of the head whose values spaces set in the same column.

    Country         Austria      China
    Territory, ha   12,000       560,000
    Mayor           Ms Huber     Mr Li
    """
    starts = {one.start for one in labels}
    end = min((one.start for one in labels if one.label.key not in HEAD_KEYS), default=len(text))
    lines = list(_ALIGNED.finditer(text, 0, end))
    columns = Counter(len(line[0]) for line in lines if line.start() in starts)
    column, count = max(columns.items(), key=lambda pair: pair[1], default=(0, 0))
    rows = [line for line in lines if len(line[0]) == column] if count >= _LEAST_ALIGNED else []
    begun = dropwhile(lambda line: line.start() not in starts, rows)
    found = {one.label.key for one in labels}
    more = [_aligned(line, found) for line in begun if line.start() not in starts]
    whole = {line.start(): line.span("label") for line in rows}
    return sorted([*(_to_column(one, whole.get(one.start)) for one in labels), *more], key=lambda one: one.start)


def _to_column(label: Occurrence, whole: Span | None) -> Occurrence:
    """The label, whole up to the blanks before its value: `Territory, sq. km`."""
    is_cut = whole is not None and len(label.fragments) == 1 and label.end < whole[1]
    return replace(label, fragments=(whole,)) if is_cut and whole else label


def _aligned(line: re.Match[str], found: Collection[str | None]) -> Occurrence:
    """The label of a line, for the row of the head that its words speak for; for none where that was found."""
    weights = sense_of(line["label"]).weights
    key = max((key for key in HEAD_KEYS if key not in found), key=lambda key: weights.get(key, 0.0), default=None)
    known = find_label(line["label"])
    if known is None and (key is None or weights.get(key, 0.0) < _LEAST_WEIGHT):
        key = None
    label = known or Label(key, line["label"])
    return Occurrence(label, (line.span("label"),), 0.0, 0.0, 0.0, "" if key and not known else None)


def before_slash(text: str, start: int) -> re.Match[str] | None:
    """The same label in another language, before a slash and alone with it before a label in its line.

    Of `County / Autonomous Region` the last word alone may have been known.
    """
    line = text.rfind("\n", 0, start) + 1
    more = _OTHER_WORDS.fullmatch(text, line, start)
    is_label = more is not None and sense_of(more["words"]).share >= _SHARE_OF_KNOWN
    return more if is_label else _OTHER_LANGUAGE.fullmatch(text, line, start)


def _first(text: str, start: int) -> int:
    """Where a label begins with the same in another language before it."""
    before = before_slash(text, start)
    return before.start() if before else start


def _start(text: str, label: Occurrence, end: int, *, is_wrapped: bool) -> int:
    """Where a label begins: before the same in another language, or where its paragraph does, if but a word longer."""
    first, last = label.fragments[0], label.fragments[-1]
    before = before_slash(text, first[0]) or _other_language(text, label, end)
    if before is not None and end <= before.start():
        return before.start("words")
    piece = None if is_wrapped else PIECE.search(text, text.rfind("\n\n", 0, first[0]) + 1)
    if piece and piece.end() == last[1] and _CAPITALISED_WORD.fullmatch(text, piece.start(), first[0]):
        return piece.start()
    above = _SENTENCE_ABOVE.match(text, *first)
    return above.end() if above and above.end() < first[1] else first[0]


def _end_of_line(text: str, end: int, until: int) -> int:
    """Where a torn line of a label ends: behind an article or the sign of an example, before a value or nothing."""
    is_open = not word_list("label-goes-on").isdisjoint(text[max(0, end - _LONGEST_SMALL) : end].split()[-1:])
    behind = (_ARTICLE_BEHIND.match(text, end, until) if is_open else None) or _EXAMPLE_BEHIND.match(text, end, until)
    return behind.end() if behind else end


def _other_language(text: str, label: Occurrence, end: int) -> re.Match[str] | None:
    """The same label in another language before it: in Chinese, or with the label in brackets behind it."""
    start = label.start
    line = text.rfind("\n", 0, start) + 1
    chinese = _CHINESE_BEFORE.fullmatch(text, line, start)
    if chinese and sense_of(chinese["words"]).share >= _SHARE_OF_LABEL:
        return chinese
    bracket = max(text.rfind(sign, end, start + 1) for sign in "(（")
    if bracket < 0 or not _closes(text[start : label.end + 1]):
        return None
    found = _BEFORE_BRACKET.fullmatch(text, text.rfind("\n", 0, bracket) + 1, max(start, bracket + 1))
    return found if found and (not found["said"].strip() or sense_of(found["said"]).share >= _SHARE_OF_LABEL) else None


def _closes(text: str) -> bool:
    """Whether a bracket that was opened before a text closes in it, or opens it."""
    return any(sign in text for sign in ")）") and not any(sign in text[1:] for sign in "(（")


def _end(text: str, fragment: Span, until: int) -> int:
    """Where a label ends: behind the same label in another language and a remark, where these fill its line."""
    end = without_heads(text, *fragment)
    rest = _REST_OF_BRACKET.match(text, end, until) if is_open(text[fragment[0] : end]) else None
    end = rest.end() if rest and sense_of(rest["said"]).share >= _SHARE_OF_LABEL else end
    latin = _LATIN_BEHIND.match(text, end, until)
    end = latin.end() if latin and sense_of(latin["words"]).share >= _SHARE_WITH_COLON else end
    chinese = _CHINESE_BEHIND.match(text, end, until)
    end = chinese.end() if chinese and sense_of(chinese[0]).share >= _SHARE_OF_LABEL else end
    if slash := _SLASH_BEHIND.match(text, end, until):
        end = _end_of_parts(slash)
    for pattern in (_REMARK, _REMARK_WRAPPED):
        behind = pattern.match(text, end, until)
        end = behind.end() if behind and _belongs_to_label(behind["words"]) else end
    return end


def _end_said_again(text: str, label: Occurrence, end: int, until: int) -> int:
    """Where a label ends whose line says it once more, the value standing below: `Tavoitteet: our objectives`.

    A torn label has its value beside it.
    """
    is_above = len(label.fragments) == 1 and label.label.key in KEYS[len(HEAD_KEYS) :]
    again = _SAID_AGAIN.match(text, end, until) if is_above else None
    return again.end() if again and says_again(again["words"], label.label.key, text[again.end() : until]) else end


def _end_of_parts(behind: re.Match[str]) -> int:
    """Where a label ends behind which others stand between slashes; the last may be a value: `/ pokrajina / Anhui`."""
    parts = list(_BETWEEN_SLASHES.finditer(behind.string, *behind.span("words")))
    own = list(takewhile(lambda part: _belongs_to_label(part[0]), parts))
    if len(own) < len(parts):
        return own[-1].end() if own else behind.start()
    value = _value_behind(behind.string, *own[-1].span()) if own else None
    return behind.end() if value is None else value


def _value_behind(text: str, start: int, end: int) -> int | None:
    """Where a label ends whose value goes on in its line, with no word of its row: `Wyzwania The Odra is dry`."""
    for capital in _CAPITAL_BEHIND.finditer(text, start, end):
        label, value = sense_of(text[start : capital.start()]), sense_of(text[capital.end() : end])
        is_label = label.share >= _SHARE_OF_KNOWN and value.share < _SHARE_OF_KNOWN
        if is_label and label.row and label.row not in value.weights:
            return capital.start()
    return None


def _end_of_unit(text: str, end: int, until: int) -> int:
    """Where a label of figures ends: behind their unit in brackets, if that stands there."""
    unit = _UNIT_BEHIND.match(text, end, until)
    return unit.end() if unit and _is_unit(unit["words"]) else end


def _end_of_paragraph(text: str, start: int, end: int, until: int) -> int:
    """Where a label ends with which its paragraph begins: with that, where the rest are words of labels, too."""
    piece = PIECE.match(text, start, until)
    rest = text[end : piece.end()] if piece and text[end - 1] not in ":：" else ""
    is_label = _REST_OF_LABEL.fullmatch(rest) is not None and sense_of(rest).share >= _SHARE_OF_LABEL
    return piece.end() if piece and is_label else end


def _belongs_to_label(words: str) -> bool:
    """Whether words behind a label are a part of it: an example, or words of labels."""
    return _EXAMPLE.match(words) is not None or _PLAN in words or sense_of(words).share >= _SHARE_OF_LABEL


def _is_unit(words: str) -> bool:
    """Whether words say in what the figures below a label are: `ha`, `in thousands`, `万人`."""
    said = _WORDS_OF_UNIT.findall(words.lower())
    return bool(said) and _words_of_units().issuperset(said)


@cache
def _words_of_units() -> frozenset[str]:
    """The words of units of people and areas, in lower case."""
    areas = (word for row in rows("area_units") for word in _WORDS_OF_UNIT.findall(row["written"]))
    return word_list("figure-unit") | word_list("thousand") | word_list("million") | frozenset(areas)


def _line_above(text: str, label: Occurrence, end: int, until: int) -> Span | None:
    """The same in another language, torn off by the value beside it; names say so only where nothing is beside them."""
    key = label.label.key
    line = text.rfind("\n", 0, label.start) + 1
    above = text.rfind("\n", 0, max(0, line - 1)) + 1
    found = _SLASH_ABOVE.fullmatch(text, above, label.start) if above >= end else None
    if found is None:
        return None
    said = sense_of(found["words"]).weights
    is_alone = key in HEAD_KEYS and not text[label.end : until].strip()
    if not is_alone and (key is None or said.get(key, 0.0) <= 0 or said[key] < max(said.values())):
        return None
    is_of_label = sense_of(found["rest"]).share >= _SHARE_OF_KNOWN
    return found.start("words"), found.end("rest" if is_of_label else "words")


def _line_below(text: str, end: int, until: int) -> Span | None:
    """The last words of a label without the colon that the others have, up to a colon in the line below."""
    if text[end - 1] in ":：":
        return None
    found = _REST_BELOW.match(text, end, until)
    return found.span("words") if found else None


def _rest_below(text: str, fragments: Sequence[Span], until: int) -> Span | None:
    """The words that begin the line below a known label and make it a longer one, written in capitals if that is.

    `Department...` below `Province, State,`, `Themes` below `Key Focus of Cooperation`.
    """
    label = " ".join(text[slice(*span)] for span in fragments)
    known = find_label(label)
    line = text.find("\n", fragments[-1][1], until)
    if label.endswith(",") and (rest := _BEHIND_COMMA.match(text, fragments[-1][1], until)):
        return rest.span("words")
    if known is None or label.rstrip()[-1:] in ":：" or line < 0:
        return None
    has_capitals = all(word[0].isupper() for word in _LONG_WORD.findall(label))
    found: dict[int, Span] = {}
    for word in islice(_WORD_IN_LINE.finditer(text, line + 1, until), _MOST_WORDS_BELOW):
        words = text[line + 1 : word.end()]
        longer = find_label(f"{label} {words}") if "\n" not in words else None
        is_alike = words.strip()[:1].isupper() == has_capitals
        is_exact = longer is not None and folded_label(longer.wording) == folded_label(f"{label} {words}")
        if longer and is_exact and longer.key == known.key and len(longer.wording) > len(known.wording) and is_alike:
            found.setdefault(len(longer.wording), (line + 1, word.end()))
    return found[max(found)] if found else None


def _have_colons(text: str, labels: Sequence[Occurrence]) -> bool:
    count = sum(text[label.end - 1] in ":：" for label in labels)
    return len(labels) >= _LEAST_LABELS and count >= _SHARE_WITH_COLON * len(labels)
