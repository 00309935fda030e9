"""Gaps: what no selected plan names, as chips; each leads to the plans that could fill it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.context import Context
from components.safe import plain
from components.tables import draw_table, go_to_plan
from ucap.selection.gaps import Gap, GapVocabulary, fillers, gap
from ucap.wording import _

_VOCABULARIES: tuple[GapVocabulary, ...] = ("goals", "categories", "topics")
_PRESSED = "gaps_pressed"


def draw_gaps(context: Context) -> None:
    """Draw for goals, themes and topics what no selected plan names, and how far the plans speak of them at all."""
    st.caption(_("Click a gap to see the plans that could fill it."))
    for vocabulary in _VOCABULARIES:
        found = gap(context.scene.coverage, context.scene.selected, context.frames, vocabulary)
        st.subheader(found.title, anchor=False)
        st.caption(found.reach)
        if not found.untouched:
            st.markdown(_("Each of them is named by some selected plan."))
        _draw_chips(context, vocabulary, found, _("Named by no selected plan"), found.untouched)
        _draw_chips(context, vocabulary, found, _("Mentioned, but stated nowhere"), found.only_mentioned)


def _draw_chips(context: Context, vocabulary: GapVocabulary, found: Gap, label: str, words: tuple[str, ...]) -> None:
    """A row of chips; pressing one opens a window with the plans that could fill the gap."""
    if not words:
        return
    # A new key after each press, so that the same chip can be pressed again.
    key = f"gap_{vocabulary}_{len(label)}_{st.session_state.get(_PRESSED, 0)}"
    pressed = st.pills(label, words, key=key, format_func=plain)
    if pressed is not None:
        st.session_state[_PRESSED] = st.session_state.get(_PRESSED, 0) + 1
        st.dialog(plain(pressed), width="large")(_draw_fillers)(context, vocabulary, found, pressed)


def _draw_fillers(context: Context, vocabulary: GapVocabulary, found: Gap, word: str) -> None:
    coverage = context.scene.coverage
    plans = fillers(coverage, context.scene.selected, vocabulary, found.values[word])
    if not (plans.elsewhere or plans.silent):
        st.markdown(_("No plan names it, and none is silent."))
        return
    titles = coverage.frames.plans.set_index("plan")["title"]
    reasons = [_("names it, but other filters hide it")] * len(plans.elsewhere)
    reasons += [_("selected, and silent on the subject")] * len(plans.silent)
    ids = [*plans.elsewhere, *plans.silent]
    rows = pd.DataFrame({_("Plan"): [titles.get(one) or one for one in ids], _("Why"): reasons})
    row = draw_table(rows, "gap_plans", word)
    if row is not None:
        go_to_plan(ids[row])
