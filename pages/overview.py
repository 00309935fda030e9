"""Overview: the key figures, the map, themes, goals and the timeline in small."""

import streamlit as st

from components.begin import begin
from components.chart import draw
from components.empty import draw_empty
from components.figures import draw_figures
from components.map_view import draw_map_views
from components.notices import draw_notices
from components.problems import draw_problems
from components.state import map_view
from ucap.charts.bars import theme_bars
from ucap.charts.goals import goal_bars
from ucap.charts.map import pair_map
from ucap.charts.overview_timeline import overview_timeline

context = begin("Overview", "pairs")
if context.is_empty:
    draw_empty()
else:
    draw_figures(context)
draw_problems(context)
draw(context, pair_map(context.scene, map_view()), "pair", draw_map_views)
left, right = st.columns(2, gap="large")
with left:
    draw(context, theme_bars(context.scene), "category")
with right:
    draw(context, goal_bars(context.scene), "goal")
draw(context, overview_timeline(context.scene), "activity")
draw_notices()
