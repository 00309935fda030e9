"""A plan's record, field by field, next to its document."""

from __future__ import annotations

import streamlit as st

from components.context import Context
from components.corrections import draw_corrections
from components.safe import marked, plain
from components.state import open_plan, opened
from ucap.frames.fields import Field, Section, sections
from ucap.plan import Plan
from ucap.selection.pointers import passages_of
from ucap.wording import _

_CONTEXT_CHARACTERS = 240


def draw_record(context: Context, plan: Plan) -> None:
    """Draw the record on the left; on the right what the document says, with the chosen field's passage marked."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        for section in sections(plan):
            _draw_section(plan, section)
    with right, st.container(key="document"):
        _draw_document(context, plan)
        draw_corrections(context, plan)


def _draw_section(plan: Plan, section: Section) -> None:
    st.markdown(f"### {section.title}")
    with st.container(key=f"section-{section.name}"):
        for field in section.fields:
            _draw_field(plan, field)


def _draw_field(plan: Plan, field: Field) -> None:
    """A value is a button that marks its passage; what no passage stands behind is plain text."""
    words = plain(f"{field.label}: {field.words}" if field.label else field.words)
    if not passages_of(plan, field.pointer):
        st.markdown(words)
        return
    is_open = opened()[1] == field.pointer
    st.button(
        f"**{words}**" if is_open else words,
        key=f"field_{field.pointer}",
        type="tertiary",
        on_click=open_plan,
        args=(plan.id, field.pointer),
    )


def _draw_document(context: Context, plan: Plan) -> None:
    text = context.library.text(plan.id or "")
    if plan.document is None or not text or not plan.passages:
        _draw_sources(plan)
        return
    st.markdown(f"### {_('What the document says')}")
    st.caption(plain(plan.document.name))
    field = opened()[1]
    spans = passages_of(plan, field) if field else ()
    if spans:
        st.html(f'<div class="passage">{_around(text, spans)}</div>')
    else:
        st.caption(_("Choose a value on the left to see the passage that it was read from."))
    with st.expander(_("The whole document")), st.container(height=560):
        st.html(f'<div class="document">{marked(text, spans)}</div>')


def _around(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The passages with some text before and after, as HTML."""
    start = max(0, min(span[0] for span in spans) - _CONTEXT_CHARACTERS)
    end = min(len(text), max(span[1] for span in spans) + _CONTEXT_CHARACTERS)
    inside = marked(text[start:end], tuple((low - start, high - start) for low, high in spans))
    return f"{'…' if start else ''}{inside}{'…' if end < len(text) else ''}"


def _draw_sources(plan: Plan) -> None:
    """A register entry was compiled by hand: its evidence are the cited pages and the notes."""
    st.markdown(f"### {_('Cited pages')}")
    st.caption(_("This entry was compiled by hand from these pages."))
    for source in plan.sources:
        st.markdown(f"- <{source}>" if "://" in source else f"- {plain(source)}")
    for note in plan.notes:
        st.markdown(f"- {plain(note)}")
