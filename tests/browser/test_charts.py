"""What Chromium makes of the figures: texts stand clear of one another, and nothing is asked of any host."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from components.chart import POINTING
from tests.charts.samples import activity, place, plan, scene
from ucap.charts.chart import CONFIG, Chart
from ucap.charts.counts.goals import goal_bars
from ucap.charts.map.map import pair_map
from ucap.charts.scene import Look
from ucap.charts.time.activities import activity_timeline

pytestmark = [pytest.mark.browser, pytest.mark.only_looks]
WIDTHS = [360, 860, 1400]
BOXES = """selector => [...document.querySelectorAll(selector)].filter(text => text.textContent.trim()).map(text => {
    const box = text.getBoundingClientRect()
    return [text.textContent, box.left, box.top, box.right, box.bottom]
})"""


def shown(page: Page, tmp_path, chart: Chart, width_px: int) -> None:
    file = tmp_path / "chart.html"
    chart.figure.write_html(file, config=CONFIG)
    page.set_viewport_size({"width": width_px, "height": 1000})
    page.goto(file.as_uri())
    page.add_style_tag(content="body { margin: 0 }")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    page.evaluate("Plotly.Plots.resize(document.querySelector('.js-plotly-plot'))")


def overlapping(boxes):
    """Pairs of texts that cover one another by more than a pixel."""
    return [
        (one[0], other[0])
        for index, one in enumerate(boxes)
        for other in boxes[:index]
        if min(one[3], other[3]) - max(one[1], other[1]) > 1 and min(one[4], other[4]) - max(one[2], other[2]) > 4
    ]


def cities():
    """Thirty cities, crowded as those of Europe are."""
    europe = [
        place(f"Stadt {i}{'burg' * (i % 3)}", "europe", "DE", 42 + i * 7 % 13, -4 + i * 5 % 23) for i in range(20)
    ]
    return europe + [place(f"Chéng {i}", "china", "CN", 22 + i * 3 % 20, 105 + i * 7 % 18) for i in range(10)]


@pytest.mark.parametrize("width_px", WIDTHS)
def test_the_names_of_cities_overlap_neither_one_another_nor_the_edge(page, tmp_path, width_px):
    shown(page, tmp_path, pair_map(scene([plan("a", cities())], look=Look(width_px=width_px))), width_px)
    boxes = page.evaluate(BOXES, ".scatterlayer .textpoint text")
    assert len(boxes) > 5
    assert overlapping(boxes) == []
    assert all(left >= 0 and right <= width_px for _text, left, _top, right, _bottom in boxes)


@pytest.mark.parametrize("width_px", WIDTHS)
def test_the_names_of_goals_overlap_neither_one_another_nor_their_bars(page, tmp_path, width_px):
    plans = [plan("a", goals=[{"goal": number} for number in range(1, 18)])]
    shown(page, tmp_path, goal_bars(scene(plans, look=Look(width_px=width_px))), width_px)
    names = page.evaluate(BOXES, ".yaxislayer-above .ytick text")
    plot_left = page.evaluate("document.querySelector('.js-plotly-plot')._fullLayout._size.l")
    assert len(names) == 17
    assert overlapping(names) == []
    assert all(right <= plot_left for _text, _left, _top, right, _bottom in names)


@pytest.mark.parametrize("width_px", [860, 1400])
def test_the_labels_of_activities_do_not_overlap(page, tmp_path, width_px):
    busy = [activity(f"Workshop {i} on the circular economy.", f"20{17 + i % 4}-{1 + i % 12:02}") for i in range(40)]
    shown(
        page, tmp_path, activity_timeline(scene([plan("a", activities=busy)], look=Look(width_px=width_px))), width_px
    )
    boxes = page.evaluate(BOXES, ".scatterlayer .textpoint text")
    assert len(boxes) == 40
    assert overlapping(boxes) == []


def test_markup_in_a_document_is_shown_as_it_is_written(page, tmp_path):
    name = '<b>Bold</b> & <a href="https://example.org">more</a>'
    shown(page, tmp_path, pair_map(scene([plan("a", [place(name, "europe", "IT", 45.0, 9.0)])])), 860)
    assert page.evaluate(BOXES, ".scatterlayer .textpoint text")[0][0] == name
    assert page.locator(".js-plotly-plot a[href*=example]").count() == 0


def test_the_map_is_drawn_without_asking_for_anything(page, tmp_path):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    shown(page, tmp_path, pair_map(scene([plan("a", cities())])), 860)
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


POINT_AT = """city => {
    const of = name => [...document.querySelectorAll('.scatterlayer > .trace')].find(
        node => node.__data__[0].trace.name === name)
    const mark = [...of('europe').querySelectorAll('.point')].find(one => one.__data__.data[1] === city)
    const box = mark.getBoundingClientRect()
    return [box.x + box.width / 2, box.y + box.height / 2]
}"""
FADED = "[...document.querySelectorAll('.scatterlayer .js-line')].some(line => line.style.opacity === '0.12')"
SEEN = """() => ({
    lines: [...document.querySelectorAll('.scatterlayer .js-line')].filter(
        one => one.closest('.trace').__data__[0].trace.name === 'arcs' && one.style.opacity !== '0.12').length,
    cities: [...document.querySelectorAll('.scatterlayer .textpoint')].filter(
        one => one.style.opacity !== '0.12').map(one => one.textContent),
})"""


def point_until(page: Page, condition: str, x: float, y: float) -> None:
    """Move the mouse to a place, again and again as a hand does: Plotly looks at no more than some of its moves."""
    for _attempt in range(100):
        page.mouse.move(x + 40, y - 40)
        page.mouse.move(x, y)
        page.wait_for_timeout(100)
        if page.evaluate(condition):
            return
    raise AssertionError(f"never came true: {condition}")


def test_pointing_at_a_city_leaves_its_lines_and_fades_the_rest(page, tmp_path):
    plans = [plan("a", ["Panjin", "Rome", "Barcelona"]), plan("b", ["Liuzhou", "Rome"]), plan("c", ["Haikou", "Nice"])]
    shown(page, tmp_path, pair_map(scene(plans)), 860)
    page.evaluate(POINTING.read_text("utf-8").replace("export default function", "window.pointing = function"))
    page.evaluate("pointing()")
    point_until(page, FADED, *page.evaluate(POINT_AT, "Barcelona"))
    seen = page.evaluate(SEEN)
    assert (seen["lines"], sorted(seen["cities"])) == (1, ["Barcelona", "Panjin"])
    point_until(page, f"!{FADED}", 1, 600)
