"""The key figures, each a button that opens the evidence behind it."""

from __future__ import annotations

import streamlit as st

from components.context import Context
from components.evidence import evidence_dialog
from ucap.selection.figures import key_figures


def draw_figures(context: Context) -> None:
    """Draw the key figures of the selection in one line, which wraps on a phone."""
    with st.container(horizontal=True, key="figures"):
        for figure in key_figures(context.frames):
            label = f"**{figure.number}** {figure.words}"
            if st.button(label, key=f"figure_{figure.name}", type="tertiary"):
                evidence_dialog(context, figure.evidence, f"{figure.number} {figure.words}")
