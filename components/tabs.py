"""Tabs whose open one stands in the page's address; only the open one is drawn."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.state import tab, turn_to_tab
from ucap.wording import _, language


def draw_tabs(page: str, tabs: dict[str, tuple[str, Callable[[], None]]]) -> None:
    """Draw the tabs of a page: by their names in the address, their labels and what draws them.

    Only the open tab is drawn: a filter must not wait for what nobody sees.
    """
    labels = {name: _(label) for name, (label, _draw) in tabs.items()}
    names = list(tabs)
    chosen = tab(page)
    open_name = chosen if chosen in tabs else names[0]
    key = f"tabs_{page}_{language()}"
    st.session_state[key] = labels[open_name]

    def turn() -> None:
        name = next(name for name, label in labels.items() if label == st.session_state[key])
        turn_to_tab(page, None if name == names[0] else name)

    for (_label, draw), container in zip(
        tabs.values(), st.tabs(list(labels.values()), key=key, on_change=turn), strict=True
    ):
        if container.open:
            with container:
                draw()
