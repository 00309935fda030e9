"""Add plans: drop files, see what was read before it is kept."""

import streamlit as st

from components.adding.intake import draw_intake
from components.begin import begin_alone
from components.notices import draw_foot, draw_newer
from ucap.wording import _

context = begin_alone("Add plans")
st.markdown(
    _(
        "Drop any summaries here, as PDF, Word, HTML or copied text. "
        "You see what was read, and what is doubtful in it, before anything is kept."
    )
)
draw_newer(context)
draw_intake(context)
draw_foot()
