"""Notes on a city, a pair or a plan: who wrote what when; written, and taken back, by editors."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.changes import change, draw_change_button, draw_message
from components.context import Context
from components.person import draw_name_question, named_person, person, take_name
from components.safe import plain
from ucap.store import Person, Store
from ucap.store.meetings.notes import NewNote, Note
from ucap.wording import _, format_date

_WORDS = {"note": "", "proposed": ":material/thumb_up:", "declined": ":material/thumb_down:"}


def notes_on(context: Context, subject: str) -> list[Note]:
    """The notes on a subject: `plan/ID`, `city/SLUG` or `pair/SLUG~SLUG`."""
    return [note for note in context.library.notes if note.subject == subject]


def draw_notes(context: Context, subject: str) -> None:
    """Draw the notes on a subject, and for editors the place to write one."""
    st.subheader(_("Notes"), anchor=False)
    found, store = notes_on(context, subject), context.library.store
    for note in found:
        with st.container(horizontal=True, vertical_alignment="center", key=f"note_{note.id}"):
            day = format_date(note.day or note.when.date().isoformat())
            st.markdown(f"{_WORDS[note.kind]} {plain(note.text)}  \n:small[{plain(f'{note.who} · {day}')}]")
            if person().is_editor:
                take, done = partial(take_back, store, note), _("The note was taken back.")
                draw_change_button(_("Take back"), f"take_{note.id}", take, done, look="tertiary")
    if not person().is_editor:
        if not found:
            st.caption(_("Nobody wrote a note."))
        return
    key = f"note_on_{subject}"
    with st.form(f"form_{key}", border=False):
        st.text_input(_("Write a note"), key=key)
        draw_name_question(key)
        draw_message(key)
        st.form_submit_button(_("Keep the note"), on_click=_keep, args=(store, subject, key))


def _keep(store: Store, subject: str, key: str) -> None:
    take_name(key)
    new = NewNote("note", subject, st.session_state[key])
    if change(lambda: store.add_note(new, named_person()), _("The note is kept."), key):
        st.session_state[key] = ""


def take_back(store: Store, note: Note, who: Person) -> None:
    """Take back a note, or a kept view."""
    store.withdraw_note(note.id, who, _("Taken back on the page."))
