"""The briefing tells what is selected, in shapes that stay editable, and no text leaves its box."""

import io
import re
import zipfile
from functools import cache
from itertools import combinations

import pptx
import pytest
from hypothesis import given, settings
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml.ns import qn

from tests.effort import effort
from tests.exports.samples import DAY, LISBON, PAIR, PANJIN, ROME, description_of, view_of, views
from ucap.charts.counts.bars import theme_bars
from ucap.charts.counts.goals import goal_bars
from ucap.exports import describe, export, notices
from ucap.exports.briefing.briefing import write_briefing
from ucap.exports.story.tables import gaps_slide
from ucap.plain_text import printable
from ucap.plan.record import Activity, DocumentInfo, Finding, GoalMention, Plan, Theme
from ucap.selection import Selection
from ucap.typography import wrapped
from ucap.vocabulary import goals
from ucap.wording import use

FULL = PAIR.model_copy(
    update={
        "cities": (PANJIN, ROME, LISBON),
        "themes": (Theme(label="Culture, Tourism", categories=("culture-and-heritage", "tourism")),),
        "goals": (GoalMention(goal=11), GoalMention(goal=4, stated=False)),
        "activities": (Activity(start="2019-09", text="Visit of Rome", kind="visit"), Activity(text="Some day")),
        "results": ("More jobs",),
        "findings": (Finding(code="period-open", severity="warning", message="The period is open."),),
    }
)
LONG = Plan(
    id="long",
    title="Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch " * 4,
    cities=(PANJIN, ROME.model_copy(update={"name": "Taumatawhakatangihangakoauauotamateaturipukaka" * 2})),
    themes=tuple(Theme(label=f"Theme {index} " + "of many words " * 12) for index in range(30)),
    activities=tuple(Activity(start=f"20{index:02}", text="盘锦市人民政府访问罗马" * 20) for index in range(1, 30)),
    results=("W" * 500, "result " * 300),
)


def briefing(view):
    return pptx.Presentation(io.BytesIO(export("pptx", view, description_of(view))))


PLANS = {"none": (), "full": (FULL,), "long": (LONG,), "both": (FULL, LONG)}


@cache
def made(name):
    """The file of some plans, made once for all that only look at it."""
    view = view_of(*PLANS[name])
    return export("pptx", view, description_of(view))


@cache
def opened(name):
    """The same, opened."""
    return pptx.Presentation(io.BytesIO(made(name)))


def of_full():
    return opened("full")


def texts(presentation) -> str:
    return "\n".join(frame.text for slide in presentation.slides for frame in frames(slide))


def frames(slide):
    return [shape.text_frame for shape in leaves(slide.shapes) if shape.has_text_frame]


def leaves(shapes):
    for shape in shapes:
        if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.GROUP:
            yield from leaves(shape.shapes)
        else:
            yield shape


def native_chart(presentation, title: str):
    slide = next(slide for slide in presentation.slides if slide.shapes.title.text == title)
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


@settings(max_examples=effort(4))
@given(views())
def test_charts_and_pages_hold_the_selected_plans_and_their_numbers(view):
    presentation = briefing(view)
    shown = texts(presentation)
    assert printable(description_of(view).filters_in_words.split()[0]) in shown
    if not len(view.frames.plans):
        return
    table = goal_bars(view.scene).table
    native = native_chart(presentation, goal_bars(view.scene).title)
    assert [list(series.values) for series in native.plots[0].series] == [
        table.iloc[:, 2].tolist(),
        table.iloc[:, 3].tolist(),
    ]
    themes, counts = native_chart(presentation, theme_bars(view.scene).title), theme_bars(view.scene).table.iloc[:, 1]
    assert list(themes.plots[0].series[0].values) == (counts[counts > 0] if counts.any() else counts).tolist()
    for text in view.frames.results["text"]:
        assert " ".join(printable(text).split()) in shown


