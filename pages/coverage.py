"""Coverage: what the selected plans touch, what nothing touches, and what is not said."""

import streamlit as st

from components.begin import begin
from components.chart import draw, draw_gaps
from components.notices import draw_empty, draw_notices
from ucap.charts.counts.bars import country_bars, topic_bars
from ucap.charts.counts.matrices import city_goal_matrix, theme_country_matrix, theme_goal_matrix
from ucap.wording import _

context = begin("Coverage", "goals")
if context.is_empty:
    draw_empty()
else:
    names = [
        _("Themes and goals"),
        _("Cities and goals"),
        _("EU Urban Agenda"),
        _("Countries"),
        _("What nothing covers"),
    ]
    # Only the open tab is drawn: a filter must not wait for charts that nobody sees.
    goals, cities, topics, countries, gaps = st.tabs(names, key="coverage_tab", on_change="rerun")
    if goals.open:
        with goals:
            draw(context, theme_goal_matrix(context.scene), "category")
    if cities.open:
        with cities:
            draw(context, city_goal_matrix(context.scene), "city")
    if topics.open:
        with topics:
            draw(context, topic_bars(context.scene), "topic")
    if countries.open:
        with countries:
            draw(context, country_bars(context.scene), "country")
            draw(context, theme_country_matrix(context.scene), "country")
    if gaps.open:
        with gaps:
            draw_gaps(context)
    draw_notices()
