"""The look of slides, reports and kits: template, logo, emblem and funding line, chosen by editors for all."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.changes import change, draw_message
from components.context import Context
from components.person import draw_name_question, named_person, person, take_name
from components.requests import allow_uploads
from components.safe import plain
from ucap.sandbox import Processes, Refused
from ucap.store import Invalid, Store
from ucap.store.meetings.branding import ChosenPart
from ucap.vocabulary.kinds import BrandingPart
from ucap.wording import N_, _

_FORM = "look"
_LABELS: dict[BrandingPart, str] = {
    "funding": N_("Funding line"),
    "logo": N_("Logo"),
    "emblem": N_("Emblem of the programme"),
    "template": N_("PowerPoint template"),
}
_TYPES: dict[BrandingPart, list[str]] = {
    "template": ["pptx", "potx"],
    "logo": ["png", "jpg", "jpeg"],
    "emblem": ["png", "jpg", "jpeg"],
}
_CHECKS: dict[BrandingPart, str] = {
    "template": "ucap.exports.briefing.template:checked_template",
    "logo": "ucap.exports.branding:checked_picture",
    "emblem": "ucap.exports.branding:checked_picture",
}


def draw_look(context: Context) -> None:
    """Draw, for editors, the menu of what stands on all slides, reports and kits from now on."""
    if not person().is_editor:
        return
    menu = st.popover(_("Look"), icon=":material/palette:", on_change="rerun", key="look")
    if not menu.open:
        return
    with menu:
        st.caption(_("For the slides, reports and meeting kits of everybody."))
        chosen = {one.part: one for one in context.library.store.branding()}
        for part in _LABELS:
            _draw_chosen(context.library.store, part, chosen.get(part))
        draw_name_question(_FORM)
        draw_message(_FORM)


def _draw_chosen(store: Store, part: BrandingPart, chosen: ChosenPart | None) -> None:
    """Draw what was chosen, and the place for another."""
    label = _(_LABELS[part])
    if part == "funding":
        before = chosen.content.decode("utf-8", "replace") if chosen else ""
        st.text_input(label, before, max_chars=200, key=f"look_{part}", on_change=_keep_line, args=(store,))
        return
    allow_uploads()
    key = f"look_{part}_{st.session_state.get(f'look_{part}_count', 0)}"
    st.file_uploader(label, _TYPES[part], key=key, on_change=_keep_file, args=(store, part, key))
    if chosen is None:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if part == "template":
            st.markdown(plain(chosen.name))
        else:
            st.image(chosen.content, width=120)
        st.button(_("Take away"), key=f"look_{part}_away", type="tertiary", on_click=_take_away, args=(store, part))


def _keep_line(store: Store) -> None:
    take_name(_FORM)
    line = st.session_state["look_funding"].strip()
    if not line:
        _take_away(store, "funding")
        return
    action = partial(store.choose_branding, "funding", "", line.encode(), named_person())
    change(action, _("The funding line is kept."), _FORM)


def _keep_file(store: Store, part: BrandingPart, key: str) -> None:
    """Keep a file that was dropped, once it was opened in a separate process."""
    file = st.session_state[key]
    if file is None:
        return
    take_name(_FORM)
    if change(lambda: _choose(store, part, file.name, file.getvalue()), _("It is kept, for all."), _FORM):
        st.session_state[f"look_{part}_count"] = st.session_state.get(f"look_{part}_count", 0) + 1


def _choose(store: Store, part: BrandingPart, name: str, content: bytes) -> None:
    processes = Processes(_CHECKS[part])
    try:
        (kept,) = processes(name, content)
    except Refused as refused:
        raise Invalid(f"{name}: {refused}") from None
    finally:
        processes.close()
    store.choose_branding(part, name, kept, named_person())


def _take_away(store: Store, part: BrandingPart) -> None:
    change(partial(store.take_branding_away, part, named_person()), _("It was taken away."), _FORM)
