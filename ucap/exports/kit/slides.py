"""The slides of a meeting kit: who the city is, whom it works with, what was done, what to propose, what to know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ucap.charts.words import sentences, some
from ucap.exports.description import Description
from ucap.exports.story.charts import goals_slide, map_slide, themes_slide, timeline_slide
from ucap.exports.story.slide import Entry, Figures, Grid, Length, Slide, column, part
from ucap.exports.story.tables import few_words_slide
from ucap.exports.story.texts import cover_note, notices_slide
from ucap.exports.view import View
from ucap.plan.words import pair_words, place_words, title_words
from ucap.selection.figures import key_figures
from ucap.selection.findings import findings_table
from ucap.selection.listings import by_title
from ucap.selection.places.cities import cities, pair_slug
from ucap.selection.places.dossier import contacts, identity_words, missing_lines, partner_table
from ucap.selection.places.matches import Match, matches, reasons
from ucap.wording import _, format_date, labelled

MOST_PLANS, MOST_MATCHES, MOST_LINES = 10, 4, 8


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a kit is made for: the labels of the city, or of both cities of a pair; the name and the day of the meeting,
    and the notes that are to be in it.

    `news` says, in the language in use, what is new since the day `since`; it is asked when the kit is made.
    """

    labels: tuple[str, ...]
    name: str = ""
    day: date | None = None
    notes: tuple[str, ...] = ()
    since: date | None = None
    news: Callable[[], Sequence[str]] = tuple

    @property
    def title(self) -> str:
        """The name of the meeting, or else the cities."""
        return self.name or self._cities

    @property
    def _cities(self) -> str:
        return " – ".join(map(place_words, self.labels))

    @property
    def is_pair(self) -> bool:
        """Whether it is about two cities."""
        return len(self.labels) > 1

    @property
    def subtitle(self) -> str:
        """The cities, where the meeting has a name, and the day."""
        parts = [self._cities if self.name else "", format_date(self.day.isoformat()) if self.day else ""]
        return " · ".join(part for part in parts if part)


def kit_slides(view: View, meeting: Meeting, description: Description) -> Iterator[Slide]:
    """The slides in their order. What would be empty is left out; the slide for the speaker says what is missing."""
    frames, known = view.frames, cities(view.scene.coverage).facts
    yield _cover(view, meeting, description)
    if known.loc[list(meeting.labels), "latitude"].notna().any():
        yield map_slide(view)
    yield _partners(view, meeting, description)
    if frames.themes["category"].notna().any():
        yield themes_slide(view)
    if len(frames.goals):
        yield goals_slide(view)
    if frames.activities["start_day"].notna().any():
        yield replace(timeline_slide(view), length=Length(1))
    yield _plans(view, description)
    found = matches(view.scene.coverage, among=meeting.labels, limit=MOST_MATCHES)
    if found:
        yield _matches(view, found, description)
    if news := meeting.news():
        yield _news(meeting, news)
    yield _to_know(view, meeting)
    yield notices_slide(description)


def _cover(view: View, meeting: Meeting, description: Description) -> Slide:
    sentence = " · ".join(part for part in (meeting.subtitle, identity_line(view, meeting)) if part)
    figures = Figures(tuple(key_figures(view.frames)))
    return Slide("cover", meeting.title, sentence, figures, cover_note(description), description.fact_lines)


def identity_line(view: View, meeting: Meeting) -> str:
    """Where the city lies and how many people live there; of a pair, each with its name."""
    words = [identity_words(view.scene.coverage, label) for label in meeting.labels]
    if len(words) == 1:
        return words[0]
    named = [labelled(place_words(label), said) for label, said in zip(meeting.labels, words, strict=True)]
    return _("; ").join(named)


def _partners(view: View, meeting: Meeting, description: Description) -> Slide:
    """Whom the city works with, and whom it has only met; of a pair, what the one is to the other."""
    slug_of, label = cities(view.scene.coverage).slug_of, meeting.labels[0]
    rows = []
    for partner, link, count, last in _partner_rows(view, label):
        address = description.page("cities", place=slug_of[partner])
        day = format_date(last) if last else ""
        own = [Entry(place_words(label))] if meeting.is_pair else []
        rows.append((*own, Entry(place_words(partner), link=address), *_cells(link, count, day)))
    own_heading = [_("City")] if meeting.is_pair else []
    headings = (*own_heading, _("Partner"), _("Link"), _("Plans"), _("Last activity"))
    grid = Grid(headings, tuple(rows), (*[0.2] * len(own_heading), 0.3, 0.18, 0.1, 0.22))
    length = Length(1, _("More partners are in the table."))
    return Slide("partners", _("Partners"), _partner_sentence(view), grid, length=length)


