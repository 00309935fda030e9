"""What a plan's document says, with the passage of the chosen field marked."""

from __future__ import annotations

import streamlit as st

from components.context import Context
from components.safe import marked, plain
from components.state import opened
from ucap.documents import Span, UnreadableDocument, open_document, render_page
from ucap.plan import Plan
from ucap.selection.pointers import passages_of
from ucap.store import StoredDocument
from ucap.wording import _

_CONTEXT_CHARACTERS = 240


def draw_document(context: Context, plan: Plan) -> None:
    """Draw the passage in its surroundings, the whole text, and the document as it came."""
    text = context.library.text(plan.id or "")
    if plan.document is None or not text or not plan.passages:
        _draw_sources(plan)
        return
    stored = context.library.store.document(plan.id or "")
    st.markdown(f"### {_('What the document says')}")
    st.caption(plain(stored.name))
    field = opened()[1]
    spans = passages_of(plan, field) if field else ()
    if spans:
        st.html(f'<div class="passage">{_around(text, spans)}</div>')
        _draw_page(stored, spans)
    else:
        st.caption(_("Choose a value on the left to see the passage that it was read from."))
    with st.expander(_("The whole text")), st.container(height=560, border=False):
        st.html(f'<div class="document">{marked(text, spans)}</div>')
    st.download_button(
        _("The document as it came"),
        stored.content,
        file_name=stored.name,
        mime=stored.media_type,
        type="tertiary",
        icon=":material/description:",
        on_click="ignore",
    )


def _draw_page(stored: StoredDocument, spans: tuple[Span, ...]) -> None:
    """The page of a PDF on which the passage stands."""
    if stored.media_type == "application/pdf":
        image = _page_image(stored.name, stored.sha256, spans, stored.content)
        if image:
            st.image(image, caption=_("The place on the page"))


@st.cache_data(max_entries=64, show_spinner=False)
def _page_image(name: str, sha256: str, spans: tuple[Span, ...], _content: bytes) -> bytes | None:
    try:
        document = open_document(name, _content)
        start = min(span[0] for span in spans)
        page = next((number for number, (low, high) in enumerate(document.pages) if low <= start < high), None)
        return None if page is None else render_page(_content, document, page, spans)
    except UnreadableDocument:
        return None


def _around(text: str, spans: tuple[Span, ...]) -> str:
    """The passages with some whole words before and after, as HTML."""
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    start = text.find(" ", max(0, first - _CONTEXT_CHARACTERS), first) + 1 if first > _CONTEXT_CHARACTERS else 0
    end = text.rfind(" ", last, last + _CONTEXT_CHARACTERS) if last + _CONTEXT_CHARACTERS < len(text) else len(text)
    end = max(end, last)
    inside = marked(text[start:end], tuple((low - start, high - start) for low, high in spans))
    return f"{'… ' if start else ''}{inside}{' …' if end < len(text) else ''}"


def _draw_sources(plan: Plan) -> None:
    """A register entry was compiled by hand: its evidence are the cited pages and the notes."""
    st.markdown(f"### {_('Cited pages')}")
    st.caption(_("This entry was compiled by hand from these pages."))
    for source in plan.sources:
        st.markdown(f"- <{source}>" if "://" in source else f"- {plain(source)}")
    for note in plan.notes:
        st.markdown(f"- {plain(note)}")
