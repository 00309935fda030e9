"""A plan's record, field by field, next to its document."""

from __future__ import annotations

import streamlit as st

from components.context import Context
from components.plan.corrections import draw_corrections
from components.plan.document import draw_document, draw_passage
from components.safe import plain
from components.state import open_plan, opened
from ucap.plan.fields import Section, Shown, sections
from ucap.plan.record import Plan

SIDE_COLORS = {"china": "red", "europe": "blue"}
"""The names under which the theme has the colours of the sides."""


def draw_record(context: Context, plan: Plan) -> None:
    """Draw the record on the left; on the right what the document says, with the chosen field's passage marked."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        for section in sections(plan):
            _draw_section(plan, section)
    with right, st.container(key="document"):
        draw_passage(context, plan)
        draw_corrections(context, plan)
        draw_document(context, plan)


def _draw_section(plan: Plan, section: Section) -> None:
    st.markdown(f"### {section.title}")
    with st.container(key=f"section-{section.name}"):
        for shown in section.values:
            _draw_value(plan, shown)


def _draw_value(plan: Plan, shown: Shown) -> None:
    """A value is a button that marks its passage, and that it is corrected by."""
    words = plain(shown.line)
    if shown.side:
        words = f":{SIDE_COLORS[shown.side]}[{words}]"
    is_open = opened()[1] == shown.pointer
    st.button(
        f"**{words}**" if is_open else words,
        key=f"field_{shown.pointer}",
        type="tertiary",
        on_click=open_plan,
        args=(plan.id, shown.pointer),
    )
