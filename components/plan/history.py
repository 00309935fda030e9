"""How a plan came to be what it is: the editions of it, what differs in each, and who did what."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.adding.record_preview import draw_differences
from components.changes import draw_change_form, has_message
from components.context import Context
from components.exports import draw_table_file
from components.person import person
from components.safe import plain
from components.state import open_plan
from ucap.plan.labels import label_of_pointer
from ucap.plan.record import Plan
from ucap.plan.words import place_words
from ucap.store import DamagedEntry, Edition, LogEntry, Person
from ucap.wording import _, format_date


def draw_history(context: Context, plan: Plan) -> None:
    """Draw the editions of a plan, the newest first, and below them what was done to the plan."""
    store, plan_id = context.library.store, plan.id or ""
    for edition in reversed(store.editions(plan_id)):
        with st.container(border=True, key=f"edition_{edition.edition}"):
            _draw_edition(context, edition)
    st.markdown(f"### {_('What was done')}")
    damaged: list[DamagedEntry] = []
    entries = store.log(plan_id, damaged.append)
    log = pd.DataFrame([_line(entry, plan) for entry in reversed(entries)])
    st.dataframe(log, hide_index=True, placeholder="", alt=_("What was done"))
    if entries:
        draw_table_file(_("What was done"), log, f"log_{plan_id}", plan_id)
    for one in damaged:
        st.text(str(one))
    if person().is_editor:
        _draw_removal(context, plan_id)


def _draw_removal(context: Context, plan_id: str) -> None:
    key = f"remove_{plan_id}"
    with st.expander(_("Remove this plan"), has_message(key), icon=":material/delete:"):
        st.caption(_("It counts nowhere then. Its documents and corrections are kept, and it can be brought back."))

        store = context.library.store

        def remove(who: Person, why: str) -> None:
            store.remove(plan_id, who, why)
            open_plan(None)

        done = _("The plan is removed. To check, Not counted, has the way back.")
        draw_change_form(key, _("Remove the plan"), remove, done, stays=False)


def _draw_edition(context: Context, edition: Edition) -> None:
    store = context.library.store
    words = _("Edition {number}: {document}") if edition.is_current else _("Older edition {number}: {document}")
    st.markdown(f"### {plain(words.format(number=edition.edition, document=edition.document_name))}")
    day = format_date(edition.received_at.date().isoformat())
    st.caption(plain(_("Received on {day} from {who}").format(day=day, who=edition.received_by)))
    differences = store.differences(edition.plan_id, edition.edition)
    if differences:
        st.markdown(_("Changes from the previous edition:"))
        draw_differences(differences, f"changes_{edition.plan_id}_{edition.edition}", edition.plan_id)
    elif edition.edition > 1:
        st.caption(_("It says the same as the previous edition."))
    st.download_button(
        _("Original file"),
        lambda: store.document(edition.plan_id, edition.edition).content,
        file_name=edition.document_name,
        key=f"document_{edition.edition}",
        type="tertiary",
        icon=":material/description:",
        on_click="ignore",
    )


def _line(entry: LogEntry, plan: Plan) -> dict[str, str]:
    """A line of the log, under headings in words."""
    return {
        _("When"): f"{entry.when:%Y-%m-%d %H:%M} UTC",
        _("Who"): entry.who,
        _("What"): _actions().get(entry.action, entry.action),
        _("Field"): label_of_pointer(entry.field, plan, place_words),
        _("Reason"): entry.details.get("why", ""),
    }


def _actions() -> dict[str, str]:
    return {
        "add": _("Edition added"),
        "correct": _("Corrected"),
        "correct-refused": _("Correction refused, since somebody else was first"),
        "withdraw": _("Correction withdrawn"),
        "dismiss": _("Finding dismissed"),
        "restore-finding": _("Finding reopened"),
        "remove": _("Removed"),
        "bring-back": _("Brought back"),
        "reread": _("Document read again"),
        "sign-off": _("Signed off as checked"),
        "end-sign-off": _("Sign-off ended"),
        "mend-document": _("Damaged document added again"),
        "use-earlier": _("Earlier edition used, since the record was damaged"),
    }
