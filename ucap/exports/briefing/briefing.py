"""The story that the slides tell."""

from __future__ import annotations

from typing import IO

from ucap.exports.briefing.chart_slides import add_goals, add_themes
from ucap.exports.briefing.deck import Deck, Pages
from ucap.exports.briefing.map_slide import add_map
from ucap.exports.briefing.matrix_slide import add_matrix
from ucap.exports.briefing.plan_slides import add_plans
from ucap.exports.briefing.template import open_template
from ucap.exports.briefing.text_slides import add_cover, add_findings, add_gaps, add_key_figures, add_sources
from ucap.exports.briefing.timeline_slide import add_timeline
from ucap.exports.description import Description
from ucap.exports.view import View
from ucap.wording import _

_STORY = (
    add_key_figures,
    add_map,
    add_goals,
    add_themes,
    add_gaps,
    add_matrix,
    add_timeline,
    add_plans,
    add_findings,
)


def write_briefing(view: View, description: Description, out: IO[bytes], template: bytes | None = None) -> None:
    """A presentation (.pptx) of the selection, in our look or in that of a `.pptx` or `.potx` file.

    Raises:
        TemplateError: the template cannot be used.
    """
    deck = Deck(open_template(template), description)
    add_cover(deck, description)
    if len(view.frames.plans):
        for add in _STORY:
            add(deck, view)
    else:
        deck.add_text(_("No plan is selected"), _("Other filters would show some."), [], Pages(1))
    add_sources(deck, description)
    deck.save(out)
