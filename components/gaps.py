"""Gaps: what no selected plan names, as chips; each leads to the plans that could fill it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components.cities.focus import go_to_place
from components.context import Context
from components.evidence import about_plans, draw_evidence, evidence_dialog
from components.safe import plain
from components.state import window
from components.tables import draw_cells, draw_table, go_to_plan, table_window
from ucap.plan.words import place_words, title_words, value_words
from ucap.selection.evidence import EvidenceKind
from ucap.selection.gaps import Gap, GapVocabulary, fillers, gap
from ucap.selection.places.gaps import (
    Area,
    filling_cities,
    gap_table,
    plans_behind,
    plans_naming,
    speaking,
    unnamed_values,
)
from ucap.wording import N_, _, labelled

_VOCABULARIES: tuple[GapVocabulary, ...] = ("goals", "categories", "topics", "provinces")
_SUBJECTS: dict[GapVocabulary, str] = {
    "goals": N_("Goals"),
    "categories": N_("Themes"),
    "topics": N_("EU Urban Agenda"),
}
_AREAS: dict[Area, str] = {
    "provinces": N_("Provinces"),
    "countries": N_("Countries"),
    "chinese_cities": N_("Chinese cities"),
    "european_cities": N_("European cities"),
}
_EVIDENCE: dict[GapVocabulary, EvidenceKind] = {"goals": "goal", "categories": "category", "topics": "topic"}
_PRESSED = "gaps_pressed"
_FILLING = "gap_filling"
"""The city whose passages are looked at in the window of a place: area, place, value and the city."""


def draw_gaps(context: Context) -> None:
    """Draw what no selected plan names, and how far the plans speak of it at all."""
    st.caption(_("Click a gap to see the plans that could fill it."))
    for vocabulary in _VOCABULARIES:
        found = gap(context.scene.coverage, context.scene.selected, context.frames, vocabulary)
        st.subheader(found.title, anchor=False)
        _draw_reach(context, vocabulary, found)
        if not found.untouched:
            st.markdown(_("The selected plans name all of them."))
        _draw_chips(context, vocabulary, found, _("Not in any selected plan"), found.untouched)
        _draw_chips(context, vocabulary, found, _("Only mentioned"), found.only_mentioned)
    _draw_places(context)


def _draw_reach(context: Context, vocabulary: GapVocabulary, found: Gap) -> None:
    """How far the plans speak of it, and the way to what each of them says."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"reach_{vocabulary}"):
        st.caption(found.reach, width="content")
        if st.button(_("Which plans?"), key=f"reach_plans_{vocabulary}", type="tertiary"):
            window(found.title, _draw_speaking)(context, vocabulary)


def _draw_speaking(context: Context, vocabulary: GapVocabulary) -> None:
    """What each selected plan says of a vocabulary; a click opens the plan."""
    rows = speaking(context.scene.coverage, context.scene.selected, vocabulary)
    row = draw_table(rows.reset_index(drop=True), f"gap_speaking_{vocabulary}", _("What the plans say"))
    if row is not None:
        go_to_plan(str(rows.index[row]))


def _draw_places(context: Context) -> None:
    """Draw the gaps place by place; a press on a row opens what no plan of the place names, and who does."""
    st.subheader(_("Place by place"), anchor=False)
    with st.container(horizontal=True, key="gap-places"):
        area = st.segmented_control(
            _("Places"), list(_AREAS), default="provinces", format_func=_area_words, required=True
        )
        vocabulary = st.segmented_control(
            _("Subject"), list(_SUBJECTS), default="goals", format_func=lambda one: _(_SUBJECTS[one]), required=True
        )
    st.caption(
        _(
            "Click a place for the cities that could fill a gap, a number for its plans. "
            "Silence and what was not understood are no gaps yet."
        )
    )
    table = gap_table(context.scene.coverage, context.scene.selected, area, vocabulary)
    chips = {name: st.column_config.ListColumn(width="large") for name in table.columns[-1:]}
    cell = draw_cells(table.reset_index(drop=True), f"gap_{area}_{vocabulary}", _("Place by place"), chips)
    if cell is None:
        return
    place, column = str(table.index[cell[0]]), cell[1]
    title = plain(value_words(area, place))
    plans = plans_behind(context.scene.coverage, context.scene.selected, area, place, vocabulary).get(column)
    if plans is None:
        table_window(title, _draw_place, context, area, place, vocabulary)
    elif len(plans):
        names_some = column == _("Name some")
        kind: EvidenceKind = _EVIDENCE[vocabulary] if names_some else "plan"
        evidence_dialog(about_plans(context, plans), kind, labelled(title, column))


def _area_words(area: Area) -> str:
    return _(_AREAS[area])


def _draw_place(context: Context, area: Area, place: str, vocabulary: GapVocabulary) -> None:
    """For a value that no plan of a place names, the cities whose plans do, the nearest first."""
    coverage = context.scene.coverage
    values = unnamed_values(coverage, context.scene.selected, area, place, vocabulary)
    if not values:
        st.markdown(_("The plans of the place name each of them."))
        return
    label = _("Named by no plan of the place")
    value = st.selectbox(label, values, format_func=lambda one: value_words(vocabulary, one))
    found = filling_cities(coverage, area, place, vocabulary, value)
    if found.empty:
        st.markdown(_("No plan names it."))
        return
    st.caption(_("Click a name for everything about the city, a number for its passages."))
    cell = draw_cells(found.reset_index(drop=True), "gap_cities", _("Cities whose plans name it"))
    if cell is not None and cell[1] != _("Plans that name it"):
        go_to_place([str(found.index[cell[0]])])
    elif cell is not None:
        st.session_state[_FILLING] = (area, place, value, str(found.index[cell[0]]))
    *asked, city = st.session_state.get(_FILLING, (None,))
    if asked == [area, place, value] and city in found.index:
        st.markdown(f"**{plain(place_words(city))}**")
        naming = plans_naming(coverage, city, vocabulary, value)
        draw_evidence(about_plans(context, naming), _EVIDENCE[vocabulary], value)


def _draw_chips(context: Context, vocabulary: GapVocabulary, found: Gap, label: str, words: tuple[str, ...]) -> None:
    """A row of chips; pressing one opens a window with the plans that could fill the gap."""
    if not words:
        return
    # A new key after each press, so that the same chip can be pressed again.
    key = f"gap_{vocabulary}_{len(label)}_{st.session_state.get(_PRESSED, 0)}"
    pressed = st.pills(label, words, key=key, format_func=plain)
    if pressed is not None:
        st.session_state[_PRESSED] = st.session_state.get(_PRESSED, 0) + 1
        table_window(plain(pressed), _draw_fillers, context, vocabulary, found, pressed)


def _draw_fillers(context: Context, vocabulary: GapVocabulary, found: Gap, word: str) -> None:
    coverage = context.scene.coverage
    plans = fillers(coverage, context.scene.selected, vocabulary, found.values[word])
    if not (plans.elsewhere or plans.silent):
        st.markdown(_("No plan names it, and all plans say what they cover."))
        return
    titles = coverage.frames.plans.set_index("plan")["title"]
    reasons = [_("names it, but is filtered out")] * len(plans.elsewhere)
    reasons += [_("selected, but does not say")] * len(plans.silent)
    ids = [*plans.elsewhere, *plans.silent]
    rows = pd.DataFrame({_("Plan"): [title_words(titles.get(one) or one) for one in ids], _("Why"): reasons})
    row = draw_table(rows, "gap_plans", word)
    if row is not None:
        go_to_plan(ids[row])
