"""Views that are kept under a name: what is on the screen, by its address, for everybody who looks."""

from __future__ import annotations

from functools import partial
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

from components.changes import change, draw_change_button
from components.context import Context
from components.meetings.notes import take_back
from components.person import draw_name_question, named_person, person, take_name
from components.safe import plain
from components.state import address_query
from ucap.store import Store
from ucap.store.meetings.notes import NewNote, Note
from ucap.wording import _, format_date

_NAME = "view_name"
_SAFE = "?&=/+%~-_."


def draw_views(context: Context) -> None:
    """Draw the menu of kept views; an editor keeps the present one in it, under a name."""
    menu = st.popover(_("Views"), icon=":material/bookmark:", on_change="rerun", key="views")
    if not menu.open:
        return
    with menu:
        kept = [note for note in context.library.notes if note.kind == "view"]
        for note in kept:
            _draw_view(context, note)
        if not kept:
            st.caption(_("No view is kept yet."))
        if person().is_editor:
            st.text_input(_("Name of this view"), key=_NAME)
            draw_name_question(_NAME)
            st.button(_("Keep this view"), type="primary", on_click=_keep, args=(context.library.store, present_view()))


def present_view() -> str:
    """The page and the query of what is on the screen: `coverage?goal=6`."""
    page = urlsplit(str(st.context.url)).path.rsplit("/", 1)[-1]
    query = urlencode(address_query(), doseq=True)
    return f"{page or '.'}?{query}" if query else page or "."


def _draw_view(context: Context, note: Note) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"view_{note.id}"):
        about = plain(f"{note.who} · {format_date(note.when.date().isoformat())}")
        st.markdown(f"[{plain(note.text)}]({quote(note.subject, _SAFE)})  \n:small[{about}]")
        if person().is_editor:
            take = partial(take_back, context.library.store, note)
            draw_change_button(
                _("Take back"), f"forget_{note.id}", take, _("The view was taken back."), look="tertiary", asked=_NAME
            )


def _keep(store: Store, view: str) -> None:
    take_name(_NAME)
    new = NewNote("view", view, st.session_state[_NAME])
    if change(lambda: store.add_note(new, named_person()), _("The view is kept.")):
        st.session_state[_NAME] = ""
