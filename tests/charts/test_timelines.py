"""The timelines draw dates as wide as they are precise, and say what they cannot draw."""

from itertools import pairwise

import pandas as pd
import pytest

from tests.charts.samples import THREE, activity, plan, scene, trace
from tests.effort import IS_ENDURANCE
from ucap.charts.counts.bars import theme_bars
from ucap.charts.counts.goals import goal_bars
from ucap.charts.counts.matrices import city_goal_matrix, theme_goal_matrix
from ucap.charts.palette import LIGHT
from ucap.charts.scene import Look, Scene
from ucap.charts.text import width_px
from ucap.charts.time.activities import MOST_EVENTS, activity_timeline
from ucap.charts.time.events import distinct_events
from ucap.charts.time.marks import mark_traces
from ucap.charts.time.overview import overview_timeline
from ucap.charts.time.periods import MOST_PERIODS, period_timeline, plan_periods, running_counts
from ucap.charts.time.scale import TimeScale, time_scale
from ucap.charts.time.swimlanes import LABEL_TEXT_PX, swimlanes
from ucap.selection import Selection

DAY_MS = 86_400_000


def many_plans(count, per_plan=3):
    parts = [
        [activity(f"Workshop {i} of {j}.", f"{2015 + (i + j) % 6}-{1 + (i * 7 + j) % 12:02}") for j in range(per_plan)]
        for i in range(count)
    ]
    return [
        plan(f"p{i}", period={"start": f"{2015 + i % 5}", "end": f"{2017 + i % 5}"}, activities=a)
        for i, a in enumerate(parts)
    ]


def test_a_mark_is_as_wide_as_its_date_is_precise():
    figure = activity_timeline(scene(THREE)).figure
    spans = trace(figure, "spans")
    widths = {base[:7]: length / DAY_MS for base, length in zip(spans.base, spans.x, strict=True)}
    assert widths == {"2019-01": 365, "2020-05": 31}
    assert len(trace(figure, "days").x) == 1


def test_planned_is_hollow_and_done_is_filled():
    spans = trace(activity_timeline(scene(THREE)).figure, "spans")
    fills = {base[:4]: color for base, color in zip(spans.base, spans.marker.color, strict=True)}
    assert fills["2020"] == "rgba(0,0,0,0)"
    assert fills["2019"] != "rgba(0,0,0,0)"


def test_a_year_is_fainter_than_a_month():
    both = [plan("a", activities=[activity("One.", "2019"), activity("Two.", "2018-03")])]
    spans = trace(activity_timeline(scene(both)).figure, "spans")
    fills = {base[:4]: color for base, color in zip(spans.base, spans.marker.color, strict=True)}
    assert fills["2019"].startswith("rgba")
    assert fills["2018"] == LIGHT.neutral


def test_what_is_cancelled_is_crossed():
    cancelled = [plan("a", activities=[activity("The visit was cancelled.", "2019-05-02")])]
    assert len(trace(activity_timeline(scene(cancelled)).figure, "cancelled").x) == 1


@pytest.mark.parametrize("status", ["planned", "postponed", "cancelled"])
def test_what_is_not_done_is_hollow_and_what_is_postponed_or_cancelled_bears_its_own_sign(status):
    events = distinct_events(scene([plan("a", activities=[activity("A visit.", "2019-05-02")])]).frames.activities)
    laid_out = swimlanes(events, TimeScale(2019, 2019), 600, 120).marks.reset_index(drop=True)
    traces = mark_traces(events.join(laid_out[["y", "label", "is_left"]]).assign(status=status, is_wide=True), LIGHT)
    by_name = {one["name"]: one for one in traces}
    assert by_name["spans"]["marker"]["color"] == ["rgba(0,0,0,0)"]
    signs = {name: len(by_name[name]["x"]) for name in ("postponed", "cancelled")}
    assert signs == {"postponed": int(status == "postponed"), "cancelled": int(status == "cancelled")}


def test_a_label_says_what_happened():
    labels = trace(activity_timeline(scene(THREE)).figure, "labels")
    assert [text.strip("\u00a0") for text in labels.text] == [
        "A visit to Rome.",
        "A forum.",
        "Planned meeting in Rome.",
    ]


@pytest.mark.parametrize("plan_count", [15, 20, 33])
def test_of_many_activities_as_many_are_labelled_as_have_room_and_no_label_reaches_the_next_mark(plan_count):
    events = distinct_events(scene(many_plans(plan_count)).frames.activities)
    chart = activity_timeline(scene(many_plans(plan_count)))
    labels = [text.strip("\u00a0") for text in trace(chart.figure, "labels").text]
    assert sum(map(bool, labels)) > len(events) / 3
    marks = swimlanes(events, TimeScale(2015, 2020), 600, 50).marks
    for _, lane in marks.sort_values("mark_left").groupby("y"):
        edges = [
            (mark.mark_left - label_px(mark), mark.mark_right)
            if mark.is_left
            else (mark.mark_left, mark.mark_right + label_px(mark))
            for mark in lane.itertuples()
        ]
        assert all(end <= start for (_, end), (start, _) in pairwise(edges))


