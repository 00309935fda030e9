"""The brief: two pages in Word that can be edited, with everything a speaker must have read."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ucap.charts.palette import LIGHT
from ucap.exports.description import Description, notices
from ucap.exports.kit.slides import Meeting, doubt_lines, partner_lines
from ucap.exports.view import View
from ucap.plain_text import printable
from ucap.plan.words import plan_title
from ucap.selection.figures import key_figures
from ucap.selection.places.dossier import contacts, identity_words, missing_lines
from ucap.selection.places.matches import matches, reasons
from ucap.typography import cut
from ucap.wording import _, format_date, format_list, format_range

_SIZE, _LATIN, _CHINESE = 9.5, "Calibri", "Microsoft YaHei"
_MOST = {"partners": 8, "plans": 8, "activities": 8, "contacts": 5, "matches": 3, "missing": 6, "doubts": 4, "notes": 6}
_LINE_CHARACTERS = 190
_PICTURE_MM = 12


def brief(view: View, meeting: Meeting, description: Description) -> bytes:
    """The brief as a Word document (.docx) on A4."""
    document = _empty()
    _sign(document, description)
    _heading(document, meeting.title, 0)
    for label in meeting.labels:
        document.add_paragraph(printable(f"{label}: {identity_words(view.scene.coverage, label)}"))
    if meeting.subtitle:
        document.add_paragraph(printable(meeting.subtitle))
    figures = [f"{one.number} {one.words}" for one in key_figures(view.frames)]
    document.add_paragraph(printable(format_list(figures)))
    for heading, lines, most in _sections(view, meeting):
        _section(document, heading, lines, _MOST[most])
    _section(document, _("Sources and notices"), [description.line, description.address or "", *notices()], 4)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _sections(view: View, meeting: Meeting) -> Iterable[tuple[str, Sequence[str], str]]:
    """The sections with their lines; one that would be empty says so among what is missing."""
    coverage = view.scene.coverage
    partners = [line for label in meeting.labels for line in partner_lines(view, label)]
    yield _("Partners"), partners, "partners"
    yield _("Plans"), [_plan_line(view, plan_id) for plan_id in view.frames.plans["plan"]], "plans"
    yield _("Latest activities"), _activity_lines(view), "activities"
    found = matches(coverage, among=meeting.labels, limit=_MOST["matches"])
    why = [f"{one.china_city} – {one.europe_city}: {' '.join(reasons(coverage, one))}" for one in found]
    yield _("Who else to meet"), why, "matches"
    yield _("Contacts"), contacts(view.frames)["text"].tolist(), "contacts"
    yield _("What is missing"), missing_lines(coverage, view.frames, meeting.labels), "missing"
    yield _("Doubtful values"), doubt_lines(view), "doubts"
    yield _("Notes"), meeting.notes, "notes"


def _plan_line(view: View, plan_id: str) -> str:
    plan = view.records[plan_id]
    period = format_range(plan.period.start, plan.period.end)
    themes = format_list([theme.label for theme in plan.themes[:4]])
    return " · ".join(part for part in (plan_title(plan), period, themes) if part)


def _activity_lines(view: View) -> list[str]:
    dated = view.frames.activities.dropna(subset=["start_day"]).drop_duplicates("event")
    latest = dated.sort_values("start_day", ascending=False, kind="stable")
    return [f"{format_date(row.start_date)}: {row.text}" for row in latest.itertuples()]


def _sign(document: WordDocument, description: Description) -> None:
    """Logo and emblem at the head, the funding line at the foot of each page, as far as editors chose any."""
    branding, section = description.branding, document.sections[0]
    pictures = [one for one in (branding.logo, branding.emblem) if one]
    if pictures:
        run = section.header.paragraphs[0].add_run()
        for picture in pictures:
            run.add_picture(io.BytesIO(picture), height=Mm(_PICTURE_MM))
            run.add_text("   ")
    if branding.funding:
        section.footer.paragraphs[0].add_run(printable(branding.funding)).font.size = Pt(_SIZE)


def _section(document: WordDocument, heading: str, lines: Sequence[str], most: int) -> None:
    lines = [line for line in lines if line]
    if not lines:
        return
    _heading(document, heading, 1)
    for line in lines[:most]:
        document.add_paragraph(printable(cut(" ".join(line.split()), _LINE_CHARACTERS)), style="List Bullet")
    if len(lines) > most:
        document.add_paragraph(_("{count} more are in the table.").format(count=len(lines) - most))


def _heading(document: WordDocument, text: str, level: int) -> None:
    document.add_heading(printable(text), level)


def _empty() -> WordDocument:
    """A4 with narrow margins, small type, and fonts that have Chinese characters."""
    document = Document()
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin = section.bottom_margin = Mm(15)
    for name, size in (("Normal", _SIZE), ("List Bullet", _SIZE), ("Title", 20.0), ("Heading 1", 11.5)):
        style = document.styles[name]
        style.font.name, style.font.size = _LATIN, Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _CHINESE)
        style.paragraph_format.space_after = Pt(1)
        style.paragraph_format.space_before = Pt(7 if name == "Heading 1" else 0)
        if name in ("Title", "Heading 1"):
            style.font.color.rgb = RGBColor.from_string(LIGHT.ink.removeprefix("#"))
    return document
