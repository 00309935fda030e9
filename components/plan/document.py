"""What a plan's document says, with the passage of the chosen field marked."""

from __future__ import annotations

import json
from collections.abc import Callable

import streamlit as st

from components.context import Context
from components.safe import link, marked, plain
from components.state import opened
from ucap.plan.passages import Spans, passages_of, untagged
from ucap.plan.pointers import Field
from ucap.plan.record import DocumentInfo, Plan
from ucap.sandbox import Processes, Refused
from ucap.store import Damaged
from ucap.wording import _

_CONTEXT_CHARACTERS = 240


def draw_passage(context: Context, plan: Plan) -> None:
    """Draw the passage that the chosen value was read from, in its surroundings and on its page."""
    text, spans = untagged(document_text(context, plan), _spans(plan))
    if plan.document is None or not text:
        return
    st.header(_("What the document says"), anchor=False)
    st.caption(plain(plan.document.name))
    if spans:
        st.html(f'<div class="passage">{_around(text, spans)}</div>')
    else:
        st.caption(_("Choose a value to see its place in the document, or to correct it."))
    _draw_page(context, plan, plan.document)


def draw_place(context: Context, plan: Plan, field: Field | None) -> None:
    """Draw the passage of any value in its surroundings; the whole text where it has none, so that it can be sought."""
    text, spans = untagged(document_text(context, plan), passages_of(plan, field) if field else ())
    if not text:
        _draw_sources(plan)
        return
    if plan.document:
        st.caption(plain(plan.document.name))
    if spans:
        st.html(f'<div class="passage">{_around(text, spans)}</div>')
    with st.expander(_("The whole text"), not spans), st.container(height=360, border=False):
        st.html(f'<div class="document">{marked(text, spans)}</div>')


def draw_document(context: Context, plan: Plan) -> None:
    """Draw the whole text, and the way to the original file; or the pages that an entry compiled by hand cites."""
    text, spans, document = document_text(context, plan), _spans(plan), plan.document
    if document is None or not text:
        _draw_sources(plan)
        return
    with st.expander(_("The whole text")), st.container(height=560, border=False):
        st.html(f'<div class="document">{marked(*untagged(text, spans))}</div>')
    st.download_button(
        _("Original file"),
        _content_of(context, plan),
        file_name=document.name,
        mime=document.media_type,
        type="tertiary",
        icon=":material/description:",
        on_click="ignore",
    )


def _content_of(context: Context, plan: Plan) -> Callable[[], bytes]:
    """Takes the bytes from the store when they are asked for, not each time that the page is drawn."""
    store, plan_id = context.library.store, plan.id or ""
    return lambda: store.document(plan_id).content


def document_text(context: Context, plan: Plan) -> str:
    """The text that the plan was read from; nothing for a register entry, which was compiled by hand."""
    has_passages = plan.document is not None and plan.passages
    return (context.library.text(plan.id or "") or "") if has_passages else ""


def _spans(plan: Plan) -> Spans:
    """Where the chosen value stands in the text; nowhere if none is chosen."""
    field = Field.parse_or_none(opened()[1])
    return passages_of(plan, field) if field else ()


def _draw_page(context: Context, plan: Plan, document: DocumentInfo) -> None:
    """The page of a PDF on which the passage stands, the first one where none is chosen, or why it cannot be shown."""
    if document.media_type != "application/pdf":
        return
    spans = _spans(plan)
    try:
        image, trouble = _page_image(document.name, document.sha256, spans, _content_of(context, plan))
    except Damaged as damaged:
        image, trouble = None, str(damaged)
    if image:
        st.image(image, caption=_("The place on the page") if spans else _("The first page"))
    if trouble:
        st.caption(plain(_("The page cannot be shown. {reason}").format(reason=trouble)))


@st.cache_data(max_entries=64, show_spinner=False)
def _page_image(name: str, sha256: str, spans: Spans, _content: Callable[[], bytes]) -> tuple[bytes | None, str | None]:
    """The image, or why there is none, which is remembered too: a page that took too long would do so again."""
    try:
        images = _drawing()(name, _content(), json.dumps(spans).encode())
    except Refused as refused:
        return None, refused.reason
    return (images[0] if images else None), None


@st.cache_resource(show_spinner=False)
def _drawing() -> Processes:
    """The processes that draw pages for all visitors."""
    return Processes("ucap.documents.shapes.pdf.marks:passage_image", count=2)


def _around(text: str, spans: Spans) -> str:
    """The passages with some whole words before and after, as HTML."""
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    start = text.find(" ", max(0, first - _CONTEXT_CHARACTERS), first) + 1 if first > _CONTEXT_CHARACTERS else 0
    end = text.rfind(" ", last, last + _CONTEXT_CHARACTERS) if last + _CONTEXT_CHARACTERS < len(text) else len(text)
    end = max(end, last)
    inside = marked(text[start:end], tuple((low - start, high - start) for low, high in spans))
    return f"{'… ' if start else ''}{inside}{' …' if end < len(text) else ''}"


def _draw_sources(plan: Plan) -> None:
    """A register entry was compiled by hand: its evidence are the cited pages and the notes."""
    st.header(_("Cited pages"), anchor=False)
    st.caption(_("This entry was compiled by hand from these pages."))
    for source in plan.sources:
        st.markdown(f"- {link(source)}")
    for note in plan.notes:
        st.markdown(f"- {plain(note)}")
