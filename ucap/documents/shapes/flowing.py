"""Flowing text: copied out of a page, without columns; labels stand in the run of the text, some torn apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise, starmap, zip_longest
from math import inf
from operator import itemgetter
from typing import Literal

from ucap.documents.boilerplate import Boilerplate, masked, page_ends, starts_of_parts
from ucap.documents.contacts import closing_at
from ucap.documents.draft import Column, Draft, DraftRow, FoundTable, unstruck
from ucap.documents.furniture import find_furniture
from ucap.documents.labels.forms import Form, find_form
from ucap.documents.labels.heads import run_together, table_heads
from ucap.documents.labels.known import CONTACT, HEAD_KEYS, KEYS, Label, find_in_two_languages, find_label
from ucap.documents.labels.lexicon import sense_of
from ucap.documents.labels.search import Occurrence, find_labels
from ucap.documents.labels.several import rows_named, with_joined
from ucap.documents.labels.taught import Taught
from ucap.documents.labels.wholes import PIECE, before_slash, whole_labels, with_aligned
from ucap.documents.lists.marks import starts_item
from ucap.documents.lists.paragraphs import Paragraph, ends_sentence, goes_on
from ucap.documents.model import Document
from ucap.documents.naming import is_remark, sides_of, take_contacts
from ucap.documents.plans import plans_apart
from ucap.documents.shapes.city_tables import city_tables
from ucap.documents.source import Source
from ucap.documents.tables import copied_table
from ucap.documents.traced import EMPTY, LINE, Span, Traced, merged, without
from ucap.documents.wrapping import joined, unwrapped, words_of
from ucap.errors import UnreadableDocument
from ucap.plain_text import INLINE_TAG, TAG
from ucap.typography import width
from ucap.vocabulary import folding
from ucap.wording import _

_LONGEST_WRAPPED_LINE = 220
_LEAST_ROWS, _LEAST_ALIGNED, _LEAST_LINES = 2, 3, 20
_FEW, _FULL = 10, 0.85
"""One in so many is few; a line so long in parts of the longest may have reached the page's edge."""
_LEAST_GAIN = 1.5
"""How much more must speak for labels with words that nobody knows than for the known ones alone."""
_GOES_ON = re.compile(r"\s*(?:[/／&+:：]|[a-zß-ÿ])")  # "/ Δήμος Piraeus", "of the - Long procedures"
Parting = Literal["lines", "signs"]
_EXTRA_LABEL = re.compile(r"(?<!\S)[A-Z][\w’'-]*(?: [\w’'()-]+){0,3}:(?=\s)")  # "Joined IUC in: "
_CLOSING_LABEL = re.compile(
    r"(?P<label>[^\W\d_a-z][^\W\d_]*(?: [^\W\d_]+){0,2}?)(?:[:：]|[ \t]{2}|[ \t](?=[^\W\d_a-z])|$)"
)
# "Remarks:", "Remarks   ", "Anmerkung " before a capital
_CAPITALISED = re.compile(r"(?<!\S)[A-Z]")
_NAME_KEYS = ("city", "region", "country")
_LIST_BEFORE = re.compile(r"[;,/+]\s*$")  # "Rome: 2.8 M; "
_LIST_BEHIND = re.compile(r"\s*\d[^:;,/+]*(?:,\d[^:;,/+]*)*[;,/+]\s*[A-Z][\w’'() -]{0,40}:")  # " 2.8 M; Turin:"
_WIDE_GAP = re.compile(r"[ \u00a0]{3,}|\t")  # three blanks, a tab
_CELL = re.compile(r"\S(?:\S| (?! ))*")  # "Qujing 6.16 million;" before two blanks
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_HAN = re.compile(rf"[{folding.HAN}]")  # "遵"
_HEAD = re.compile(r"[^\n\f:：]{5,120}(?:[:：]|\Z)")  # "City – Region – Country", "Population and area:"
_SLASH_AT_END = re.compile(r"[^\W\d_]\s+/\s*$")  # "ODD et Agenda urbain /" above "Related SDGs"
_LONGEST_FIRST = 60
_RULE = re.compile(r"([-–—_=*~·.+])\1{4,}")  # "----------" below the last row


