"""Correcting a value of a plan, and what was corrected before."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.changes import draw_change_form
from components.context import Context
from components.person import person
from components.safe import plain
from components.state import opened
from ucap.plan import Plan
from ucap.store import Correction
from ucap.store.leaves import leaves
from ucap.store.pointers import Json
from ucap.store.words import in_words
from ucap.wording import _


def draw_corrections(context: Context, plan: Plan) -> None:
    """Draw the form for the chosen value, and the corrections that lie over this plan."""
    if person().is_editor:
        _draw_form(context, plan)
    for correction in context.library.store.corrections(plan.id):
        _draw_correction(context, correction)


def _draw_form(context: Context, plan: Plan) -> None:
    field = opened()[1]
    try:
        found = leaves(plan, field) if field else []
    except LookupError:
        found = []
    if not found:
        return
    with st.expander(_("Correct this value"), icon=":material/edit:"):
        leaf = st.selectbox(_("Value"), found, format_func=lambda one: one.label, key=f"leaf_{field}")
        library = context.library

        def correct(written: str, why: str) -> None:
            # The store tells who was faster since this version of the data was on the screen.
            library.store.correct(plan.id or "", leaf.field, written, person(), why, seen=library.version)

        done = _("{value} is corrected.").format(value=leaf.label)
        draw_change_form(f"correct_{leaf.field}", _("Correct"), correct, done, leaf.written)


def _draw_correction(context: Context, correction: Correction) -> None:
    with st.container(border=True, key=f"correction_{correction.id}"):
        words = _("**{value}**: {new} instead of {old}")
        st.markdown(
            words.format(
                value=plain(correction.label), new=_shown(correction.new), old=_shown(correction.document_value)
            )
        )
        day = correction.when.date().isoformat()
        st.caption(plain(f"{correction.who}, {day}: {correction.why}"))
        if correction.state == "superseded":
            st.caption(_("A later correction lies over this one."))
        elif correction.state == "out of place":
            st.warning(_("The value that it corrects is not in the plan any more, so it changes nothing."))
        if correction.is_stale:
            st.warning(_("The document says something else now than when this was corrected."))
        if correction.withdrawn_by:
            st.caption(
                _("Withdrawn by {who}: {why}").format(
                    who=plain(correction.withdrawn_by), why=plain(correction.withdrawn_why or "")
                )
            )
        elif person().is_editor:
            _draw_withdrawal(context, correction.id)


def _draw_withdrawal(context: Context, correction_id: int) -> None:
    with st.expander(_("Withdraw")):
        withdraw = partial(context.library.store.withdraw, correction_id, person())
        done = _("The correction is withdrawn.")
        draw_change_form(f"withdraw_{correction_id}", _("Withdraw the correction"), withdraw, done)


def _shown(value: Json) -> str:
    words = in_words(value)
    return plain(f"“{words}”") if words else _("nothing")
