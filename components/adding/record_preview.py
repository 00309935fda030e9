"""A plan as it was read, before it is kept."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from components.exports import draw_table_file
from components.safe import plain
from ucap.plan.fields import sections
from ucap.plan.finding_words import finding_words
from ucap.plan.pointers import Field
from ucap.plan.record import Plan
from ucap.plan.words import in_words, plan_title
from ucap.store import Difference
from ucap.store.adding import PlanPreview
from ucap.vocabulary.expected import finding_names
from ucap.wording import _

SEVERITY_ICONS = {
    "error": ":red[:material/error:]",
    "warning": ":orange[:material/warning:]",
    "note": ":material/info:",
}
"""A sign in colour for how grave a finding is, the gravest first."""


def draw_plan_preview(preview: PlanPreview, sha256: str) -> None:
    """Draw what was read in the document of that digest, its findings, and what differs from the edition that is
    here.
    """
    plan = preview.plan
    st.markdown(f"### {plain(plan_title(plan))}")
    _draw_findings(plan)
    if preview.edition_of:
        _draw_differences(preview, sha256)
    for section in sections(plan):
        st.markdown(f"**{section.title}**")
        st.markdown("\n".join(f"- {plain(shown.line)}" for shown in section.values))


def _draw_findings(plan: Plan) -> None:
    if not plan.findings:
        st.caption(_("Nothing doubtful was found."))
        return
    names = finding_names()
    ranked = sorted(plan.findings, key=lambda one: list(SEVERITY_ICONS).index(one.severity))
    lines = [
        f"- {SEVERITY_ICONS[one.severity]} **{plain(_(names.get(one.code, one.code)))}**: {plain(finding_words(one))}"
        for one in ranked
    ]
    st.markdown("\n".join(lines))


def _draw_differences(preview: PlanPreview, sha256: str) -> None:
    words = _("A newer edition of {plan}. The older one is kept beside it; this is what differs:")
    st.info(words.format(plan=plain(preview.edition_of or "")))
    plan_id = None if preview.is_removed else preview.edition_of
    draw_differences(preview.differences, f"changes_{preview.edition_of}_{sha256[:8]}", plan_id)


def draw_differences(differences: Sequence[Difference], key: str, plan_id: str | None) -> None:
    """Draw what differs between two readings of a plan, field by field, with the way to its file."""
    table = _difference_table(differences)
    st.dataframe(table, hide_index=True, alt=_("What differs"))
    draw_table_file(_("What differs"), table, key, plan_id)


def _difference_table(differences: Sequence[Difference]) -> pd.DataFrame:
    headings = [_("Field"), _("Old value"), _("New value")]
    rows = [
        (one.label, in_words(one.old, Field.parse(one.field).kind), in_words(one.new, Field.parse(one.field).kind))
        for one in differences
    ]
    return pd.DataFrame(rows, columns=headings)
