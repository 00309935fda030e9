"""Labels that run into their values without any sign: `Superficie 15 230 km²  Durée du partenariat de janvier 2019`.

Such a label begins with a capital and consists of words of labels, with few others between them; it ends where the
value begins, with a capital, a figure or a bullet, or after its last word of labels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ucap.documents.labels.lexicon import sense_of, spans_of_label_words
from ucap.documents.traced import Span, without

_BETWEEN = re.compile(r"(?:[ \t,/&'’()]|(?<=\S)-(?=\S)|(?<=\S)\n(?=\S)|[^\W\d_A-Z]+){0,8}")  # " d'", " / ", " of the "
_BEFORE_ITEM = re.compile(
    r"^[ \t]*(?P<label>[^\W\d_][^\n•●▪→➔►]{2,60}?)(?<![.,;:])[ \t]+(?P<mark>[•●▪→➔►*–-])(?=[ \t]+[^\W_])", re.MULTILINE
)  # "What the cluster wants • Bring losses below ten per cent"
_BEHIND_MARK = re.compile(r"(?:^|\s)(?:[•●▪■→➔►◦○*–-]|o)\s+$")
_LINES_OF_ITEM = 4
_MOST_BETWEEN = 2
"""Words that may stand between two words of labels without being some."""
_BEFORE = re.compile(r"[^\W\d_]+(?:['’ ][^\W\d_]+){0,2}['’ ]$")  # "Ce que "
_REST = re.compile(
    r"(?:[ ]?['’]?[^\W\d_A-ZÀ-Ý]+){1,2}(?=\s+[^\W\d_a-zß-ÿ])|[ ][^\W\d_A-ZÀ-Ý]+(?=\s+(?:[•●▪–*-]\s|\d(?!\d{3}\b)))"
)  # " d'appartenance" Henan, " prévisionnel" 45 000
_CITED = re.compile(r"(?:SDGs?|ODD|ODS|OSS|SDG|EU UP)\b", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"\s*[.,;!)]")  # " ."
_WORD = re.compile(r"[^\W\d_]+")
_ENDED = re.compile(r"(?:^|[.!?;:。；：)]|\n)[ \t]*$")  # "by 2020. "
_MOST_LABELS = 60
_LONGEST = 90
_LEAST_WEIGHT = 2.0
_COST_OF_LINE, _COST_OF_SENTENCE, _COST_OF_RUNNING = 0.5, 1.0, 2.0
_COST_OF_STRANGE_WORDS = 2.0


def run_in_labels(text: str) -> list[tuple[Span, float]]:
    """Where labels may stand that run into their values, in order, without overlaps, and what each takes."""
    before_lists = list(_before_lists(text))
    worded = (span for span in _spans(text) if _is_label(text, span) and not _overlaps(span, before_lists))
    found = [*((span, _cost(text, span)) for span in worded), *((span, _COST_OF_LINE) for span in before_lists)]
    heaviest = sorted(found, key=lambda one: _most(text, one[0]) - one[1], reverse=True)[:_MOST_LABELS]
    return sorted(heaviest)


def _before_lists(text: str) -> Iterator[Span]:
    """What stands in a line before the first item of a list, of which more begin the next lines."""
    for match in _BEFORE_ITEM.finditer(text):
        following = text[match.end() :].split("\n", 1 + _LINES_OF_ITEM)[1 : 1 + _LINES_OF_ITEM]
        if any(line.lstrip().startswith(f"{match['mark']} ") for line in following):
            yield match.span("label")


def _overlaps(span: Span, others: Sequence[Span]) -> bool:
    """Whether a range shares something with others, which are in order and without overlaps."""
    return list(without([span], others)) != [span]


def _spans(text: str) -> Iterator[Span]:
    """Stretches of words of labels, from the capital at which they begin."""
    words = [span for span in spans_of_label_words(text) if not _is_cited(text, span)]
    stretch: list[Span] = []
    for word in words:
        if stretch and not _goes_on(text, stretch[-1], word):
            yield _whole(text, stretch)
            stretch = []
        stretch.append(word)
    if stretch:
        yield _whole(text, stretch)


def _goes_on(text: str, before: Span, word: Span) -> bool:
    between = text[before[1] : word[0]]
    return bool(_BETWEEN.fullmatch(between)) and len(_WORD.findall(between)) <= _MOST_BETWEEN


def _is_cited(text: str, span: Span) -> bool:
    """Whether it is the name of the goals before their numbers."""
    return bool(_CITED.fullmatch(text, *span)) and bool(re.match(r"\s*\d|\s+[A-Z]", text[span[1] : span[1] + 4]))


def _whole(text: str, stretch: Sequence[Span]) -> Span:
    start = stretch[0][0]
    end = next((span[1] for span in reversed(stretch) if sense_of(text[slice(*span)]).weights), stretch[-1][1])
    if not text[start].isupper() and (before := _BEFORE.search(text[max(0, start - 40) : start])):
        capitals = [match.start() for match in _WORD.finditer(before[0]) if match[0][0].isupper()]
        start -= len(before[0]) - capitals[-1] if capitals else 0
    rest = _REST.match(text, end)
    return start, rest.end() if rest else end


def _is_label(text: str, span: Span) -> bool:
    first = text[span[0]]
    if _ENDS_SENTENCE.match(text, span[1]) or _BEHIND_MARK.search(text, max(0, span[0] - 4), span[0]):
        return False
    return (
        (first.isupper() or (first.isalpha() and not first.islower()))
        and span[1] - span[0] <= _LONGEST
        and (_most(text, span) >= _LEAST_WEIGHT)
    )


def _most(text: str, span: Span) -> float:
    return max(sense_of(text[slice(*span)]).weights.values(), default=0.0)


def _cost(text: str, span: Span) -> float:
    before = text[max(0, span[0] - 60) : span[0]]
    place = _COST_OF_RUNNING
    if not before.rpartition("\n")[2].strip():
        place = _COST_OF_LINE
    elif _ENDED.search(before):
        place = _COST_OF_SENTENCE
    return place + _COST_OF_STRANGE_WORDS * (1 - sense_of(text[slice(*span)]).share)
