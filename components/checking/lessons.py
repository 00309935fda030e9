"""What the reader was taught: the list, its way out and in, and what is taken back."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.changes import change, draw_change_form, draw_import, draw_message, has_message
from components.checking.teaching import draw_changes, row_words
from components.context import Context
from components.person import draw_name_question, named_person, person, take_name
from components.safe import plain
from ucap.store import Person, Store
from ucap.store.review.lessons import Lesson
from ucap.wording import _, format_date, ngettext

_REREAD = "lessons_reread"


def draw_lessons(context: Context) -> None:
    """Draw the lessons that count, the newest first."""
    store = context.library.store
    given = [one for one in reversed(store.lessons()) if one.withdrawn_by is None]
    if not given:
        st.markdown(_("Nothing was taught yet. Where a label is not known, One by one lets you say which row it is."))
    for lesson in given:
        with st.container(border=True, key=f"lesson_{lesson.id}"):
            _draw_lesson(store, lesson)
    content = partial(_csv, store)
    st.download_button(
        _("All wordings as CSV"), content, "wordings.csv", "text/csv", icon=":material/download:", on_click="ignore"
    )
    if person().is_editor:
        _draw_import(store)
        _draw_reread(store)


def _csv(store: Store) -> bytes:
    return store.lessons_csv().encode("utf-8-sig")


def _draw_lesson(store: Store, lesson: Lesson) -> None:
    words = _("“{wording}” is **{row}**")
    st.markdown(words.format(wording=plain(lesson.wording), row=plain(row_words(lesson.row))))
    day = format_date(lesson.when.date().isoformat())
    st.caption(plain(" ".join(part for part in (f"{lesson.who}, {day}.", lesson.why) if part)))
    if not person().is_editor:
        return
    key = f"forget_{lesson.id}"
    with st.expander(_("Withdraw"), has_message(key)):

        def forget(who: Person, why: str) -> None:
            store.forget(lesson.id, who, why, changes=store.preview_lessons({lesson.wording: None}))

        done = _("The wording is forgotten, and the documents that have it were read again.")
        draw_change_form(key, _("Withdraw the wording"), forget, done, stays=False)


def _draw_import(store: Store) -> None:
    form = "import_lessons"
    with (
        st.expander(_("Teach the wordings of a CSV file"), icon=":material/upload:"),
        st.form(form, border=False),
    ):
        draw_import(form, "lesson", _("List of wordings"), partial(_import, store))


def _import(store: Store, content: bytes) -> str:
    imported = store.import_lessons(content, named_person())
    made = ngettext("{count} wording was taught", "{count} wordings were taught", len(imported.made))
    same = ngettext("{count} was known so already", "{count} were known so already", imported.unchanged_count)
    return f"{made.format(count=len(imported.made))}; {same.format(count=imported.unchanged_count)}."


def _draw_reread(store: Store) -> None:
    """Documents that came before a list was taught can be read again with it."""
    with st.expander(_("Read the documents again"), bool(st.session_state.get(_REREAD)), icon=":material/refresh:"):
        st.caption(_("What changes is shown first."))
        draw_message("reread")
        st.button(_("Show what changes"), key="reread_try", on_click=_try, args=(store,))
        if st.session_state.get(_REREAD):
            draw_changes(st.session_state[_REREAD])
            draw_name_question("reread")
            st.button(_("Keep the changes"), key="reread_keep", type="primary", on_click=_keep, args=(store,))


def _try(store: Store) -> None:
    wordings: dict[str, str | None] = {one.wording: one.row for one in store.lessons() if one.withdrawn_by is None}

    def preview() -> str:
        changes = st.session_state[_REREAD] = tuple(store.preview_lessons(wordings))
        words = ngettext("{count} plan is read differently.", "{count} plans are read differently.", len(changes))
        return words.format(count=len(changes))

    change(preview, key="reread")


def _keep(store: Store) -> None:
    take_name("reread")
    kept = st.session_state.pop(_REREAD, ())
    change(lambda: store.keep_changes(kept, named_person()), _("The changes are kept."), "reread")
