"""The briefing tells what is selected, in shapes that stay editable, and no text leaves its box."""

import io
from itertools import combinations

import pptx
import pytest
from hypothesis import given, settings

from tests.effort import effort
from tests.exports.samples import LISBON, PAIR, PANJIN, ROME, description_of, view_of, views
from ucap.charts.counts.bars import theme_bars
from ucap.charts.counts.goals import goal_bars
from ucap.exports import export, notices
from ucap.exports.story.texts import gaps_slide
from ucap.plain_text import printable
from ucap.plan.record import Activity, Finding, GoalMention, Plan, Theme
from ucap.typography import wrapped
from ucap.vocabulary import goals

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
    themes = native_chart(presentation, theme_bars(view.scene).title)
    assert list(themes.plots[0].series[0].values) == theme_bars(view.scene).table.iloc[:, 1].tolist()
    for text in view.frames.results["text"]:
        assert " ".join(printable(text).split()) in shown


@pytest.mark.parametrize("view", [view_of(), view_of(FULL), view_of(LONG)], ids=["none", "full", "long"])
def test_no_shape_leaves_the_slide_and_no_text_overlaps_another_or_overflows_its_box(view):
    presentation = briefing(view)
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
        font = paragraph.runs[0].font
        indent = int(paragraph._p.get_or_add_pPr().get("marL", 0)) / 12_700
        room = width - indent if frame.word_wrap is not False else 10_000
        space = paragraph.space_before.pt if index and paragraph.space_before else 0
        lines = wrapped(paragraph.text, room, font.size.pt, bool(font.bold))
        height += space + len(lines) * paragraph.line_spacing.pt
    return height


def test_the_map_is_made_of_countries_arcs_and_cities_that_can_be_edited():
    slide = briefing(view_of(FULL)).slides[2]
    groups = {group.name: [shape.name for shape in group.shapes] for group in slide.shapes if group.shape_type == 6}
    assert {"CHN", "ITA"} <= set(groups["land"])
    assert groups["pairs"] == ["Panjin – Lisbon", "Panjin – Rome"]
    assert {"Panjin", "Rome", "Lisbon"} <= set(groups["cities"])
    assert not slide._element.xpath(".//p:pic")


def test_what_nothing_covers_is_named_with_the_sentence_of_the_screen():
    slide = next(one for one in briefing(view_of(FULL)).slides if one.shapes.title.text == "Gaps")
    shown = "\n".join(frame.text for frame in frames(slide))
    assert gaps_slide(view_of(FULL)).sentence in shown
    untouched = [f"SDG {goal.number} {goal.name}" for goal in goals() if goal.number not in (4, 11)]
    assert [line for line in shown.split("\n") if line.startswith("SDG ")] == untouched


def test_every_slide_but_the_cover_has_a_sentence():
    for slide in list(briefing(view_of(FULL)).slides)[1:]:
        (sentence,) = [shape.text_frame.text for shape in slide.shapes if shape.name == "sentence"]
        assert sentence, slide.shapes.title.text


def test_goals_bear_their_official_colours():
    native = native_chart(briefing(view_of(FULL)), "Sustainable Development Goals")
    stated = native.plots[0].series[0]
    assert [f"#{stated.points[index].format.fill.fore_color.rgb}" for index in range(17)] == [
        one.color for one in goals()
    ]


def test_the_matrix_is_a_table():
    tables = [shape.table for slide in briefing(view_of(FULL)).slides for shape in slide.shapes if shape.has_table]
    rows = [[cell.text for cell in row.cells] for row in tables[0].rows]
    assert rows[0] == ["Theme", *(str(goal.number) for goal in goals())]
    assert {row[0]: (row[4], row[11]) for row in rows[1:]} == {
        "Culture and heritage": ("1", "1"),
        "Tourism": ("1", "1"),
    }


def test_the_timeline_has_a_mark_for_each_dated_event():
    slide = next(slide for slide in briefing(view_of(FULL)).slides if slide.shapes.title.text == "Activities")
    marks = [shape for shape in slide.shapes if shape.name == "activity"]
    assert [mark._element.xpath(".//p:cNvPr/@descr")[0] for mark in marks] == ["September 2019: Visit of Rome (panjin)"]
    assert "Some day" not in slide.notes_slide.notes_text_frame.text


def test_notes_carry_the_evidence_and_the_last_slide_the_notices():
    presentation = briefing(view_of(FULL))
    notes = "\n".join(slide.notes_slide.notes_text_frame.text for slide in presentation.slides if slide.has_notes_slide)
    assert "SDG 11 Sustainable Cities and Communities" in notes
    assert PAIR.sources[0] in notes
    assert all(notice in texts(presentation) for notice in notices())


def test_a_speaker_is_told_of_the_findings():
    assert "Panjin – Rome: The period is open." in texts(briefing(view_of(FULL)))


def test_of_very_many_plans_the_first_have_a_page_and_the_rest_are_counted():
    presentation = briefing(view_of(*(PAIR.model_copy(update={"id": f"p{index}"}) for index in range(45))))
    titles = [slide.shapes.title.text for slide in presentation.slides]
    assert titles.count("Panjin – Rome") == 40
    assert "5 more plans are selected" in texts(presentation)


def test_of_a_very_long_plan_the_last_slide_says_that_there_is_more():
    assert "The rest of this plan is in the workbook." in texts(briefing(view_of(LONG)))
