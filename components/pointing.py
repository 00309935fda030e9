"""Pointing at a city of the map leaves its lines and fades the rest, in the browser alone."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_KEY = "map_pointing"
SCRIPT = Path(__file__).with_suffix(".js")
_pointing = st.components.v2.component(_KEY, js=SCRIPT.read_text("utf-8"))


def draw_pointing() -> None:
    """Have maps answer the pointer; what is drawn is nothing that can be seen."""
    with st.container(height=1, border=False, key="map-pointing"):
        _pointing(key=_KEY, height="content")
