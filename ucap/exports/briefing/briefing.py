"""The briefing: the story of the selection as a presentation whose charts can be edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import IO

from ucap.charts.chart import Chart
from ucap.exports.briefing.chart_slides import add_goals, add_themes
from ucap.exports.briefing.deck import Deck
from ucap.exports.briefing.map_slide import add_map
from ucap.exports.briefing.matrix_slide import add_matrix
from ucap.exports.briefing.table_slide import add_grid
from ucap.exports.briefing.template import open_template
from ucap.exports.briefing.text_slides import add_columns, add_cover
from ucap.exports.briefing.timeline_slide import add_timeline
from ucap.exports.description import Description
from ucap.exports.story.slide import Figures, Grid, Slide
from ucap.exports.story.story import short_story, story
from ucap.exports.view import View

_CHARTS: dict[str, Callable[[Deck, View, Slide, Chart], None]] = {
    "map": add_map,
    "goals": add_goals,
    "themes": add_themes,
    "themes-goals": add_matrix,
    "activities": add_timeline,
}


def write_briefing(view: View, description: Description, out: IO[bytes], template: bytes | None = None) -> None:
    """A presentation (.pptx) of the selection, in our look or in that of a `.pptx` or `.potx` file: the one given,
    or the one that editors chose for all.

    Raises:
        TemplateError: the template cannot be used.
    """
    write_slides((make() for make in story(view, description)), view, description, out, template)


def write_short_briefing(view: View, description: Description, out: IO[bytes]) -> None:
    """The same in eight slides that an audience sees."""
    write_slides((make() for make in short_story(view, description)), view, description, out)


def write_slides(
    slides: Iterable[Slide], view: View, description: Description, out: IO[bytes], template: bytes | None = None
) -> None:
    """A presentation of these slides.

    Raises:
        TemplateError: the template cannot be used.
    """
    deck = Deck(open_template(template or description.branding.template), description)
    for slide in slides:
        _add(deck, view, slide)
    deck.save(out)


def _add(deck: Deck, view: View, slide: Slide) -> None:
    """Draw a slide natively."""
    deck.section = slide.section
    if isinstance(slide.content, Chart):
        _CHARTS[slide.content.name](deck, view, slide, slide.content)
    elif isinstance(slide.content, Grid):
        add_grid(deck, slide, slide.content)
    elif isinstance(slide.content, Figures):
        add_cover(deck, slide, slide.content.figures)
    else:
        add_columns(deck, slide, slide.content)
