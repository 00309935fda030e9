"""Where in a running text a label may stand, whole or torn into lines.

Labels in running text, also those that were torn apart.

Copied out of a table, a label of several lines stands between the lines of its value: `Key focus of cooperation` first
line of the value `themes:` second line of the value. Where a label can tear follows from the width of the label
column: each of its lines is as full as that width allows. The width is the same for all labels of a document, which
distinguishes a label's word from the same word in the value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from ucap.documents.labels.known import KEYS, Label
from ucap.documents.labels.plans import starts_of_plans
from ucap.documents.labels.running_text import RunningText, Stretch
from ucap.documents.labels.taught import NOTHING_TAUGHT, Taught
from ucap.documents.labels.tears import TOLERANCE, Tear, Wording, labels_by_first_word, tears
from ucap.documents.traced import Span
from ucap.gazetteer.countries import is_country

_LONGEST_GAP = 170
"""Characters of a value line that may stand between two lines of a label."""
_MOST_STARTS = 300
"""Words at which labels may begin; a summary has fewer than a hundred."""
_BOUNDLESS = 1e9
_ROWS_OF_FIGURES = ("population", "area")
_LONGEST_COUNTRY = 3  # words

# What speaks for a label, each of its words that counts being 1, and what speaks against it.
_COLON = 1.5
_COLON_OF_TORN = 2.0
_LINE_START = 0.5
_LINE_OF_TORN = -0.5
_SINGLE_WORD = -0.5
_GOES_ON_SMALL = -1.0
_MISFIT = -1.5
_REPEATED = -0.5
_CHARACTER_OF_GAP = -0.002


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A label found in a text.

    Attributes:
        label: whose label it is.
        fragments: where its lines stand, the colon included; a single range if it is whole.
        weight: how much speaks for it.
        narrowest: the label column, in em, is at least as wide.
        widest: and narrower than this.
        runner_up: where the row was guessed, the one that it is else, "" for none; None where it is certain.
        signs: what stands around the label to show that it is one.
    """

    label: Label
    fragments: tuple[Span, ...]
    weight: float
    narrowest: float
    widest: float
    runner_up: str | None = None
    signs: tuple[Span, ...] = ()

    @property
    def start(self) -> int:
        """Where the label begins."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.fragments[-1][1]


def occurrences(text: str, *, is_wrapped: bool, taught: Taught = NOTHING_TAUGHT) -> list[list[Occurrence]]:
    """For each word at which labels may begin, in order, these labels.

    `is_wrapped` says that the line ends of the text are those of the page, so that each line of a torn
    label begins one.
    """
    running = RunningText(text, is_wrapped=is_wrapped)
    known = labels_by_first_word(taught)
    starts = (index for index, word in enumerate(running.words) if word in known and not running.is_small(index))
    return [found for index in islice(starts, _MOST_STARTS) if (found := list(_labels_at(running, index, known)))]


def _labels_at(running: RunningText, index: int, known: Mapping[str, Sequence[Wording]]) -> Iterator[Occurrence]:
    for wording in known[running.words[index]]:
        count = running.count_at(index, wording.words)
        if count == len(wording.words):
            yield from _whole(running, wording, Stretch(index, count))
        if not running.knows(wording.words):
            continue
        for tear in tears(wording):
            if tear.ends[0] <= count:
                yield from _torn(running, wording, tear, index)


def _whole(running: RunningText, wording: Wording, stretch: Stretch) -> Iterator[Occurrence]:
    """The label in one piece; a single word needs a colon, the beginning of a line, or a value of its row behind it."""
    has_colon, begins_line = running.has_colon(stretch), running.begins_line(stretch.first)
    has_value = _has_value(running, wording, stretch)
    if stretch.length == 1 and not (has_colon or begins_line or has_value):
        return
    span = running.span(stretch)
    is_broken = "\n" in running.text[slice(*span)]
    weight = wording.important_count + _COLON * has_colon + _LINE_START * begins_line
    goes_on_small = not (has_colon or has_value) and running.goes_on_small(stretch)
    weight += _SINGLE_WORD * (stretch.length == 1) + _GOES_ON_SMALL * goes_on_small
    yield Occurrence(wording.label, (span,), weight, 0.0 if is_broken else wording.width / TOLERANCE, _BOUNDLESS)


def _has_value(running: RunningText, wording: Wording, stretch: Stretch) -> bool:
    """Whether a figure or a country's name stands behind the label of such a row."""
    if wording.label.key == "country":
        return any(is_country(running.behind(stretch, count)) for count in range(1, _LONGEST_COUNTRY + 1))
    return wording.label.key in _ROWS_OF_FIGURES and running.has_figure(stretch)


def _torn(running: RunningText, wording: Wording, tear: Tear, index: int) -> Iterator[Occurrence]:
    """The label, whose first line stands at `index`, torn in the given way, if its other lines are there."""
    lines = [Stretch(index, tear.ends[0])]
    for start, end in pairwise(tear.ends):
        place = _place(running, wording, start, end, lines[-1].after)
        if place is None or (place == lines[-1].after and len(lines) == 1):
            return
        lines.append(Stretch(place, end - start))
    spans = tuple(running.span(line) for line in lines)
    weight = wording.important_count + _weight_of_lines(running, wording, lines)
    yield Occurrence(wording.label, spans, weight, tear.narrowest, tear.widest)