@pytest.mark.parametrize("name", ["none", "full", "long"])
def test_no_shape_leaves_the_slide_and_no_text_overlaps_another_or_overflows_its_box(name):
    presentation = opened(name)
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= presentation.slide_width
            assert shape.top + shape.height <= presentation.slide_height
        written = [shape for shape in leaves(slide.shapes) if shape.has_text_frame and shape.text_frame.text]
        for one, other in combinations(written, 2):
            assert not overlaps(one, other), (one.name, other.name)
        for shape in written:
            assert text_height(shape.text_frame, shape.width.pt) <= shape.height.pt * 1.02, shape.text_frame.text


def overlaps(one, other) -> bool:
    """Whether two boxes share more than an edge."""
    slack = 2000
    is_beside = one.left + one.width <= other.left + slack or other.left + other.width <= one.left + slack
    is_above = one.top + one.height <= other.top + slack or other.top + other.height <= one.top + slack
    return not (is_beside or is_above)


def text_height(frame, width: float) -> float:
    """The height of the text in points; that of a name that does not wrap is one line."""
    height = 0.0
    for index, paragraph in enumerate(frame.paragraphs):
        if not paragraph.runs:
            continue  # a number that counts itself
        font = paragraph.runs[0].font
        indent = int(paragraph._p.get_or_add_pPr().get("marL", 0)) / 12_700
        room = width - indent if frame.word_wrap is not False else 10_000
        space = paragraph.space_before.pt if index and paragraph.space_before else 0
        lines = wrapped(paragraph.text, room, font.size.pt, bool(font.bold))
        height += space + len(lines) * paragraph.line_spacing.pt
    return height


def test_the_map_is_made_of_countries_arcs_and_cities_that_can_be_edited():
    slide = of_full().slides[2]
    (drawn,) = [group for group in slide.shapes if group.name == "map"]
    groups = {group.name: [shape.name for shape in group.shapes] for group in drawn.shapes}
    assert {"CHN", "ITA"} <= set(groups["land"])
    assert groups["pairs"] == ["Panjin – Lisbon", "Panjin – Rome"]
    assert {"Panjin", "Rome", "Lisbon"} <= set(groups["cities"])
    assert not slide._element.xpath(".//p:pic")


def table_rows(presentation, title: str) -> list[list[str]]:
    slides = [slide for slide in presentation.slides if slide.shapes.title.text.split(" (")[0] == title]
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for table in tables for row in list(table.rows)[1:]]


def test_what_nothing_covers_is_a_table_with_the_sentence_of_the_screen_and_how_many_are_silent():
    presentation = of_full()
    slide = next(one for one in presentation.slides if one.shapes.title.text == "Gaps")
    assert gaps_slide(view_of(FULL)).sentence in "\n".join(frame.text for frame in frames(slide))
    name, count, untouched, mentioned, reach = table_rows(presentation, "Gaps")[0]
    assert (name, count, mentioned) == ("Sustainable Development Goals", "15 of 17", "SDG 4")
    assert untouched == "SDG 1, SDG 2, SDG 3, SDG 5, SDG 6, SDG 7, SDG 8, SDG 9, SDG 10, SDG 12, " + (
        "SDG 13, SDG 14, SDG 15, SDG 16 and SDG 17"
    )
    assert reach == "1 plan states some."


def test_each_pair_has_a_row_with_its_themes_goals_and_dates():
    rows = table_rows(of_full(), "Pairs of cities")
    assert rows == [
        ["Panjin – Lisbon", "1", "Culture and heritage and Tourism", "4, 11", "", "September 2019"],
        ["Panjin – Rome", "1", "Culture and heritage and Tourism", "4, 11", "", "September 2019"],
    ]


def test_every_slide_but_the_cover_has_a_sentence():
    for slide in list(of_full().slides)[1:]:
        (sentence,) = [shape.text_frame.text for shape in slide.shapes if shape.name == "sentence"]
        assert sentence, slide.shapes.title.text


def test_goals_bear_their_official_colours():
    native = native_chart(of_full(), "Sustainable Development Goals")
    stated = native.plots[0].series[0]
    assert [f"#{stated.points[index].format.fill.fore_color.rgb}" for index in range(17)] == [
        one.color for one in goals()
    ]


