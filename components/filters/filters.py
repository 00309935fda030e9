"""The sidebar: language, search and all filters as one control, which shows their most frequent values with counts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from components.filters.options import SHOWN, current_options
from components.library import Library, library
from components.person import draw_sign_in
from components.state import choose, selection, set_language
from ucap.selection import FILTERS, Coverage, Selection, from_query, to_query
from ucap.wording import LANGUAGES, language

_KEY = "filters"
_ANSWERED = "filters_answered"
_HERE = Path(__file__).parent

_offer = st.components.v2.component("filter_options", js=(_HERE / "options.js").read_text("utf-8"))
_facets = st.components.v2.component(
    "facets",
    html=(_HERE / "facets.html").read_text("utf-8"),
    css=(_HERE / "facets.css").read_text("utf-8"),
    js=(_HERE / "facets.js").read_text("utf-8"),
)


def draw_filters(shelf: Library) -> None:
    """Draw the sidebar; every change goes to the selection before the page is drawn again."""
    offered = current_options(shelf)
    with st.sidebar:
        with st.container(height=1, border=False, key="filter-options"):
            _offer(key="filter_options", data=offered, height="content")
        _facets(
            key=_KEY,
            data={
                "stamp": offered["stamp"],
                "query": to_query(selection()),
                "counts": _counts(shelf.coverage, selection()),
                "answered": st.session_state.get(_ANSWERED, 0),
            },
            on_chosen_change=_take_over,
            on_language_change=_change_language,
            height="content",
        )
        draw_sign_in()


def draw_language() -> None:
    """Offer the other language, on pages that have no sidebar."""
    other = next(code for code in LANGUAGES if code != language())
    st.button(LANGUAGES[other], key="other_language", type="tertiary", on_click=set_language, args=(other,))


def _counts(coverage: Coverage, chosen: Selection) -> dict[str, list[int]]:
    """For each filter, by its key in the address, how many plans each of its options would leave."""
    counts = coverage.option_counts(chosen)
    return {FILTERS[name].key: counts[name].tolist() for name in SHOWN}


def _take_over() -> None:
    """Take over what the control says; what its browser made up is passed over, as in an address."""
    said: dict[str, Any] = st.session_state[_KEY]["chosen"]
    chosen, _ignored = from_query(said["query"], library().coverage.options)
    choose(chosen)
    st.session_state[_ANSWERED] = said["pressed"]


def _change_language() -> None:
    set_language(st.session_state[_KEY]["language"])
