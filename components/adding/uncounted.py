"""What counts nowhere: documents in which nothing was read, and plans that were removed."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import streamlit as st

from components.changes import draw_change_button, draw_change_form, has_message
from components.context import Context
from components.person import person
from components.safe import plain
from ucap.plan.words import title_words
from ucap.store import Removal, WaitingDocument
from ucap.vocabulary.expected import finding_names
from ucap.wording import _, format_date

_DRAWN_COUNT = 50


def draw_uncounted(context: Context) -> None:
    """Draw what waits and what is removed, each with the way back."""
    silent, removed = context.library.store.silent_documents(), context.library.store.removals()
    waiting, gone = ([one for one in silent if bool(one.removed) is is_gone] for is_gone in (False, True))
    if not silent and not removed:
        st.markdown(_("All documents were read, and no plan is removed."))
    if waiting:
        st.header(_("Nothing was read"), anchor=False)
        st.caption(_("Add a copy with text (Word, or a PDF with text), or install text recognition and read it again."))
    for document in waiting[:_DRAWN_COUNT]:
        with st.container(border=True, key=f"waiting_{document.sha256}"):
            _draw_waiting(context, document)
    if removed:
        st.header(_("Removed plans"), anchor=False)
    for one in removed[:_DRAWN_COUNT]:
        with st.container(border=True, key=f"removed_{one.id}"):
            _draw_removed(context, one)
    if gone:
        st.header(_("Removed documents"), anchor=False)
    for document in gone[:_DRAWN_COUNT]:
        with st.container(border=True, key=f"gone_{document.sha256}"):
            _draw_gone(context, document)


def _draw_waiting(context: Context, document: WaitingDocument) -> None:
    why = _(finding_names().get(document.code or "", ""))
    st.markdown(f":orange[▲] **{plain(document.name)}**" + (f"  \n{plain(why)}" if why else ""))
    day = format_date(document.received_at.date().isoformat())
    st.caption(plain(_("Received on {day} from {who}").format(day=day, who=document.received_by)))
    if person().is_editor:
        again = partial(context.library.store.read_waiting, document.sha256)
        draw_change_button(_("Read again"), f"again_{document.sha256}", again, _("The document was read."))
        key = f"drop_{document.sha256}"
        with st.expander(_("Remove"), has_message(key), icon=":material/delete:"):
            remove = partial(context.library.store.remove_waiting, document.sha256)
            done = _("The document is removed. It can be brought back below.")
            draw_change_form(key, _("Remove the document"), remove, done, stays=False)


def _draw_gone(context: Context, document: WaitingDocument) -> None:
    if document.removed is None:
        return
    st.markdown(f"**{plain(document.name)}**")
    _draw_reason(document.removed.when, document.removed.who, document.removed.details.get("why", ""))
    if person().is_editor:
        key = f"waits_{document.sha256}"
        with st.expander(_("Bring back"), has_message(key)):
            back = partial(context.library.store.bring_back_waiting, document.sha256)
            draw_change_form(key, _("Bring the document back"), back, _("The document waits again."), stays=False)


def _draw_reason(when: datetime, who: str, why: str) -> None:
    day = format_date(when.date().isoformat())
    st.caption(plain(_("Removed on {day} by {who}: {why}").format(day=day, who=who, why=why)))


def _draw_removed(context: Context, one: Removal) -> None:
    st.markdown(f"**{plain(title_words(one.title))}**")
    _draw_reason(one.when, one.who, one.why)
    if person().is_editor:
        key = f"back_{one.id}"
        with st.expander(_("Bring back"), has_message(key)):
            back = partial(context.library.store.bring_back, one.plan_id)
            draw_change_form(key, _("Bring the plan back"), back, _("The plan counts again."), stays=False)