def test_all_names_beside_bars_are_drawn_and_few_bars_are_no_blocks():
    """LibreOffice draws names that it thinks too close only where they are told to stand upright."""
    deck = of_full()
    for title in ("Sustainable Development Goals", "Themes"):
        chart = native_chart(deck, title)
        axis = chart.category_axis._element
        assert axis.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").get("rot") == "0"
        assert axis.find(qn("c:tickLblSkip")).get("val") == "1"
    assert native_chart(deck, "Themes").plots[0].gap_width > 100


def test_the_matrix_is_a_table():
    tables = [shape.table for slide in of_full().slides for shape in slide.shapes if shape.has_table]
    rows = next(
        rows
        for rows in ([[cell.text for cell in row.cells] for row in table.rows] for table in tables)
        if rows[0][0] == "Theme"
    )
    assert rows[0] == ["Theme", *(str(goal.number) for goal in goals())]
    assert {row[0]: (row[4], row[11]) for row in rows[1:]} == {
        "Culture and heritage": ("1", "1"),
        "Tourism": ("1", "1"),
    }


def test_the_timeline_has_a_mark_for_each_dated_event_in_the_lane_of_its_plan_and_a_legend():
    slide = next(slide for slide in of_full().slides if slide.shapes.title.text == "Activities")
    (drawn,) = [shape for shape in slide.shapes if shape.name == "activities"]
    assert [shape.name for shape in drawn.shapes] == ["September 2019: Visit of Rome (Panjin – Rome)", "label"]
    shown = {shape.name: shape.text_frame.text for shape in leaves(slide.shapes) if shape.has_text_frame}
    assert shown["plan"] == "Panjin – Rome"
    assert {"done", "planned, postponed or cancelled", "outside the period"} <= {one.text for one in frames(slide)}
    assert "Some day" not in slide.notes_slide.notes_text_frame.text


def test_the_timeline_shows_the_years_of_the_selected_plans_alone():
    others = FULL.model_copy(update={"id": "other", "activities": (Activity(start="2011", text="Long before"),)})
    slide = next(
        slide
        for slide in briefing(view_of(FULL, others, selection=Selection(plans=("panjin",)))).slides
        if slide.shapes.title.text == "Activities"
    )
    assert [shape.text_frame.text for shape in slide.shapes if shape.name == "year"] == ["2019"]


def test_the_timeline_shows_the_years_that_are_selected():
    years = (
        Activity(start="2016", text="One"),
        Activity(start="2019", text="Two"),
        Activity(start="2020", text="Three"),
    )
    view = view_of(FULL.model_copy(update={"activities": years}), selection=Selection(years=(2019, 2020)))
    slide = next(slide for slide in briefing(view).slides if slide.shapes.title.text == "Activities")
    assert [shape.text_frame.text for shape in slide.shapes if shape.name == "year"] == ["2019", "2020"]


def test_notes_carry_the_evidence_and_the_last_slide_the_notices():
    presentation = of_full()
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in presentation.slides if slide.has_notes_slide)
    assert "SDG 11 Sustainable Cities and Communities" in notes
    assert PAIR.sources[0] in notes
    assert all(notice in texts(presentation) for notice in notices())


def test_what_a_speaker_must_know_is_there_and_hidden_from_the_audience():
    presentation = of_full()
    hidden = [slide.shapes.title.text for slide in presentation.slides if slide._element.get("show") == "0"]
    assert hidden == ["What to know before speaking"]
    assert "Panjin – Rome: The period is open." in texts(presentation)


def test_plans_with_little_in_them_stand_in_a_table_and_the_rest_is_counted():
    presentation = briefing(view_of(*(PAIR.model_copy(update={"id": f"p{index}"}) for index in range(105))))
    assert "Panjin – Rome" not in [slide.shapes.title.text for slide in presentation.slides]
    assert len(table_rows(presentation, "Further plans")) == 60
    assert "45 more plans are selected" in texts(presentation)


@pytest.mark.parametrize("name", PLANS)
def test_nothing_is_smaller_than_14_points_and_sentences_and_lists_are_of_one_size(name):
    with zipfile.ZipFile(io.BytesIO(made(name))) as package:
        parts = [package.read(name) for name in package.namelist() if re.match(r"ppt/(slides|charts)/\w+\.xml", name)]
    sizes = {int(size) for part in parts for size in re.findall(rb'\bsz="(\d+)"', part)}
    assert min(sizes) >= 1400
    slides = opened(name).slides
    assert [run for slide in slides for run in slide._element.iter(qn("a:r")) if size_of(run) is None] == []
    assert {size_of(run) for slide in slides for run in runs_of(slide, "sentence")} == {1600}
    assert {size_of(run) for slide in slides for run in runs_of(slide, "text")} <= {1600}


