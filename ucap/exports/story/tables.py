"""The slides that are tables: who works with whom on what, what nothing covers, and the plans with little in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from ucap.charts.words import some
from ucap.exports.description import Description
from ucap.exports.story.slide import Entry, Grid, Length, Slide
from ucap.exports.view import View
from ucap.plan.record import Plan
from ucap.plan.words import pair_words, plan_title, title_words
from ucap.selection.gaps import Gap, gap
from ucap.selection.listings import by_title, goal_chip, pair_list
from ucap.selection.places.cities import cities, pair_slug
from ucap.vocabulary.categories import categories
from ucap.vocabulary.goals import goals
from ucap.vocabulary.topics import topics
from ucap.wording import _, format_date, format_list, format_number, format_range, ngettext

MOST_TABLE_SLIDES, MOST_ROWS = 6, 120
_MOST_THEMES = 3
_PAIR_SHARES = (0.235, 0.065, 0.385, 0.075, 0.1, 0.14)
_PLAN_SHARES = (0.33, 0.14, 0.31, 0.22)
_GAP_SHARES = (0.16, 0.13, 0.44, 0.13, 0.14)


def pairs_slide(view: View, description: Description, most_slides: int = MOST_TABLE_SLIDES) -> Slide:
    """A row per pair of cities, those of most plans first: on what they work, for which goals, and when."""
    listed = pair_list(view.frames)
    by_pair = listed.reset_index().groupby(pd.Series(listed.attrs["pairs"], dtype="object"), sort=False)
    rows = tuple(_pair_row(view, description, pair, plans) for pair, plans in islice(by_pair, MOST_ROWS))
    count = len(view.frames.pairs.drop_duplicates(["china_city", "europe_city"]))
    words = ngettext("{count} pair: what it works on, and when.", "{count} pairs: what they work on, and when.", count)
    headings = (_("Pair"), _("Plans"), _("Themes"), _("SDG"), _("Period"), _("Last activity"))
    length = Length(most_slides, _("More pairs are in the workbook."))
    sentence = words.format(count=format_number(count)) if count else _("No selected plan pairs two cities.")
    return Slide(
        "pairs", _("Pairs of cities"), sentence, Grid(headings, rows, _PAIR_SHARES, total=count), length=length
    )


def _pair_row(view: View, description: Description, pair: tuple[str, str], plans: pd.DataFrame) -> tuple[Entry, ...]:
    europe, china = pair
    link = description.page("cities", pair=pair_slug(cities(view.scene.coverage), china, europe))
    last = max(plans[_("Last activity")].dropna(), default="")
    goals_named = view.frames.goals.loc[view.frames.goals["plan"].isin(plans["plan"]), "goal"]
    cells = (
        str(len(plans)),
        some(_distinct(plans[_("Themes")]), _MOST_THEMES),
        _number_words(sorted(set(goals_named))),
        _years(plans[_("Period")]),
        format_date(last[:7]) if last else "",
    )
    return (Entry(pair_words(china, europe), link=link), *map(Entry, cells))


def _years(periods: Iterable[str]) -> str:
    """The years from the first to the last of several periods: of "2019-11 – 2020-11" and "2021 – " it is "2019–"."""
    ends = [[part.strip()[:4] for part in period.split("–")] for period in periods if period]
    if not ends:
        return ""
    first, last = min(one[0] for one in ends), max(one[-1] or "9999" for one in ends)
    return first if first == last else f"{first}–{last.removeprefix('9999')}"


def _number_words(numbers: Sequence[int]) -> str:
    """Numbers in order, three or more that follow each other as a range: "1–6, 8, 10, 11"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [[f"{run[0]}–{run[-1]}"] if len(run) > 2 else list(map(str, run)) for run in runs]
    return ", ".join(chain.from_iterable(parts))


def _distinct(lists: Iterable[Sequence[str]]) -> list[str]:
    return list(dict.fromkeys(chain.from_iterable(lists)))


def few_words_slide(view: View, ids: Sequence[str], description: Description, left_out_count: int) -> Slide:
    """A row for each of the plans that hold too little for a slide; the workbook has as many more as are left out."""
    rows = tuple(_plan_row(view.records[plan_id], description) for plan_id in ids)
    headings = (_("Plan"), _("Period"), _("Themes"), _("Activities"))
    more = ngettext(
        "{count} more plan is selected; it is in the workbook.",
        "{count} more plans are selected; they are in the workbook.",
        left_out_count,
    )
    count = len(ids) + left_out_count
    words = ngettext("{count} plan in a line.", "{count} plans in a line each.", count)
    sentence = words.format(count=format_number(count))
    if left_out_count:
        sentence = _("{first} {second}").format(first=sentence, second=more.format(count=format_number(left_out_count)))
    length = Length(len(rows), _("More plans are in the workbook."))
    return Slide("more", _("Further plans"), sentence, Grid(headings, rows, _PLAN_SHARES, total=count), length=length)


