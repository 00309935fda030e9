"""The browser's history and the address: one press of *Back* for one step, and the link to what is seen."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.state import carried_query
from ucap.wording import _

_HERE = Path(__file__).parent
_history = st.components.v2.component("history", js=(_HERE / "history.js").read_text("utf-8"))
_copy_link = st.components.v2.component(
    "copy_link",
    html=(_HERE / "copy_link.html").read_text("utf-8"),
    css=(_HERE / "copy_link.css").read_text("utf-8"),
    js=(_HERE / "copy_link.js").read_text("utf-8"),
)


def keep_history() -> None:
    """Have turning a page be one step in the browser's history, with the filters carried along."""
    with st.container(height=1, border=False, key="keep-history"):
        menu = _("Pages and filters")
        _history(key="history", data={"carried": carried_query(), "menu": menu}, height="content")


def draw_copy_link() -> None:
    """Draw a button that copies the address of what is seen."""
    words = {"copy": _("Copy link"), "done": _("Link copied"), "failed": _("The link is in the address bar")}
    _copy_link(key="copy_link", data={"words": words}, width="content", height="content")
