"""“These are several entries”: an entry of a list that the reader took for one, separated as a correction."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.changes import draw_change_form
from components.context import Context
from ucap.errors import Invalid
from ucap.plan.pointers import Field
from ucap.plan.record import Finding, Plan
from ucap.store import Person
from ucap.wording import _

_WORDED = {"themes": "label"}
_TEXTS = ("focus", "challenges", "objectives", "results")


def draw_entries(context: Context, plan: Plan, doubt: Finding) -> None:
    """Draw the form, where the doubt is about an entry that can be separated."""
    field = Field.parse_or_none(doubt.field)
    if field is None or not field.is_entry or field.tokens[0] not in (*_WORDED, *_TEXTS):
        return
    library = context.library
    with st.expander(_("These are several entries"), icon=":material/splitscreen:"):
        st.caption(_("Write each entry in a line of its own."))

        def separate(who: Person, written: str, why: str) -> None:
            entries = _separated(plan, field, written)
            library.store.correct(plan.id or "", str(field.parent), entries, who, why, seen=library.version)

        key = f"entries_{plan.id}_{field}"
        st.session_state.setdefault(f"{key}_why", _("The document has several entries here."))
        done = _("The entries are separate now.")
        draw_change_form(key, _("Separate them"), separate, done, _words(plan, field), stays=False)


def _words(plan: Plan, field: Field) -> str:
    entry: Any = field.get(plan.model_dump(mode="json"))
    return str(entry if isinstance(entry, str) else entry[_WORDED[field.tokens[0]]])


def _separated(plan: Plan, field: Field, written: str) -> list[Any]:
    """The whole list with the lines in place of the entry.

    Raises:
        Invalid: there are not several lines.
    """
    lines = [line.strip() for line in written.splitlines() if line.strip()]
    if len(lines) < 2:
        raise Invalid(_("Write each entry in a line of its own."))
    name, at = field.tokens[0], int(field.tokens[1])
    entries = list(plan.model_dump(mode="json")[name])
    parts = [{_WORDED[name]: line} for line in lines] if name in _WORDED else lines
    return [*entries[:at], *parts, *entries[at + 1 :]]
