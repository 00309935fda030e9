"""What is said of a change, in a page that is drawn late and again."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from components.changes import change, draw_message

    st.button("Keep", on_click=change, args=(lambda: None, "1 plan added"))
    st.button("Again")
    draw_message()


def _told(page: AppTest) -> list[str]:
    return [one.value for one in page.success]


def test_what_was_done_is_said_however_late_the_page_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """With fifty visitors on a slow machine the page came 40 seconds after the change, and said nothing of it."""
    times = iter(range(0, 10_000, 40))
    monkeypatch.setattr("components.changes.monotonic", lambda: float(next(times)))
    page = AppTest.from_function(_page).run()
    assert _told(page.button[0].click().run()) == ["1 plan added"]


def test_it_is_said_again_for_a_while_and_on_no_other_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page runs again by itself; after twenty seconds, or where the page was left, the message is gone for good."""
    clock = [0.0]
    monkeypatch.setattr("components.changes.monotonic", lambda: clock[0])
    page = AppTest.from_function(_page).run()
    page.button[0].click().run()
    clock[0] = 19
    assert _told(page.button[1].click().run()) == ["1 plan added"]
    clock[0] = 21
    assert _told(page.button[1].click().run()) == []

    page.button[0].click().run()
    page.session_state["page"] = "elsewhere"
    assert _told(page.run()) == []
    page.session_state["page"] = ""
    assert _told(page.run()) == []