def read_flowing(source: Source) -> list[Document]:
    """The documents of the plans in a flowing text.

    Raises:
        UnreadableDocument: the text has fewer than two of the template's labels.
    """
    return plans_apart(starts_of_parts(source.copied_text), len(source.copied_text), partial(_read_part, source))


def _read_part(source: Source, start: int, end: int) -> Document:
    draft = Draft(source, "text/plain", source.copied_text[start:end], "flow")
    draft.margins = [tag.span() for tag in TAG.finditer(draft.text)]
    fill_from_flow(draft)
    refuse_without_rows(draft)
    return draft.document()


def has_rows(draft: Draft) -> bool:
    """Whether enough rows of the template were found for the document to be a summary."""
    return sum(row.key is not None for row in draft.rows) >= _LEAST_ROWS


def refuse_without_rows(draft: Draft) -> None:
    """Stop at a document that is not a summary.

    Raises:
        UnreadableDocument: fewer than two rows of the template were found.
    """
    if not has_rows(draft):
        raise UnreadableDocument(
            draft.source.name,
            _("None of the rows of a U-CAP summary was found in it."),
            _("Check that it is the summary, with labels such as “City” and “Period of cooperation”."),
        )


def fill_from_flow(draft: Draft) -> None:
    """Find rows, contact, template wording and pages in a draft's text alone."""
    template, contacts = draft.take_boilerplate()
    inline = [span for span in draft.margins if INLINE_TAG.fullmatch(draft.text, *span)]
    aside = Boilerplate(merged([*template, *without(draft.margins, inline)]), contacts)
    flow = _Flow(draft, aside, [*draft.struck, *inline])
    draft.rows = list(flow.rows())
    draft.template = merged([*draft.template, *flow.repeated, *flow.signs])
    take_contacts(draft)
    draft.pages = draft.pages or flow.pages()
    draft.keeps_paragraphs = flow.is_wrapped


