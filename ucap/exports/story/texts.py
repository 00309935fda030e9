"""The slides that are words and numbers alone: the cover, what to know, and the sources."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from ucap.exports.credits import term_lines
from ucap.exports.description import Description, notices
from ucap.exports.story.slide import Entry, Figures, Length, Part, Slide, column, part
from ucap.exports.story.tables import documents_sentence
from ucap.exports.view import View
from ucap.plan.words import title_words
from ucap.selection.figures import key_figures
from ucap.selection.findings import findings_sentence, findings_table
from ucap.wording import N_, _, labelled

_REMARK_LINES = 12
# The severity of findings, their heading, and how many of them a single screen shows.
_SEVERITIES = (("error", N_("Missing or wrong"), 5), ("warning", N_("Doubtful"), 5))


def cover_slide(view: View, description: Description) -> Slide:
    """What is shown, and how much of it there is."""
    title = _("Urban Cooperation Action Plans")
    figures = Figures(tuple(key_figures(view.frames, view.scene.met)))
    return Slide("cover", title, description.filters_in_words, figures, cover_note(description), description.fact_lines)


def cover_note(description: Description) -> str:
    """The small print of a cover: how many plans, the day, and the state of the data."""
    return _("{plans} plans · {day} · data {fingerprint}").format(
        plans=description.plans_in_words, day=description.day_in_words, fingerprint=description.short_fingerprint
    )


def no_plan_slide(description: Description) -> Slide:
    """What is said where no plan is selected, or where there is none at all."""
    if not description.total_count:
        return Slide("none", _("There are no plans yet"), _("What is added is shown here."), ())
    filters = column(_remark(_("Filters"), [description.filters_in_words]))
    return Slide("none", _("No plan is selected"), _("Other filters would show some."), (filters,))


def findings_slide(view: View) -> Slide:
    """The findings that a speaker should know, the gravest first; mere notes are left to the page of findings."""
    found = findings_table(view.frames)
    titles = found["title"].fillna(found["plan"]).map(title_words)
    lines = pd.Series(map(labelled, titles, found["message"]), found.index, dtype="str")
    parts = [
        part(f"{_(heading)} ({len(said)})", said, most)
        for severity, heading, most in _SEVERITIES
        if len(said := lines[found["severity"] == severity])
    ]
    columns = (column(*parts),) if parts else ()
    length = Length(2, _("More findings are in the workbook."))
    title = _("What to know before speaking")
    return Slide("findings", title, findings_sentence(view.frames), columns, length=length, is_hidden=True)


def notices_slide(description: Description) -> Slide:
    """The notices, the licence and credits, and how to find the selection again; whole in the notes in any case."""
    fingerprint = _("Fingerprint of the data: {fingerprint}").format(fingerprint=description.fingerprint)
    remark = _remark("", [*notices(), *term_lines(), fingerprint], *_way_back(description))
    return Slide(
        "sources",
        _("Sources and notices"),
        documents_sentence(description),
        (column(remark),),
        code=description.address,
        length=Length(2, _("More is in the notes.")),
        notes=lambda: [entry.text for entry in remark.entries],
    )


def _way_back(description: Description) -> list[Entry]:
    """How to find the selection again, where a dashboard is asked or a filter is set."""
    if description.address:
        words = _("Address of this selection: {address}").format(address=description.address)
        return [Entry(words, link=description.address)]
    words = _("Query of this selection: {query}").format(query=description.query)
    return [Entry(words)] if description.query else []


def _remark(heading: str, texts: Iterable[str], *more: Entry) -> Part:
    """Texts that are given in full."""
    entries = (*map(Entry, texts), *more)
    return Part(heading, entries, most=len(entries), line_count=_REMARK_LINES)
