"""Plans: the table, and a plan's record next to its document."""

import streamlit as st

from components.begin import begin
from components.filters.passages import draw_passages
from components.notices import draw_damaged, draw_empty
from components.plan.findings import draw_findings
from components.plan.history import draw_history
from components.plan.record import draw_record
from components.plan.related import draw_related
from components.safe import plain
from components.state import RECORD, open_plan, opened
from components.tables import draw_plans
from components.tabs import draw_tabs
from ucap.wording import N_, _

context = begin("Plans", "plans", has_record=True)
draw_damaged(context)
plan_id = opened()[0]
if plan_id in context.library.plans:
    plan = context.library.plans[plan_id]
    st.button(_("All plans"), icon=":material/arrow_back:", type="tertiary", on_click=open_plan, args=(None,))
    st.header(plain(plan.title or plan_id), anchor=False)
    draw_tabs(
        RECORD,
        {
            "record": (N_("Record and document"), lambda: draw_record(context, plan)),
            "findings": (N_("Findings"), lambda: draw_findings(context, plan)),
            "related": (N_("Related plans"), lambda: draw_related(context, plan)),
            "history": (N_("History"), lambda: draw_history(context, plan)),
        },
    )
elif context.is_empty:
    draw_empty()
else:
    draw_tabs(
        "Plans",
        {
            "table": (N_("Table"), lambda: draw_plans(context)),
            "passages": (N_("Passages"), lambda: draw_passages(context)),
        },
    )
