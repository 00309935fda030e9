"""The brief: two pages in Word that can be edited, with everything a speaker must have read."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Mapping, Sequence

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from ucap.charts.palette import LIGHT
from ucap.charts.words import sentences
from ucap.exports.credits import term_lines
from ucap.exports.description import Description, notices
from ucap.exports.kit.slides import Meeting, doubt_lines, identity_line, partner_lines
from ucap.exports.view import View
from ucap.plain_text import printable
from ucap.plan.words import pair_words, plan_title
from ucap.selection.figures import key_figures
from ucap.selection.places.dossier import contacts, missing_lines
from ucap.selection.places.matches import matches, reasons
from ucap.typography import cut
from ucap.wording import _, format_date, format_list, format_range, in_language, labelled, ngettext

_SIZE, _LATIN, _CHINESE = 9.0, "Arial", "Microsoft YaHei"
_LANGUAGES = {"val": "en-GB", "eastAsia": "zh-CN"}
_MOST = {"partners": 8, "plans": 8, "activities": 8, "contacts": 5, "matches": 3}
_MOST |= {"missing": 8, "doubts": 4, "notes": 6, "news": 5, "sources": 6}
_WHOLE_BESIDE = frozenset({"missing", "notes", "sources"})
"""Sections of which as much is given where two languages stand side by side as in a brief in one."""
_ON_DASHBOARD = frozenset({"missing", "matches", "notes", "news"})
"""Sections whose rest the table of the kit does not have."""
_LINE_CHARACTERS, _WHOLE = 190, 2000
_SECTION_CHARACTERS = 600
"""A longer section may go on on the next page where two languages stand side by side, so that two pages hold all."""
_MOST_CHARACTERS = {"matches": 420, "sources": _WHOLE}
_SHARE_BESIDE = 0.5
"""How much of each other section has room there."""
_PICTURE_MM = 12
_Part = tuple[str, list[str], str]
"""A section: its heading, its lines, and how many are left out."""


def brief(view: View, meeting: Meeting, description: Description) -> bytes:
    """The brief as a Word document (.docx) on A4."""
    document = _empty()
    _sign(document, description)
    _heading(document, meeting.title, 0)
    for line in _opening(view, meeting):
        document.add_paragraph(printable(line))
    for heading, lines, rest in _parts(view, meeting, description):
        _heading(document, heading, 1)
        for line in lines:
            document.add_paragraph(line, style="List Bullet")
        if rest:
            document.add_paragraph(rest)
    return _bytes(document)


def side_by_side(view: View, meeting: Meeting, descriptions: Mapping[str, Description]) -> bytes:
    """The brief in two languages, section beside section; `descriptions` are in the languages that they are under."""
    document = _empty()
    _sign(document, next(iter(descriptions.values())))
    told = [in_language(one, _told, view, meeting, about) for one, about in descriptions.items()]
    table = document.add_table(rows=0, cols=len(told))
    for number, parts in enumerate(zip(*told, strict=True)):
        row = table.add_row()
        if max(len("".join(lines)) for _heading, lines, _rest in parts) < _SECTION_CHARACTERS:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, (heading, lines, rest) in zip(row.cells, parts, strict=True):
            first = cell.paragraphs[0]
            first.text, first.style = heading, "Heading 1" if number else "Title"
            # Of a table it would keep each row with the next, and so all of them on one page.
            first.paragraph_format.keep_with_next = False
            for line in lines:
                cell.add_paragraph(line, style="List Bullet" if number else "Normal")
            if rest:
                cell.add_paragraph(rest)
    return _bytes(document)


def _told(view: View, meeting: Meeting, description: Description) -> list[_Part]:
    """The title with what stands below it, then the sections, in the language in use."""
    opening = [printable(line) for line in _opening(view, meeting)]
    return [(printable(meeting.title), opening, ""), *_parts(view, meeting, description, _SHARE_BESIDE)]


def _opening(view: View, meeting: Meeting) -> list[str]:
    """When and whom, who that is, and the key figures."""
    counted = _("{number} {words}")
    figures = format_list([counted.format(number=one.number, words=one.words) for one in key_figures(view.frames)])
    return [line for line in (meeting.subtitle, identity_line(view, meeting), figures) if line]


def _parts(view: View, meeting: Meeting, description: Description, share: float = 1.0) -> Iterable[_Part]:
    """The sections that say anything, each with its first lines: as many as usual, or a share of them."""
    sources = [description.line, description.address or "", *term_lines(), *notices()]
    for heading, lines, name in (*_sections(view, meeting), (_("Sources and notices"), sources, "sources")):
        characters = _MOST_CHARACTERS.get(name, _LINE_CHARACTERS)
        said = [printable(cut(" ".join(line.split()), characters, at_word=True)) for line in lines if line]
        most = _MOST[name] if name in _WHOLE_BESIDE else math.ceil(_MOST[name] * share)
        if said:
            yield heading, said[:most], _rest(len(said) - most, name)


def _rest(left_out: int, name: str) -> str:
    """Where the lines are that were left out, if any were."""
    words = (
        ngettext("{count} more is on the dashboard.", "{count} more are on the dashboard.", left_out)
        if name in _ON_DASHBOARD
        else ngettext("{count} more is in the table.", "{count} more are in the table.", left_out)
    )
    return words.format(count=left_out) if left_out > 0 else ""


def _bytes(document: WordDocument) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _sections(view: View, meeting: Meeting) -> Iterable[tuple[str, Sequence[str], str]]:
    """The sections with their lines; one that would be empty says so among what is missing."""
    coverage = view.scene.coverage
    partners = partner_lines(view, meeting)
    yield _("Partners"), partners, "partners"
    yield _("Plans"), [_plan_line(view, plan_id) for plan_id in view.frames.plans["plan"]], "plans"
    yield _("Latest activities"), _activity_lines(view), "activities"
    found = matches(coverage, among=meeting.labels, limit=_MOST["matches"])
    why = [labelled(pair_words(one.china_city, one.europe_city), sentences(*reasons(coverage, one))) for one in found]
    yield _("Who else to meet"), why, "matches"
    if news := list(meeting.news()):
        yield _("What is new"), news, "news"
    yield _("Contacts"), list(dict.fromkeys(contacts(view.frames)["text"])), "contacts"
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
    return [labelled(format_date(row.start_date), row.text) for row in latest.itertuples()]


def _sign(document: WordDocument, description: Description) -> None:
    """Logo and emblem at the head, the funding line at the foot of each page, as far as editors chose any."""
    branding, section = description.branding, document.sections[0]
    pictures = [one for one in (branding.logo, branding.emblem) if one]
    if pictures:
        section.header.paragraphs[0].paragraph_format.space_after = Pt(10)
        run = section.header.paragraphs[0].add_run()
        for picture in pictures:
            run.add_picture(io.BytesIO(picture), height=Mm(_PICTURE_MM))
            run.add_text("   ")
    if branding.funding:
        section.footer.paragraphs[0].add_run(printable(branding.funding)).font.size = Pt(_SIZE)


def _heading(document: WordDocument, text: str, level: int) -> None:
    document.add_heading(printable(text), level)


def _empty() -> WordDocument:
    """A4 with narrow margins, small type, and fonts that have Chinese characters, as they are written in China."""
    document = Document()
    for tag in document.styles.element.iter(qn("w:lang")):
        for script, language in _LANGUAGES.items():
            tag.set(qn(f"w:{script}"), language)
    for section in document.sections:
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(17)
        section.top_margin = section.bottom_margin = Mm(15)
    for name, size in (("Normal", _SIZE), ("List Bullet", _SIZE), ("Title", 20.0), ("Heading 1", 11.5)):
        style = document.styles[name]
        style.font.name, style.font.size = _LATIN, Pt(size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.attrib.pop(qn(f"w:{script}Theme"), None)
        fonts.set(qn("w:eastAsia"), _CHINESE)
        style.paragraph_format.space_after = Pt(1)
        style.paragraph_format.space_before = Pt(7 if name == "Heading 1" else 0)
        if name in ("Title", "Heading 1"):
            style.font.bold = True
            style.font.color.rgb = RGBColor.from_string(LIGHT.ink.removeprefix("#"))
    return document
