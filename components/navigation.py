"""The pages and their order."""

from __future__ import annotations

import streamlit as st

from components.state import speak
from ucap.wording import _

OVERVIEW = "pages/overview.py"
COVERAGE = "pages/coverage.py"
TIMELINE = "pages/timeline.py"
PLANS = "pages/plans.py"
FINDINGS = "pages/findings.py"
CITIES = "pages/cities.py"
MATCHES = "pages/matches.py"
ADD = "pages/add.py"
PRESENT = "pages/present.py"


def navigate(is_hidden: bool = False) -> st.Page:
    """Draw the navigation on top, in the visitor's language, and return the page that the address names.

    A view on somebody else's page has none.
    """
    speak()
    pages = [
        st.Page(OVERVIEW, title=_("Overview"), default=True),
        st.Page(COVERAGE, title=_("Coverage")),
        st.Page(TIMELINE, title=_("Timeline")),
        st.Page(PLANS, title=_("Plans")),
        st.Page(CITIES, title=_("Cities")),
        st.Page(MATCHES, title=_("Matches")),
        st.Page(FINDINGS, title=_("To check")),
        st.Page(ADD, title=_("Add plans")),
        st.Page(PRESENT, title=_("Present")),
    ]
    st.session_state["is_navigated"] = True
    return st.navigation(pages, position="hidden" if is_hidden else "top")


def ensure_navigation() -> None:
    """Give the very first visitor after a start the navigation too.

    Until some session has called `st.navigation`, Streamlit runs the page of a deep link without `dashboard.py`.
    """
    if not st.session_state.get("is_navigated"):
        navigate()
        st.rerun()
