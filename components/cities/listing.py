"""The list of all cities of the selected plans, and what is said of an address that leads to none."""

from __future__ import annotations

import streamlit as st

from components.cities.focus import go_to_place
from components.context import Context
from components.safe import plain
from components.state import open_place
from components.tables import draw_listed
from ucap.selection.places.cities import PAIR_SIGN, cities, city_table
from ucap.wording import _, ngettext


def draw_cities(context: Context) -> None:
    """Draw a row per city, those of most partners first; a click opens the city's page."""
    table = city_table(context.library.coverage, context.frames, context.scene.met)
    words = ngettext(
        "{count} city. Click its row.", "{count} cities. Click a row for everything about one.", len(table)
    )
    st.caption(words.format(count=len(table)))
    clicked = draw_listed(table, "cities", _("All cities"))
    if clicked is not None:
        go_to_place([str(table.index[clicked[0]])])


def draw_unknown(context: Context, slug: str) -> None:
    """Say that no plan names a city, or a pair, of that address, and offer the nearest."""
    known = cities(context.library.coverage)
    lost = [one for one in slug.split(PAIR_SIGN) if one not in known.label_of]
    words = _("No plan names “{city}” now; it may have been corrected, or called otherwise.")
    with st.container(border=True, key="unknown-place"):
        for one in lost or [slug]:
            st.markdown(plain(words.format(city=one)))
            near = known.nearest(one)
            if near:
                st.caption(_("Nearest to it:"))
            with st.container(horizontal=True):
                for label in near:
                    st.button(plain(label), key=f"near_{label}", on_click=open_place, args=(known.slug_of[label],))
        st.button(_("All cities"), type="tertiary", icon=":material/arrow_back:", on_click=open_place, args=(None,))