class _Flow:
    """A flowing text in its parts: template wording, contact, labels; what stands between labels is their value."""

    def __init__(self, draft: Draft, boilerplate: Boilerplate, struck: Sequence[Span]) -> None:
        text, taught = draft.text, draft.source.taught
        self.text, self._struck, self._found = text, merged(struck), draft.tables
        self.parting: Parting | None = None
        self._second: int | None = None
        template, self.contacts = boilerplate
        known = merged([*template, *self.contacts])
        furniture = find_furniture(text, known)
        self.repeated = list(without(furniture.spans, furniture.first))
        self.plain = masked(masked(text, merged([*known, *furniture.spans])), self._struck, " ")
        self.tables = city_tables(self.plain, draft.gaps)
        tables = [*(table.span for table in self.tables), *(table.span for table in self._found)]
        self.plain = masked(self.plain, merged(tables), " ")
        self._lined = self.plain
        self.plain = masked(self.plain, _heads_in_activities(self.plain, taught), " ")
        self.is_wrapped = self._has_lines = _is_wrapped(self.plain)
        self._has_paragraphs = _has_lines(self.plain) and _are_paragraphs(self.plain)
        self.labels = find_labels(self.plain, is_wrapped=self.is_wrapped, taught=taught)
        if self.is_wrapped and not _begin_lines(self.labels, self.plain):
            self.is_wrapped = False
            self.labels = find_labels(self.plain, is_wrapped=False, taught=taught)
        if not self.is_wrapped:
            self.labels = self._with_paragraphs(taught)
            self.labels = self._with_several(self.labels)
        self.form = self._form(taught) if self._is_doubtful() else None
        if self.form and self._is_better(self.form):
            self.labels = [
                one for one in self.form.labels if one.label.key or not self._is_theme(one, self.form.labels)
            ]
            self.is_wrapped = self._has_lines or self.form.gain is None
            self.plain, self._lined = (masked(text, merged(self.signs)) for text in (self.plain, self._lined))
        else:
            self.form = None
        if not self.is_wrapped:
            self.labels = self._with_several(self.labels)
        self.labels = with_aligned(self.plain, self.labels)
        self.labels = list(whole_labels(self.plain, self.labels, is_wrapped=self.is_wrapped))
        self.labels = list(with_joined(self.plain, self.labels))
        whole = [self._in_its_line(one, taught) for one in self.labels]
        self.labels = [two for one, two in pairwise([None, *whole]) if two and not (one and self._repeats(one, two))]
        self._known = words_of(self.plain)
        self._is_spaced = not self.is_wrapped and 2 * sum(map(self._fills_piece, self.labels)) > len(self.labels)

    def _with_paragraphs(self, taught: Taught) -> list[Occurrence]:
        """The labels, where most known ones are paragraphs of their own each as its paragraph has it: it is whole
        there, as `所在省（区）Province / Region` is, and such words in a value are no label.
        """
        pieces = (piece for piece in PIECE.finditer(self.plain) if "\n" not in piece[0])
        named = [(piece.span(), label) for piece in pieces if (label := taught.find_label(piece[0].strip(":： ")))]
        alone = [Occurrence(label, (span,), 0.0, 0.0, 0.0) for span, label in named if label.key != CONTACT]
        keys = [one.label.key for one in alone if one.label.key]
        others = [one for one in self.labels if one.label.key not in keys]
        if len(set(keys)) < len(keys) or 2 * len(others) > len(keys):
            return self.labels
        ends = [span for one in alone for span in one.fragments]
        free = (one for one in others if not any(low < one.end and one.start < high for low, high in ends))
        return sorted([*alone, *free], key=lambda one: one.start)

    def _with_several(self, labels: Sequence[Occurrence]) -> list[Occurrence]:
        """The labels, a paragraph that names several of the first rows as one: `City – Region – Country`."""
        pieces = (piece.span() for piece in PIECE.finditer(self.plain))
        heads = (_HEAD.match(self.plain, *piece) for piece in pieces if self.plain[piece[1] : piece[1] + 1] != "\f")
        whole = [
            Occurrence(Label(rows[0][0], head[0]), (head.span(),), 0.0, 0.0, 0.0)
            for head in heads
            if head and (rows := rows_named(head[0].rstrip(":："))) and rows[0][0] in HEAD_KEYS
        ]
        free = (one for one in labels if not any(two.start < one.end and one.start < two.end for two in whole))
        return sorted([*whole, *free], key=lambda one: one.start)

    def _keys(self, labels: Sequence[Occurrence]) -> list[str]:
        """The rows of labels, all of those that one names."""
        whole = [self.plain[one.start : one.end] if len(one.fragments) == 1 else "" for one in labels]
        named: list[list[str | None]] = [[key for key, _ in rows_named(text.rstrip(":："))] for text in whole]
        return [key for one, keys in zip(labels, named, strict=True) for key in keys or [one.label.key] if key]

    def _in_its_line(self, label: Occurrence, taught: Taught) -> Occurrence:
        """A torn label; a whole line in it where that is a label by itself, and what stands above is no word of one:
        `职业教育 Vocational education⏎城市议程 Related SDGs and topics`.
        """
        if not self.is_wrapped or sense_of(self.plain[slice(*label.fragments[0])]).share > 0:
            return label
        for low, _high in label.fragments[1:]:
            line = LINE.search(self.plain, self.plain.rfind("\n", 0, low) + 1)
            found = taught.find_label(line[0]) if line else None
            if line and found and found.key == label.label.key:
                return replace(label, fragments=(line.span(),))
        return label

    def _repeats(self, one: Occurrence, two: Occurrence) -> bool:
        """Whether a label of the same row stands right behind another: it begins the value."""
        is_same = one.label.key is not None and one.label.key == two.label.key
        return is_same and not self.plain[one.end : two.start].strip()

    def _is_theme(self, label: Occurrence, labels: Sequence[Occurrence]) -> bool:
        """Whether what looks like the label of a row that the template lacks heads a theme: the themes name it."""
        words = folding.key(self.plain[label.start : label.end])
        return any(
            one.label.key == "themes" and words in folding.key(self.plain[one.end : two.start])
            for one, two in pairwise(labels)
        )

    def _fills_piece(self, label: Occurrence) -> bool:
        """Whether nothing else stands in the paragraph of a label."""
        piece = PIECE.search(self.plain, label.start)
        return piece is not None and _begins_line(self.plain, label.fragments[0]) and piece.end() <= label.end

    @property
    def signs(self) -> list[Span]:
        """What stands around the labels to show that they are some."""
        return [span for label in self.labels for span in label.signs]

    def _form(self, taught: Taught) -> Form | None:
        return find_form(self.plain, taught, is_wrapped=self._has_lines, found=self.labels)

    def _is_doubtful(self) -> bool:
        """Whether the known labels may not be all, or not be whole: a row is missing or comes twice, or a value begins
        as no value does.
        """
        keys = self._keys(self.labels)
        whole = [one.end for one in self.labels if self._has_lines and len(one.fragments) == 1]
        is_cut = any(self.plain[end - 1] not in ":：" and _GOES_ON.match(self.plain, end) for end in whole)
        return len(set(keys)) < max(len(KEYS), len(keys)) or is_cut or self._stand_within_lines()

    def _stand_within_lines(self) -> bool:
        return self._has_lines and _starting_count(self.labels, self.plain) < len(self.labels)

    def _is_better(self, form: Form) -> bool:
        """Whether labels that look alike give more rows, or as many of which more begin lines: `City/Stadt: Graz`.

        Those that add the cities to the known ones do, whatever speaks against them: no plan is without.
        """
        keys = set(self._keys(self.labels))
        if HEAD_KEYS[0] in form.keys - keys and keys < form.keys:
            return True
        if form.gain is not None:
            return form.gain > _LEAST_GAIN and (self._has_lines or len(form.keys) > len(keys))
        found = [label for label in form.labels if label.label.key]
        count = _starting_count(found, self.plain)
        begin_more = count > _starting_count(self.labels, self.plain) and (self.is_wrapped or count == len(found))
        return len(form.keys) > len(keys) or (len(form.keys) == len(keys) and begin_more)

    def lines(self, start: int, end: int) -> Iterator[Span]:
        """The lines with text in a range; where the line ends are not those of the page, the paragraphs."""
        for line in (LINE if self.is_wrapped or self._has_paragraphs else PIECE).finditer(self._lined, start, end):
            if not _RULE.fullmatch(line[0]):
                yield line.span()

    def rows(self) -> Iterator[DraftRow]:
        """The rows in order, those between the template's rows included."""
        yield from (replace(row) for table in self.tables for row in table.rows)
        yield from (table.row() for table in self._tables_of(None))
        values = [self._value(label, end) for label, end in zip(self.labels, self._ends(), strict=True)]
        firsts = [EMPTY, *(_first_of_label(lines) for lines in values[:-1])][: len(values)]
        for lines in values[-1:]:
            del lines[closing_at([line.text for line in lines]) :]
        widest = max((width(line.text) for lines in values for line in lines), default=0.0)
        widest = inf if self._has_paragraphs else widest
        pairs = zip(self.labels, values, strict=True)
        head = [lines for one, lines in pairs if one.label.key in HEAD_KEYS]
        head = head if self.is_wrapped else [_without_heading(lines)[0] for lines in head]
        self.parting = _parting(head)
        self._second = self._place_of_second(head)
        for occurrence, value, first in zip(self.labels, values, firsts, strict=True):
            label = Traced.join([first, *(Traced.of(self.text, *span) for span in occurrence.fragments)])
            key = occurrence.label.key
            listed, below = _without_remark(value) if key == KEYS[-1] else (value, [])
            if not self.is_wrapped and not below:
                listed, below = _without_heading(value)
            if key in HEAD_KEYS and len(listed) > 2 and is_remark(listed[-1].text):
                listed, below = listed[:-1], [(listed[-1], []), *below]
            own, extra = (listed, []) if self.form else _without_extra_rows(listed, key)
            extra += below
            columns = self._columns(own, key, widest)
            for table in self._tables_of(occurrence):
                columns[-1] = table.placed(columns[-1])
            yield DraftRow(key, label, columns, runner_up=occurrence.runner_up)
            for extra_label, extra_value in extra:
                said = joined(extra_value)  # nothing behind the last label of a text
                yield DraftRow(None, extra_label, [[Paragraph(said)] if said else []], is_collapsed=True)

    def _tables_of(self, label: Occurrence | None) -> list[FoundTable]:
        """The tables of activities that a page shows below a label of the activities; those below no such, for None."""
        return [table for table in self._found if _activities_above(self.labels, table.span[0]) is label]

    def _ends(self) -> list[int]:
        """Where each label's value ends: at the next label, at the contact, or with the text."""
        ends = []
        for label, following in zip_longest(self.labels, self.labels[1:]):
            end = following.start if following else len(self.text)
            ends.append(min([end, *(low for low, _high in self.contacts if low >= label.end)]))
        return ends

    def _value(self, label: Occurrence, end: int) -> list[Traced]:
        """The lines of a value: those between the label's fragments, and all after it."""
        gaps = [(one[1], two[0]) for one, two in pairwise(label.fragments)]
        lines = (line for gap in [*gaps, (label.end, end)] for line in self.lines(*gap))
        return [unstruck(self.text, line, self._struck) for line in lines]

    def _columns(self, lines: list[Traced], key: str | None, widest: float) -> list[Column]:
        """A value's columns: two where wide gaps separate the sides of a head row, or else one."""
        if key in HEAD_KEYS:
            is_long = "\n" in "\n".join(line.text for line in lines)
            if self._second and is_long and (sides := self._set_apart(lines, self._second)):
                return sides
            if self.parting == "lines" or (self.parting == "signs" and len(lines) != 2):
                return sides_of(lines)
            return sides_of([joined(lines)] if lines else []) if self.form else _sides(joined(lines))
        if key == "activities" and (table := copied_table(lines)):
            return [table]
        start = run_together(lines) if key == "activities" else len(lines)
        return [[*self._list(lines[:start], widest), *(Paragraph(line) for line in lines[start:])]]

    def _list(self, lines: list[Traced], widest: float) -> Column:
        """The paragraphs of a value in one column."""
        if self.is_wrapped:
            return [Paragraph(text) for text in unwrapped(lines, widest, self._known)]
        return [Paragraph(joined(paragraph)) for paragraph in self._paragraphs(lines)] if lines else []

    def _place_of_second(self, head: Sequence[Sequence[Traced]]) -> int | None:
        """The character of their lines at which the second side of most first rows begins, as blanks set it there."""
        starts = Counter(
            place for lines in head for place in {self._in_line(cell) for line in lines for cell in _cells(line)[1:]}
        )
        place, count = max(starts.items(), key=itemgetter(1), default=(0, 0))
        return place if count >= _LEAST_ALIGNED and 2 * count > len(head) else None

    def _set_apart(self, lines: Sequence[Traced], second: int) -> list[Column]:
        """The two sides of a row with several lines, if each begins at its place; none where a line does not."""
        sides: list[list[Traced]] = [[], []]
        for cell in (cell for line in lines for cell in _cells(line)):
            place = self._in_line(cell)
            if place < second < place + len(cell.text):
                return []
            sides[place >= second].append(cell)
        return [[Paragraph(joined(side))] for side in sides] if all(sides) else []

    def _in_line(self, cell: Traced) -> int:
        """At which character of its line a text begins."""
        start = cell.spans[0][0]
        return start - self.text.rfind("\n", 0, start) - 1

    def _paragraphs(self, pieces: list[Traced]) -> list[list[Traced]]:
        """Pieces of a value that a blank line parts at the end of a sentence are paragraphs of their own.

        Where blank lines part the labels from their values, too, they part all paragraphs. Each line is one where
        lines are those of paragraphs.
        """
        has_all = self._is_spaced or self._has_paragraphs
        paragraphs = [pieces[:1]]
        for before, piece in pairwise(pieces):
            between = self.text[before.spans[-1][1] : piece.spans[0][0]]
            is_apart = not goes_on(before.text, piece.text) if has_all else ends_sentence(before.text)
            if (self._has_paragraphs or _BLANK_LINE.search(between)) and is_apart:
                paragraphs.append([])
            paragraphs[-1].append(piece)
        return paragraphs

    def pages(self) -> tuple[Span, ...]:
        """The pages; each but the last ends with its footer."""
        ends = [end for end in page_ends(self.text) if self.text[end:].strip()]
        return tuple(pairwise([0, *ends, len(self.text)]))


