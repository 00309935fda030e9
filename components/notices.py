"""The notices that stand below maps and goals.

What a page says when no plan is selected.

Files that could not be read at the first start.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components.adding.intake import offer_newer
from components.changes import draw_change_button
from components.context import Context
from components.library import library
from components.navigation import ADD
from components.person import person
from components.safe import plain
from components.state import choose
from ucap.charts.words import boundary_notice, goal_disclaimer
from ucap.exports.credits import credits, licence
from ucap.selection import Selection
from ucap.store import DamagedEntry, Store
from ucap.store.checking import entry_words, record_words
from ucap.wording import _, ngettext


def draw_notices() -> None:
    """Draw the notice on boundaries, the disclaimer of the United Nations, and the credits."""
    st.divider()
    st.caption(boundary_notice())
    st.caption(goal_disclaimer())
    _draw_credits()


def draw_foot() -> None:
    """Draw the credits below a page that has neither map nor goals."""
    st.divider()
    _draw_credits()


def _draw_credits() -> None:
    st.caption(plain(" · ".join(map(str, credits()))))
    st.caption(plain(_("Licence of the data: {licence}").format(licence=licence())))


def draw_empty() -> None:
    """Say kindly that no plan is selected, or that there is none at all, and how to see some."""
    if not library().plans:
        with st.container(border=True, key="empty"):
            st.markdown(f"### {_('There are no plans yet')}")
            st.page_link(ADD, label=_("Add plans"), icon=":material/add:")
        return
    with st.container(border=True, key="empty"):
        st.markdown(f"### {_('No plan matches these filters')}")
        st.markdown(_("Remove a filter in the sidebar, or start again with all plans."))
        st.button(_("Show all plans"), type="primary", on_click=choose, args=(Selection(),))


def draw_unknown(context: Context, plan_id: str) -> None:
    """Say that no plan has the id that the address asks for; one that is damaged is named as such."""
    if any(plan_id == one.plan_id for one in context.library.damaged):
        return
    words = _("No plan here is called “{plan}”. If it was removed, it stands under To check, Not counted.")
    st.warning(plain(words.format(plan=plan_id)))


def draw_damaged(context: Context) -> None:
    """Name the plans whose records are damaged in the store, with what helps; an editor can do it here."""
    _draw_damaged_entries(context.library.damaged_entries)
    damaged = context.library.damaged
    if not damaged:
        return
    words = ngettext("{count} record is damaged", "{count} records are damaged", len(damaged))
    with st.container(border=True, key="damaged"):
        st.markdown(f"### {words.format(count=len(damaged))}")
        for one in damaged:
            st.text(record_words(one.plan_id, one.edition))
            if person().is_editor:
                _draw_ways_out(context.library.store, one.plan_id)
        st.caption(_("All other plans are there. Their documents and corrections are kept."))


def draw_damaged_of(context: Context, plan_id: str) -> None:
    """Name what people wrote of a plan and is damaged, so that the plan is shown without it, as it is just now."""
    entries = context.library.store.damaged_entries([plan_id])
    _draw_damaged_entries([one for one in entries if one.plan_id == plan_id])


def _draw_damaged_entries(entries: Sequence[DamagedEntry]) -> None:
    if not entries:
        return
    words = ngettext("{count} entry is damaged", "{count} entries are damaged", len(entries))
    with st.container(border=True, key="damaged_entries"):
        st.markdown(f"### {words.format(count=len(entries))}")
        for one in entries:
            st.text(entry_words(one.table, one.number, one.plan_id))


def _draw_ways_out(store: Store, plan_id: str) -> None:
    again, earlier = partial(store.repair, plan_id), partial(store.use_earlier, plan_id)
    with st.container(horizontal=True):
        done = _("The document was read again.")
        draw_change_button(_("Read its document again"), f"repair_{plan_id}", again, done)
        done = _("An earlier edition counts now.")
        draw_change_button(_("Use the earlier edition"), f"earlier_{plan_id}", earlier, done)


def draw_newer(context: Context) -> None:
    """Say to editors that the product brings entries that this store does not have; they look at them first."""
    count = context.library.newer_count
    if not count or not person().is_editor:
        return
    words = ngettext(
        "The product brings {count} entry that is newer than this store.",
        "The product brings {count} entries that are newer than this store.",
        count,
    )
    with st.container(horizontal=True, vertical_alignment="center", key="newer"):
        st.markdown(f":material/new_releases: {words.format(count=count)}")
        if st.button(_("See what is new in them"), type="tertiary") and offer_newer(context):
            st.switch_page(ADD)


def draw_problems(context: Context) -> None:
    """Say which files could not be read, what is wrong with them and what would be right; all others are there."""
    problems = context.library.problems
    if not problems:
        return
    words = ngettext("{count} file could not be read", "{count} files could not be read", len(problems))
    with st.expander(words.format(count=len(problems)), icon=":material/warning:"):
        for problem in problems:
            st.markdown(f"- **{plain(problem.name)}**: {plain(problem.message)}")
        st.caption(_("All other files are there."))
