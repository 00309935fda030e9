"""How many selected plans touch each value of a vocabulary: themes, topics, countries.

Every value has its row, those that no plan touches too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ucap.charts.caching import remembered
from ucap.charts.chart import Chart
from ucap.charts.counts.reach import Reach, Vocabulary, reach
from ucap.charts.counts.rows import Piece, Row, row_figure
from ucap.charts.scene import Scene
from ucap.charts.text import colored, escape, lines
from ucap.charts.words import percent, plans, sentences, share, some
from ucap.plan.words import value_words
from ucap.vocabulary.filters import FILTERS, Value
from ucap.wording import _, aside, format_number, ngettext

MOST_ROWS = 30


@dataclass(frozen=True, slots=True)
class _Words:
    """What a chart of bars calls its things: slug, heading, and the heading of the first column of its table."""

    slug: str
    title: str
    column: str


@remembered
def theme_bars(scene: Scene) -> Chart:
    """The categories of themes by number of plans; themes that fall under none have an honest bar at the end."""
    words = _Words("themes", _("Themes"), _("Category"))
    counts = _sorted(scene.coverage.counts(scene.selected, "categories"))
    return _bars("categories", words, counts, scene, {_("Other themes"): _uncategorised(scene)})


@remembered
def topic_bars(scene: Scene) -> Chart:
    """The topics of the Urban Agenda for the EU by number of plans, those that nobody has too."""
    words = _Words("topics", _("Topics of the Urban Agenda for the EU"), _("Topic"))
    vocabulary = "stated_topics" if scene.selection.is_stated_only else "topics"
    return _bars("topics", words, _sorted(scene.coverage.counts(scene.selected, vocabulary)), scene, {})


@remembered
def country_bars(scene: Scene) -> Chart:
    """The countries of all European cities in the data, by number of selected plans."""
    words = _Words("countries", _("Countries"), _("Country"))
    counts = _sorted(scene.coverage.counts(scene.selected, "countries"))
    return _bars("countries", words, counts, scene, {})


def _sorted(counts: pd.Series) -> pd.Series:
    """Most plans first; equals stay in the order of their vocabulary."""
    return counts.sort_values(ascending=False, kind="stable")


def _uncategorised(scene: Scene) -> int:
    themes = scene.frames.themes
    return int(themes.loc[themes["category"].isna(), "plan"].nunique())


def _bars(vocabulary: Vocabulary, words: _Words, counts: pd.Series, scene: Scene, extras: Mapping[str, int]) -> Chart:
    names = [value_words(vocabulary, value) for value in counts.index]
    found = reach(scene, vocabulary, scene.selection.is_stated_only)
    drawn = list(zip(counts.index, names, counts, strict=True))[:MOST_ROWS]
    rows = [_row(vocabulary, value, name, int(count), scene, found) for value, name, count in drawn]
    rows += [_extra_row(name, count, scene, found) for name, count in extras.items()]
    quoted = [_("“{name}”").format(name=name) for name in names]
    return Chart(
        name=words.slug,
        title=words.title,
        figure=row_figure(rows, scene.look),
        sentence=_sentence(quoted, counts.tolist(), found, extras),
        table=_table(words.column, [*names, *extras], [*counts, *extras.values()], found.naming),
        filter=FILTERS[vocabulary].key,
    )


def _row(vocabulary: Vocabulary, value: Value, name: str, count: int, scene: Scene, found: Reach) -> Row:  # noqa: PLR0913, PLR0917
    palette = scene.palette
    color = palette.emphasis if scene.is_chosen(vocabulary, value) else palette.neutral
    return Row(
        name=name,
        pieces=(Piece(count, {"color": color}),) if count else (),
        end=_end(count, scene, found),
        hover=_hover(name, count, found),
        click=(FILTERS[vocabulary].key, value),
        is_quiet=not count,
    )


def _extra_row(name: str, count: int, scene: Scene, found: Reach) -> Row:
    """A row that stands for no value of the vocabulary: muted, and a click on it says nothing."""
    pieces = (Piece(count, {"color": scene.palette.hairline}),) if count else ()
    return Row(name, pieces, _end(count, scene, found), _hover(name, count, found), is_quiet=True)


def _end(count: int, scene: Scene, found: Reach) -> str:
    if not count:
        return colored(_("none"), scene.palette.muted)
    return f"<b>{format_number(count)}</b> {colored(escape(percent(count, found.naming)), scene.palette.muted)}"


def _hover(name: str, count: int, found: Reach) -> str:
    return lines(f"<b>{escape(name)}</b>", aside(escape(found.of_naming(count)), escape(percent(count, found.naming))))


def _sentence(names: Sequence[str], counts: Sequence[int], found: Reach, extras: Mapping[str, int]) -> str:
    if not found.plan_count:
        return _("No plan is selected.")
    missing = [name for name, count in zip(names, counts, strict=True) if not count]
    return sentences(
        _leading(names, counts, found), found.rest(), _bounded(len(names)), _missing(missing), _extras(extras)
    )


def _leading(names: Sequence[str], counts: Sequence[int], found: Reach) -> str:
    most = max(counts, default=0)
    if not most:
        return _("The selected plans name none.")
    leading = [name for name, count in zip(names, counts, strict=True) if count == most]
    return ngettext("{names} leads with {plans}.", "{names} lead with {plans} each.", len(leading)).format(
        names=some(leading), plans=found.of_naming(most)
    )


def _bounded(row_count: int) -> str:
    if row_count <= MOST_ROWS:
        return ""
    return _("The chart shows the first {count} of {total}.").format(
        count=format_number(MOST_ROWS), total=format_number(row_count)
    )


def _missing(names: Sequence[str]) -> str:
    return _("No selected plan has {names}.").format(names=some(names)) if names else ""


def _extras(extras: Mapping[str, int]) -> str:
    shown = [(name, count) for name, count in extras.items() if count]
    return sentences(*(_("{name}: {plans}.").format(name=name, plans=plans(count)) for name, count in shown))


def _table(column: str, names: Sequence[str], counts: Sequence[int], naming: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            column: pd.Series(list(names), dtype="str"),
            _("Plans"): pd.Series(list(counts), dtype="int64"),
            _("Share of the plans that name some (%)"): pd.Series(
                [share(int(c), naming) for c in counts], dtype="float64"
            ),
        }
    )
