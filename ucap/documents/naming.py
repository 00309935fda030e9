"""Rows whose labels are not known get the row of the template that they are, where they show which."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ucap.documents.draft import Column, Draft, DraftRow
from ucap.documents.labels.known import CONTACT, HEAD_KEYS, KEYS
from ucap.documents.labels.lexicon import OTHER, sense_of
from ucap.documents.labels.plans import LEAST_ROWS
from ucap.documents.labels.rows import Candidate, decide, is_doubtful, is_of_topics, weights_of
from ucap.documents.labels.signs import evidence
from ucap.documents.labels.taught import NOTHING_TAUGHT, Taught
from ucap.documents.lists.paragraphs import Paragraph
from ucap.documents.traced import BLANKS, Traced
from ucap.documents.wrapping import joined
from ucap.vocabulary.reference import word_list

_BAR = re.compile(rf"{BLANKS}\|\s*|(?<!\s)\s+(?://?|·)\s+")  # "Trieste | Beihai"
_WIDE_GAP = re.compile(r"[ \u00a0]{3,}|\t")
_ADDRESSES = re.compile(
    r"(?:[^\s@]{1,64}(?:@[^\s@]{2,319})*@[^\s@]{1,255}(?:\s+|$))+"
)  # "li@wuhu.example; ana@porto.example"
_IN_BRACKETS = re.compile(r"[(（][^()（）]{20,}[)）]\.?")  # "(Source: yearbooks of both cities)"
_WORDS_OF_REMARK = 4
_LEAST_ROWS = 4
"""So many rows must be plain in a document without a known label, or else it is no summary."""
_KNOWN_ROWS = 3
_LEAST_WORDED = 3
"""And of so many the labels must say it."""
_PLAINLY = 1.0
_LEAST_LIKE_LABEL = 2.0
_SHARE_OF_LABEL = 0.6
_LEAST_LIKE_VALUE = 1.0


def is_like_label(text: str, taught: Taught = NOTHING_TAUGHT, share: float = _SHARE_OF_LABEL) -> bool:
    """Whether a text is a label, or so great a `share` of its words are those of labels and speak for a row."""
    if taught.find_label(text):
        return True
    sense = sense_of(text)
    return sense.share >= share and sense.most >= _LEAST_LIKE_LABEL


def name_rows(draft: Draft) -> None:
    """Name the rows without a known label by their words, their content and their place among the others.

    Rows that the template lacks and that say whom to write to become the contact.
    """
    _join_broken_rows(draft)
    _name_unknown(draft)
    take_contacts(draft)


def _name_unknown(draft: Draft) -> None:
    """Nothing is guessed where all labels are known, or where too little speaks for a summary.

    Beside a whole plan only so many unknown rows are looked at as may be those of another one in another language, and
    one of the Urban Agenda's topics, which the row of the goals may lack.
    """
    candidates = [_candidate(draft, row) for row in draft.rows]
    unknown = [candidate.label for candidate in candidates if not candidate.key]
    is_whole = {row.key for row in draft.rows} >= set(KEYS)
    if not unknown or (is_whole and len(unknown) < LEAST_ROWS and not any(map(is_of_topics, unknown))):
        return
    guesses = decide(candidates, lambda index, _end: draft.rows[index].texts).guesses
    if not _is_summary(draft.rows, candidates, [guess.key for guess in guesses]):
        return
    certain = {candidate.key for candidate in candidates}
    for row, candidate, guess in zip(draft.rows, candidates, guesses, strict=True):
        if not candidate.key and guess.key != OTHER:
            row.key = guess.key
            is_guessed = is_doubtful(row.label.text, guess.key, row.texts, certain)
            row.runner_up = guess.runner_up.replace(OTHER, "") if is_guessed else None
    part_sides(row for row in draft.rows if not draft.find_label(row.label.text))


def _join_broken_rows(draft: Draft) -> None:
    """Make whole the rows that are two rows of a table: a label that goes on small, a label above its cells.

    `Activities and outputs,` with `done and planned` below it; `Key challenges of` above `cooperation theme`; `Area`
    without a value above `1,200 km²`, `78 km²`.
    """
    rows, draft.rows = draft.rows, []
    for row in rows:
        above = draft.rows[-1] if draft.rows else None
        is_unknown = row.key is None and not draft.find_label(row.label.text)
        if above and _goes_on_below(draft, above, row, is_unknown=is_unknown):
            above.label = Traced.join([above.label, row.label])
            known = draft.find_label(above.label.text)
            above.key = known.key if known else above.key or row.key
            draft.continue_row(row.columns)
        elif above and above.key and is_unknown and not any(above.columns) and _is_value(row, above.key):
            above.columns = [[Paragraph(row.label)], *row.columns]
        else:
            draft.rows.append(row)


def _goes_on_below(draft: Draft, above: DraftRow, row: DraftRow, *, is_unknown: bool) -> bool:
    """Whether a label that cannot end there goes on in the next row: in small letters, or to one of its own row."""
    label = above.label.text
    if not _is_broken(label):
        return False
    whole = draft.find_label(f"{label} {row.label.text}")
    if whole and whole.key and whole.key == above.key:
        return True
    is_same = row.key is not None and (above.key == row.key or sense_of(label).weights.get(row.key, 0.0) > 0)
    return is_same or (is_unknown and row.label.text[:1].islower())


def _is_broken(label: str) -> bool:
    """Whether a label cannot end there: behind a comma, a slash or a small word."""
    return label.endswith((",", "/", "&")) or not word_list("label-goes-on").isdisjoint(label.split()[-1:])


def _is_value(row: DraftRow, key: str) -> bool:
    """Whether all cells of a row, the first included, hold the value of a row of the template."""
    return evidence((row.label.text, *row.texts)).get(key, 0.0) >= _LEAST_LIKE_VALUE


def _candidate(draft: Draft, row: DraftRow) -> Candidate:
    key = row.key or (OTHER if draft.find_label(row.label.text) else None)
    return Candidate(row.label.text, key)


def _is_summary(rows: Sequence[DraftRow], candidates: Sequence[Candidate], names: Sequence[str]) -> bool:
    """Whether some rows are known, or enough of those that are guessed are plain."""
    if sum(candidate.key in KEYS for candidate in candidates) >= _KNOWN_ROWS:
        return True
    pairs = [(row, name) for row, name in zip(rows, names, strict=True) if name in KEYS]
    if sum(sense_of(row.label.text).weights.get(name, 0.0) >= _LEAST_LIKE_LABEL for row, name in pairs) < _LEAST_WORDED:
        return False
    weighed = [(weights_of(row.label.text, row.texts), name) for row, name in pairs]
    plain_count = sum(weights[name] - weights[OTHER] >= _PLAINLY for weights, name in weighed)
    return plain_count + sum(candidate.key in KEYS for candidate in candidates) >= _LEAST_ROWS


def _is_contact(row: DraftRow) -> bool:
    """Whether a row asks to write to somebody, in its label or by holding nothing but addresses."""
    if "@" not in "".join(row.texts):
        return False
    says_so = sense_of(row.label.text).weights.get(CONTACT, 0.0) > 0
    return says_so or all(_ADDRESSES.fullmatch(text) for text in row.texts if text.strip())


def take_contacts(draft: Draft) -> None:
    """Rows that the template lacks and that say whom to write to are the contact."""
    for row in [row for row in draft.rows if row.key is None and _is_contact(row)]:
        draft.rows.remove(row)
        draft.template.extend(row.label.spans)
        draft.contact.extend(paragraph.text for column in row.columns for paragraph in column)


def part_sides(rows: Iterable[DraftRow]) -> None:
    """Part the sides in the first rows of a form, where one cell may hold both."""
    for row in rows:
        if row.key in HEAD_KEYS and len(row.columns) == 1:
            row.columns = sides_of([paragraph.text for paragraph in row.columns[0]])
            row.is_collapsed = len(row.columns) == 1


def is_remark(text: str) -> bool:
    """Whether a paragraph below the sides of a row is a remark in brackets: `(Source: yearbooks of both cities)`."""
    return _IN_BRACKETS.fullmatch(text) is not None and len(text.split()) >= _WORDS_OF_REMARK


def sides_of(lines: Sequence[Traced]) -> list[Column]:
    """The columns of a head row of a form: two lines, or two parts of a line that a bar, a slash or a gap parts."""
    if len(lines) == 2:
        return [[Paragraph(line)] for line in lines]
    value = joined(lines)
    for separator in (_BAR, _WIDE_GAP):
        found = list(separator.finditer(value.text.strip(" |")))
        if len(found) == 1:
            start = value.text.index(found[0][0], value.text.index(value.text.strip(" |")))
            left, right = value.cut(0, start).strip(" |"), value.cut(start + len(found[0][0])).strip(" |")
            return [[Paragraph(left)], [Paragraph(right)]]
    return [[Paragraph(value)] if value else []]