def label_px(mark):
    return width_px(mark.label, LABEL_TEXT_PX)


def test_the_timelines_are_zoomed_to_the_chosen_years():
    chosen = scene(THREE, Selection(years=(2019, 2020)))
    for draw in (activity_timeline, period_timeline):
        ends = draw(chosen).figure.layout.xaxis.range
        assert [str(end)[:10] for end in ends] == ["2019-01-01", "2021-01-01"]


def test_every_row_has_its_name_for_every_selection():
    everything = scene([*THREE, plan("long", ["Panjin", "Rome", "Nice", "Barcelona"] * 2, period={"start": "2017"})])
    for selection in every_choice(everything):
        chosen = scene_of(everything, selection)
        for draw in (period_timeline, activity_timeline, theme_bars, goal_bars, theme_goal_matrix, city_goal_matrix):
            axis = draw(chosen).figure.layout.yaxis
            if axis.tickvals is not None:
                assert axis.ticklabeloverflow == "allow"
                assert len(axis.ticktext) == len(axis.tickvals)
                assert all(axis.ticktext)


def every_choice(everything):
    """Nothing, and of each filter a value for each set of plans that one can leave; in `make endure` each value."""
    yield Selection()
    for name, values in everything.coverage.options.items():
        choices = [Selection(**{name: (value,)}) for value in values]
        by_plans = {tuple(everything.coverage.select(one)): one for one in choices}
        yield from choices if IS_ENDURANCE else by_plans.values()


def scene_of(everything, selection):
    return Scene(everything.coverage, selection, Look(width_px=360))


def test_what_lies_outside_the_period_is_emphasised():
    spans = trace(activity_timeline(scene(THREE)).figure, "spans")
    rims = {base[:4]: color for base, color in zip(spans.base, spans.marker.line.color, strict=True)}
    assert rims["2020"] == LIGHT.emphasis


def test_a_click_sets_all_plans_that_tell_of_the_event():
    text = "Delegations of Panjin and Rome visit the exhibition in Brussels."
    shared = [plan(slug, ["Panjin", "Rome"], activities=[activity(text, "2019-09-03")]) for slug in ("a", "b")]
    days = trace(activity_timeline(scene(shared)).figure, "days")
    assert list(days.customdata[0]) == ["plan", "a", "plan", "b"]
    assert "mentioned in 2 plans" in days.hovertext[0]


def test_undated_activities_are_said_and_listed():
    chart = activity_timeline(scene(THREE))
    assert "1 has no date." in chart.sentence
    assert chart.table.iloc[-1]["Date"] == "undated"
    assert len(chart.table) == 4


def test_the_sentence_counts_what_the_frame_holds():
    assert activity_timeline(scene(THREE)).sentence == (
        "4 activities from March 2018 to May 2020. 1 is planned. 1 lies outside its plan's period. 1 has no date."
    )
    assert activity_timeline(scene([])).sentence == "The selected plans mention no activities."


def test_marks_keep_their_place_when_a_filter_changes():
    everything = trace(activity_timeline(scene(THREE)).figure, "spans")
    narrowed = trace(activity_timeline(scene(THREE, Selection(activity_kinds=("meeting",)))).figure, "spans")
    heights = dict(zip(everything.base, everything.y, strict=True))
    assert [heights[base] for base in narrowed.base] == list(narrowed.y)
    assert len(narrowed.base) == 1


def test_no_mark_of_a_lane_overlaps_another():
    events = distinct_events(scene(many_plans(30)).frames.activities)
    scale = TimeScale(2015, 2020)
    laid_out = swimlanes(events, scale, 600, 120)
    marks = laid_out.marks.join(events.set_index("event")[["start_day"]])
    for _, lane in marks.groupby("y"):
        days = lane["start_day"].sort_values()
        assert (days.diff().dropna() >= pd.Timedelta(days=28)).all()


def test_too_many_activities_are_counted_by_kind_and_quarter():
    chart = activity_timeline(scene(many_plans(200)))
    squares = trace(chart.figure, "bins")
    assert len(squares.x) <= 8 * 24
    assert chart.table.drop(columns="Kind").to_numpy().sum() == 600 > MOST_EVENTS
    assert list(squares.customdata[0])[::2] == ["activity", "year"]
    assert "too many for a mark each" in chart.sentence


def test_what_a_filter_leaves_of_too_many_is_no_higher_than_all_of_them():
    """Nothing has to be scrolled inside the chart: marks take its room, and too many for it are counted, too."""
    plans = many_plans(200)
    whole = activity_timeline(scene(plans)).figure.layout.height
    for count in (3, 60, 99):
        chosen = activity_timeline(scene(plans, Selection(plans=tuple(one.id for one in plans[:count]))))
        assert chosen.figure.layout.height <= whole


