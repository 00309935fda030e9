"""Plans: the table, and a plan's record next to its document."""

import streamlit as st

from components.begin import begin
from components.notices import draw_damaged, draw_empty
from components.plan.findings import draw_findings
from components.plan.history import draw_history
from components.plan.record import draw_record
from components.plan.related import draw_related
from components.safe import plain
from components.state import open_plan, opened
from components.tables import draw_plans
from ucap.wording import _

context = begin("Plans", "plans", has_record=True)
draw_damaged(context)
plan_id = opened()[0]
if plan_id in context.library.plans:
    plan = context.library.plans[plan_id]
    st.button(_("All plans"), icon=":material/arrow_back:", type="tertiary", on_click=open_plan, args=(None,))
    st.header(plain(plan.title or plan_id), anchor=False)
    record, doubts, kin, history = st.tabs([_("Record and document"), _("Findings"), _("Related plans"), _("History")])
    with record:
        draw_record(context, plan)
    with doubts:
        draw_findings(context, plan)
    with kin:
        draw_related(context, plan)
    with history:
        draw_history(context, plan)
elif context.is_empty:
    draw_empty()
else:
    st.caption(_("Click a row to open the plan next to its document."))
    draw_plans(context)
