"""Which plans can be expected, and what there is of each; worked out once per version of the data and language."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.exports import draw_table_file
from components.library import Library
from ucap.selection.findings import expected_table
from ucap.wording import LANGUAGES, _, language


def draw_missing(library: Library) -> None:
    """Draw the table, with a sentence that counts what is missing."""
    table, sentence = _table(library, library.version, language())
    st.markdown(sentence)
    widths = {_("Country"): st.column_config.Column(width=115), _("Round"): st.column_config.Column(width=95)}
    st.dataframe(table, hide_index=True, height=640, placeholder=_("not known"), alt=sentence, column_config=widths)
    draw_table_file(_("Expected plans"), table, "expected")


@st.cache_resource(show_spinner=False, max_entries=len(LANGUAGES))
def _table(_library: Library, version: int, spoken: str) -> tuple[pd.DataFrame, str]:
    return expected_table(_library.coverage.frames)