def size_of(run) -> int | None:
    size = run.find(qn("a:rPr")).get("sz")
    return int(size) if size else None


def runs_of(slide, name: str):
    return [run for shape in slide.shapes if shape.name == name for run in shape._element.iter(qn("a:r"))]


def test_footer_number_and_title_are_places_of_the_layout_and_the_number_counts_itself():
    for slide in list(of_full().slides)[1:]:
        kinds = {place.placeholder_format.type: place for place in slide.placeholders}
        assert {PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER} <= set(kinds)
        assert kinds[PP_PLACEHOLDER.SLIDE_NUMBER]._element.xpath(".//a:fld/@type") == ["slidenum"]
        layout = {place.placeholder_format.idx for place in slide.slide_layout.placeholders}
        assert {place.placeholder_format.idx for place in slide.placeholders} <= layout


def test_every_run_says_its_language():
    use("zh")
    presentation = briefing(view_of(FULL))
    runs = [run for slide in presentation.slides for run in slide._element.iter(qn("a:r"))]
    languages = {run.find(qn("a:t")).text: run.find(qn("a:rPr")).get("lang") for run in runs}
    assert languages["盘锦 – 罗马"] == "zh-CN"
    assert next(tag for text, tag in languages.items() if text and text.startswith("Culture, Tourism")) == "en-GB"
    assert None not in languages.values()


def test_plans_cities_pairs_and_the_view_lead_to_their_pages():
    view = view_of(FULL)
    out = io.BytesIO()
    write_briefing(view, describe(view.scene, DAY, "https://ucap.example.eu/base/coverage"), out)
    presentation = pptx.Presentation(out)
    targets = {
        relation.target_ref
        for slide in presentation.slides
        for relation in slide.part.rels.values()
        if relation.is_external
    }
    root = "https://ucap.example.eu/base"
    assert {f"{root}/plans?open=panjin", f"{root}/cities?place=rome", f"{root}/cities?pair=panjin~rome"} <= targets
    code = next(shape for shape in presentation.slides[-1].shapes if shape.name == "code")
    assert code.click_action.hyperlink.address == f"{root}/coverage"
    assert description_of(view).site is None


def test_a_picture_is_described_once_and_slides_stand_in_sections():
    presentation = of_full()
    described = [slide._element.xpath(".//p:cNvPr[@descr]/@descr") for slide in presentation.slides]
    assert [len(one) for one in described if one] == [1] * len([one for one in described if one])
    sections = presentation.part._element.xpath("//*[local-name()='section']")
    assert [one.get("name") for one in sections] == ["Overview", "Plans", "For the speaker", "Sources"]
    listed = [int(one.get("id")) for one in presentation.part._element.xpath("//*[local-name()='section']//*[@id]")]
    assert listed == [slide.slide_id for slide in presentation.slides]


def test_the_short_briefing_has_eight_slides_that_an_audience_sees():
    view = view_of(FULL)
    presentation = pptx.Presentation(io.BytesIO(export("pptx-short", view, description_of(view))))
    assert len([slide for slide in presentation.slides if slide._element.get("show") != "0"]) == 8


def test_documents_are_named_by_the_title_of_their_plan():
    plan = FULL.model_copy(
        update={"document": DocumentInfo(name="scan_0042_final.pdf", media_type="application/pdf", sha256="0" * 64)}
    )
    presentation = briefing(view_of(plan))
    assert table_rows(presentation, "Sources") == [["Panjin – Rome", "its document and iuc.eu"]]
    notes = [slide.notes_slide.notes_text_frame.text for slide in presentation.slides if slide.has_notes_slide]
    assert "scan_0042" not in texts(presentation) + "".join(notes[1:])


def test_of_a_very_long_plan_the_last_slide_says_that_there_is_more():
    assert "The rest of this plan is in the workbook." in texts(opened("long"))
