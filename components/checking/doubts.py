"""What is doubtful, one by one, the gravest first: the passage in its document, and what an officer says of it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components.adding.record_preview import SEVERITY_ICONS
from components.changes import draw_change_form, draw_message
from components.checking.entries import draw_entries
from components.checking.teaching import draw_teaching, draw_tried
from components.context import Context
from components.person import person
from components.plan.document import draw_place
from components.safe import plain
from components.tables import go_to_plan
from ucap.plan.finding_words import finding_words, said_row
from ucap.plan.pointers import Field
from ucap.plan.record import Finding, Plan
from ucap.plan.words import plan_title
from ucap.selection.findings import findings_table
from ucap.store import Person
from ucap.vocabulary.expected import finding_names
from ucap.wording import _, format_number

_AT = "doubt_at"


def draw_doubts(context: Context) -> None:
    """Draw the doubt that is reached, with the ways to the next and to its plan."""
    found = findings_table(context.frames)
    if found.empty:
        draw_message("doubts")
        st.markdown(_("Nothing doubtful is left in the selected plans."))
        return
    at = min(st.session_state.get(_AT, 0), len(found) - 1)
    row = found.iloc[at]
    plan = context.library.plans[row["plan"]]
    doubt = next((one for one in plan.findings if _is_row(one, row.to_dict())), None)
    with st.container(horizontal=True, vertical_alignment="center", key="doubt_ways"):
        _draw_step(_("Previous"), ":material/chevron_left:", at - 1, len(found))
        place = {"number": format_number(at + 1), "count": format_number(len(found))}
        st.caption(_("{number} of {count}").format(**place), width="content")
        _draw_step(_("Next"), ":material/chevron_right:", at + 1, len(found))
        if st.button(_("Open the plan"), icon=":material/description:", type="tertiary"):
            go_to_plan(str(plan.id), doubt.field if doubt else None)
    draw_message("doubts")
    if doubt:
        _draw_doubt(context, plan, doubt)


def _is_row(finding: Finding, row: Mapping[str, str]) -> bool:
    return (finding.code, finding_words(finding)) == (row["code"], row["message"])


def _draw_step(words: str, icon: str, at: int, count: int) -> None:
    def step() -> None:
        st.session_state[_AT] = at

    st.button(words, icon=icon, type="tertiary", disabled=not 0 <= at < count, on_click=step, key=f"doubt_{icon}")


def _draw_doubt(context: Context, plan: Plan, doubt: Finding) -> None:
    name = _(finding_names().get(doubt.code, doubt.code))
    st.markdown(f"{SEVERITY_ICONS[doubt.severity]} **{plain(name)}** · {plain(plan_title(plan))}")
    st.markdown(plain(finding_words(doubt)))
    left, right = st.columns([3, 2], gap="large")
    with left:
        draw_place(context, plan, Field.parse_or_none(doubt.field))
    if not person().is_editor:
        return
    with right:
        draw_teaching(context, plan, doubt)
        draw_entries(context, plan, doubt)
        if not said_row(doubt)[0]:
            _draw_right(context, plan, doubt)
    draw_tried(context, plan)


def _draw_right(context: Context, plan: Plan, doubt: Finding) -> None:
    """A doubt that is none is dismissed, until the value changes."""
    key = f"right_{plan.id}_{doubt.code}_{doubt.field}"
    st.session_state.setdefault(f"{key}_why", _("Compared with the document."))

    store = context.library.store

    def dismiss(who: Person, why: str) -> None:
        store.dismiss(plan.id or "", doubt, who, why)

    with st.expander(_("This is right"), icon=":material/check:"):
        draw_change_form(key, _("Say that it is right"), dismiss, _("The finding is dismissed."), stays=False)
