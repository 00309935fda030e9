"""The slides that are words and numbers alone: the cover, what nothing covers, what to know, and the sources."""

from __future__ import annotations

from collections.abc import Iterable

from ucap.exports.description import Description, notices
from ucap.exports.story.slide import Column, Entry, Part, Slide, column, part
from ucap.exports.view import View
from ucap.selection.figures import key_figures
from ucap.selection.findings import findings_sentence, findings_table
from ucap.selection.gaps import Gap, gap
from ucap.vocabulary import categories, goals, topics
from ucap.wording import _, format_list, ngettext

MOST_UNTOUCHED, MOST_FINDINGS, MOST_SOURCES = 13, 9, 10
_REMARK_LINES = 12


def cover_slide(view: View, description: Description) -> Slide:
    """What is shown, and how much of it there is."""
    note = _("{plans} plans · {day} · data {fingerprint}").format(
        plans=description.plans_in_words, day=description.day_in_words, fingerprint=description.short_fingerprint
    )
    title = _("Urban Cooperation Action Plans")
    return Slide("cover", title, description.filters_in_words, tuple(key_figures(view.frames)), note)


def no_plan_slide(description: Description) -> Slide:
    """What is told where no plan is selected."""
    return Slide(
        "none", _("No plan is selected"), _("Other filters would show some."), (), description.filters_in_words
    )


def gaps_slide(view: View) -> Slide:
    """Which goals, themes and topics no selected plan touches, and how far the plans speak of them at all."""
    found = found_gaps(view)
    return Slide("gaps", _("What nothing covers"), gaps_sentence(found), tuple(map(gap_column, found)))


def found_gaps(view: View) -> list[Gap]:
    """The gaps in goals, themes and topics."""
    scene = view.scene
    return [gap(scene.coverage, scene.selected, view.frames, name) for name in ("goals", "categories", "topics")]


def gaps_sentence(found: list[Gap]) -> str:
    """How many goals, themes and topics no selected plan touches."""
    goal_count, theme_count, topic_count = (len(one.untouched) for one in found)
    told = [
        _("{count} of {total} goals").format(count=goal_count, total=len(goals())),
        _("{count} of {total} categories of themes").format(count=theme_count, total=len(categories())),
        _("{count} of {total} topics of the Urban Agenda").format(count=topic_count, total=len(topics())),
    ]
    return _("No selected plan touches {values}.").format(values=format_list(told))


def gap_column(found: Gap, most: int = MOST_UNTOUCHED) -> Column:
    """The first `most` untouched values of a vocabulary, and what the plans say of it at all."""
    mentioned = format_list(found.only_mentioned)
    said = [found.reach]
    if mentioned:
        said.append(_("Mentioned, but stated nowhere: {values}.").format(values=mentioned))
    untouched = found.untouched or (_("Each of them is touched by some selected plan."),)
    return column(part(found.title, untouched, most), _remark("", said))


def more_plans_slide(count: int) -> Slide:
    """How many selected plans have no slide of their own."""
    told = ngettext(
        "{count} more plan is selected; it is in the workbook.",
        "{count} more plans are selected; they are in the workbook.",
        count,
    )
    return Slide("more", _("More plans"), told.format(count=count), ())


def findings_slide(view: View) -> Slide:
    """The findings that a speaker should know, the gravest first; mere notes are left to the page of findings."""
    found = findings_table(view.frames)
    grave = found[found["severity"] != "note"]
    titles = grave["title"].fillna(grave["plan"])
    told = [f"{title}: {message}" for title, message in zip(titles, grave["message"], strict=True)]
    listed = column(part(_("Doubtful, missing or wrong"), told, MOST_FINDINGS))
    columns = (listed,) if listed else ()
    return Slide("findings", _("What to know before speaking"), findings_sentence(view.frames), columns)


def sources_slide(description: Description) -> Slide:
    """Where everything comes from, and the notices."""
    count = len(description.sources)
    told = ngettext(
        "{count} document or page stands behind these slides.",
        "{count} documents and pages stand behind these slides.",
        count,
    )
    listed = column(part(_("Documents and pages"), description.sources, MOST_SOURCES))
    noticed = column(_remark(_("Notices"), notices()))
    columns = tuple(one for one in (listed, noticed) if one)
    return Slide("sources", _("Sources"), told.format(count=count), columns)


def _remark(heading: str, texts: Iterable[str]) -> Part:
    """Texts that are told in full."""
    return Part(heading, tuple(map(Entry, texts)), line_count=_REMARK_LINES)
