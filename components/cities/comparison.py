"""Parts of the plans side by side: the same table for each vocabulary, on one scale, with what they share in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from components.context import Context
from components.evidence import about_plans, evidence_dialog
from components.safe import plain
from components.state import compare_with, compared
from components.tables import draw_cells, rows_px
from ucap.charts.words import sentences
from ucap.plan.words import place_words, value_words
from ucap.selection import FILTERS, Selection
from ucap.selection.evidence import EvidenceKind
from ucap.selection.gaps import GapVocabulary
from ucap.selection.matrix import Mask
from ucap.selection.places.cities import cities
from ucap.selection.places.comparison import MOST_PARTS, Comparison, Part, compare
from ucap.vocabulary.filters import FilterName
from ucap.wording import N_, _, labelled

_TITLES: dict[GapVocabulary, str] = {"categories": N_("Themes"), "goals": N_("Goals"), "topics": N_("EU Urban Agenda")}
_EVIDENCE: dict[GapVocabulary, EvidenceKind] = {"categories": "category", "goals": "goal", "topics": "topic"}
_KINDS: dict[str, str] = {
    "cities": N_("Cities"),
    "goals": N_("Goals"),
    "themes": N_("Themes"),
    "countries": N_("Countries"),
    "years": N_("Years"),
}
_FILTERS: dict[str, FilterName] = {
    "goals": "goals",
    "themes": "categories",
    "countries": "countries",
    "years": "years",
}
_WORDS_PX, _PHONE_WORDS_PX = 245, 425
"""The room of the sentences above a table, and of the way to its file below it; on a phone they take more lines."""
_KIND_KEY, _VALUES_KEY = "comparison_kind", "comparison_values"


def draw_comparison(context: Context, parts: Sequence[Part], whole: Sequence[Part] = ()) -> None:
    """Draw the parts in themes and goals, and in topics where any of them names one.

    `whole` are the same parts without filters: each table keeps the room that it needs for these, so that a filter
    moves nothing.
    """
    words_px = _PHONE_WORDS_PX if context.scene.look.is_narrow else _WORDS_PX
    for vocabulary, title in _TITLES.items():
        found = compare(context.library.coverage, parts, vocabulary)
        most = len(compare(context.library.coverage, whole, vocabulary).counts) if whole else len(found.counts)
        if most or vocabulary != "topics":
            st.subheader(_(title), anchor=False)
            room_px: int | Literal["content"] = words_px + rows_px(most) if whole else "content"
            with st.container(height=room_px, border=False, key=f"room-comparison-{vocabulary}"):
                _draw_vocabulary(context, parts, found, vocabulary)


def _draw_vocabulary(context: Context, parts: Sequence[Part], found: Comparison, vocabulary: GapVocabulary) -> None:
    title = _(_TITLES[vocabulary])
    if found.counts.empty:
        st.caption(_("None of these plans names one."))
        return
    with st.container(key=f"words-comparison-{vocabulary}"):
        st.markdown(plain(sentences(found.shared, found.differing)))
    st.caption(_("Click a number for its passages."))
    most = int(found.counts.to_numpy().max())
    bars = {
        label: st.column_config.ProgressColumn(label, format="%d", min_value=0, max_value=most)
        for label in found.counts
    }
    table = found.counts.rename_axis(title).reset_index()
    cell = draw_cells(table, f"comparison_{vocabulary}", sentences(found.shared, found.differing), bars)
    plans = {part.label: part.plans for part in parts}
    if cell is not None and cell[1] in plans:
        value, label = found.values[cell[0]], cell[1]
        about = about_plans(context, context.library.coverage.plans[plans[label]])
        evidence_dialog(about, _EVIDENCE[vocabulary], labelled(plain(label), table[title].iloc[cell[0]]), value)


def draw_side_by_side(context: Context) -> None:
    """Choose two to four things of one kind, and draw their plans side by side."""
    kind, values = _asked(context)
    options = _options(context, kind)
    st.session_state[_KIND_KEY], st.session_state[_VALUES_KEY] = kind, values
    left, right = st.columns([1, 3])
    with left:
        st.selectbox(
            _("What to compare"), list(_KINDS), format_func=lambda one: _(_KINDS[one]), key=_KIND_KEY, on_change=_turn
        )
    with right:
        st.multiselect(
            _("Two to four of them"),
            list(options),
            format_func=options.__getitem__,
            key=_VALUES_KEY,
            on_change=lambda: compare_with(kind, st.session_state[_VALUES_KEY]),
            max_selections=MOST_PARTS,
        )
    if len(values) < 2:
        st.caption(_("Choose two or more, and see what they share and where they differ."))
    else:
        whole = [Part(options[one], _plans(context, kind, one)) for one in values]
        selected = context.scene.selected
        draw_comparison(context, [Part(part.label, part.plans & selected) for part in whole], whole)


def _turn() -> None:
    compare_with(st.session_state[_KIND_KEY], [])


def _asked(context: Context) -> tuple[str, list[str]]:
    """What the address asks for, as far as the data has it."""
    kind, values = compared()
    kind = kind if kind in _KINDS else "cities"
    options = _options(context, kind)
    return kind, [value for value in values if value in options][:MOST_PARTS]


def _options(context: Context, kind: str) -> dict[str, str]:
    """What can be compared: as it stands in the address, with its words."""
    coverage = context.library.coverage
    if kind == "cities":
        return {slug: place_words(label) for slug, label in cities(coverage).label_of.items()}
    name = _FILTERS[kind]
    return {str(value): value_words(name, value) for value in coverage.options[name]}


def _plans(context: Context, kind: str, value: str) -> Mask:
    """The plans that one value leaves."""
    coverage = context.library.coverage
    if kind == "cities":
        known = cities(coverage)
        alone = known.selection([known.label_of[value]], Selection())
    else:
        name = _FILTERS[kind]
        alone = Selection().with_values(name, [int(value) if FILTERS[name].is_number else value])
    return coverage.select(alone)
