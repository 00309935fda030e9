"""The line of what is filtered, above every page: each value can be taken away."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.state import choose, selection
from ucap.selection import Selection, describe
from ucap.wording import _, format_number, ngettext

_KEY = "chips"
_HERE = Path(__file__).parent

_chips = st.components.v2.component(
    _KEY,
    html='<div class="chips" role="group" data-part="chips"></div>',
    css=(_HERE / "chips.css").read_text("utf-8"),
    js=(_HERE / "chips.js").read_text("utf-8"),
)


def draw_chips(chosen: Selection, plan_count: int) -> None:
    """Draw a line of chips; it is as high where nothing is filtered, so that nothing moves when a filter is set."""
    applied = describe(chosen)
    none = ngettext("No filters: the only plan", "No filters: all {count} plans", plan_count)
    remove = _("Remove {filter}: {value}")
    _chips(
        key=_KEY,
        data={
            "chips": [[one.words, remove.format(filter=one.label, value=one.words)] for one in applied],
            "words": {
                "none": none.format(count=format_number(plan_count)),
                "label": _("Filters that are set"),
                "reset": _("Reset"),
            },
        },
        on_taken_change=lambda: _take_away(chosen),
        height=36,
    )


def _take_away(shown: Selection) -> None:
    """Take away the chip that was pressed, or all of them where it names none."""
    at = st.session_state[_KEY]["taken"]["at"]
    applied = describe(shown)
    if at is None:
        choose(Selection())
    elif 0 <= at < len(applied):
        choose(selection().without(applied[at].filter, applied[at].value))
