"""What a page says when no plan is selected."""

from __future__ import annotations

import streamlit as st

from components.state import choose
from ucap.selection import Selection
from ucap.wording import _


def draw_empty() -> None:
    """Say kindly that no plan is selected, and how to see some again."""
    with st.container(border=True, key="empty"):
        st.markdown(f"### {_('No plan matches these filters')}")
        st.markdown(_("Take one of them away in the sidebar, or start again from all plans."))
        st.button(_("Show all plans"), type="primary", on_click=choose, args=(Selection(),))
