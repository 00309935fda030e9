"""To check: what is doubtful in the selected plans, which plans are missing, and what was corrected."""

import streamlit as st

from components.adding.uncounted import draw_uncounted
from components.begin import begin
from components.checking.doubts import draw_doubts
from components.checking.lessons import draw_lessons
from components.checking.missing import draw_missing
from components.notices import draw_damaged, draw_empty, draw_foot, draw_problems
from components.plan.corrected import corrected_column
from components.plan.corrections import draw_correction_list
from components.tables import draw_finding_rows
from components.tabs import draw_tabs
from ucap.plan.pointers import Field
from ucap.selection.findings import findings_by_kind, findings_sentence, findings_table
from ucap.selection.tables import readable
from ucap.wording import N_, _

context = begin("To check", "findings")
draw_problems(context)
draw_damaged(context)


def draw_doubtful() -> None:
    """Draw the findings, all or those of one kind."""
    if context.is_empty:
        draw_empty()
        return
    found = findings_table(context.frames)
    st.markdown(findings_sentence(context.frames))
    if context.whole.frames.findings.empty:
        return
    kinds = findings_by_kind(context.frames)
    names = dict(zip(kinds["code"], readable(kinds)[_("Code")], strict=True))
    label = _("Kind of finding")
    words = {None: _("All kinds"), **names}
    code = st.selectbox(label, list(words), format_func=words.__getitem__)
    shown = found if code is None else found[found["code"] == code].reset_index(drop=True)
    st.caption(_("Click a row to see the value in its plan and the passage in the document."))
    places = zip(shown["plan"], map(Field.parse_or_none, shown["field"].fillna("")), strict=True)
    draw_finding_rows(shown, "findings", corrected_column(context.library, places))


draw_tabs(
    "To check",
    {
        "doubtful": (N_("Doubtful values"), draw_doubtful),
        "judge": (N_("One by one"), lambda: draw_doubts(context)),
        "missing": (N_("Missing plans"), lambda: draw_missing(context.library)),
        "uncounted": (N_("Not counted"), lambda: draw_uncounted(context)),
        "corrected": (N_("Corrections"), lambda: draw_correction_list(context)),
        "taught": (N_("Taught wordings"), lambda: draw_lessons(context)),
    },
)
draw_foot()
