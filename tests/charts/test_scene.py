"""The room that charts are laid out for."""

from __future__ import annotations

import pytest

from tests.charts.samples import goal, plan, scene, theme
from ucap.charts.catalogue import CHARTS
from ucap.charts.scene import Look
from ucap.vocabulary import categories

SLIDE = Look(width_px=860, height_px=420)
FILLING = ("map", "themes", "goals", "themes-goals", "topics")


def test_rows_keep_their_height_on_a_page_and_share_a_screen() -> None:
    """Without a height rows are as high as usual; with one they share it, never below a line of text."""
    assert Look().row_px(36, 20, 10) == 36
    assert SLIDE.row_px(36, 20, 20) == 20
    assert SLIDE.row_px(36, 1000, 20) == 16
    assert SLIDE.row_px(36, 1, 20) == 48


@pytest.mark.parametrize("name", FILLING)
def test_a_chart_for_a_screen_fills_it_and_no_more(name: str) -> None:
    """The figure is as high as the screen, give or take the rounding of rows."""
    themes = [theme(*(category.slug for category in categories()))]
    plans = [plan("a", ["Panjin", "Rome"], goals=[goal(3)], themes=themes)]
    assert abs(CHARTS[name](scene(plans, look=SLIDE)).figure.layout.height - 420) <= 1