def _parting(head: Sequence[Sequence[Traced]]) -> Parting | None:
    """How the two sides are set off in most of the first rows: in a line each, by a bar or slash, or neither."""
    filled = [lines for lines in head if lines]
    in_lines = sum(len(lines) == 2 for lines in filled)
    by_signs = sum(len(sides_of([joined(lines)])) == 2 for lines in filled)
    if 2 * in_lines > len(filled):
        return "lines"
    return "signs" if by_signs >= _LEAST_ROWS and 2 * by_signs > len(filled) else None


def _cells(line: Traced) -> list[Traced]:
    """What of a line stands between gaps of two blanks or more."""
    return [line.cut(*cell.span()) for cell in _CELL.finditer(line.text)]


def _sides(value: Traced) -> list[Column]:
    """The columns of a head row's value: two where one wide gap parts it."""
    gaps = list(_WIDE_GAP.finditer(value.text))
    if len(gaps) != 1:
        return [[Paragraph(value)] if value else []]
    return [[Paragraph(value.cut(0, gaps[0].start()))], [Paragraph(value.cut(gaps[0].end()))]]


def _heads_in_activities(text: str, taught: Taught) -> list[Span]:
    """The heads of tables below the label of the activities: they are labels of no rows; elsewhere they may be some."""
    heads = [*table_heads(text)]
    plain = masked(text, heads, " ")
    labels = find_labels(plain, is_wrapped=_is_wrapped(plain), taught=taught) if heads else []
    return [head for head in heads if _activities_above(labels, head[0])]


