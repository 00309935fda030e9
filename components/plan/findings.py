"""The findings of one plan, and dismissing them with a reason."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.adding.record_preview import SEVERITY_ICONS
from components.changes import draw_change_form
from components.context import Context
from components.person import person
from components.safe import plain
from components.state import open_plan
from ucap.plan.finding_words import finding_words
from ucap.plan.record import Plan
from ucap.store import JudgedFinding
from ucap.vocabulary.expected import finding_names
from ucap.wording import _


def draw_findings(context: Context, plan: Plan) -> None:
    """Draw the findings of a plan, the gravest first, with what became of each."""
    found = context.library.store.findings(plan.id or "")
    if not found:
        st.caption(_("Nothing doubtful was found in this plan."))
    ranked = sorted(found, key=lambda one: list(SEVERITY_ICONS).index(one.finding.severity))
    for number, one in enumerate(ranked):
        with st.container(border=True, key=f"finding_{number}"):
            _draw_finding(context, plan, one, number)


def _draw_finding(context: Context, plan: Plan, one: JudgedFinding, number: int) -> None:
    finding = one.finding
    name = _(finding_names().get(finding.code, finding.code))
    st.markdown(f"{SEVERITY_ICONS[finding.severity]} **{plain(name)}**  \n{plain(finding_words(finding))}")
    with st.container(horizontal=True, vertical_alignment="center"):
        if finding.field:
            see = partial(open_plan, plan.id, finding.field)
            st.button(_("See the value"), key=f"see_{number}", type="tertiary", on_click=see)
        if one.state == "corrected":
            st.caption(_("Settled by a correction"))
    if person().is_editor and one.state == "open":
        _draw_dismissal(context, plan, one, number)
    elif one.state == "dismissed":
        _draw_dismissed(context, one, number)


def _draw_dismissal(context: Context, plan: Plan, one: JudgedFinding, number: int) -> None:
    with st.expander(_("Dismiss")):
        dismiss = partial(context.library.store.dismiss, plan.id or "", one.finding)
        draw_change_form(f"dismiss_{number}", _("Dismiss the finding"), dismiss, _("The finding is dismissed."))


def _draw_dismissed(context: Context, one: JudgedFinding, number: int) -> None:
    made = next(known for known in context.library.store.dismissals(one.plan_id) if known.id == one.settled_by)
    st.caption(_("Dismissed by {who}: {why}").format(who=plain(made.who), why=plain(made.why)))
    if not person().is_editor:
        return
    with st.expander(_("Reopen")):
        restore = partial(context.library.store.restore_finding, made.id)
        draw_change_form(f"restore_{number}", _("Reopen the finding"), restore, _("The finding is open again."))
