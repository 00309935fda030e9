"""The passages that a search finds, each with its plan; what was probably meant, where a word stands nowhere."""

from __future__ import annotations

import streamlit as st

from components.context import Context
from components.safe import marked, plain
from components.tables import go_to_plan
from ucap.selection.search.passages import Found, Passage, search
from ucap.wording import _, format_number, ngettext

_AT_ONCE = 20
_SHOWN = "passages_shown"


def draw_passages(context: Context) -> None:
    """Draw what the search finds in the selected plans, the best first, twenty at a time."""
    typed = context.selection.text
    if not typed:
        st.info(
            _("Type words into Search to find where they stand. “Exact phrases” in quotes; -word leaves plans out.")
        )
        return
    asked, most = st.session_state.get(_SHOWN, (typed, _AT_ONCE))
    most = most if asked == typed else _AT_ONCE
    found = search(context.scene.coverage, typed, context.scene.selected, most)
    st.markdown(_count(found, context.scene.plan_count))
    for number, passage in enumerate(found.passages):
        _draw_one(passage, number)
    if found.count > most:
        st.button(_("More"), on_click=lambda: st.session_state.update({_SHOWN: (typed, most + _AT_ONCE)}))


def _count(found: Found, plan_count: int) -> str:
    passages = ngettext("{count} passage", "{count} passages", found.count).format(count=format_number(found.count))
    plans = ngettext("{count} plan", "{count} plans", plan_count).format(count=format_number(plan_count))
    return _("{passages} in {plans}").format(passages=passages, plans=plans)


def _draw_one(passage: Passage, number: int) -> None:
    """The plan's title opens it at the passage; the passage is text, whatever a document says."""
    with st.container(gap=None, key=f"passage-{number}"):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if st.button(plain(passage.title), key=f"passage_{number}", type="tertiary"):
                go_to_plan(passage.plan, passage.field)
            st.caption(plain(passage.kind))
        st.html(f'<div class="passage">{marked(passage.text, passage.marks)}</div>')


def meant(context: Context) -> str | None:
    """What was probably meant, where no plan has what was typed and something like it is found."""
    typed = context.selection.text
    if not typed or context.scene.plan_count:
        return None
    return context.scene.coverage.texts.meant(typed)
