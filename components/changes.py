"""Making a change in the store, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from ucap.store.errors import StoreError

_MESSAGE = "change_message"


def change(action: Callable[[], Any], done: str) -> bool:
    """Carry out a change; what was done, or why not, is said on the page as it is drawn next."""
    try:
        action()
    except StoreError as error:
        st.session_state[_MESSAGE] = (False, str(error))
        return False
    st.session_state[_MESSAGE] = (True, done)
    return True


def draw_message() -> None:
    """Say once what came of the last change."""
    is_done, text = st.session_state.pop(_MESSAGE, (True, ""))
    if text:
        (st.success if is_done else st.error)(text)
