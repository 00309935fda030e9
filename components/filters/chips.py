"""The line of what is filtered, above every page: each value can be taken away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import streamlit as st

from components.context import Context
from components.filters.passages import meant
from components.navigation import PLANS
from components.state import choose, go_to, open_plan, selection, tab, turn_to_tab
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


def draw_chips(context: Context) -> None:
    """Draw a line of chips; it is as high where nothing is filtered, so that nothing moves when a filter is set.

    Where words are searched for, the way to their passages stands in it, or what was probably meant.
    """
    chosen, plan_count = selection(), len(context.library.plans)
    applied = describe(chosen)
    likely = meant(context)
    none = ngettext("No filters: the only plan", "No filters: all {count} plans", plan_count)
    none = none if plan_count else _("No filters")
    remove = _("Remove {filter}: {value}")
    _chips(
        key=_KEY,
        data={
            "chips": [[one.words, remove.format(filter=one.label, value=one.words)] for one in applied],
            "ways": _ways(context, likely),
            "words": {
                "none": none.format(count=format_number(plan_count)),
                "label": _("Filters that are set"),
                "reset": _("Reset"),
            },
        },
        on_taken_change=lambda: _take_away(chosen, likely),
        height=36,
    )


def _ways(context: Context, likely: str | None) -> dict[str, str]:
    """The buttons behind the chips, by what they do."""
    if likely is not None:
        return {"meant": _("Did you mean “{words}”?").format(words=likely)}
    is_elsewhere = context.selection.text and not context.is_empty and tab("Plans") != "passages"
    return {"passages": _("Show passages")} if is_elsewhere else {}


def _take_away(shown: Selection, likely: str | None) -> None:
    """Take away the chip that was pressed, or all of them where it names none; or go the way that was pressed."""
    at = st.session_state[_KEY]["taken"]["at"]
    applied = describe(shown)
    if at is None:
        choose(Selection())
    elif at == "passages":
        open_plan(None)
        turn_to_tab("Plans", "passages")
        go_to(PLANS)
    elif at == "meant":
        choose(replace(selection(), text=likely or ""))
    elif 0 <= at < len(applied):
        choose(selection().without(applied[at].filter, applied[at].value))
