"""The sidebar: the filters with their counts, what is applied, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from components.person import draw_sign_in
from components.safe import plain
from components.state import choose, selection
from ucap.plan.words import value_words
from ucap.selection import FILTERS, Coverage, Selection, describe
from ucap.selection.filters import FilterName, Value
from ucap.wording import LANGUAGES, _

# Single plans are chosen on their own page.
SHOWN = tuple(name for name in FILTERS if name != "plans")
_COUNT_SIGN = " · "


def draw_filters(coverage: Coverage) -> None:
    """Draw the sidebar; every change goes to the selection before the page is drawn anew."""
    with st.sidebar:
        _draw_applied(selection())
        st.session_state["filter_text"] = selection().text
        st.text_input(
            _("Search"), key="filter_text", on_change=_text_changed, placeholder=_("Words in a plan"), type="search"
        )
        counts = coverage.option_counts(selection())
        for name in SHOWN:
            _draw_filter(name, coverage.options[name], counts[name])
            if name == "goals":
                _draw_stated_only()
        _draw_language()
        draw_sign_in()


def _draw_applied(chosen: Selection) -> None:
    """What is filtered, each value a button that takes it away."""
    applied = describe(chosen)
    st.markdown(f"### {_('Filters')}")
    if not applied:
        st.caption(_("None is set: all plans are shown."))
        return
    with st.container(horizontal=True, key="applied"):
        for number, one in enumerate(applied):
            label = f"{plain(_short(one.words))} ✕"
            tip = _("Remove {filter}: {value}").format(filter=one.label, value=one.words)
            st.button(label, key=f"applied_{number}", help=plain(tip), on_click=_remove, args=(one.filter, one.value))
        st.button(_("Reset"), key="reset", type="primary", on_click=choose, args=(Selection(),))


def _draw_filter(name: FilterName, options: tuple[Value, ...], counts: pd.Series) -> None:
    chosen = selection().values(name)
    key = f"filter_{FILTERS[name].key}"
    # Zero counts go last, so that what can be chosen comes first; what is chosen stays, whatever its count.
    ordered = sorted(options, key=lambda value: int(counts.get(value, 0)) == 0 and value not in chosen)
    st.session_state[key] = list(chosen)
    st.multiselect(
        _(FILTERS[name].label),
        ordered,
        key=key,
        format_func=lambda value: f"{value_words(name, value)}{_COUNT_SIGN}{int(counts.get(value, 0))}",
        placeholder=_("Any"),
        on_change=_filter_changed,
        args=(name, key, {value_words(name, value): value for value in options}),
    )


def _draw_stated_only() -> None:
    st.session_state["filter_stated"] = selection().is_stated_only
    st.toggle(_("Only goals and topics stated in the SDG row"), key="filter_stated", on_change=_stated_changed)


def _draw_language() -> None:
    st.session_state["chosen_language"] = st.session_state["language"]
    st.segmented_control(
        _("Language"),
        list(LANGUAGES),
        key="chosen_language",
        required=True,
        format_func=LANGUAGES.__getitem__,
        on_change=_language_changed,
    )


def _filter_changed(name: FilterName, key: str, by_words: dict[str, Value]) -> None:
    """Take over what the widget says. It says a label where the counts changed while the list was open."""
    values = [
        by_words.get(value.rsplit(_COUNT_SIGN, 1)[0], value) if isinstance(value, str) else value
        for value in st.session_state[key]
    ]
    choose(selection().with_values(name, values))


def _stated_changed() -> None:
    choose(replace(selection(), is_stated_only=st.session_state["filter_stated"]))


def _language_changed() -> None:
    st.session_state["language"] = st.session_state["chosen_language"]


def _text_changed() -> None:
    choose(replace(selection(), text=st.session_state["filter_text"]))


def _remove(name: str, value: Value | None) -> None:
    choose(selection().without(name, value))


def _short(words: str, length: int = 28) -> str:
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"
