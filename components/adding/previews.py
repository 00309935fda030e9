"""What was read from dropped files: a table of all, each plan on request, and one button to keep them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import streamlit as st

from components.adding.record_preview import draw_plan_preview
from components.adding.summary import summary, summary_table
from components.changes import change
from components.context import Context
from components.navigation import FINDINGS, PLANS
from components.person import draw_name_question, person, take_name
from components.safe import plain
from components.state import open_plan
from ucap.plan.words import plan_title
from ucap.store import Store
from ucap.store.adding import Added, Preview
from ucap.wording import _, format_number, ngettext

_PREVIEWS = "previews"
_DROPS, _READ = "drop_count", "read_files"
_ADDED = "just_added"
_NAME_PX = 260
_DRAWN_COUNT = 20
"""Documents, and plans of one document, that are drawn; those behind them follow when these are kept or discarded."""


def drop_key() -> str:
    """The key of the place to drop files: a new one, once all was kept or discarded, empties the place."""
    return f"files_{st.session_state.get(_DROPS, 0)}"


def read_files() -> set[str]:
    """Which of the files in that place were read already, by the ids that they got as they came."""
    read: set[str] = st.session_state.setdefault(_READ, set())
    return read


def _empty_drop() -> None:
    if not _waiting():
        st.session_state[_DROPS] = st.session_state.get(_DROPS, 0) + 1
        read_files().clear()


def remember(previews: Iterable[Preview]) -> None:
    """Put previews behind those that wait; of a document that came twice, one waits."""
    waiting = _waiting()
    known = {one.sha256 for one in waiting}
    for preview in previews:
        if not preview.can_be_kept or preview.sha256 not in known:
            waiting.append(preview)
        known.add(preview.sha256)
    st.session_state[_PREVIEWS] = waiting
    st.session_state.pop(_ADDED, None)


def draw_previews(context: Context) -> None:
    """Draw the table of what was dropped, and below it each document that can be kept."""
    waiting = _waiting()
    new = [preview for preview in waiting if preview.can_be_kept]
    _draw_added()
    if not waiting:
        return
    with st.container(key="summary"):
        st.html(summary_table(summary(waiting, partial(_title, context))))
    _draw_buttons(context, waiting, new)
    for preview in new[:_DRAWN_COUNT]:
        _draw_preview(context.library.store, preview)
    if len(new) > _DRAWN_COUNT:
        _draw_more(len(new) - _DRAWN_COUNT)


def _title(context: Context, plan_id: str) -> str:
    plan = context.library.plans.get(plan_id)
    return plan_title(plan) if plan else plan_id


def _waiting() -> list[Preview]:
    waiting: list[Preview] = st.session_state.get(_PREVIEWS, [])
    return list(waiting)


def _draw_buttons(context: Context, waiting: list[Preview], new: list[Preview]) -> None:
    words = ngettext("Keep {count} document", "Keep {count} documents", len(new)).format(count=format_number(len(new)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if new:
            draw_name_question("keep", _NAME_PX)
            st.button(words, type="primary", on_click=_keep, args=(context.library.store, new))
        st.button(_("Discard all") if new else _("Close"), on_click=_discard, args=(waiting,))


def _draw_preview(store: Store, preview: Preview) -> None:
    titles = ", ".join(plan_title(one.plan) for one in preview.plans[:_DRAWN_COUNT])
    label = f"{preview.name}: {titles}" if titles else preview.name
    read = st.expander(plain(label), key=f"read_{preview.sha256}", on_change="rerun")
    if not read.open:  # a drop may bring thousands of values, of which few are looked at
        return
    with read:
        for plan in preview.plans[:_DRAWN_COUNT]:
            draw_plan_preview(plan, preview.sha256)
        if len(preview.plans) > _DRAWN_COUNT:
            rest = len(preview.plans) - _DRAWN_COUNT
            st.caption(ngettext("{count} more plan in it", "{count} more plans in it", rest).format(count=rest))
        with st.container(horizontal=True):
            st.button(_("Keep this one"), key=f"keep_{preview.sha256}", on_click=_keep, args=(store, [preview]))
            st.button(_("Discard"), key=f"discard_{preview.sha256}", on_click=_discard, args=([preview],))


def _draw_more(count: int) -> None:
    words = ngettext("{count} more document waits below these.", "{count} more documents wait below these.", count)
    st.caption(words.format(count=count))


def _keep(store: Store, previews: list[Preview]) -> None:
    """Keep documents one by one, each in a transaction of its own; those that could not be kept stay on the page."""
    take_name("keep")
    added: list[Added] = []

    def keep() -> str:
        for preview in previews:
            added.append(store.keep(preview, person()))
            _discard([preview])
        return _kept_words(added)

    change(keep)
    st.session_state[_ADDED] = added


def _kept_words(added: Sequence[Added]) -> str:
    kept = [plan for one in added for plan in one.plans]
    new = {plan_id for plan_id, edition in kept if edition == 1}
    counts = (len(new), len({plan_id for plan_id, _edition in kept} - new), sum(not one.plans for one in added))
    words = (
        ngettext("{count} plan added.", "{count} plans added.", counts[0]),
        ngettext("{count} plan has a newer edition now.", "{count} plans have a newer edition now.", counts[1]),
        ngettext("{count} document waits under To check.", "{count} documents wait under To check.", counts[2]),
    )
    said = zip(words, counts, strict=True)
    return " ".join(one.format(count=format_number(count)) for one, count in said if count)


def _draw_added() -> None:
    """The ways on to what was just added."""
    added: list[Added] = st.session_state.get(_ADDED, [])
    plans = list(dict.fromkeys(plan_id for one in added for plan_id, _number in one.plans))
    with st.container(horizontal=True):
        if plans and st.button(ngettext("See the plan", "See the plans", len(plans)), icon=":material/arrow_forward:"):
            open_plan(plans[0] if len(plans) == 1 else None)
            st.switch_page(PLANS)
        if any(not one.plans for one in added) and st.button(_("To check"), icon=":material/arrow_forward:"):
            st.switch_page(FINDINGS)


def _discard(previews: list[Preview]) -> None:
    st.session_state[_PREVIEWS] = [one for one in _waiting() if one not in previews]
    _empty_drop()
