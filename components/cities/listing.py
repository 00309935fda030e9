"""The list of all cities of the selected plans, and what is said of an address that leads to none."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.cities.focus import go_to_place
from components.context import Context
from components.evidence import evidence_dialog
from components.safe import plain
from components.state import open_place
from components.tables import draw_listed
from ucap.charts.caching import remembered
from ucap.charts.scene import Scene
from ucap.plan.words import place_words
from ucap.selection.evidence import EvidenceKind
from ucap.selection.places.cities import PAIR_SIGN, cities, city_table
from ucap.vocabulary.filters import Link
from ucap.wording import _, labelled, ngettext


def draw_cities(context: Context) -> None:
    """Draw a row per city, those of most partners first; a click opens the city's page, or what a number counts."""
    table = _table(context.scene)
    words = ngettext(
        "{count} city. Click its name, or a number for what it counts.",
        "{count} cities. Click a name for everything about one, a number for what it counts.",
        len(table),
    )
    st.caption(words.format(count=len(table)))
    clicked = draw_listed(table, "cities", _("All cities"))
    if clicked is None:
        return
    label, column = str(table.index[clicked[0]]), clicked[1]
    behind: dict[str, tuple[EvidenceKind, Link]] = {
        _("Partners"): ("pair", "paired"),
        _("Only met"): ("pair", "met"),
        _("Plans"): ("plan", "all"),
    }
    if column in behind:
        kind, link = behind[column]
        evidence_dialog(_of_city(context, label, link), kind, labelled(plain(place_words(label)), column))
    else:
        go_to_place([label])


@remembered
def _table(scene: Scene) -> pd.DataFrame:
    return city_table(scene.coverage, scene.frames, scene.met)


def _of_city(context: Context, label: str, link: Link) -> Context:
    """The same about the selected plans of a city, and its pairs that are so linked."""
    scene = context.scene
    chosen = cities(scene.coverage).selection([label], scene.selection)
    return replace(context, scene=Scene(scene.coverage, replace(chosen, link=link), scene.look))


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
                    slug = known.slug_of[label]
                    st.button(plain(place_words(label)), key=f"near_{slug}", on_click=open_place, args=(slug,))
        st.button(_("All cities"), type="tertiary", icon=":material/arrow_back:", on_click=open_place, args=(None,))
