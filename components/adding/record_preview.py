"""A plan as it was read, before it is kept."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.safe import plain
from ucap.plan.fields import sections
from ucap.plan.record import Plan
from ucap.plan.words import in_words
from ucap.store import Difference
from ucap.store.adding import PlanPreview
from ucap.vocabulary.expected import finding_names
from ucap.wording import _, ngettext


def draw_plan_preview(preview: PlanPreview, key: str) -> None:
    """Draw what was read, its findings, and what differs from the edition that is here."""
    plan = preview.plan
    st.markdown(f"**{plain(plan.title or plan.id or '')}**")
    _draw_findings(plan)
    if preview.edition_of:
        _draw_differences(preview)
    read = st.expander(_("What was read"), key=key, on_change="rerun")
    if read.open:  # a drop may bring thousands of values, of which few are looked at
        _draw_values(read, plan)


def _draw_values(read: DeltaGenerator, plan: Plan) -> None:
    with read:
        for section in sections(plan):
            st.markdown(f"**{section.title}**")
            st.markdown("\n".join(f"- {plain(shown.line)}" for shown in section.values))


def _draw_findings(plan: Plan) -> None:
    count = len(plan.findings)
    if not count:
        st.caption(_("Nothing doubtful was found."))
        return
    st.caption(ngettext("{count} finding", "{count} findings", count).format(count=count))
    names = finding_names()
    lines = [f"- {plain(_(names.get(one.code, one.code)))}: {plain(one.message)}" for one in plan.findings]
    st.markdown("\n".join(lines))


def _draw_differences(preview: PlanPreview) -> None:
    words = _("A newer edition of {plan}. The older one is kept beside it; this is what differs:")
    st.info(words.format(plan=plain(preview.edition_of or "")))
    st.dataframe(difference_table(preview.differences), hide_index=True)


def difference_table(differences: Sequence[Difference]) -> list[dict[str, str]]:
    """What differs between two editions, field by field, under headings in words."""
    headings = (_("Field"), _("Until now"), _("Newly"))
    rows = [(one.label, in_words(one.old), in_words(one.new)) for one in differences]
    return [dict(zip(headings, row, strict=True)) for row in rows]
