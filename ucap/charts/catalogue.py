"""All charts, by their slugs. A new chart is a new file and a line here."""

from __future__ import annotations

from collections.abc import Callable

from ucap.charts.chart import Chart
from ucap.charts.counts.bars import country_bars, theme_bars, topic_bars
from ucap.charts.counts.goals import goal_bars
from ucap.charts.counts.matrices import city_goal_matrix, theme_country_matrix, theme_goal_matrix
from ucap.charts.map.map import pair_map
from ucap.charts.scene import Scene
from ucap.charts.time.activities import activity_timeline
from ucap.charts.time.overview import overview_timeline
from ucap.charts.time.periods import period_timeline

CHARTS: dict[str, Callable[[Scene], Chart]] = {
    "map": pair_map,
    "themes": theme_bars,
    "goals": goal_bars,
    "activities-in-time": overview_timeline,
    "themes-goals": theme_goal_matrix,
    "cities-goals": city_goal_matrix,
    "topics": topic_bars,
    "countries": country_bars,
    "themes-countries": theme_country_matrix,
    "activities": activity_timeline,
    "periods": period_timeline,
}
