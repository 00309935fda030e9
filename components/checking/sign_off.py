"""Whether a plan is checked: who signed it off, what ended that, and the way to sign it off."""

from __future__ import annotations

import streamlit as st

from components.changes import draw_change_form, has_message
from components.context import Context
from components.person import person
from components.safe import plain
from ucap.plan.record import Plan
from ucap.store import Person
from ucap.wording import _, format_date


def draw_sign_off(context: Context, plan: Plan) -> None:
    """Draw one line, which editors can open."""
    words, icon = _state(plan)
    if not person().is_editor:
        st.caption(f"{icon} {plain(words)}")
        return
    key = f"sign_{plan.id}"
    with st.expander(plain(words), has_message(key), icon=icon):
        _draw_last(context, plan)
        if plan.checked:
            _draw_back(context, plan, key)
        else:
            _draw_form(context, plan, key)


def _state(plan: Plan) -> tuple[str, str]:
    if plan.checked is None:
        return _("Not checked yet"), ":material/radio_button_unchecked:"
    words = _("Checked by {who} on {day}")
    return words.format(who=plan.checked.by, day=format_date(plan.checked.on)), ":material/verified:"


def _draw_last(context: Context, plan: Plan) -> None:
    """What became of the last sign-off, if it ended; its remark, if it stands and has one."""
    for last in context.library.store.sign_offs(plan.id or "")[-1:]:
        if last.withdrawn_by and last.withdrawn_when:
            words = _("{who} had checked edition {edition}. That ended on {day}: {why}")
            day = format_date(last.withdrawn_when.date().isoformat())
            why = _(last.withdrawn_why) if last.withdrawn_why else ""
            st.caption(plain(words.format(who=last.who, edition=last.edition, day=day, why=why)))
        elif last.why:
            st.caption(plain(last.why))


def _draw_form(context: Context, plan: Plan, key: str) -> None:
    store, version = context.library.store, context.library.version
    st.caption(_("Compare the plan with its document first. A newer edition or a correction by another ends this."))
    st.session_state.setdefault(f"{key}_why", _("Compared with the document."))

    def sign(who: Person, why: str) -> None:
        store.sign_off(plan.id or "", who, why, seen=version)

    draw_change_form(key, _("Sign off as checked"), sign, _("The plan is signed off as checked."), stays=False)


def _draw_back(context: Context, plan: Plan, key: str) -> None:
    store = context.library.store

    def back(who: Person, why: str) -> None:
        store.withdraw_sign_off(plan.id or "", who, why)

    done = _("The plan is not checked any more.")
    draw_change_form(f"{key}_back", _("Take it back"), back, done, stays=False)