def _activities_above(labels: Sequence[Occurrence], position: int) -> Occurrence | None:
    """The label of the activities, if it is the last that stands before a position."""
    above = next((one for one in reversed(labels) if one.start < position), None)
    return above if above and above.label.key == "activities" else None


def _is_wrapped(text: str) -> bool:
    """Whether the line ends are those of the page: lines are short, and few are parted by blank lines."""
    return max(map(len, text.split("\n"))) <= _LONGEST_WRAPPED_LINE and _has_lines(text)


def _has_lines(text: str) -> bool:
    """Whether most lines stand below each other without a blank line between them."""
    blank_count = len(_BLANK_LINE.findall(text))
    return text.count("\n") - 2 * blank_count > blank_count


def _are_paragraphs(text: str) -> bool:
    """Whether each line is a paragraph: next to none goes on with the one before, and few are about as long as the
    longest, as they are where a page's edge breaks them. Chinese lines do not show whether they go on.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) < _LEAST_LINES or sum(_HAN.match(line) is not None for line in lines) * _FEW > len(lines):
        return False
    longest = max(map(len, lines))
    full_count = sum(len(line) >= _FULL * longest for line in lines)
    return full_count * _FEW <= len(lines) and sum(starmap(goes_on, pairwise(lines))) * _LEAST_LINES <= len(lines)


def _begin_lines(labels: Sequence[Occurrence], text: str) -> bool:
    """Whether labels stand where they stood on the page: not so in a text wrapped again after it was joined."""
    starts = (label.fragments[0] for label in labels)
    return 2 * sum(_begins_line(text, span) or bool(before_slash(text, span[0])) for span in starts) >= len(labels)


def _begins_line(text: str, span: Span) -> bool:
    """Whether nothing stands before a range in its line."""
    return not text[text.rfind("\n", 0, span[0]) + 1 : span[0]].strip()


def _starting_count(labels: Sequence[Occurrence], text: str) -> int:
    return sum(_begins_line(text, label.fragments[0]) for label in labels)


def _without_extra_rows(lines: list[Traced], key: str | None) -> tuple[list[Traced], list[tuple[Traced, list[Traced]]]]:
    """The lines of a row's value up to the first label that the template lacks, and the rows of such labels."""
    own: list[Traced] = []
    extra: list[tuple[Traced, list[Traced]]] = []
    for line in lines:
        start = 0
        current = extra[-1][1] if extra else own
        for match in (_own_words(word, key) for word in _EXTRA_LABEL.finditer(line.text)):
            if not _is_extra(line.text, match, key):
                continue
            current.append(line.cut(start, match.start()).strip())
            extra.append((line.cut(*match.span()), []))
            start, current = match.end(), extra[-1][1]
        current.append(line.cut(start).strip())
    return [line for line in own if line], extra


