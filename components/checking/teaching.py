"""“This row is …”: a wording is taught, after what it changes in all documents that have it was shown."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components.adding.record_preview import draw_differences
from components.changes import change, draw_message
from components.context import Context
from components.person import draw_name_question, named_person, take_name
from components.safe import plain
from ucap.documents.labels.known import KEYS
from ucap.plan.finding_words import said_row
from ucap.plan.record import Finding, Plan
from ucap.reading.findings import row_name
from ucap.store import Change, Store
from ucap.store.review.lessons import NewLesson
from ucap.vocabulary.expected import finding_names
from ucap.wording import _, ngettext

_TRIED = "lesson_tried"
_SHOWN = 20
_ABOUT_ROWS = frozenset({"row-guessed", "text-unplaced", "field-missing", "row-twice"})


@dataclass(frozen=True)
class _Tried:
    """A lesson that was tried and not given yet, and what it would change."""

    lesson: NewLesson
    changes: tuple[Change, ...]


def draw_teaching(context: Context, plan: Plan, doubt: Finding) -> None:
    """Draw the form, where the doubt is about a row of the document."""
    if doubt.code not in _ABOUT_ROWS:
        return
    label, row = said_row(doubt)
    key = f"teach_{plan.id}_{doubt.code}_{doubt.field}"
    with st.form(key):
        st.text_input(_("The label in the document"), label or _unknown_label(plan), key=f"{key}_wording")
        choices = [*KEYS, ""]
        chosen = choices.index(row) if row in choices else len(KEYS)
        st.selectbox(_("This row is"), choices, chosen, format_func=row_words, key=f"{key}_row")
        draw_message(key)
        args = (context.library.store, key, plan.id)
        st.form_submit_button(_("Show what changes"), on_click=_try, args=args)


def _unknown_label(plan: Plan) -> str:
    """The first label of the plan that stands for no row, which may be the row that is missing."""
    return next((label for label, row in map(said_row, plan.findings) if label and row is None), "")


def draw_tried(context: Context, plan: Plan) -> None:
    """Draw what the lesson that was tried on this plan changes, and the way to give it."""
    tried: _Tried | None = st.session_state.get(_TRIED)
    if tried is None or tried.lesson.plan_id != plan.id:
        return
    store, lesson = context.library.store, tried.lesson
    with st.container(border=True, key="lesson_tried"):
        words = _("“{wording}” is **{row}**")
        st.markdown(words.format(wording=plain(lesson.wording), row=plain(row_words(lesson.row))))
        draw_changes(tried.changes)
        draw_name_question("lesson_tried", 320)
        draw_message("lesson_tried")
        with st.container(horizontal=True):
            st.button(_("Teach it and keep the changes"), type="primary", on_click=_teach, args=(store, tried))
            st.button(_("Discard"), type="tertiary", on_click=lambda: st.session_state.pop(_TRIED, None))


def row_words(row: str) -> str:
    """A row of the template in words; "" is one that it lacks."""
    return row_name(row) if row in KEYS else _("Contacts") if row else _("no row of the template")


def _try(store: Store, key: str, plan_id: str | None) -> None:
    """Read the documents that have the label again as if the wording were known."""
    lesson = NewLesson(st.session_state[f"{key}_wording"], st.session_state[f"{key}_row"], plan_id)
    st.session_state.pop(_TRIED, None)

    def preview() -> str:
        changes = store.preview_lessons({lesson.wording: lesson.row})
        st.session_state[_TRIED] = _Tried(lesson, tuple(changes))
        count = len({one.sha256 for one in changes})
        words = ngettext("{count} document is read differently.", "{count} documents are read differently.", count)
        return words.format(count=count)

    change(preview, key=key)


def _teach(store: Store, tried: _Tried) -> None:
    take_name("lesson_tried")
    done = _("“{wording}” is known from now on.").format(wording=tried.lesson.wording)
    if change(lambda: store.teach(tried.lesson, named_person(), changes=tried.changes), done, "lesson_tried", "doubts"):
        st.session_state.pop(_TRIED, None)


def draw_changes(changes: tuple[Change, ...]) -> None:
    """Draw what reading again changes, plan by plan."""
    for number, one in enumerate(changes[:_SHOWN]):
        st.markdown(f"**{plain(one.plan_id or one.document_name)}**")
        if one.message:
            st.caption(plain(one.message))
        said = [found for found in one.differences if not found.field.startswith("/findings")]
        if said:
            draw_differences(said, f"changes_{number}", one.plan_id)
        else:
            settled = [found for found in one.differences if found.new is None]
            names = {finding_names().get(str((found.old or {}).get("code")), "") for found in settled}
            st.caption(", ".join(_(name) for name in sorted(names) if name) or _("Only findings and passages differ."))
    if len(changes) > _SHOWN:
        st.caption(_("and {count} more").format(count=len(changes) - _SHOWN))
