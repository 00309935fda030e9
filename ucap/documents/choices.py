"""Check boxes: which of a form's options are chosen.

What is not chosen belongs to no row: it stays readable among the loose text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ucap.documents.lists.paragraphs import Paragraph
from ucap.documents.traced import BLANKS, Traced

TICKED = "☒"
OPEN = "☐"
_BOX = re.compile(
    r"(?P<ticked>[☒☑✅🗹🗷]|\[\s?[xX✓✔*]\s?\]|(?<!\w)\(\s?[xX✓✔]\s?\))"
    r"|(?P<open>[☐🗆]|\[[ _]{0,3}\]|(?<!\w)\([ _]{1,3}\)|(?<!\w)\(\))"
    r"|(?P<filled>[■●◉◼⬛✓✔⦿])|(?P<empty>[□○◯◻⬜])|(?P<cross>[✗✘✕])"
)  # "☒", "[x]", "( )", "■", "✗"
_ROUND = re.compile(r"\(\s?[xX]?\s?\)")  # "(x)", "( )"
_ANSWER = re.compile(
    rf"{BLANKS}(?:[:：=–-]|\()\s*(?:(?P<yes>yes|ja|oui|sì|si|sí|sim|tak|ano|da|y|是|有|✓)|(?P<no>no|nein|non|não|nie|nee|ne|nej|n|否|不|无|✗))"
    r"\)?\s*(?:[;；,，.\n|]|$)",
    re.IGNORECASE,
)
"""`SDG 8: no; SDG 11: yes`."""
_LEAST_ANSWERS = 2
_EDGES = " \t\n,;"


def split_choices(paragraphs: Sequence[Paragraph], has_answers: bool = False) -> tuple[list[Paragraph], list[Traced]]:
    """The paragraphs of a cell without the options that are not chosen, and the boxes and answers of the others.

    Squares, circles and ticks are boxes only where full and empty ones stand side by side, and otherwise bullets.

    Args:
        paragraphs: those of the cell; they come back as they are where no option has a box.
        has_answers: the cell belongs to a row of options, in which `: yes` and `: no` are answers.
    """
    texts = [paragraph.text.text for paragraph in paragraphs]
    boxes = [list(_BOX.finditer(text)) for text in texts]
    marks = [box for found in boxes for box in found]
    if _is_choice(marks, has_answers):
        is_cross_a_tick = not any(mark.lastgroup in ("ticked", "filled") for mark in marks)
        options = [_options(*pair, is_cross_a_tick) for pair in zip(texts, boxes, strict=True)]
        return _chosen(paragraphs, options)
    answers = [list(_ANSWER.finditer(text)) for text in texts] if has_answers else []
    if sum(map(len, answers)) >= _LEAST_ANSWERS:
        return _chosen(paragraphs, [_answered(*pair) for pair in zip(texts, answers, strict=True)])
    return list(paragraphs), []


@dataclass(frozen=True, slots=True)
class _Option:
    """An option `text[start:end]`, and its box or answer; without one it is what precedes or follows the options."""

    start: int
    end: int
    mark: tuple[int, int] | None = None
    is_chosen: bool = True


def _chosen(
    paragraphs: Sequence[Paragraph], options: Sequence[Sequence[_Option]]
) -> tuple[list[Paragraph], list[Traced]]:
    kept: list[Paragraph] = []
    marks: list[Traced] = []
    for paragraph, found in zip(paragraphs, options, strict=True):
        for option in found:
            text = paragraph.text.cut(option.start, option.end).strip(_EDGES)
            if option.is_chosen and text:
                kept.append(Paragraph(text, "bullet") if option.mark else replace(paragraph, text=text))
            if option.is_chosen and option.mark:
                marks.append(paragraph.text.cut(*option.mark).strip())
    return kept, marks


def _is_choice(marks: Sequence[re.Match[str]], has_options: bool) -> bool:
    """Whether marks are boxes; ticks and crosses are some only in a row of options.

    `✓ May 2019: fair`, `✗ June 2020: cancelled` are what was held and what was not.
    """
    kinds = {mark.lastgroup for mark in marks}
    if not has_options and kinds <= {"filled", "empty", "cross"} and "cross" in kinds:
        return False
    is_round = all(_ROUND.fullmatch(mark[0]) for mark in marks)
    if is_round or kinds <= {"filled"}:
        return {"ticked", "open"} <= kinds
    is_ticked = bool(kinds & {"ticked", "filled"})
    has_empty = bool(kinds & {"open", "empty"})
    return bool(kinds & {"ticked", "open"}) or (is_ticked and has_empty) or {"cross", "filled"} <= kinds


def _is_chosen(mark: re.Match[str], is_cross_a_tick: bool) -> bool:
    return mark.lastgroup in ("ticked", "filled") or (mark.lastgroup == "cross" and is_cross_a_tick)


def _options(text: str, boxes: Sequence[re.Match[str]], is_cross_a_tick: bool) -> list[_Option]:
    """What precedes the first box, and the options; their boxes stand before or behind all of them.

    A cross is a tick where the cell has no other.
    """
    if not boxes:
        return [_Option(0, len(text))]
    is_behind = bool(text[: boxes[0].start()].strip()) and not text[boxes[-1].end() :].strip()
    starts = [0, *(box.end() for box in boxes)] if is_behind else [box.end() for box in boxes]
    ends = [box.start() for box in boxes] if is_behind else [*(box.start() for box in boxes[1:]), len(text)]
    found = [
        _Option(low, high, box.span(), _is_chosen(box, is_cross_a_tick))
        for low, high, box in zip(starts, ends, boxes, strict=False)
    ]
    return found if is_behind else [_Option(0, boxes[0].start()), *found]


def _answered(text: str, answers: Sequence[re.Match[str]]) -> list[_Option]:
    starts = [0, *(answer.end() for answer in answers)]
    found = [
        _Option(start, answer.start(), answer.span(), answer["yes"] is not None)
        for start, answer in zip(starts, answers, strict=False)
    ]
    return [*found, _Option(starts[-1], len(text))]