def _without_remark(lines: list[Traced]) -> tuple[list[Traced], list[tuple[Traced, list[Traced]]]]:
    """The lines of a list, and the row of a remark that stands below it: `Remarks   Not yet discussed in council`."""
    is_list = bool(lines) and starts_item(lines[0].text)
    for index, line in enumerate(lines[1:] if is_list else (), 1):
        label = _CLOSING_LABEL.match(line.text)
        found = find_label(label["label"]) if label else None
        if label and found and found.key is None and found.can_close:
            return lines[:index], [
                (line.cut(0, label.end()).strip(), [line.cut(label.end()).strip(), *lines[index + 1 :]])
            ]
    return lines, []


def _first_of_label(lines: list[Traced]) -> Traced:
    """What a value's last line says of the label below it in another language, taken from the value: `Thèmes /`."""
    is_first = len(lines) > 1 and len(lines[-1]) <= _LONGEST_FIRST and _SLASH_AT_END.search(lines[-1].text)
    return lines.pop() if is_first else EMPTY


def _without_heading(pieces: list[Traced]) -> tuple[list[Traced], list[tuple[Traced, list[Traced]]]]:
    """The paragraphs of a value up to one that is the label of a row that the template lacks, and that row."""
    for index, piece in enumerate(pieces[1:-1], 1):
        found = find_label(piece.text) or find_in_two_languages(piece.text)
        if found and found.key is None:
            return pieces[:index], [(piece, pieces[index + 1 :])]
    return pieces, []


