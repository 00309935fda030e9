"""What was read from the files that somebody dropped: shown, and then kept or discarded."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

import streamlit as st

from components.adding.record_preview import draw_plan_preview
from components.changes import change
from components.context import Context
from components.person import person
from components.safe import plain
from ucap.store.adding import Preview
from ucap.wording import _, format_list, ngettext

_PREVIEWS = "previews"
_DRAWN_COUNT = 20
"""Documents, and plans of one document, that are drawn; those behind them follow when these are kept or discarded."""
_LINES = 6
"""Lines that stand below each other before they scroll."""


def remember(previews: Iterable[Preview]) -> None:
    """Put previews behind those that wait; of a document that came twice, one waits."""
    waiting = _waiting()
    known = {one.sha256 for one in waiting}
    for preview in previews:
        if not preview.can_be_kept or preview.sha256 not in known:
            waiting.append(preview)
        known.add(preview.sha256)
    st.session_state[_PREVIEWS] = waiting


def draw_previews(context: Context) -> None:
    """Draw what can be kept, one by one or all together, and say why the rest cannot."""
    waiting = _waiting()
    new = [preview for preview in waiting if preview.can_be_kept]
    if waiting:
        _draw_all(context, waiting, new)
    _draw_refused([preview for preview in waiting if preview.problem])
    _draw_known([preview for preview in waiting if preview.duplicate_of])
    for preview in new[:_DRAWN_COUNT]:
        _draw_preview(context, preview)
    if len(new) > _DRAWN_COUNT:
        _draw_more(len(new) - _DRAWN_COUNT)


def _waiting() -> list[Preview]:
    waiting: list[Preview] = st.session_state.get(_PREVIEWS, [])
    return list(waiting)


def _draw_all(context: Context, waiting: list[Preview], new: list[Preview]) -> None:
    words = ngettext("Keep {count} new document", "Keep all {count} new documents", len(new)).format(count=len(new))
    with st.container(horizontal=True):
        if new:
            st.button(words, type="primary", on_click=_keep, args=(context, new))
        st.button(_("Discard all"), on_click=_discard, args=(waiting,))


def _draw_refused(previews: list[Preview]) -> None:
    count = len(previews)
    heading = ngettext("{count} file could not be read", "{count} files could not be read", count).format(count=count)
    _draw_lines("refused", f":red[:material/error:] {heading}", [(one.name, one.problem or "") for one in previews])


def _draw_known(previews: list[Preview]) -> None:
    count = len(previews)
    heading = ngettext("{count} document is here already", "{count} documents are here already", count)
    lines = [(one.name, format_list(one.duplicate_of)) for one in previews]
    _draw_lines("known", f":material/check: {heading.format(count=count)}", lines)


def _draw_lines(key: str, heading: str, lines: list[tuple[str, str]]) -> None:
    if not lines:
        return
    with st.container(border=True, key=key):
        st.markdown(f"**{heading}**")
        with st.container(height=240 if len(lines) > _LINES else "content", border=False):
            st.markdown("\n".join(f"- **{plain(name)}**: {plain(words)}" for name, words in lines))


def _draw_preview(context: Context, preview: Preview) -> None:
    with st.container(border=True, key=f"preview_{preview.sha256}"):
        with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
            st.subheader(plain(preview.name), anchor=False, width="content")
            with st.container(horizontal=True, width="content"):
                st.button(_("Keep"), key=f"keep_{preview.sha256}", on_click=_keep, args=(context, [preview]))
                st.button(_("Discard"), key=f"discard_{preview.sha256}", on_click=_discard, args=([preview],))
        for number, plan in enumerate(preview.plans[:_DRAWN_COUNT]):
            draw_plan_preview(plan, f"read_{preview.sha256}_{number}")
        if len(preview.plans) > _DRAWN_COUNT:
            rest = len(preview.plans) - _DRAWN_COUNT
            st.caption(ngettext("{count} more plan in it", "{count} more plans in it", rest).format(count=rest))


def _draw_more(count: int) -> None:
    words = ngettext("{count} more document waits below these.", "{count} more documents wait below these.", count)
    st.caption(words.format(count=count))


def _keep(context: Context, previews: list[Preview]) -> None:
    """Keep documents one by one, each in a transaction of its own; those that could not be kept stay on the page."""
    kept = []
    for preview in previews:
        if not change(partial(context.library.store.keep, preview, person()), _kept_words([*kept, preview])):
            break
        kept.append(preview)
    _discard(kept)


def _kept_words(kept: list[Preview]) -> str:
    if len(kept) == 1:
        return _("{name} is kept.").format(name=kept[0].name)
    return ngettext("{count} document is kept.", "{count} documents are kept.", len(kept)).format(count=len(kept))


def _discard(previews: list[Preview]) -> None:
    st.session_state[_PREVIEWS] = [one for one in _waiting() if one not in previews]
