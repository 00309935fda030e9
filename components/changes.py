"""Making a change in the store, with its reason, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.safe import plain_lines
from ucap.store import StoreError
from ucap.wording import _

_MESSAGE = "change_message"


def change(action: Callable[[], Any], done: str) -> bool:
    """Carry out a change; `done`, or why it was not, is said on the page as it is drawn next, as plain text."""
    try:
        action()
    except StoreError as error:
        st.session_state[_MESSAGE] = (False, str(error))
        return False
    st.session_state[_MESSAGE] = (True, done)
    return True


def draw_change_form(key: str, button: str, action: Callable[..., Any], done: str, written: str | None = None) -> None:
    """Draw a form that asks for the reason of a change, and for the new value where an old one is given.

    `action` is called with the new value, if asked for, and the reason.
    """
    with st.form(f"form_{key}", border=False):
        if written is not None:
            st.text_area(_("What is right"), written, key=f"{key}_value", height="content")
        st.text_input(_("Reason"), key=f"{key}_why")
        st.form_submit_button(button, type="primary", on_click=_carry_out, args=(key, action, done))


def draw_message(is_away: bool) -> None:
    """Say once what came of the last change; and that the store is away, where it is."""
    is_done, text = st.session_state.pop(_MESSAGE, (True, ""))
    # The place is there without a message too: what stands below it, and is open, stays where and as it is.
    with st.container(key="message"):
        if is_away:
            st.warning(_("The store cannot be reached now. You see the plans as they were; nothing can be changed."))
        if text:
            (st.success if is_done else st.error)(plain_lines(text))


def _carry_out(key: str, action: Callable[..., Any], done: str) -> None:
    names = [name for name in (f"{key}_value", f"{key}_why") if name in st.session_state]
    change(lambda: action(*(st.session_state[name] for name in names)), done)