def _own_words(word: re.Match[str], key: str | None) -> re.Match[str]:
    """The label among capitalised words with a colon: the longest known one, or what the value before it leaves.

    Of names only the last word can be a label's first: `Jena, Leuven Partner since: 2016`. A word behind digits is
    the figure's: `6.99 Mio Official website:`.
    """
    starts = [match.start() for match in _CAPITALISED.finditer(word[0])]
    known = (start for start in starts if (label := find_label(word[0][start:])) and label.key is None)
    is_behind_digit = word.string[: word.start()].rstrip()[-1:].isdigit()
    free = starts[-1:] if key in _NAME_KEYS else starts[is_behind_digit:]
    return _EXTRA_LABEL.match(word.string, word.start() + next(known, (free or starts)[0])) or word


def _is_extra(text: str, word: re.Match[str], key: str | None) -> bool:
    """Whether a capitalised word with a colon is another row's label: any is, where values have no colons.

    They have in lists: `Graz: 290,000; Linz: 205,000`.
    """
    if key in HEAD_KEYS:
        return not (_LIST_BEFORE.search(text, 0, word.start()) or _LIST_BEHIND.match(text, word.end()))
    label = find_label(word[0])
    if label is None or label.key is not None:
        return False
    before = text[: word.start()]
    return key == "period" or (key == KEYS[-1] and label.can_close and (not before or ends_sentence(before)))
