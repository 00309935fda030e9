"""Everything about a city, or about a pair of cities."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from components.chart import draw, draw_figures, room_px
from components.cities.comparison import draw_comparison
from components.cities.focus import draw_ways, go_to_place
from components.context import Context
from components.evidence import about_plans, evidence_dialog
from components.meetings.kit import draw_kit
from components.meetings.matching import draw_matches
from components.meetings.notes import draw_notes, notes_on
from components.notices import draw_empty
from components.safe import plain
from components.state import compare_with, map_view, open_place, turn_to_tab
from components.tables import (
    WORDS_PX,
    draw_activity_rows,
    draw_finding_rows,
    draw_listed,
    draw_plans,
    go_to_plan,
    rows_px,
)
from ucap.charts.map.map import pair_map
from ucap.charts.scene import Scene
from ucap.charts.time.activities import activity_timeline
from ucap.charts.time.overview import overview_timeline
from ucap.charts.words import plans
from ucap.plan.words import pair_words, place_words
from ucap.selection.findings import findings_table
from ucap.selection.places.cities import cities, pair_slug
from ucap.selection.places.dossier import against_partners, contacts, identity_words, missing, partner_table
from ucap.selection.places.matches import matches
from ucap.wording import _, labelled

_MOST_MATCHES, _MOST_ACTIVITIES, _MAP_SHARE = 5, 60, 0.57
_MOST_TIMELINE_PX = 1000
_FILE_PX = 60
"""The room of the way to a table's file below it."""
_CONTACT_PX, _REMARK_PX, _LEAST_BESIDE_PX = 56, 58, 120

_ACTIVITIES = ["start_date", "end_date", "activity_kind", "status", "text", "outputs"]


def draw_city(context: Context) -> None:
    """Draw the page of the city or pair that the context is about."""
    with st.container(horizontal=True, vertical_alignment="center", key="identity"):
        st.button(_("All cities"), icon=":material/arrow_back:", type="tertiary", on_click=open_place, args=(None,))
        st.markdown("  \n".join(map(partial(_identity, context), context.focus)))
    if context.is_empty:
        draw_empty()
        return
    draw_figures(context)
    subject = _subject(context)
    is_pair = len(context.focus) > 1
    with st.container(horizontal=True, vertical_alignment="center" if is_pair else "bottom", key="city-ways"):
        draw_kit(context, tuple(note.text for note in notes_on(context, subject)))
        if is_pair:
            st.caption(_("Everything about each of them"), width="content")
            draw_ways(context.focus, "pair")
        else:
            _draw_beside(context)
    _draw_partners(context)
    _draw_subjects(context)
    st.subheader(_("Plans"), anchor=False)
    draw_plans(context, rows_px(len(context.whole.frames.plans)))
    _draw_timeline(context)
    _draw_activities(context)
    left, right = st.columns(2, gap="large")
    beside_px = _beside_px(context)
    with left:
        _draw_contacts(context, beside_px)
    with right:
        _draw_missing(context, beside_px)
    _draw_doubts(context)
    _draw_suggested(context)
    draw_notes(context, subject)


def _identity(context: Context, label: str) -> str:
    """Where a city lies and how many live there; of a pair, behind its name."""
    words = plain(identity_words(context.library.coverage, label))
    return labelled(f"**{plain(place_words(label))}**", words) if len(context.focus) > 1 else words


def _subject(context: Context) -> str:
    """What notes on the page are about."""
    known = cities(context.library.coverage)
    if len(context.focus) == 1:
        return f"city/{known.slug_of[context.focus[0]]}"
    china, europe = sorted(context.focus, key=known.side)
    return f"pair/{pair_slug(known, china, europe)}"


def _draw_suggested(context: Context) -> None:
    """Draw who else might meet the city, or either of the two."""
    st.subheader(_("Who else to meet"), anchor=False)
    found = matches(context.library.coverage, among=context.focus, limit=_MOST_MATCHES)
    if not found:
        st.caption(_("No unpaired city shares anything with them."))
    draw_matches(context, found)


def _draw_beside(context: Context) -> None:
    """Offer to put another city beside this one."""
    known = cities(context.library.coverage)
    own = known.slug_of[context.focus[0]]
    others = [slug for slug in known.label_of if slug != own]
    other = st.selectbox(
        _("Side by side with"),
        others,
        None,
        format_func=lambda slug: place_words(known.label_of[slug]),
        key=f"beside_{own}",
        placeholder=_("Choose a city"),
        width=320,
    )
    if other:
        compare_with("cities", [own, other])
        open_place(None)
        turn_to_tab("Cities", "compare")
        st.rerun()


def _draw_partners(context: Context) -> None:
    """The partners of a city on the map, where it has a place on it, and in a table; of a pair the map alone."""
    is_nowhere = cities(context.library.coverage).facts.loc[list(context.focus), "latitude"].isna().all()
    if len(context.focus) > 1:
        if not is_nowhere:
            draw(context, pair_map(context.scene, map_view()), "pair")
    elif is_nowhere:
        _draw_partner_table(context)
    else:
        left, right = st.columns([3, 2], gap="large")
        with left:
            draw(context, pair_map(_beside(context.scene), map_view()), "pair")
        with right:
            _draw_partner_table(context)


