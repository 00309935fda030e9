"""A chart is drawn once for each selection, look and language, and only the last ones are kept."""

import gc
import weakref

from tests.charts.samples import THREE, scene
from ucap.charts.caching import MOST_REMEMBERED, remembered
from ucap.charts.chart import Chart
from ucap.charts.counts.goals import goal_bars
from ucap.charts.scene import Look, Scene
from ucap.selection import Selection
from ucap.wording import use


def test_the_same_scene_gives_the_same_chart():
    shown = scene(list(THREE))
    assert goal_bars(shown) is goal_bars(Scene(shown.coverage))


def test_another_selection_look_or_language_is_another_chart():
    shown = scene(list(THREE))
    charts = [
        goal_bars(shown),
        goal_bars(Scene(shown.coverage, Selection(goals=(4,)))),
        goal_bars(Scene(shown.coverage, look=Look(is_dark=True))),
    ]
    use("zh")
    try:
        charts.append(goal_bars(shown))
    finally:
        use("en")
    assert len({id(chart) for chart in charts}) == 4


def test_only_the_last_charts_are_kept():
    drawn: list[int] = []

    @remembered
    def draw(shown: Scene) -> Chart:
        drawn.append(shown.look.width_px)
        return goal_bars.__wrapped__(shown)

    shown = scene(list(THREE))
    for width_px in [*range(400, 400 + MOST_REMEMBERED + 1), 400 + MOST_REMEMBERED, 400]:
        draw(Scene(shown.coverage, look=Look(width_px=width_px)))
    assert drawn == [*range(400, 400 + MOST_REMEMBERED + 1), 400]


def test_old_data_is_forgotten_with_its_charts():
    shown = scene(list(THREE))
    goal_bars(shown)
    coverage = weakref.ref(shown.coverage)
    del shown
    gc.collect()
    assert coverage() is None
