"""A plan's own page: the way to the plans before and behind it, the plan at a glance, and all that is known of it."""

from __future__ import annotations

import streamlit as st

from components.begin import draw_visitor
from components.checking.sign_off import draw_sign_off
from components.context import Context
from components.exports import draw_exports
from components.history import draw_copy_link
from components.meetings.notes import draw_notes
from components.plan.findings import draw_findings
from components.plan.glance import draw_glance, plan_context
from components.plan.history import draw_history
from components.plan.record import draw_record
from components.plan.related import draw_related
from components.safe import plain
from components.state import RECORD, open_plan, turn_plan
from components.tabs import draw_tabs
from ucap.plan.record import Plan
from ucap.plan.words import plan_title
from ucap.wording import N_, _, format_number, ngettext


def draw_plan(context: Context, plan: Plan) -> None:
    """Draw the page."""
    alone = plan_context(context, plan)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="heading"):
        _draw_ways(context, plan.id or "")
        with st.container(horizontal=True, width="content", gap="small", vertical_alignment="center"):
            draw_visitor()
            draw_copy_link()
            draw_exports(alone, "plans")
    st.title(plain(plan_title(plan)), anchor=False)
    draw_glance(alone, plan)
    draw_sign_off(context, plan)
    draw_tabs(
        RECORD,
        {
            "record": (N_("Record and document"), lambda: draw_record(context, plan)),
            "findings": (N_("Findings"), lambda: draw_findings(context, plan)),
            "related": (N_("Related plans"), lambda: draw_related(context, plan)),
            "notes": (N_("Notes"), lambda: draw_notes(context, f"plan/{plan.id}")),
            "history": (N_("History"), lambda: draw_history(context, plan)),
        },
    )


def _draw_ways(context: Context, plan_id: str) -> None:
    """The way back to the list, and to the selected plans before and behind this one."""
    selected = context.frames.plans["plan"].tolist()
    at = selected.index(plan_id) if plan_id in selected else None
    with st.container(horizontal=True, width="content", gap="small", vertical_alignment="center", key="ways"):
        st.button(_("All plans"), icon=":material/arrow_back:", type="tertiary", on_click=open_plan, args=(None,))
        if at is None:
            words = ngettext("Not the {count} plan selected", "Not among the {count} plans selected", len(selected))
            st.caption(words.format(count=format_number(len(selected))), width="content")
            return
        _draw_step(_("Previous"), ":material/chevron_left:", "previous", selected[at - 1] if at else None)
        place = {"number": format_number(at + 1), "count": format_number(len(selected))}
        st.caption(_("{number} of {count}").format(**place), width="content")
        _draw_step(_("Next"), ":material/chevron_right:", "next", next(iter(selected[at + 1 : at + 2]), None))


def _draw_step(words: str, icon: str, key: str, plan_id: str | None) -> None:
    is_end = plan_id is None
    st.button(
        words, icon=icon, key=f"step_{key}", type="tertiary", disabled=is_end, on_click=turn_plan, args=(plan_id,)
    )
