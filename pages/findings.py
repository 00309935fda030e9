"""Findings: what is doubtful in the selected plans, which plans are missing, and what was corrected."""

import streamlit as st

from components.begin import begin
from components.notices import draw_empty, draw_problems
from components.plan.corrections import draw_correction_list
from components.tables import draw_rows, go_to_plan
from ucap.selection.findings import expected_table, findings_by_kind, findings_sentence, findings_table
from ucap.selection.tables import readable
from ucap.wording import _

context = begin("Findings", "findings")
draw_problems(context)
found = findings_table(context.frames)
doubtful, missing, corrected = st.tabs([_("What is doubtful"), _("Plans that are missing"), _("What was corrected")])
with doubtful:
    if context.is_empty:
        draw_empty()
    else:
        st.markdown(findings_sentence(context.frames))
        kinds = findings_by_kind(context.frames)
        names = dict(zip(kinds["code"], readable(kinds)[_("Code")], strict=True))
        code = st.selectbox(
            _("Kind of finding"), [None, *names], format_func=lambda one: _("All kinds") if one is None else names[one]
        )
        shown = found if code is None else found[found["code"] == code].reset_index(drop=True)
        st.caption(_("Tick a row to see the value in its plan and the passage in the document."))
        row = draw_rows(shown, ["severity", "code", "title", "message"], "findings", _("Findings"))
        if row is not None:
            go_to_plan(shown["plan"].iloc[row], shown["field"].iloc[row])
with missing:
    table, sentence = expected_table(context.library.coverage.frames)
    st.markdown(sentence)
    st.dataframe(table, hide_index=True, height=640, alt=sentence)
with corrected:
    draw_correction_list(context)
