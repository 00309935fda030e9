"""Labels in a text that somebody typed: known or not, they all look alike in one text, and different from their values.

`City: Linz`, a line of its own above the value, `**City**`, capitals, a cell of a table drawn with bars. Each such look
is tried for the whole text, and the one in which the most speaks for the rows that it gives is taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ucap.documents.labels.known import KEYS, Label, find_in_two_languages, find_label
from ucap.documents.labels.lattice import best_way
from ucap.documents.labels.lexicon import NO_SENSE, OTHER, says_again, sense_of
from ucap.documents.labels.rows import MORE, Candidate, Decision, decide, is_doubtful, row_of
from ucap.documents.labels.search import Occurrence
from ucap.documents.labels.signs import signs_of
from ucap.documents.labels.stretches import Stretch, stretches_of
from ucap.documents.labels.taught import NOTHING_TAUGHT, Taught
from ucap.documents.traced import Span
from ucap.gazetteer.countries import is_country

_MARKED = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]*(?P<heading>[^\n]{2,120}?)[ \t#]*$"
    r"|(?:[-*][ \t]+)?(?:\*\*|__)(?P<bold>[^\n]{2,120}?)(?:\*\*|__)[ \t]*[:：]?"
    r"|(?P<above>[^\n]{2,80})\n[ \t]*[=~-]{3,}[ \t]*$)",
    re.MULTILINE,
)  # "## City", "**City:** Linz", "City\n====="
_COLON = re.compile(
    r"^[ \t]*(?![-–—•·●▪→*>◦○‣✓◆]|o\s)(?P<label>[^\n\f:：?？@]{1,80})(?:[:：]+|[?？][:：]?)(?=\s|$|[^\x00-\x7f])",
    re.MULTILINE,
)  # "City: Linz"
_BAR = re.compile(
    r"^[ \t]*+\|?[ \t]*+(?P<label>[^\s|][^\n\f|]{1,119}?)[ \t]*+\|", re.MULTILINE
)  # "| City | Linz | Chengde |"
_DOTS = re.compile(
    r"^[ \t]*+(?P<label>[^\s.=][^\n\f.=]{1,79}?)(?:[ \t]*+(?:\.{3,}|…+|=+)|[ \t]++[–—-]+(?=[ \t]))[:]?", re.MULTILINE
)  # "City ..... Linz", "City = Linz", "City – Linz"
_CAPITALS = re.compile(
    r"(?:^|(?<=\s))(?P<label>(?:[^\W\d_a-z]{2,}[.'’]?|&|\+)(?:[ \t/+&,.'’-]+(?:[^\W\d_a-z]{2,}|[A-Z])[.]?)*\.?)"
    r"(?=[ \t]*[:：]?(?:\s|$))[:：]?",
    re.MULTILINE,
)  # "REG./PROV. Shandong"
_BLOCK = re.compile(r"(?:\A|(?<=\S)(?=\s*?(?:\n[ \t]*\n|\f)))\s*(?P<label>[^\s][^\n\f]{0,99})(?=\n[ \t]*\S)")
# "\n\nCity\nLinz"; each stretch of white space is looked at once
_LINE = re.compile(r"^[ \t]*+(?P<label>\S(?:[^\n\f]{0,98}\S)?)[ \t]*+$", re.MULTILINE)
_BEFORE_COLON = re.compile(r"(?P<label>[^\n:：]{1,80}[:：])[ \t]*(?P<rest>[^\s][^\n]*)")  # "Population: 21,000"
_ITEM = re.compile(r"(?:[-–—•●▪■→➔►*◦○✓]|o\s)")  # "- ", "o "
_SECOND_LINE = re.compile(r"\n[ \t]*(?P<label>[^\n\f]{1,60})(?=\n)")  # "城市" below "City"
_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2}")
_EVIDENCE = 500
"""Characters of a value that are looked at."""
_MOST = 90
_LEAST_LABELS = 4
_ALONE = 1.0
"""What it speaks for a label that nothing else stands in its line."""
_PER_ROW, _PER_STRANGE_ROW = 3.0, 3.0
_LIKE_VALUE = 3.0
_COST_OF_LEAD, _COST_OF_SHORT = -0.5, 1.5
_LONGEST_SHORT = 100
_SIDES = re.compile(r"\s*\|\s*|\s+/\s+|\t|[ \u00a0]{3,}")  # "9.4 million / 233,000"
_CITATION = re.compile(r"(?:SDG|ODD|ODS|OSS)S?", re.IGNORECASE)
_NAMED_TWICE = 4.0
_SPACE = re.compile(r"\s")
_LETTER = re.compile(r"[^\W\d_]")
_DIGIT = re.compile(r"\d")
_FIGURE = re.compile(r"(?!20\d\d\b)(?:\d[.,'\u00a0\u202f ]?){3,}")  # "2.68 " of "2.68 million"; not "2030 Agenda"
_LEAST_SCORE = 14.0


@dataclass(frozen=True, slots=True)
class _Mark:
    """What may be a label: its words, the range with the signs that make it one, and what it takes on its own."""

    label: Span
    whole: Span
    cost: float = 0.0

    @property
    def signs(self) -> tuple[Span, ...]:
        """The signs around the words."""
        edges = ((self.whole[0], self.label[0]), (self.label[1], self.whole[1]))
        return tuple(edge for edge in edges if edge[0] < edge[1])


Look = tuple[Callable[[str], Iterator[_Mark]], float]
"""How labels are found that look alike, and what it takes for such a text to be one."""


@dataclass(frozen=True, slots=True)
class Form:
    """The labels of a text, and how much speaks for them.

    `gain` is, for labels that nothing but their words shows, how much more speaks for them than for the known ones.
    """

    labels: list[Occurrence]
    score: float
    gain: float | None = None

    @property
    def keys(self) -> set[str]:
        """The rows of the template that were found."""
        return {one.label.key for one in self.labels if one.label.key}


def find_form(
    text: str, taught: Taught = NOTHING_TAUGHT, *, is_wrapped: bool = True, found: Sequence[Occurrence] = ()
) -> Form | None:
    """The labels of a text in which they all look alike; None where none of the looks gives a summary.

    `found` are the known labels, and `is_wrapped` says that the line ends of the text are those of the page.
    """
    forms = [form for find, cost in _LOOKS if (form := _form(text, list(find(text)), cost, taught))]
    return _best([*forms, *_worded_form(text, taught, is_wrapped, found)])


def _worded_form(text: str, taught: Taught, is_wrapped: bool, found: Sequence[Occurrence]) -> Iterator[Form]:
    """The form whose labels nothing but their words shows, and how much more speaks for it than for the known ones."""
    stretches, known = stretches_of(text, [one.fragments for one in found], is_wrapped=is_wrapped, taught=taught)
    best, rival = best_way(text, stretches), best_way(text, known)
    pairs = list(zip(best.stretches, best.names, strict=True))
    others = sum(stretch.weights[OTHER] for stretch, name in pairs if name == OTHER)
    certain = {stretch.key for stretch in best.stretches}
    ends = [*(stretch.start for stretch in best.stretches[1:]), len(text)]
    labels = [
        _worded(stretch, name, text[stretch.end : end], certain)
        for (stretch, name), end in zip(pairs, ends, strict=False)
    ]
    form = Form(labels, best.score, best.score - max(0.0, others) - rival.score)
    if len(form.keys) >= _LEAST_LABELS and form.score >= _LEAST_SCORE:
        yield form


def _worded(stretch: Stretch, name: str, value: str, certain: Collection[str | None]) -> Occurrence:
    """A label that its words show; its row is certain where it is known, or they and the value leave no doubt."""
    key = None if name == OTHER else row_of(name)
    is_guessed = key is not None and not stretch.key and is_doubtful(stretch.label, key, (value,), certain)
    return Occurrence(Label(key, stretch.label), stretch.fragments, 0.0, 0.0, 0.0, "" if is_guessed else None)


def find_stacked_form(
    text: str, leads: Sequence[Span], paragraphs: Sequence[Span], taught: Taught = NOTHING_TAUGHT
) -> Form | None:
    """The same for a text of which it is known what stands out (`leads`) and what is a paragraph of its own.

    Labels are what stands out at the beginning of paragraphs, or paragraphs that are short, of `Population: 21,000`
    what stands before the colon.
    """
    short = [span for span in paragraphs if span[1] - span[0] <= _LONGEST_SHORT and text[span[1] - 1] not in ".;。；"]
    looks = ((leads, _COST_OF_LEAD), ([_before_value(text, span, taught) for span in short], _COST_OF_SHORT))
    forms = (_form(text, [_Mark(span, span) for span in spans], cost, taught) for spans, cost in looks)
    return _best(form for form in forms if form)


def _before_value(text: str, span: Span, taught: Taught) -> Span:
    """What of a paragraph is a label before a colon; all of it where the rest says the label once more."""
    found = _BEFORE_COLON.match(text, *span)
    if found is None:
        return span
    label = found["label"].rstrip(":：")
    known, sense = taught.find_label(label) or find_in_two_languages(label), sense_of(label)
    is_label = known is not None or (sense.row is not None and sense.share == 1)
    below = text[span[1] : span[1] + _EVIDENCE]
    is_said_again = says_again(found["rest"], known.key if known else sense.row, below)
    return found.span("label") if is_label and not is_said_again else span


def _best(forms: Iterable[Form]) -> Form | None:
    return max(forms, key=_worth, default=None)


def _worth(form: Form) -> float:
    """How much speaks for a form: its rows, and that few of its labels are of no row or of one that it has already."""
    strange_count = len(form.labels) - len(form.keys)
    return form.score + _PER_ROW * len(form.keys) - _PER_STRANGE_ROW * strange_count


def _form(text: str, marks: Sequence[_Mark], cost: float, taught: Taught) -> Form | None:
    marks = [mark for mark in marks if _is_worded(text, mark.label)]
    if not _LEAST_LABELS <= len(marks) <= _MOST:
        return None
    marks = _dearer_names(text, marks)
    candidates = [_candidate(text, mark, cost, taught) for mark in marks]
    starts = [*(mark.whole[0] for mark in marks), len(text)]
    decision = decide(candidates, lambda index, end: _cells(text, marks[index], starts[end]))
    labels = list(_occurrences(text, marks, candidates, decision))
    form = Form(labels, decision.score)
    return form if len(form.keys) >= _LEAST_LABELS and form.score >= _LEAST_SCORE else None


def _is_worded(text: str, label: Span) -> bool:
    """Whether a text has letters, begins with no figure, ends with no country behind a comma, and is no address."""
    written = text[slice(*label)]
    _before, comma, last = written.rpartition(",")
    is_place = bool(comma) and is_country(last.strip(" ."))  # "Haikou, Hainan Province, China"
    is_value = "@" in written or is_place or _FIGURE.match(written) is not None
    return bool(_LETTER.search(written)) and not is_value


def _candidate(text: str, mark: _Mark, cost: float, taught: Taught) -> Candidate:
    """A label: what it says, and what it takes to be one."""
    label = text[slice(*mark.label)]
    known = taught.find_label(label) or find_in_two_languages(label)
    key = (known.key if known.key in KEYS else OTHER) if known else None
    cost += mark.cost + _LIKE_VALUE * _is_like_value(label) - _ALONE * _is_alone(text, mark)
    return Candidate(label, key, cost)


def _cells(text: str, mark: _Mark, end: int) -> tuple[str, ...]:
    """The value behind a label, up to the next, as the cells of its row.

    They are two where something parts the sides in its one line.
    """
    value = text[mark.whole[1] : min(end, mark.whole[1] + _EVIDENCE)].strip()
    sides = _SIDES.split(value)
    return tuple(sides) if len(sides) == 2 and "\n" not in value else (value,)


def _is_like_value(label: str) -> bool:
    """Whether a text is rather the value of a row: a place, or figures."""
    return len(_DIGIT.findall(label)) > 1 or bool({"cities", "regions", "countries"} & set(signs_of((label,))))


def _dearer_names(text: str, marks: Sequence[_Mark]) -> list[_Mark]:
    """The same with more to take for names that stand elsewhere, too, as those of themes do before their focus.

    Where most stand twice, the text has two plans, and their labels are alike.
    """
    counts = Counter(text[slice(*mark.label)] for mark in marks)
    is_of_two_plans = 2 * sum(count > 1 for count in counts.values()) >= len(counts)
    names = {
        name
        for name, count in counts.items()
        if _SPACE.search(name) and text.count(name) > (count if is_of_two_plans else 1)
    }
    return [replace(mark, cost=mark.cost + _NAMED_TWICE * (text[slice(*mark.label)] in names)) for mark in marks]


def _is_alone(text: str, mark: _Mark) -> bool:
    """Whether nothing but the label stands in its line."""
    return text[mark.whole[1] :].partition("\n")[0].strip() == ""


def _occurrences(
    text: str, marks: Sequence[_Mark], candidates: Sequence[Candidate], decision: Decision
) -> Iterator[Occurrence]:
    is_begun, certain = False, {candidate.key for candidate in candidates}
    ends = [*(mark.whole[0] for mark in marks[1:]), len(text)]
    for mark, end, candidate, guess in zip(marks, ends, candidates, decision.guesses, strict=True):
        is_begun = is_begun or guess.key in KEYS or bool(text[mark.whole[1] : end].strip())
        if guess.key == MORE or not is_begun:
            continue
        key = None if guess.key == OTHER else guess.key
        value = text[mark.whole[1] : end]
        is_guessed = key is not None and not candidate.key and is_doubtful(candidate.label, key, (value,), certain)
        runner_up = guess.runner_up.replace(OTHER, "") if is_guessed else None
        label = Label(key, candidate.label)
        yield Occurrence(label, (mark.label,), 0.0, 0.0, 0.0, runner_up, mark.signs)


def _by(pattern: re.Pattern[str]) -> Callable[[str], Iterator[_Mark]]:
    """The labels that a pattern finds: the first of its groups that is there."""

    def find(text: str) -> Iterator[_Mark]:
        for match in pattern.finditer(text):
            spaces = len(match[0]) - len(match[0].lstrip())
            yield _Mark(match.span(match.lastgroup or 0), (match.start() + spaces, match.end()))

    return find


def _blocks(text: str) -> Iterator[_Mark]:
    """The first line of each block, and the second where it says the same in the other script."""
    for match in _BLOCK.finditer(text):
        start, end = match.span("label")
        second = _SECOND_LINE.match(text, end)
        if second and _is_translation(match["label"], second["label"]):
            end = second.end("label")
        yield _Mark((start, end), (start, end))


def _is_translation(one: str, two: str) -> bool:
    scripts = [(bool(_HAN.search(text)), bool(_LATIN.search(text))) for text in (one, two)]
    return sorted(scripts) == [(False, True), (True, False)] and bool(sense_of(two).weights)


def _lines(text: str) -> Iterator[_Mark]:
    """Lines of their own that consist of the words of labels."""
    for match in _LINE.finditer(text):
        sense = NO_SENSE if _ITEM.match(match["label"]) else sense_of(match["label"])
        if find_label(match["label"]) or (sense.share >= 0.5 and sense.most >= 2.0):
            yield _Mark(match.span("label"), match.span("label"))


def _capitals(text: str) -> Iterator[_Mark]:
    """Words in capitals; the goals before their numbers are none: `contributing to SDG 14`."""
    marks = _by(_CAPITALS)(text)
    yield from (mark for mark in marks if not _is_citation(text, mark))


def _is_citation(text: str, mark: _Mark) -> bool:
    return bool(_CITATION.fullmatch(text, *mark.label)) and text[mark.whole[1] :].lstrip()[:1].isdigit()


_LOOKS: tuple[Look, ...] = (
    (_by(_MARKED), -0.5),
    (_by(_BAR), 0.0),
    (_by(_COLON), 2.0),
    (_by(_DOTS), 2.0),
    (_capitals, 0.5),
    (_blocks, 0.5),
    (_lines, 1.5),
)
