"""Matches: cities that no plan pairs and that might meet, ranked, each with its reasons."""

import streamlit as st

from components.begin import begin
from components.meetings.matching import draw_matches
from components.notices import draw_empty, draw_foot
from ucap.selection.places.matches import matches
from ucap.wording import _

context = begin("Matches", "pairs")
found = matches(context.library.coverage, context.selection)
st.caption(
    _(
        "Cities that no plan pairs, ranked by what speaks for a meeting: shared themes, clusters and visits that both "
        "took part in, nearness of dates, partners in common, goals that one names and the other does not. "
        "Filters say for whom."
    )
)
if not context.library.plans:
    draw_empty()
elif not found:
    st.info(_("No two unpaired cities share anything that speaks for a meeting."))
draw_matches(context, found)
draw_foot()
