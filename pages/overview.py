"""Overview: the key figures, the map, themes, goals and the timeline in small."""

from components.begin import begin
from components.chart import draw
from ucap.charts.map import pair_map

scene = begin("Overview")
draw(pair_map(scene.frames.cities, scene.frames.pairs, scene.look))
