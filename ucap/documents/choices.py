"""Check boxes: which of a form's options are chosen.

What is not chosen belongs to no row: it stays readable among the loose text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ucap.documents.lists.paragraphs import Paragraph
from ucap.documents.traced import BLANKS, Span, Traced

TICKED = "☒"
OPEN = "☐"
_BOX = re.compile(
    r"(?P<ticked>[☒☑✅🗹🗷]|[\[［【]\s?[xX✓✔√*]\s?[\]］】]|(?<!\w)\(\s?[xX]\s?\)|(?:\(|（)\s?[✓✔√]\s?[)）]|（\s?[xX]\s?）)"
    r"|(?P<open>[☐🗆]|\[[ _]{0,3}\]|［\s{0,3}］|(?<!\w)\([ _]{1,3}\)|(?<!\w)\(\)|（[\s_]{0,3}）)"
    r"|(?P<filled>[■●◉◼⬛✓✔√⦿])|(?P<empty>[□○◯◻⬜])|(?P<cross>[✗✘✕]|[\[［(（]\s?[×✗✘✕]\s?[\]］)）])"
)  # "☒", "[x]", "（√）", "( )", "■", "✗"
_UNNAMED = re.compile(r"\?P<\w+>")
_ROUND = re.compile(r"[(（]\s*[xX]?\s*[)）]")  # "(x)", "( )"
_YES = r"yes|ja|oui|sì|si|sí|sim|tak|ano|áno|da|igen|jah|kyllä|jā|taip|ναι|да|iva|y|是|有"
_NO = r"no|nein|non|não|nie|nee|ne|nej|nem|nu|ei|nē|όχι|οχι|не|le|n|否|不|无|無"
_ANSWER = re.compile(
    rf"{BLANKS}(?:[:：=–-]|\()\s*(?:(?P<yes>{_YES}|✓)|(?P<no>{_NO}|✗))"
    r"\)?\s*(?:[;；,，.\n|]|$)",
    re.IGNORECASE,
)
"""`SDG 8: no; SDG 11: yes`."""
_ANY_BOX = f"(?:{_UNNAMED.sub('?:', _BOX.pattern)})"
_BESIDE = r"[\s,;/|]*+"
_END = r"(?![^\W_])"
_YES_AND_NO = "|".join(
    rf"{_ANY_BOX}\s*+(?:{one}){_END}{_BESIDE}{_ANY_BOX}\s*+(?:{other}){_END}"
    rf"|(?:{one})\s*+{_ANY_BOX}{_BESIDE}(?:{other})\s*+{_ANY_BOX}"
    for one, other in ((_YES, _NO), (_NO, _YES))
)
_BOXED_ANSWER = re.compile(
    rf"{BLANKS}[:：=–-]?\s*+(?<![^\W_])(?:{_YES_AND_NO}|{_ANY_BOX}\s*+(?:{_YES}|{_NO})(?!\s*+[^\W_]))[\s,;.]*+",
    re.IGNORECASE,
)
"""`SDG 8: ☐ yes ☒ no`, `SDG 11: yes ☒ no ☐`, `SDG 11: ☒ yes`, and not `☒ No Poverty`."""
_BOXED_YES = re.compile(rf"(?:{_YES})(?![^\W_])", re.IGNORECASE)
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
    if has_answers and marks and (boxed := _boxed_answers(texts, boxes)):
        return _chosen(paragraphs, boxed)
    if _is_choice(marks, has_answers):
        is_cross_a_tick = not any(mark.lastgroup in ("ticked", "filled") for mark in marks)
        options = [_options(*pair, is_cross_a_tick) for pair in zip(texts, boxes, strict=True)]
        return _chosen(paragraphs, options)
    answers = [list(_ANSWER.finditer(text)) for text in texts] if has_answers else []
    if sum(map(len, answers)) >= _LEAST_ANSWERS:
        return _chosen(paragraphs, [_answered(*pair) for pair in zip(texts, answers, strict=True)])
    return list(paragraphs), []


def _boxed_answers(texts: Sequence[str], boxes: Sequence[Sequence[re.Match[str]]]) -> list[list[_Option]]:
    """The options where all boxes stand beside answers, `SDG 8: ☐ yes ☒ no`; nothing where one does not."""
    answers = [list(_BOXED_ANSWER.finditer(text)) for text in texts]
    for found, own in zip(boxes, answers, strict=True):
        if not all(any(one.start() <= box.start() < one.end() for one in own) for box in found):
            return []
    return [
        _beside_answers(text, [(one.span(), _is_yes(one[0])) for one in own])
        for text, own in zip(texts, answers, strict=True)
    ]


def _beside_answers(text: str, answers: Sequence[tuple[Span, bool]]) -> list[_Option]:
    """The options before their answers, or behind them where the text begins with an answer and ends with an option.

    None is chosen where the side is unclear: `☐ yes ☒ no SDG 3 ☒ yes ☐ no`, `Tick: ☐ yes ☒ no SDG 3`.
    """
    if not answers:
        return [_Option(0, len(text))]
    is_first = not text[: answers[0][0][0]].strip(_EDGES)
    behind = text[answers[-1][0][1] :]
    if not is_first and not any(map(str.isdecimal, behind)):
        return _by_answers(text, answers)
    if not is_first or not behind.strip(_EDGES):
        return [_Option(0, len(text), is_chosen=False)]
    ends = [*(span[0] for span, _ in answers[1:]), len(text)]
    return [_Option(span[1], end, span, is_yes) for (span, is_yes), end in zip(answers, ends, strict=True)]


def _is_yes(answer: str) -> bool:
    """Whether the box beside `yes` is the one that is chosen."""
    boxes = list(_BOX.finditer(answer))
    is_behind = not _BOX.match(answer.lstrip(" :：=–-"))
    edges = [0, *(box.end() for box in boxes)] if is_behind else [*(box.start() for box in boxes), len(answer)]
    parts = (answer[low:high] for low, high in pairwise(edges))
    return any(
        _is_chosen(box, is_cross_a_tick=len(boxes) == 1) and _BOXED_YES.search(part) is not None
        for box, part in zip(boxes, parts, strict=True)
    )


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
    return _by_answers(text, [(answer.span(), answer["yes"] is not None) for answer in answers])


def _by_answers(text: str, answers: Sequence[tuple[Span, bool]]) -> list[_Option]:
    """The options before their answers, of which each says whether its option is chosen, and what follows them."""
    starts = [0, *(span[1] for span, _ in answers)]
    found = [_Option(start, span[0], span, is_yes) for start, (span, is_yes) in zip(starts, answers, strict=False)]
    return [*found, _Option(starts[-1], len(text))]