def test_what_is_dated_by_the_year_alone_is_no_quarters():
    yearly = [plan(f"p{i}", activities=[activity(f"Forum {i}.", "2018")]) for i in range(MOST_EVENTS + 1)]
    figure = activity_timeline(scene(yearly)).figure
    assert len(trace(figure, "bins").x) == 0
    assert len(trace(figure, "years").x) == 1


def test_a_period_is_a_bar_from_its_first_to_its_last_day():
    bars = period_timeline(scene(THREE)).figure.data[0]
    assert bars.base[0] == "2018-01-01"
    assert bars.x[0] / DAY_MS == 365 + 181


def test_an_open_period_is_solid_up_to_what_the_plan_tells_of_and_fades_out_after_it():
    figure = period_timeline(scene(THREE)).figure
    bars, fading = figure.data[:2]
    assert bars.base[1] == "2019-05-01"
    assert bars.x[1] / DAY_MS == 245  # to the end of 2019, the year of the forum
    assert set(fading.y) == {1}
    assert fading.base[0] == "2020-01-01"


def test_plans_without_a_period_are_named_and_listed():
    chart = period_timeline(scene(THREE))
    assert chart.sentence == (
        "2 of 3 selected plans state a period; together they reach from January 2018 to December 2019. "
        "1 has an open end. No period is stated in 1 plan: “haikou”."
    )
    assert chart.table["Remark"].tolist() == ["", "open end", "no period stated"]


def test_a_click_on_a_row_sets_its_plan():
    rows = trace(period_timeline(scene(THREE)).figure, "periods")
    assert [list(data) for data in rows.customdata] == [["plan", "panjin"], ["plan", "liuzhou"]]


def test_activities_stand_on_the_bars_of_their_plans():
    ticks = trace(period_timeline(scene(THREE)).figure, "activities")
    assert sorted(ticks.y) == [0, 0, 1]


def test_too_many_periods_are_counted_instead():
    chart = period_timeline(scene(many_plans(MOST_PERIODS + 1)))
    assert "too many for a bar each" in chart.sentence
    assert len(trace(chart.figure, "columns").x) <= 4 * 8
    assert len(chart.table) == MOST_PERIODS + 1


def test_running_plans_are_counted_as_going_through_them_one_by_one_counts():
    coverage = scene(many_plans(60)).coverage
    bins = time_scale(coverage).bins(100)
    periods = plan_periods(coverage)
    for index, count in enumerate(running_counts(periods, bins)):
        touching = (periods["start_day"] < bins.start(index + 1)) & (periods["end_day"] >= bins.start(index))
        assert count == touching.sum()


def test_the_overview_counts_each_event_once_and_loses_none():
    chart = overview_timeline(scene(THREE))
    assert chart.table[["Done", "Not done"]].to_numpy().sum() == 4
    assert chart.table["Time"].tolist()[-2:] == ["2019, month not known", "undated"]
    assert "1 is dated by its year alone, and stands faint" in chart.sentence


def test_a_click_on_a_column_sets_its_year():
    columns = [one for one in overview_timeline(scene(THREE)).figure.data if one.name == "columns"]
    assert {tuple(data) for one in columns for data in one.customdata} == {
        ("year", 2018),
        ("year", 2019),
        ("year", 2020),
    }


def test_what_is_planned_stands_hollow_upon_what_is_done():
    both = [
        plan("a", activities=[activity("A visit.", "2019-01"), activity("Planned talks.", "2019-02", kind="meeting")])
    ]
    _years, done, planned, _peak = overview_timeline(scene(both)).figure.data
    assert (list(done.y), list(planned.base), list(planned.y)) == ([1], [1], [1])
    assert planned.marker.color == "rgba(0,0,0,0)"


@pytest.mark.parametrize("chart", [activity_timeline, period_timeline, overview_timeline])
@pytest.mark.parametrize("width_px", [360, 860, 1600])
def test_timelines_are_made_for_their_width_and_for_nothing(chart, width_px):
    for plans in (THREE, []):
        assert chart(scene(plans, look=Look(width_px=width_px))).figure.layout.height >= 90


def test_texts_of_documents_are_never_markup():
    hostile = [plan("a", activities=[activity("<b>Bold</b> talks.", "2019-05-02")])]
    figure = activity_timeline(scene(hostile)).figure
    assert "&lt;b&gt;" in trace(figure, "days").hovertext[0]
    assert "<b>B" not in trace(figure, "labels").text[0]


def test_an_activity_with_one_date_has_that_date():
    started = plan("a", activities=[{"text": "Forum.", "start": "2019-09"}, {"text": "Fair.", "end": "2019-10"}])
    assert list(activity_timeline(scene([started])).table["Date"]) == ["September 2019", "October 2019"]
