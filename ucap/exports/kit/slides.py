"""The slides of a meeting kit: who the city is, whom it works with, what was done, what to propose, what to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ucap.exports.description import Description
from ucap.exports.story.charts import goals_slide, map_slide, themes_slide, timeline_slide
from ucap.exports.story.slide import Slide, column, part
from ucap.exports.story.tables import documents_slide
from ucap.exports.story.texts import cover_note, notices_slide
from ucap.exports.view import View
from ucap.plan.words import plan_title
from ucap.selection.figures import key_figures
from ucap.selection.findings import findings_table
from ucap.selection.places.cities import cities
from ucap.selection.places.dossier import contacts, identity_words, missing_lines, partner_table
from ucap.selection.places.matches import matches, reasons
from ucap.wording import _, format_date, format_list, format_range

MOST_PARTNERS, MOST_PLANS, MOST_MATCHES, MOST_LINES = 12, 10, 4, 8


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a kit is made for: the labels of the city, or of both cities of a pair; the name and the day of the meeting,
    and the notes that are to be in it.
    """

    labels: tuple[str, ...]
    name: str = ""
    day: date | None = None
    notes: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The name of the meeting, or else the cities."""
        return self.name or " – ".join(self.labels)

    @property
    def subtitle(self) -> str:
        """The cities, where the meeting has a name, and the day."""
        parts = [" – ".join(self.labels) if self.name else "", format_date(self.day.isoformat()) if self.day else ""]
        return " · ".join(part for part in parts if part)


def kit_slides(view: View, meeting: Meeting, description: Description) -> Iterator[Slide]:
    """The slides in their order. Charts that would be empty are left out; what is missing is said on a slide."""
    frames = view.frames
    yield _cover(view, meeting, description)
    yield map_slide(view)
    yield _partners(view, meeting)
    if frames.themes["category"].notna().any():
        yield themes_slide(view)
    if len(frames.goals):
        yield goals_slide(view)
    if frames.activities["start_day"].notna().any():
        yield timeline_slide(view)
    yield _plans(view)
    yield _matches(view, meeting)
    yield _to_know(view, meeting)
    yield documents_slide(view, description, 1)
    yield notices_slide(description)


def _cover(view: View, meeting: Meeting, description: Description) -> Slide:
    identity = "; ".join(f"{label}: {identity_words(view.scene.coverage, label)}" for label in meeting.labels)
    sentence = " · ".join(part for part in (meeting.subtitle, identity) if part)
    figures = tuple(key_figures(view.frames))
    return Slide("cover", meeting.title, sentence, figures, cover_note(description), description.fact_lines)


def _partners(view: View, meeting: Meeting) -> Slide:
    """Whom each city works with, and whom to call."""
    lists = [part(label, partner_lines(view, label), MOST_PARTNERS) for label in meeting.labels]
    called = part(_("Contacts"), contacts(view.frames)["text"], MOST_LINES)
    noted = part(_("Notes"), meeting.notes, MOST_LINES)
    columns = tuple(one for one in (column(*lists), column(called, noted)) if one)
    return Slide("partners", _("Partners"), _partner_sentence(view), columns)


def _partner_sentence(view: View) -> str:
    pairs = view.frames.pairs.drop_duplicates(["china_city", "europe_city"])
    paired = pairs[pairs["link"] == "paired"]
    names = format_list([f"{row.europe_city} – {row.china_city}" for row in paired.itertuples()][:MOST_LINES])
    return _("Paired: {pairs}.").format(pairs=names) if names else _("No plan pairs them with anyone.")


def partner_lines(view: View, label: str) -> list[str]:
    """The partners of a city, a line each: "Yantai: Paired, 2 plans, 2023-10"."""
    table = partner_table(view.frames, label, cities(view.scene.coverage).side(label))
    columns = [_("Partner"), _("Link"), _("Plans"), _("Last activity")]
    return [_partner_line(*values) for values in table[columns].itertuples(index=False, name=None)]


def _partner_line(partner: str, link: str, count: int, last: str) -> str:
    words = _("{partner}: {link}, plans: {count}").format(partner=partner, link=link, count=count)
    return _("{words}, last activity {day}").format(words=words, day=format_date(last)) if last else words


def _plans(view: View) -> Slide:
    """All plans in a line each."""
    lines = [
        f"{plan_title(plan)}: {format_range(plan.period.start, plan.period.end) or _('no period is stated')}"
        for plan in view.plans()
    ]
    return Slide("plans", _("Plans"), _count(len(lines)), (column(part(_("Plans"), lines, MOST_PLANS)),))


def _count(count: int) -> str:
    return _("{count} plans are about them.").format(count=count) if count != 1 else _("One plan is about them.")


def _matches(view: View, meeting: Meeting) -> Slide:
    """Who else might meet them, with the reasons."""
    coverage = view.scene.coverage
    found = matches(coverage, among=meeting.labels, limit=MOST_MATCHES)
    parts = [part(f"{one.china_city} – {one.europe_city}", reasons(coverage, one), MOST_LINES) for one in found]
    sentence = _("Cities that no plan pairs with them, and why they might meet.")
    if not found:
        return Slide("matches", _("Who else to meet"), _("No unpaired city shares anything with them."), ())
    half = -(-len(parts) // 2)
    columns = tuple(column(*some) for some in (parts[:half], parts[half:]) if some)
    return Slide("matches", _("Who else to meet"), sentence, columns)


def _to_know(view: View, meeting: Meeting) -> Slide:
    """What is missing, and what is doubtful: for the speaker."""
    missing = missing_lines(view.scene.coverage, view.frames, meeting.labels)
    doubts = doubt_lines(view)
    columns = tuple(
        one
        for one in (
            column(part(_("What is missing"), missing, MOST_LINES)),
            column(part(_("Doubtful values"), doubts, MOST_LINES)),
        )
        if one
    )
    sentence = _("Missing: {missing}; doubtful: {doubtful}.").format(missing=len(missing), doubtful=len(doubts))
    return Slide("know", _("What to know before speaking"), sentence, columns)


def doubt_lines(view: View) -> list[str]:
    """Errors and warnings, the gravest first, a line each."""
    found = findings_table(view.frames)
    found = found[found["severity"] != "note"]
    titles = found["title"].fillna(found["plan"])
    return list(titles + ": " + found["message"])
