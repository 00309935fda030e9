"""The passages behind a count, each with its document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from itertools import islice
from typing import Any

import streamlit as st

from components.cities.focus import draw_ways
from components.context import Context
from components.plan.corrected import corrections_at
from components.safe import link, plain
from components.state import window
from components.tables import go_to_plan
from ucap.charts.scene import Scene
from ucap.plan.pointers import Field
from ucap.selection import Selection
from ucap.selection.evidence import Evidence, EvidenceKind, evidence, values
from ucap.wording import _, labelled, ngettext

_SHOWN = 50


def evidence_dialog(context: Context, kind: EvidenceKind, title: str, value: Any = None) -> None:
    """Open a window with the passages behind each value of a kind in the selected plans, at `value` first."""
    window(title, _draw)(context, kind, value)


def evidence_dialog_of_kinds(context: Context, kinds: Mapping[EvidenceKind, str], title: str) -> None:
    """Open a window with the passages behind values of several kinds, of which one is looked at at a time."""
    window(title, _draw_kinds)(context, kinds)


def about_plans(context: Context, plans: Iterable[str]) -> Context:
    """The same about these plans alone, whatever the filters say, with all links of theirs."""
    scene = context.scene
    return replace(context, scene=Scene(scene.coverage, Selection(plans=tuple(plans), link="all"), scene.look))


def _draw_kinds(context: Context, kinds: Mapping[EvidenceKind, str]) -> None:
    kind = st.segmented_control(
        _("Which ones?"),
        list(kinds),
        default=next(iter(kinds)),
        format_func=kinds.__getitem__,
        required=True,
        label_visibility="collapsed",
    )
    _draw(context, kind)


def _draw(context: Context, kind: EvidenceKind, asked: Any = None) -> None:
    found = values(context.frames, kind)
    if not found:
        st.info(_("No selected plan says anything here."))
        return
    label, options = _("Which one?"), list(found)
    at = options.index(asked) if asked in found else 0
    value = st.selectbox(label, options, at, format_func=found.__getitem__, label_visibility="collapsed")
    if kind in ("city", "pair"):
        draw_ways([value] if kind == "city" else value, "evidence")
    draw_evidence(context, kind, value)


def draw_evidence(context: Context, kind: EvidenceKind, value: Any) -> None:
    """Draw the passages behind one value, at most fifty of them."""
    library = context.library
    found = list(islice(evidence(library.plans, library.text, context.frames, kind, value), _SHOWN + 1))
    for number, one in enumerate(found[:_SHOWN]):
        _draw_one(context, one, number)
    if len(found) > _SHOWN:
        st.caption(_("The first {count} are shown; filter to see others.").format(count=_SHOWN))


def _draw_one(context: Context, one: Evidence, number: int) -> None:
    st.markdown(f"**{plain(one.title or one.plan)}**")
    st.html(f'<div class="passage">{escape(one.quote or one.text)}</div>')
    for words in corrections_at(context.library, one.plan, Field.parse(one.field)):
        st.caption(plain(f"✎ {words}"))
    with st.container(horizontal=True, vertical_alignment="center"):
        label = _("Open in the document") if one.passages else _("Open the entry")
        if st.button(label, key=f"evidence_{number}", type="tertiary", icon=":material/find_in_page:"):
            go_to_plan(one.plan, one.field)
        st.caption(_origin(one))


def _origin(one: Evidence) -> str:
    """Where it stands: the document, or the pages that a register entry cites."""
    if one.passages and one.document:
        return plain(one.document)
    count = len(one.sources)
    links = " · ".join(link(source, str(number)) for number, source in enumerate(one.sources, 1))
    return labelled(ngettext("Cited page", "Cited pages", count), links) if count else plain(one.document or "")
