"""The meeting kit of a city or pair: what is in it, in each language, and what it says where little is known."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation

from tests.exports.samples import description_of
from tests.records import all_plans
from ucap.charts.scene import Scene
from ucap.exports import describe
from ucap.exports.kit.brief import brief, side_by_side
from ucap.exports.kit.kit import kit
from ucap.exports.kit.slides import Meeting, kit_slides
from ucap.exports.view import View
from ucap.frames import build
from ucap.plan.record import City, Plan
from ucap.selection import Coverage, Selection
from ucap.selection.places.cities import cities
from ucap.wording import in_language

UNKNOWN = Plan(
    id="unknown",
    title="某某市 – Atlantis",
    cities=(
        City(name="某某市", written="某某市", side="china", lead=True),
        City(name="Atlantis", written="Atlantis", side="europe"),
    ),
)
PLANS = {plan.id: plan for plan in (*all_plans(), UNKNOWN)}
COVERAGE = Coverage(build(PLANS.values()))


def view_of(*labels: str) -> View:
    selection = cities(COVERAGE).selection(labels, Selection())
    return View(Scene(COVERAGE, selection), PLANS, lambda _plan: None)


def files(labels: tuple[str, ...], *languages: str, name: str = "", notes: tuple[str, ...] = ()) -> dict[str, bytes]:
    view = view_of(*labels)
    data = kit(view, Meeting(labels, name, date(2026, 12, 3), notes), description_of(view), languages)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry: archive.read(entry) for entry in archive.namelist()}


def slide_titles(data: bytes) -> list[str]:
    return [slide.shapes.title.text for slide in Presentation(io.BytesIO(data)).slides]


def hidden_text(data: bytes) -> set[str]:
    """What stands on slides that the audience does not see."""
    slides = [slide for slide in Presentation(io.BytesIO(data)).slides if slide._element.get("show") == "0"]
    frames = [shape.text_frame for slide in slides for shape in slide.shapes if shape.has_text_frame]
    return {paragraph.text for frame in frames for paragraph in frame.paragraphs}


def brief_lines(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def test_a_kit_holds_deck_brief_calendar_and_table() -> None:
    """For the mayor of Rome: the name and day of the meeting, the partners, and the note that was asked for."""
    found = files(("Rome",), "en", name="Visit of the mayor", notes=("Bring the photographs.",))
    assert sorted(found) == ["README.txt", "activities.ics", "brief.docx", "deck.pptx", "plans.xlsx"]
    titles = slide_titles(found["deck.pptx"])
    assert (titles[0], 8 <= len(titles) <= 11) == ("Visit of the mayor", True)
    lines = brief_lines(found["brief.docx"])
    assert lines[0] == "Visit of the mayor"
    assert "Rome · 3 December 2026" in lines
    assert "Bring the photographs." in lines
    assert any(line.startswith("Yantai: Paired") for line in lines)


def test_a_kit_in_two_languages_has_a_folder_for_each() -> None:
    """The Chinese deck stands beside the English one, and one brief has both side by side."""
    found = files(("Panjin", "Rome"), "en", "zh")
    assert {name.split("/")[0] for name in found} == {"en", "zh", "brief-side-by-side.docx"}
    (table,) = Document(io.BytesIO(found["brief-side-by-side.docx"])).tables
    headings = [[cell.paragraphs[0].text for cell in row.cells] for row in table.rows]
    assert headings[0] == ["Panjin – Rome", "盘锦 – 罗马"]
    assert ["Partners", "伙伴"] in headings
    assert all(len(row.cells[0].paragraphs) == len(row.cells[1].paragraphs) for row in table.rows)
    assert "伙伴" in brief_lines(found["zh/brief.docx"])
    assert "Partners" in brief_lines(found["en/brief.docx"])


@pytest.mark.parametrize("labels", [("Rome",), ("Panjin", "Rome"), ("Atlantis",), ("某某市", "Atlantis")])
def test_a_brief_in_two_languages_says_all_that_is_missing_and_noted(labels: tuple[str, ...]) -> None:
    """What the brief in one language says of it; nothing is left to a table that does not have it."""
    view, meeting = view_of(*labels), Meeting(labels, notes=tuple(f"Note {number}" for number in range(5)))
    about = {one: in_language(one, description_of, view) for one in ("en", "zh")}
    (table,) = Document(io.BytesIO(side_by_side(view, meeting, about))).tables
    sections = {row.cells[0].paragraphs[0].text: [one.text for one in row.cells[0].paragraphs] for row in table.rows}
    alone = brief_lines(brief(view, meeting, about["en"]))
    for heading in ("What is missing", "Notes"):
        start = alone.index(heading)
        assert sections[heading] == alone[start : start + len(sections[heading])]
        assert not any("more" in line for line in sections[heading])
        assert alone[start + len(sections[heading])] in sections  # the next heading: nothing is left out


def test_a_brief_of_a_pair_says_once_what_the_two_are_to_each_other() -> None:
    """ "Rome: Paired" below "Panjin: Paired" would say the same twice."""
    lines = brief_lines(files(("Panjin", "Rome"), "en")["brief.docx"])
    assert [line for line in lines if "Paired" in line] == ["Panjin – Rome: Paired, plans: 1, last activity March 2020"]


def test_chinese_in_a_brief_is_set_as_in_china() -> None:
    """Without a language, programs take the Japanese or Taiwanese form of a character, with commas in the middle."""
    document = Document(io.BytesIO(files(("Rome",), "zh")["brief.docx"]))
    (language,) = document.styles.element.iter(qn("w:lang"))
    assert language.get(qn("w:eastAsia")) == "zh-CN"


@pytest.mark.parametrize("label", ["某某市", "Atlantis"])
def test_a_kit_of_which_little_is_known_says_what_is_missing_and_draws_no_empty_chart(label: str) -> None:
    """A city that nobody knows, without themes, goals, contacts or activities."""
    found = files((label,), "en")
    assert "activities.ics" not in found
    titles = set(slide_titles(found["deck.pptx"]))
    assert not {"Who works with whom", "Themes", "Sustainable Development Goals", "Activities"} & titles
    assert not {"Who else to meet", "What is new"} & titles
    assert hidden_text(found["deck.pptx"]) >= {"No plan names a contact.", "No plan names a dated activity."}
    lines = brief_lines(found["brief.docx"])
    assert "No plan names a contact." in lines
    assert "No plan names a dated activity." in lines
    assert "not among the known cities: it has no place on the map" in lines


def test_the_figures_of_a_kit_are_those_of_the_same_selection() -> None:
    """What the cover counts is what the tables hold."""
    view = view_of("Rome")
    cover = next(kit_slides(view, Meeting(("Rome",)), description_of(view)))
    figures = {one.name: one.count for one in cover.content.figures}
    assert figures["plans"] == len(view.frames.plans)
    assert figures["pairs"] + figures["met"] == len(view.frames.pairs[["china_city", "europe_city"]].drop_duplicates())


def test_what_is_new_and_notes_and_contacts_are_in_the_kit_when_asked_for() -> None:
    """News have a slide and a section; notes and contacts are for the speaker alone."""
    news = ("29 November 2026: New plan, Yantai – Rome",)
    meeting = Meeting(("Rome",), notes=("Bring the photographs.",), since=date(2026, 3, 1), news=lambda: news)
    view = view_of("Rome")
    with zipfile.ZipFile(io.BytesIO(kit(view, meeting, description_of(view), ["en"]))) as archive:
        deck, written = archive.read("deck.pptx"), archive.read("brief.docx")
    (slide,) = [one for one in Presentation(io.BytesIO(deck)).slides if one.shapes.title.text == "What is new"]
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert news[0] in texts
    assert "What came since 1 March 2026, the newest first." in texts
    assert news[0] in brief_lines(written)
    assert "Bring the photographs." in hidden_text(deck)


@pytest.mark.parametrize("label", ["Rome", "Nice", "某某市"])
def test_the_partners_of_a_kit_are_a_table_that_leads_to_their_pages(label: str) -> None:
    """Each partner once, with what it is to the city."""
    view = view_of(label)
    slide = next(one for one in kit_slides(view, Meeting((label,)), description_of(view)) if one.name == "partners")
    side = "europe_city" if label == "某某市" else "china_city"
    assert len(slide.content.rows) == view.frames.pairs[side].nunique()


@pytest.mark.parametrize(
    ("labels", "address"), [(("Rome",), "cities?place=rome&year=2018"), (("Panjin", "Rome"), "cities?pair=panjin~rome")]
)
def test_a_kit_leads_to_the_page_that_it_was_made_from(labels: tuple[str, ...], address: str) -> None:
    """The last slide and the brief have its address, with its filters; licence and credits stand beside it."""
    years = (2018,) if "year" in address else ()
    selection = cities(COVERAGE).selection(labels, Selection(years=years))
    view = View(Scene(COVERAGE, selection), PLANS, lambda _plan: None)
    about = describe(view.scene, date(2026, 11, 22), "https://example.eu/cities")
    with zipfile.ZipFile(io.BytesIO(kit(view, Meeting(labels), about, ["en"]))) as archive:
        slide, lines = Presentation(io.BytesIO(archive.read("deck.pptx"))).slides[-1], archive.read("brief.docx")
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert any(f"https://example.eu/{address}" in text for text in texts)
    assert any("Places: GeoNames, CC BY 4.0" in text for text in texts)
    assert f"https://example.eu/{address}" in brief_lines(lines)
    assert any("Places: GeoNames, CC BY 4.0" in line for line in brief_lines(lines))