def _draw_partner_table(context: Context) -> None:
    """The partners of a city."""
    (city,) = context.focus
    st.subheader(_("Partners"), anchor=False)
    st.caption(_("Click a name for everything about the pair, a number for its passages."))
    partners = partner_table(context.frames, city, cities(context.library.coverage).side(city))
    all_partners = context.whole.frames.pairs[["china_city", "europe_city"]].drop_duplicates()
    clicked = draw_listed(partners, "partners", _("Partners"), rows_px(len(all_partners)))
    if clicked is not None and clicked[1] == _("Plans"):
        pair = sorted((city, str(partners.index[clicked[0]])), key=cities(context.library.coverage).side)
        evidence_dialog(context, "pair", plain(pair_words(*pair)), tuple(pair))
    elif clicked is not None:
        go_to_place([city, str(partners.index[clicked[0]])])


def _draw_timeline(context: Context) -> None:
    """What happened when: each activity with its words, or where there are many, how many there were."""
    if len(context.whole.frames.activities) <= _MOST_ACTIVITIES:
        timeline = partial(activity_timeline, stands_alone=True)
        room = room_px(context, timeline, _MOST_TIMELINE_PX)
        draw(context, timeline(context.scene), "activity", room_px=room)
    else:
        draw(context, overview_timeline(context.scene), "activity")


def _beside(scene: Scene) -> Scene:
    """The same drawn for a part of the page's width, but on a phone, where columns stand below each other."""
    width_px = scene.look.width_px if scene.look.is_narrow else int(_MAP_SHARE * scene.look.width_px)
    return replace(scene, look=replace(scene.look, width_px=width_px))


def _draw_subjects(context: Context) -> None:
    """Themes and goals, against those of the partners' other plans."""
    of = partial(against_partners, context.library.coverage, context.focus)
    draw_comparison(context, of(context.scene.selected), of(context.whole.scene.selected))


def _draw_activities(context: Context) -> None:
    whole, frames = context.whole.frames.activities, context.frames
    if whole.empty:
        return
    with _room("activities", WORDS_PX + rows_px(len(whole))):
        if frames.activities.empty:
            st.caption(_("The selected plans mention no activities."))
            return
        st.caption(_("Sorted by date. Click a row to see the passage in its document."))
        activities = frames.activities.sort_values("start_day", kind="stable", ignore_index=True)
        draw_activity_rows(activities, _ACTIVITIES, "city_activities", _("All activities"))


def _draw_contacts(context: Context, beside_px: int) -> None:
    st.subheader(_("Contacts"), anchor=False)
    found = contacts(context.frames)
    with _room("contacts", beside_px):
        if found.empty:
            st.caption(_("No plan names a contact."))
        for number, row in enumerate(found.itertuples()):
            words = row.text if row.plan_count == 1 else f"{row.text} · {plans(row.plan_count)}"
            if not st.button(plain(words), key=f"contact_{number}", type="tertiary"):
                continue
            if row.plan_count == 1:
                go_to_plan(row.plan, f"/contacts/{row.position}")
            evidence_dialog(context, "contact", _("Contacts"), row.text)


def _draw_missing(context: Context, beside_px: int) -> None:
    st.subheader(_("What is missing"), anchor=False)
    remarks = missing(context.library.coverage, context.frames, context.focus)
    with _room("missing", beside_px):
        if not remarks:
            st.markdown(_("Nothing that the product looks for."))
        for number, remark in enumerate(remarks):
            with st.container(horizontal=True, vertical_alignment="center", key=f"missing_{number}"):
                st.markdown(f"- {plain(remark.words)}", width="content")
                if remark.plans and st.button(_("Which plans?"), key=f"missing_plans_{number}", type="tertiary"):
                    evidence_dialog(about_plans(context, remark.plans), "plan", plain(remark.words))


def _beside_px(context: Context) -> int:
    """The room of contacts, and beside them of what is missing, of which a filter may leave one more."""
    frames = context.whole.frames
    remark_count = len(missing(context.library.coverage, frames, context.focus)) + 1
    return max(_LEAST_BESIDE_PX, _CONTACT_PX * len(contacts(frames)), _REMARK_PX * remark_count)


def _draw_doubts(context: Context) -> None:
    found, whole = findings_table(context.frames), context.whole.frames.findings
    st.subheader(_("Doubtful values"), anchor=False)
    with _room("doubts", (_FILE_PX + rows_px(len(whole))) if len(whole) else "content"):
        if found.empty:
            st.caption(_("Nothing doubtful was found in the selected plans."))
        else:
            draw_finding_rows(found, "city_findings")


def _room(name: str, px: int | Literal["content"]) -> DeltaGenerator:
    """A place whose height no filter changes, so that nothing below it moves; what is higher scrolls inside it."""
    return st.container(height=px, border=False, key=f"room-city-{name}")
