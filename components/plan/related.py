"""What a plan has to do with others: the same pairs elsewhere, similar plans, partners not yet linked."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.cities.focus import draw_ways
from components.context import Context
from components.safe import plain
from components.state import open_plan
from ucap.plan.record import Plan
from ucap.plan.words import pair_words, plan_title, value_words
from ucap.selection.links import Common, same_pairs, similar_plans
from ucap.selection.places.matches import matches, reasons
from ucap.wording import _, format_list


def draw_related(context: Context, plan: Plan) -> None:
    """Draw the three lists."""
    plan_id = plan.id or ""
    coverage = context.library.coverage
    labels = coverage.frames.cities.loc[coverage.frames.cities["plan"] == plan_id, "city"].drop_duplicates()
    st.markdown(f"### {_('Everything about its cities')}")
    draw_ways(labels, "related")
    _draw_same_pairs(context, plan_id)
    st.markdown(f"### {_('Similar plans')}")
    similar = similar_plans(coverage, plan_id)
    for one in similar:
        _plan_button(context, one.plan, _reason(one.common), "similar")
    if not similar:
        st.caption(_("No other plan shares a theme, goal or topic with this one."))
    st.markdown(f"### {_('Partners not yet linked')}")
    possible = matches(coverage, among=labels, limit=10)
    for pair in possible:
        ends = (pair.china_city, pair.europe_city)
        draw_ways(ends, "_".join(ends))
        st.caption(plain(reasons(coverage, pair)[0]))
    if not possible:
        st.caption(_("No unlinked city shares a theme, goal or topic with the cities of this plan."))


def _draw_same_pairs(context: Context, plan_id: str) -> None:
    pairs_elsewhere = same_pairs(context.library.coverage.frames, plan_id)
    st.markdown(f"### {_('The same pairs in other plans')}")
    if pairs_elsewhere.empty:
        st.caption(_("No other plan has one of these pairs."))
    for other, pairs in pairs_elsewhere.groupby("plan", sort=False):
        names = list(map(pair_words, pairs["china_city"], pairs["europe_city"]))
        _plan_button(context, str(other), format_list(names), "same")


def _plan_button(context: Context, plan_id: str, reason: str, list_name: str) -> None:
    title = plan_title(context.library.plans[plan_id])
    st.button(plain(title), key=f"{list_name}_{plan_id}", type="tertiary", on_click=open_plan, args=(plan_id,))
    st.caption(plain(reason))


def _reason(common: Common) -> str:
    """What is shared, in words."""
    named: list[tuple[str, Sequence[str | int]]] = [
        ("categories", common.categories),
        ("goals", common.goals),
        ("topics", common.topics),
    ]
    shared = [value_words(name, value) for name, values in named for value in values]
    return _("Shared: {values}").format(values=format_list(shared))
