"""Making a change in the store, with its reason, and saying what came of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, Literal

import streamlit as st

from components.person import draw_name_question, is_nameless, named_person, take_name
from components.requests import allow_uploads
from components.safe import plain_lines
from components.state import place
from ucap.store import Person, StoreError
from ucap.wording import _

_MESSAGE = "change_message"
_SECONDS = 20
"""How long a message is drawn again: a page also runs again by itself, to fit the window, which takes nothing away."""


@dataclass
class _Message:
    """What came of a change. `key` is the form that it was made in; it says so above its button.

    `place` is the page, with its open plan, that it was made on: it does not follow to another. Its time runs from
    when it is drawn first: with many visitors a page may come long after its change.
    """

    text: str
    is_done: bool
    key: str
    place: tuple[str, str | None] = field(default_factory=place)
    said_at: float | None = None

    def is_new(self) -> bool:
        """Whether it is to be drawn on this page, now."""
        return self.place == place() and (self.said_at is None or monotonic() - self.said_at < _SECONDS)

    def draw(self) -> None:
        if self.said_at is None:
            self.said_at = monotonic()
        (st.success if self.is_done else st.error)(plain_lines(self.text))


def change(action: Callable[[], Any], done: str = "", key: str = "", done_key: str | None = None) -> bool:
    """Carry out a change; what was done, or why it was not, is said on the page as it is drawn next, as plain text.

    What was done is `done`, or what the action returns. It is said in the form of that key, else below the heading;
    `done_key` is another place for what was done, where the form goes away with it.
    """
    try:
        outcome = action()
    except StoreError as error:
        st.session_state[_MESSAGE] = _Message(str(error), False, key)
        return False
    st.session_state[_MESSAGE] = _Message(done or str(outcome), True, key if done_key is None else done_key)
    return True


def draw_change_button(  # noqa: PLR0913
    label: str,
    key: str,
    action: Callable[[Person], Any],
    done: str,
    *,
    look: Literal["secondary", "tertiary"] = "secondary",
    asked: str = "",
) -> None:
    """Draw a button that carries out a change; `action` is called with the acting person.

    Who is not known by name is asked for it in a small window at the button, unless the page asks beside it, in the
    place called `asked`.
    """

    def press(form: str, refused_in: str) -> None:
        take_name(form)
        change(lambda: action(named_person()), done, refused_in, "")

    if asked or not is_nameless():
        st.button(label, key=key, type=look, on_click=press, args=(asked, ""))
        return
    with st.popover(label, key=f"ask_{key}", type=look), st.form(f"form_{key}", border=False):
        draw_name_question(key)
        draw_message(key)
        st.form_submit_button(label, type="primary", on_click=press, args=(key, key))


def draw_change_form(  # noqa: PLR0913
    key: str, button: str, action: Callable[..., Any], done: str, written: str | None = None, *, stays: bool = True
) -> None:
    """Draw a form that asks for the reason of a change, and for the new value where an old one is given.

    `action` is called with the acting person, the new value, if asked for, and the reason. Who is not known by name is
    asked for it. Where the form does not stay, what was done is said below the heading.
    """
    with st.form(f"form_{key}", border=False):
        if written is not None:
            st.text_area(_("What is right"), written, key=f"{key}_value", height="content")
        st.text_input(_("Reason"), key=f"{key}_why")
        draw_name_question(key)
        draw_message(key)
        st.form_submit_button(button, type="primary", on_click=_carry_out, args=(key, action, done, stays))


def draw_import(form: str, name: str, label: str, action: Callable[[bytes], str]) -> None:
    """Draw, in a form, the place to drop a CSV file of changes; another one stands there once they were made.

    `name` is what the place is known by. `action` makes all changes of a file or none, and returns what was done.
    """
    allow_uploads()
    drops = f"{name}_drop_count"
    key = f"{name}_file_{st.session_state.get(drops, 0)}"
    st.file_uploader(label, key=key)
    draw_name_question(form)
    st.form_submit_button(_("Apply"), type="primary", on_click=_import, args=(form, key, drops, action))


def _import(form: str, key: str, drops: str, action: Callable[[bytes], str]) -> None:
    """Make the changes of the file that was dropped; a file that does not fit stays in its place."""
    file = st.session_state[key]
    take_name(form)
    if file is not None and change(lambda: action(file.getvalue())):
        st.session_state[drops] = st.session_state.get(drops, 0) + 1


def has_message(beginning: str) -> bool:
    """Whether it is to be said what came of a change in a form whose key begins so: it must not be folded away."""
    message = _message()
    return message is not None and message.key.startswith(beginning)


def _message() -> _Message | None:
    """What came of the last change, if it was just made."""
    message: _Message | None = st.session_state.get(_MESSAGE)
    if message is None or message.is_new():
        return message
    del st.session_state[_MESSAGE]
    return None


def draw_message(key: str = "") -> None:
    """Say what came of the last change, if it was just made in the form of that key."""
    message = _message()
    # The place is there without a message too: what stands below it, and is open, stays where and as it is.
    with st.container(key=f"message_{key}"):
        if message is not None and message.key == key:
            message.draw()


def draw_away() -> None:
    """Say that the store is away, and what that means for the reader."""
    st.warning(_("The store cannot be reached now. You see the plans as they were; nothing can be changed."))


def _carry_out(key: str, action: Callable[..., Any], done: str, stays: bool) -> None:
    take_name(key)
    names = [name for name in (f"{key}_value", f"{key}_why") if name in st.session_state]
    if change(
        lambda: action(named_person(), *(st.session_state[name] for name in names)), done, key, None if stays else ""
    ):
        st.session_state[f"{key}_why"] = ""
