"""The city or pair that a page is about, and the ways to it from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import streamlit as st

from components.context import Context
from components.library import library
from components.navigation import CITIES
from components.safe import SIDE_COLORS, plain
from components.state import open_place
from ucap.charts.scene import Scene
from ucap.plan.words import place_words
from ucap.selection.places.cities import PAIR_SIGN, cities, pair_slug


def focused(context: Context, slug: str | None) -> Context:
    """The same about the city or pair that a slug names; as it was where none does."""
    known = cities(context.library.coverage)
    labels = tuple(known.label_of[one] for one in (slug or "").split(PAIR_SIGN) if one in known.label_of)
    if not labels or len(labels) != len((slug or "").split(PAIR_SIGN)) or len({*map(known.side, labels)}) < len(labels):
        return context
    scene = context.scene
    about = Scene(scene.coverage, known.selection(labels, scene.selection), scene.look)
    return replace(context, scene=about, focus=labels)


def go_to_place(labels: Sequence[str]) -> None:
    """Open the page of a city, or of a pair."""
    known = cities(library().coverage)
    china, *europe = sorted(labels, key=known.side)
    open_place(pair_slug(known, china, *europe) if europe else known.slug_of[china])
    st.switch_page(CITIES)


def draw_ways(labels: Iterable[str], key: str) -> None:
    """Draw a button for each city, in the colour of its side, that leads to the city's page."""
    known = cities(library().coverage)
    with st.container(horizontal=True, gap="small", key=f"ways_{key}"):
        for label in labels:
            words = f":{SIDE_COLORS[known.side(label)]}[{plain(place_words(label))}]"
            if st.button(words, key=f"way_{key}_{known.slug_of[label]}", type="tertiary"):
                go_to_place([label])
