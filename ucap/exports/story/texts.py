"""The slides that are words and numbers alone: the cover, what nothing covers, what to know, and the sources."""

from __future__ import annotations

from collections.abc import Iterable

from ucap.exports.description import Description, notices
from ucap.exports.story.slide import Column, Entry, Length, Part, Slide, column, part
from ucap.exports.view import View
from ucap.plan.words import title_words
from ucap.selection.figures import key_figures
from ucap.selection.findings import findings_sentence, findings_table
from ucap.selection.gaps import Gap, gap
from ucap.vocabulary.categories import categories
from ucap.vocabulary.goals import goals
from ucap.vocabulary.topics import topics
from ucap.wording import N_, _, format_list, ngettext

MOST_UNTOUCHED, MOST_SOURCES = 13, 10
_REMARK_LINES = 12
# The severity of findings, their heading, and how many of them a single screen shows.
_SEVERITIES = (("error", N_("Missing or wrong"), 5), ("warning", N_("Doubtful"), 5))


def cover_slide(view: View, description: Description) -> Slide:
    """What is shown, and how much of it there is."""
    title = _("Urban Cooperation Action Plans")
    figures = tuple(key_figures(view.frames, view.scene.met))
    return Slide("cover", title, description.filters_in_words, figures, cover_note(description), description.fact_lines)


def cover_note(description: Description) -> str:
    """The small print of a cover: how many plans, the day, and the state of the data."""
    return _("{plans} plans · {day} · data {fingerprint}").format(
        plans=description.plans_in_words, day=description.day_in_words, fingerprint=description.short_fingerprint
    )


def no_plan_slide(description: Description) -> Slide:
    """What is said where no plan is selected."""
    filters = column(_remark(_("Filters"), [description.filters_in_words]))
    return Slide("none", _("No plan is selected"), _("Other filters would show some."), (filters,))


def gaps_slide(view: View) -> Slide:
    """Which goals, themes and topics no selected plan touches, and how far the plans speak of them at all."""
    found = found_gaps(view)
    length = Length(2, _("The rest is on the Coverage page."))
    columns = tuple(map(_gap_column, found))
    return Slide("gaps", _("Gaps"), gaps_sentence(found), columns, length=length)


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


def _gap_column(found: Gap) -> Column:
    """The untouched values of a vocabulary, and what the plans say of it at all."""
    mentioned = format_list(found.only_mentioned)
    said = [found.reach]
    if mentioned:
        said.append(_("Only mentioned: {values}.").format(values=mentioned))
    untouched = found.untouched or (_("The selected plans cover all of them."),)
    return column(part(found.title, untouched, MOST_UNTOUCHED), _remark("", said))


def more_plans_slide(count: int) -> Slide:
    """How many selected plans have no slide of their own."""
    words = ngettext(
        "{count} more plan is selected; it is in the workbook.",
        "{count} more plans are selected; they are in the workbook.",
        count,
    )
    return Slide("more", _("More plans"), words.format(count=count), ())


def findings_slide(view: View) -> Slide:
    """The findings that a speaker should know, the gravest first; mere notes are left to the page of findings."""
    found = findings_table(view.frames)
    titles = found["title"].fillna(found["plan"]).map(title_words)
    lines = titles + ": " + found["message"]
    parts = [
        part(f"{_(heading)} ({len(said)})", said, most)
        for severity, heading, most in _SEVERITIES
        if len(said := lines[found["severity"] == severity])
    ]
    columns = (column(*parts),) if parts else ()
    length = Length(2, _("More findings are in the workbook."))
    title = _("What to know before speaking")
    return Slide("findings", title, findings_sentence(view.frames), columns, length=length)


def sources_slide(description: Description) -> Slide:
    """Where everything comes from, and the notices."""
    count = len(description.sources)
    words = ngettext(
        "{count} document or page stands behind these slides.",
        "{count} documents and pages stand behind these slides.",
        count,
    )
    listed = column(part(_("Documents and pages"), description.sources, MOST_SOURCES))
    fingerprint = _("Fingerprint of the data: {fingerprint}").format(fingerprint=description.fingerprint)
    noticed = column(_remark(_("Notices"), [*notices(), fingerprint, *_way_back(description)]))
    columns = tuple(one for one in (listed, noticed) if one)
    length = Length(2, _("More sources are in the workbook."))
    return Slide("sources", _("Sources"), words.format(count=count), columns, length=length)


def _way_back(description: Description) -> list[str]:
    """How to find the selection again, where a dashboard is asked or a filter is set."""
    if description.address:
        return [_("Address of this selection: {address}").format(address=description.address)]
    return [_("Query of this selection: {query}").format(query=description.query)] if description.query else []


def _remark(heading: str, texts: Iterable[str]) -> Part:
    """Texts that are given in full."""
    entries = tuple(map(Entry, texts))
    return Part(heading, entries, most=len(entries), line_count=_REMARK_LINES)
