"""Coverage: what the selected plans touch, what nothing touches, and what is not said."""

from components.begin import begin
from components.chart import draw
from components.gaps import draw_gaps
from components.notices import draw_empty, draw_notices
from components.tabs import draw_tabs
from ucap.charts.counts.bars import country_bars, topic_bars
from ucap.charts.counts.matrices import city_goal_matrix, theme_country_matrix, theme_goal_matrix
from ucap.wording import N_

context = begin("Coverage", "goals")


def draw_countries() -> None:
    """Draw what is about countries."""
    draw(context, country_bars(context.scene), "country")
    draw(context, theme_country_matrix(context.scene), "country")


if context.is_empty:
    draw_empty()
else:
    draw_tabs(
        "Coverage",
        {
            "themes": (N_("Themes and goals"), lambda: draw(context, theme_goal_matrix(context.scene), "category")),
            "cities": (N_("Cities and goals"), lambda: draw(context, city_goal_matrix(context.scene), "city")),
            "topics": (N_("EU Urban Agenda"), lambda: draw(context, topic_bars(context.scene), "topic")),
            "countries": (N_("Countries"), draw_countries),
            "gaps": (N_("Gaps"), lambda: draw_gaps(context)),
        },
    )
    draw_notices()
