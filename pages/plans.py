"""Plans: the table and the passages found, and a plan's own page."""

from components.begin import begin
from components.filters.passages import draw_passages
from components.notices import draw_damaged, draw_damaged_of, draw_empty, draw_foot, draw_unknown
from components.plan.page import draw_plan
from components.state import opened
from components.tables import draw_plans
from components.tabs import draw_tabs
from ucap.wording import N_

context = begin("Plans", "plans", has_record=True)
plan_id = opened()[0]
if plan_id and plan_id in context.library.plans:
    draw_damaged_of(context, plan_id)
    draw_plan(context, context.library.plans[plan_id])
else:
    if plan_id:
        draw_unknown(context, plan_id)
    draw_damaged(context)
    if context.is_empty:
        draw_empty()
    else:
        draw_tabs(
            "Plans",
            {
                "table": (N_("Table"), lambda: draw_plans(context)),
                "passages": (N_("Passages"), lambda: draw_passages(context)),
            },
        )
draw_foot()
