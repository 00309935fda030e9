"""Overview: the key figures, the map, themes, goals and the timeline in small."""

import streamlit as st

from components.begin import begin
from components.chart import draw, draw_figures, draw_map_views, draw_pointing
from components.meetings.news import draw_news
from components.notices import draw_damaged, draw_empty, draw_newer, draw_notices, draw_problems
from components.state import map_view
from components.tables import draw_pairs
from ucap.charts.counts.bars import theme_bars
from ucap.charts.counts.goals import goal_bars
from ucap.charts.map.map import pair_map
from ucap.charts.time.overview import overview_timeline
from ucap.wording import _

context = begin("Overview", "pairs")
if context.is_empty:
    draw_empty()
else:
    draw_figures(context)
    draw_news(context)
draw_newer(context)
draw_problems(context)
draw_damaged(context)
if context.library.plans:
    draw(context, pair_map(context.scene, map_view()), "pair", draw_map_views)
    draw_pointing()
    st.caption(_("The pairs of most plans come first. Click a row to open its plan."))
    draw_pairs(context)
    left, right = st.columns(2, gap="large")
    with left:
        draw(context, theme_bars(context.scene), "category")
    with right:
        draw(context, goal_bars(context.scene), "goal")
    draw(context, overview_timeline(context.scene), "activity")
draw_notices()
