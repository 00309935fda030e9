"""Which plans can be expected, and what there is of each; worked out once per version of the data and language."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.cities.focus import go_to_place
from components.library import Library
from components.tables import draw_cells, go_to_plan
from ucap.selection.findings import expected_table
from ucap.selection.places.cities import cities
from ucap.wording import LANGUAGES, _, language


def draw_missing(library: Library) -> None:
    """Draw the table, with a sentence that counts what is missing."""
    table, sentence = _table(library, library.version, language())
    st.markdown(sentence)
    st.caption(_("Click a city for everything about it, or its plans."))
    widths = {_("Country"): st.column_config.Column(width=115), _("Round"): st.column_config.Column(width=95)}
    cell = draw_cells(table, "missing", _("Expected plans"), widths, 640, placeholder=_("not known"))
    if cell is None:
        return
    row, column = cell
    city, plans = table.attrs["cities"][row], table.attrs["plans"][row]
    if column == _("Plans") and plans:
        go_to_plan(plans[0])
    elif city in cities(library.coverage).slug_of:
        go_to_place([city])


@st.cache_resource(show_spinner=False, max_entries=len(LANGUAGES))
def _table(_library: Library, version: int, spoken: str) -> tuple[pd.DataFrame, str]:
    return expected_table(_library.coverage.frames)
