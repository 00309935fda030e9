"""Present: the selection as slides, for a meeting."""

from components.begin import begin_slides
from components.slides.slides import draw_slides

draw_slides(begin_slides("Present"))
