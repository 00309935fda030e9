"""A plan as it was read, before it is kept."""

from __future__ import annotations

import streamlit as st

from components.safe import plain
from ucap.frames.fields import sections
from ucap.plan import Plan
from ucap.store.adding import PlanPreview
from ucap.vocabulary.findings import finding_names
from ucap.wording import _, ngettext


def draw_plan_preview(preview: PlanPreview) -> None:
    """Draw what was read, its findings, and what differs from the edition that is here."""
    plan = preview.plan
    st.markdown(f"**{plain(plan.title or plan.id or '')}**")
    _draw_findings(plan)
    if preview.edition_of:
        _draw_differences(preview)
    with st.expander(_("What was read")):
        for section in sections(plan):
            st.markdown(f"**{section.title}**")
            st.markdown("\n".join(f"- {plain(f'{field.label} {field.words}')}" for field in section.fields))


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
    rows = [(one.label, _shown(one.old), _shown(one.new)) for one in preview.differences]
    table = [dict(zip((_("Field"), _("Until now"), _("Newly")), row, strict=True)) for row in rows]
    st.dataframe(table, hide_index=True)


def _shown(value: object) -> str:
    return "" if value is None else str(value)