def _plan_row(plan: Plan, description: Description) -> tuple[Entry, ...]:
    count = len(plan.activities)
    words = ngettext("{count} activity", "{count} activities", count).format(count=format_number(count))
    last = max((one.end or one.start or "" for one in plan.activities if one.status == "done"), default="")
    done = _("{words}, last {day}").format(words=words, day=format_date(last)) if last else words
    cells = (
        format_range(plan.period.start, plan.period.end),
        some([theme.label for theme in plan.themes], _MOST_THEMES),
        done if count else "",
    )
    return (Entry(plan_title(plan), link=description.page("plans", open=plan.id or "")), *map(Entry, cells))


def documents_slide(view: View, description: Description, most_slides: int = MOST_TABLE_SLIDES) -> Slide:
    """Each plan by its title with what stands behind it: its document, the pages that it cites by their hosts, and the
    documents of other plans by their titles.
    """
    frames = view.frames
    cited = frames.sources.groupby("plan", sort=False)["source"].agg(list)
    plans = by_title(frames.plans, view.scene.coverage, MOST_ROWS)
    known = view.scene.coverage.frames.plans.dropna(subset=["title"])
    known = known[known["document"].isin(frames.sources["source"])].drop_duplicates("document")
    title_of = known.set_index("document")["title"].map(title_words)
    pages_of = cited.map(lambda pages: [title_of.get(page, urlsplit(page).hostname or page) for page in pages])
    rows = tuple(_document_row(row, pages_of.get(row.plan, []), description) for row in plans.itertuples())
    grid = Grid((_("Plan"), _("Documents and pages")), rows, (0.5, 0.5), total=len(frames.plans))
    length = Length(most_slides, _("More sources are in the workbook."))
    return Slide("documents", _("Sources"), documents_sentence(description), grid, length=length)


def documents_sentence(description: Description) -> str:
    """How many documents and pages there are."""
    count = len(description.sources)
    if not count:
        return _("No document or page stands behind these slides.")
    words = ngettext(
        "{count} document or page stands behind these slides.",
        "{count} documents and pages stand behind these slides.",
        count,
    )
    return words.format(count=format_number(count))


def _document_row(row: Any, pages: Sequence[str], description: Description) -> tuple[Entry, ...]:
    behind = [_("its document")] if isinstance(row.document, str) else []
    behind += dict.fromkeys(pages)
    title = title_words(row.title if isinstance(row.title, str) else row.plan)
    link = description.page("plans", open=row.plan)
    return Entry(title, link=link), Entry(some(behind or [_("no source cited")], 4))


def gaps_slide(view: View) -> Slide:
    """Which goals, themes and topics no selected plan touches, and how far the plans speak of them at all."""
    found = found_gaps(view)
    headings = (_("Vocabulary"), _("Untouched"), _("Which"), _("Only mentioned"), _("Plans"))
    grid = Grid(headings, tuple(map(_gap_row, found)), _GAP_SHARES)
    return Slide(
        "gaps", _("Gaps"), gaps_sentence(found), grid, length=Length(2, _("The rest is on the Coverage page."))
    )


def found_gaps(view: View) -> list[Gap]:
    """The gaps in goals, themes and topics."""
    scene = view.scene
    return [gap(scene.coverage, scene.selected, view.frames, name) for name in ("goals", "categories", "topics")]


def gaps_sentence(found: list[Gap]) -> str:
    """How many goals, themes and topics no selected plan touches."""
    goal_count, theme_count, topic_count = (len(one.untouched) for one in found)
    counts = [
        _("{count} of {total} goals").format(count=goal_count, total=len(goals())),
        _("{count} of {total} categories of themes").format(count=theme_count, total=len(categories())),
        _("{count} of {total} topics of the Urban Agenda").format(count=topic_count, total=len(topics())),
    ]
    return _("No selected plan covers {values}.").format(values=format_list(counts))


def _gap_row(found: Gap) -> tuple[Entry, ...]:
    """The untouched values of a vocabulary; goals by their numbers, which everyone knows them by."""
    counted = _("{count} of {total}").format(count=len(found.untouched), total=len(found.values))
    untouched, mentioned = _named(found, found.untouched), _named(found, found.only_mentioned)
    cells = (found.title, counted, untouched or _("none"), mentioned or _("none"), found.reach)
    return tuple(map(Entry, cells))


def _named(found: Gap, words: Sequence[str]) -> str:
    values = [found.values[one] for one in words]
    return format_list(
        [goal_chip(one) if isinstance(one, int) else text for one, text in zip(values, words, strict=True)]
    )
