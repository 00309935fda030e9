"""Overview: the key figures, the map, themes, goals and the timeline in small."""

from components.begin import begin
from components.chart import draw
from ucap.charts.map import pair_map

context = begin("Overview")
draw(pair_map(context.frames.cities, context.frames.pairs, context.look))
