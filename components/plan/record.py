"""A plan's record, each value beside the passage that it was read from, next to its document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from components.context import Context
from components.plan.corrected import correction_words, corrections_at, corrections_of
from components.plan.corrections import draw_corrections
from components.plan.document import document_text, draw_document, draw_passage
from components.state import open_plan, opened
from ucap.plain_text import is_web_address
from ucap.plan.fields import Shown, sections
from ucap.plan.passages import passages_of, quotation
from ucap.plan.pointers import Field
from ucap.plan.record import Plan
from ucap.typography import cut
from ucap.vocabulary.folding import key as folded
from ucap.wording import _, labelled, language

_KEY = "record"
_HERE = Path(__file__).parent
_QUOTE_CHARACTERS = 420

_record = st.components.v2.component(
    _KEY,
    html='<div class="record" data-part="record"></div>',
    css=(_HERE / "record.css").read_text("utf-8"),
    js=(_HERE / "record.js").read_text("utf-8"),
)


def draw_record(context: Context, plan: Plan) -> None:
    """Draw the record on the left; on the right the document, with the chosen field's passage marked."""
    left, right = st.columns([3, 2], gap="large")
    with left:
        _record(
            key=f"{_KEY}_{plan.id}",
            data=record_data(context, plan),
            on_chosen_change=lambda: _choose(plan),
            height="content",
        )
    with right, st.container(key="document"):
        draw_passage(context, plan)
        draw_corrections(context, plan)
        draw_document(context, plan)


def _choose(plan: Plan) -> None:
    pointer = st.session_state[f"{_KEY}_{plan.id}"]["chosen"]
    if pointer and Field.parse_or_none(str(pointer)):
        open_plan(plan.id, str(pointer))


def record_data(context: Context, plan: Plan) -> dict[str, Any]:
    """What the browser draws: sections of rows, and which row is open; `stamp` changes with any of the rows."""
    text = document_text(context, plan)
    made = corrections_of(context.library, plan.id)
    parts = [
        {"title": part.title, "rows": [_row(context, plan, text, shown) for shown in part.values]}
        for part in sections(plan)
    ]
    return {
        "stamp": f"{plan.id} {context.library.version} {language()}",
        "parts": parts,
        "gone": [correction_words(one) for one in made if one.place is None],
        "open": opened()[1],
        "words": {
            "same": _("word for word"),
            "value": _("What was read"),
            "said": _("What the document says") if text else "",
            "source": _("Cited page"),
            "hint": _("Show the passage, or correct the value"),
        },
    }


def _row(context: Context, plan: Plan, text: str, shown: Shown) -> dict[str, Any]:
    field = Field.parse(shown.pointer)
    quote = quotation(text, passages_of(plan, field)) or ""
    source = getattr(field.get_or_none(plan), "source", None) or ""
    return {
        "pointer": shown.pointer,
        "label": labelled(shown.label, "") if shown.label else "",
        "words": shown.words,
        "side": shown.side or "",
        "quote": cut(quote, _QUOTE_CHARACTERS),
        "isSame": bool(quote) and folded(quote) == folded(shown.words),
        "source": source if is_web_address(source) else "",
        "corrections": corrections_at(context.library, plan.id or "", field),
    }
