"""What nothing covers."""

from __future__ import annotations

import streamlit as st

from components.context import Context
from components.safe import plain
from ucap.selection.gap_words import GapVocabulary, gap
from ucap.wording import _, format_list

_VOCABULARIES: tuple[GapVocabulary, ...] = ("goals", "categories", "topics")


def draw_gaps(context: Context) -> None:
    """Draw for goals, themes and topics what no selected plan touches, and how far the plans speak of them at all."""
    for vocabulary in _VOCABULARIES:
        found = gap(context.scene.coverage, context.scene.selected, context.frames, vocabulary)
        st.subheader(found.title, anchor=False)
        if found.untouched:
            st.markdown(_("No selected plan touches {values}.").format(values=plain(format_list(found.untouched))))
        else:
            st.markdown(_("Each of them is touched by some selected plan."))
        if found.only_mentioned:
            words = _("Mentioned, but stated nowhere: {values}.")
            st.markdown(words.format(values=plain(format_list(found.only_mentioned))))
        st.caption(found.reach)
