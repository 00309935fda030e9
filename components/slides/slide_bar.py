"""The bar below a slide: the way to the next one, by keys, swipes and buttons, and the size of the screen."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.state import go_to_slide
from ucap.exports.story.stage import Stage
from ucap.wording import _

_KEY = "slide_bar"
_LAPTOP, _PHONE = Stage(1280, 720), Stage(390, 760)
_HERE = Path(__file__).parent

_bar = st.components.v2.component(
    _KEY,
    html=(_HERE / "slide_bar.html").read_text("utf-8"),
    css=(_HERE / "slide_bar.css").read_text("utf-8"),
    js=(_HERE / "slide_bar.js").read_text("utf-8"),
)


def stage() -> Stage:
    """The visitor's screen; a guess on the very first run."""
    size = (st.session_state.get(_KEY) or {}).get("size")
    if size:
        return Stage(size["width"], size["height"])
    return _PHONE if "Mobi" in (st.context.headers.get("User-Agent") or "") else _LAPTOP


def draw_steps(slide: int, count: int) -> bool:
    """Draw the way on and back; return whether the visitor wants to leave the slides."""
    known = stage()
    words = {"previous": _("Previous slide"), "next": _("Next slide"), "fill": _("Fill the screen")}
    size = {"width": known.width_px, "height": known.height_px}
    result = _bar(
        key=_KEY,
        data={"slide": slide, "count": count, "words": words, **size},
        on_size_change=lambda: None,
        on_go_change=_go,
        on_leave_change=lambda: None,
        width="content",
        height="content",
    )
    return bool(result.get("leave"))


def _go() -> None:
    go_to_slide(int(st.session_state[_KEY]["go"]["slide"]))