def _place(running: RunningText, wording: Wording, start: int, end: int, after: int) -> int | None:
    """The index of the word at which a line of the label stands: at `after` where the value has ended beside the
    lines above, or else beyond some of the value, where its letters and its colon fit, and nearest.
    """
    words, is_last = wording.words[start:end], end == len(wording.words)
    if running.has(words, after) and not _misfits(running, wording, start, Stretch(after, 1)):
        return after

    def rank(place: int) -> tuple[int, bool, int]:
        line = Stretch(place, end - start)
        return _misfits(running, wording, start, line), is_last and not running.has_colon(line), place

    return min(running.places(words, after, _LONGEST_GAP), key=rank, default=None)


def _weight_of_lines(running: RunningText, wording: Wording, lines: Sequence[Stretch]) -> float:
    """What speaks for the lines of a torn label, besides its words."""
    pairs = list(pairwise(lines))
    starts = [sum(line.length for line in lines[:number]) for number in range(len(lines))]
    misfit_count = sum(_misfits(running, wording, start, line) for start, line in zip(starts, lines, strict=True))
    repeated_count = sum(
        two.first > one.after and running.words[two.first - 1] == running.words[one.after - 1] for one, two in pairs
    )
    return (
        _COLON_OF_TORN * running.has_colon(lines[-1])
        + _LINE_START * running.begins_line(lines[0].first)
        + _LINE_OF_TORN * len(lines)
        + _GOES_ON_SMALL * running.goes_on_small(lines[0])
        + _MISFIT * misfit_count
        + _REPEATED * repeated_count
        + _CHARACTER_OF_GAP * sum(running.gap(one, two) for one, two in pairs)
    )


def _misfits(running: RunningText, wording: Wording, start: int, line: Stretch) -> int:
    """How many words have a capital where the label, from its word `start` on, has none: they may be the value's."""
    capitals = wording.capitals[start : start + line.length]
    return sum(running.is_capital(line.first + number) and not is_capital for number, is_capital in enumerate(capitals))


_MOST_STARTS, _MOST_COLUMNS = 100, 80
_OUT_OF_ORDER = 1.5
_DISORDER = 2.5
"""What it costs that a row stands before another that precedes it in the template."""
_RANKS: dict[str | None, int] = {key: rank for rank, key in enumerate(KEYS)}

Chain = tuple[float, list[Occurrence]]
"""A sequence of labels and what it weighs."""


def find_labels(text: str, *, is_wrapped: bool, taught: Taught = NOTHING_TAUGHT) -> list[Occurrence]:
    """The labels of the template's rows in running text, in order, each row once, without overlaps.

    `is_wrapped` says that the line ends of the text are those of the page, so that each line of a torn
    label begins one.
    """
    starts = occurrences(text, is_wrapped=is_wrapped, taught=taught)
    if len(starts) > _MOST_STARTS:
        heaviest = sorted(starts, key=lambda found: max(one.weight for one in found), reverse=True)
        starts = sorted(heaviest[:_MOST_STARTS], key=lambda found: found[0].start)
    chains = (_best_chain(starts, column) for column in _columns(starts))
    return _each_row_once(max(chains, key=lambda chain: chain[0])[1])


def _columns(starts: list[list[Occurrence]]) -> list[float]:
    """The widths of the label column that come into question.

    As a column widens, labels begin to fit and cease to. Just before one ceases to, no label is lost yet that fitted
    since the last one did: whatever fits in any column fits in one of these.
    """
    labels = [one for found in starts for one in found]
    edges = sorted([(one.narrowest, True) for one in labels] + [(one.widest, False) for one in labels])
    widths = [one for (one, begins), (_two, goes_on) in pairwise(edges) if begins and not goes_on]
    return widths[:: 1 + len(widths) // _MOST_COLUMNS] or [0.0]


def _best_chain(starts: list[list[Occurrence]], column: float) -> Chain:
    """The weightiest sequence of labels that do not overlap, in the template's order, for a label column's width."""
    best: list[Chain] = []
    for found in starts:
        best += [_longer(best, one, weight) for weight, one in _two_best(found, column)]
    return max(best, key=lambda chain: chain[0], default=(0.0, []))


def _longer(best: list[Chain], one: Occurrence, weight: float) -> Chain:
    """The weightiest of the chains that can go on with a label, with it."""
    start, rank = one.start, _RANKS[one.label.key]
    most, before = 0.0, []
    for weight_before, chain in best:
        last = chain[-1]
        last_rank = _RANKS[last.label.key]
        left = weight_before if last_rank < rank else weight_before - _DISORDER
        if left > most and last.end <= start and last_rank != rank:
            most, before = left, chain
    return most + weight, [*before, one]


def _two_best(found: list[Occurrence], column: float) -> Iterator[tuple[float, Occurrence]]:
    """Of the labels that may begin at one place, the weightiest whole one and the weightiest torn one."""
    for is_torn in (False, True):
        weighed = [(_weight(one, column), one) for one in found if (len(one.fragments) > 1) == is_torn]
        if weighed:
            yield max(weighed, key=lambda pair: pair[0])


def _weight(occurrence: Occurrence, column: float) -> float:
    fits = occurrence.narrowest <= column < occurrence.widest
    return occurrence.weight if fits else occurrence.weight - _OUT_OF_ORDER


def _each_row_once(chain: list[Occurrence]) -> list[Occurrence]:
    """Of several labels of a row in a plan the weightiest."""
    starts = starts_of_plans([one.label.key for one in chain])
    labels: list[Occurrence] = []
    for low, high in pairwise([*starts, len(chain)]):
        by_key = {one.label.key: one for one in sorted(chain[low:high], key=lambda one: one.weight)}
        labels += sorted(by_key.values(), key=lambda one: one.start)
    return labels
