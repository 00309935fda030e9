"""Cities: the list, everything about one or about a pair, and several side by side."""

from components.begin import begin
from components.cities.city import draw_city
from components.cities.comparison import draw_side_by_side
from components.cities.listing import draw_cities, draw_unknown
from components.notices import draw_empty, draw_notices
from components.state import focus_slug
from components.tabs import draw_tabs
from ucap.wording import N_

context = begin("Cities", "cities", has_place=True)
slug = focus_slug()


def draw_compared() -> None:
    """Draw what is chosen side by side."""
    if context.library.plans:
        draw_side_by_side(context)
    else:
        draw_empty()


def draw_list() -> None:
    """Draw the list of cities."""
    if context.is_empty:
        draw_empty()
    else:
        draw_cities(context)


if context.focus:
    draw_city(context)
elif slug:
    draw_unknown(context, slug)
else:
    draw_tabs(
        "Cities",
        {
            "all": (N_("All cities"), draw_list),
            "compare": (N_("Side by side"), draw_compared),
        },
    )
draw_notices()
