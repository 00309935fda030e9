"""Who should meet, and why: each match with its reasons, the passages behind them, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from components.changes import change
from components.cities.focus import go_to_place
from components.context import Context
from components.evidence import about_plans, evidence_dialog_of_kinds
from components.person import draw_name_question, named_person, person, take_name
from components.safe import SIDE_COLORS, plain
from components.state import spoken
from ucap.plan.words import pair_words, place_words
from ucap.selection.evidence import EvidenceKind
from ucap.selection.places.cities import cities, pair_slug
from ucap.selection.places.matches import Match, reasons
from ucap.store import Store
from ucap.store.meetings.notes import NewNote, Note, NoteKind
from ucap.wording import _, format_date


def draw_matches(context: Context, found: Sequence[Match]) -> None:
    """Draw matches, each with its reasons."""
    noted = _noted(context)
    known = cities(context.library.coverage)
    for number, match in enumerate(found, 1):
        slug = pair_slug(known, match.china_city, match.europe_city)
        # By its number, not by its cities: the browser keeps the card, and changes what it says.
        with st.container(border=True, key=f"match_{number}"):
            _draw_match(context, match, number, noted.get(f"pair/{slug}", []))
            if person().is_editor:
                _draw_decision(context.library.store, slug, number)


def _draw_match(context: Context, match: Match, number: int, notes: list[Note]) -> None:
    china, europe = (
        f":{SIDE_COLORS[side]}[{plain(place_words(name))}]"
        for side, name in (("china", match.china_city), ("europe", match.europe_city))
    )
    st.markdown(f"**{number}. {china} – {europe}** · {_('score')} {match.score:.2f}")
    st.markdown("\n".join(f"- {plain(reason)}" for reason in reasons(context.library.coverage, match)))
    for note in notes:
        st.caption(plain(f"{_outcomes()[note.kind]} · {format_date(note.day or '')} · {note.text} · {note.who}"))
    with st.container(horizontal=True):
        if st.button(_("Passages"), key=f"passages_{number}", type="tertiary", icon=":material/format_quote:"):
            title = plain(pair_words(match.china_city, match.europe_city))
            evidence_dialog_of_kinds(_of_both(context, match), _kinds(), title)
        for side, name in (("china", match.china_city), ("europe", match.europe_city)):
            if st.button(plain(place_words(name)), key=f"match_{side}_{number}", type="tertiary"):
                go_to_place([name])


def _of_both(context: Context, match: Match) -> Context:
    """The plans of either city, whatever the filters say: where the reasons stand."""
    cities = context.library.coverage.frames.cities
    return about_plans(context, cities.loc[cities["city"].isin([match.china_city, match.europe_city]), "plan"].unique())


def _kinds() -> dict[EvidenceKind, str]:
    """What reasons are made of."""
    return {"category": _("Themes"), "goal": _("Goals"), "activity": _("Activities"), "plan": _("Plans")}


def _noted(context: Context) -> dict[str, list[Note]]:
    """What became of pairs that were proposed before, by their subjects."""
    noted: dict[str, list[Note]] = {}
    for note in context.library.notes:
        if note.kind in _outcomes():
            noted.setdefault(note.subject, []).append(note)
    return noted


def _outcomes() -> dict[NoteKind, str]:
    """What can become of a pair that was proposed, in words."""
    return {"proposed": _("Proposed"), "declined": _("Declined")}


_DECIDED = "decided"


@st.fragment
@spoken
def _draw_decision(store: Store, slug: str, number: int) -> None:
    """Note that a pair was proposed, or that it declined, on a day: the form is there only while its menu is open."""
    if st.session_state.pop(_DECIDED, False):
        st.rerun()
    menu_key = f"decide_{number}"
    menu = st.popover(_("Note what became of it"), on_change="rerun", key=menu_key)
    if not menu.open:
        return
    with menu, st.form(f"decide_{slug}", border=False):
        words = _outcomes()
        st.radio(
            _("What became of it"), list(words), format_func=words.__getitem__, key=f"kind_{slug}", horizontal=True
        )
        st.date_input(_("Day"), key=f"day_{slug}")
        st.text_input(_("In a few words"), key=f"text_{slug}")
        draw_name_question(slug)
        st.form_submit_button(_("Keep"), on_click=_decide, args=(store, slug, menu_key))


def _decide(store: Store, slug: str, menu_key: str) -> None:
    """Keep the note. The page is drawn anew, which says what came of it; the menu closes where it was kept."""
    st.session_state[_DECIDED] = True
    kind: NoteKind = st.session_state[f"kind_{slug}"]
    day: date = st.session_state[f"day_{slug}"]
    new = NewNote(kind, f"pair/{slug}", st.session_state[f"text_{slug}"], day)
    take_name(slug)
    if change(lambda: store.add_note(new, named_person()), _("It is noted.")):
        st.session_state[menu_key] = False
