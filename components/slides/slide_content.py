"""What a slide shows, as markup: text of documents stays text."""

from __future__ import annotations

from html import escape

from ucap.exports.story.slide import Columns, Entry, Grid, Part, Slide
from ucap.exports.story.stage import Typeset
from ucap.plain_text import printable
from ucap.selection.figures import KeyFigure
from ucap.vocabulary import goals
from ucap.wording import _


def head_markup(slide: Slide, sentence_px: float) -> str:
    """The title, and the sentence in large type."""
    size = f'style="font-size: {sentence_px:.1f}px"'
    return f'<h1>{_safe(slide.title)}</h1><p class="slide-sentence" {size}>{_safe(slide.sentence)}</p>'


def figures_markup(figures: tuple[KeyFigure, ...]) -> str:
    """The key figures: numbers large, words below."""
    markup = (f"<div><dd>{_safe(figure.number)}</dd><dt>{_safe(figure.words)}</dt></div>" for figure in figures)
    return f'<dl class="slide-figures">{"".join(markup)}</dl>'


def columns_markup(columns: Columns, typeset: Typeset) -> str:
    """Columns of lists, side by side."""
    markup = ("<div>" + "".join(_part_markup(part, typeset) for part in column) + "</div>" for column in columns)
    return f'<div class="slide-columns" style="font-size: {typeset.text_px:.1f}px">{"".join(markup)}</div>'


def grid_markup(grid: Grid, text_px: float, row_count: int) -> str:
    """A table, its first rows, and how many more there are."""
    widths = "".join(f'<col style="width: {share / sum(grid.shares):.1%}">' for share in grid.shares)
    head = "".join(f'<th scope="col">{_safe(heading)}</th>' for heading in grid.headings)
    rows = "".join(f"<tr>{''.join(map(_cell_markup, row))}</tr>" for row in grid.rows[:row_count])
    left_out = grid.left_out_count(row_count)
    more = f'<p class="slide-more">{_safe(_("and {count} more").format(count=left_out))}</p>' if left_out > 0 else ""
    table = f"<table><colgroup>{widths}</colgroup><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="slide-table" style="font-size: {text_px:.1f}px">{table}{more}</div>'


def _cell_markup(entry: Entry) -> str:
    link = f'<a href="{escape(entry.link)}" target="_blank" rel="noopener noreferrer">' if entry.link else ""
    return f"<td>{link}{_safe(entry.text)}{'</a>' if link else ''}</td>"


def note_markup(note: str) -> str:
    """The small print."""
    return f'<p class="slide-note">{_safe(note)}</p>'


def _part_markup(part: Part, typeset: Typeset) -> str:
    heading = f"<h2>{_safe(part.heading)}</h2>" if part.heading else ""
    kind = "" if part.heading else 'class="slide-plain" '
    entries = "".join(map(_entry_markup, part.shown))
    more = f'<p class="slide-more">{_safe(_left_out(part))}</p>' if part.left_out_count else ""
    return f'{heading}<ul {kind}style="--lines: {typeset.most_lines(part)}">{entries}</ul>{more}'


def _left_out(part: Part) -> str:
    return _("and {count} more").format(count=part.left_out_count)


def _entry_markup(entry: Entry) -> str:
    if entry.side:
        return f'<li class="slide-{entry.side}">{_safe(entry.text)}</li>'
    if entry.goal is None:
        return f"<li>{_safe(entry.text)}</li>"
    color = goals()[entry.goal - 1].color
    return f'<li class="slide-goal"><i style="background: {color}"></i>{_safe(entry.text)}</li>'


def _safe(text: str) -> str:
    return escape(printable(text))