def _cells(link: str, count: int, day: str) -> Iterator[Entry]:
    return map(Entry, (link, str(count), day))


def _partner_sentence(view: View) -> str:
    pairs = view.frames.pairs.drop_duplicates(["china_city", "europe_city"])
    paired = pairs[pairs["link"] == "paired"]
    names = [pair_words(row.europe_city, row.china_city) for row in paired.itertuples()]
    if not names:
        return _("No plan pairs them with anyone.")
    return _("Paired: {pairs}.").format(pairs=some(names, MOST_LINES))


def partner_lines(view: View, meeting: Meeting) -> list[str]:
    """The partners of a city, a line each: "Yantai: Paired, plans: 2, last activity October 2023"; of a pair the one
    line about both.
    """
    label = meeting.labels[0]
    return [
        _partner_line(pair_words(label, partner) if meeting.is_pair else place_words(partner), link, count, last)
        for partner, link, count, last in _partner_rows(view, label)
    ]


def _partner_rows(view: View, label: str) -> Iterator[tuple[str, str, int, str]]:
    """The label of each partner of a city, how they are linked, in how many plans, and the last activity."""
    table = partner_table(view.frames, label, cities(view.scene.coverage).side(label))
    rows: Iterator[tuple[str, str, int, str]] = table[[_("Link"), _("Plans"), _("Last activity")]].itertuples(name=None)
    return rows


def _partner_line(partner: str, link: str, count: int, last: str) -> str:
    words = _("{partner}: {link}, plans: {count}").format(partner=partner, link=link, count=count)
    return _("{words}, last activity {day}").format(words=words, day=format_date(last)) if last else words


def _plans(view: View, description: Description) -> Slide:
    """All plans in a line each."""
    ids = by_title(view.frames.plans, view.scene.coverage)["plan"].tolist()
    slide = few_words_slide(view, ids[:MOST_PLANS], description, 0)
    length = Length(1, slide.length.rest)
    return replace(slide, name="plans", title=_("Plans"), sentence=_count(len(ids)), length=length)


def _count(count: int) -> str:
    return _("{count} plans are about them.").format(count=count) if count != 1 else _("One plan is about them.")


def _matches(view: View, found: Sequence[Match], description: Description) -> Slide:
    """Who else might meet them, with the reasons."""
    coverage = view.scene.coverage
    known = cities(coverage)
    rows = tuple(
        (
            Entry(
                pair_words(one.china_city, one.europe_city),
                link=description.page("cities", pair=pair_slug(known, one.china_city, one.europe_city)),
            ),
            Entry(sentences(*reasons(coverage, one))),
        )
        for one in found
    )
    grid = Grid((_("Pair"), _("Why")), rows, (0.26, 0.74), most=MOST_MATCHES)
    sentence = _("Cities that no plan pairs with them, and why they might meet.")
    return Slide("matches", _("Who else to meet"), sentence, grid, length=Length(1, _("More are on the dashboard.")))


def _news(meeting: Meeting, news: Sequence[str]) -> Slide:
    """What came into the store, and what the plans report, since a day."""
    day = format_date(meeting.since.isoformat()) if meeting.since else ""
    sentence = _("What came since {day}, the newest first.").format(day=day)
    columns = (column(part("", news, MOST_LINES)),)
    return Slide("news", _("What is new"), sentence, columns, length=Length(1, _("More is on the dashboard.")))


def _to_know(view: View, meeting: Meeting) -> Slide:
    """Whom to call, what is noted, what is missing, and what is doubtful: for the speaker, hidden from the audience."""
    missing = missing_lines(view.scene.coverage, view.frames, meeting.labels)
    doubts = doubt_lines(view)
    called = part(_("Contacts"), dict.fromkeys(contacts(view.frames)["text"]), MOST_LINES)
    sides = (
        column(part(_("What is missing"), missing, MOST_LINES), called, part(_("Notes"), meeting.notes, MOST_LINES)),
        column(part(_("Doubtful values"), doubts, MOST_LINES)),
    )
    sentence = _("Missing: {missing}; doubtful: {doubtful}.").format(missing=len(missing), doubtful=len(doubts))
    columns = tuple(one for one in sides if one)
    length = Length(2, _("More is in the brief."))
    return Slide("know", _("What to know before speaking"), sentence, columns, length=length, is_hidden=True)


def doubt_lines(view: View) -> list[str]:
    """Errors and warnings, the gravest first, a line each."""
    found = findings_table(view.frames)
    found = found[found["severity"] != "note"]
    titles = found["title"].fillna(found["plan"]).map(title_words)
    return list(map(labelled, titles, found["message"]))
