"""Correcting a value of a plan, and what was corrected before.

All corrections as a list, out and in as CSV.
"""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.changes import draw_change_form, draw_import, has_message
from components.context import Context
from components.person import named_person, person
from components.safe import plain
from components.state import opened
from components.tables import draw_table, go_to_plan
from ucap.plan.fields import leaves
from ucap.plan.pointers import Field, Json
from ucap.plan.record import Plan
from ucap.plan.words import in_words, plan_title
from ucap.store import Correction, Person, Store
from ucap.wording import _, labelled, ngettext


def draw_corrections(context: Context, plan: Plan) -> None:
    """Draw the form for the chosen value, and the corrections of this plan."""
    if person().is_editor:
        _draw_form(context, plan)
    for correction in context.library.store.corrections(plan.id):
        _draw_correction(context, correction)


def _draw_form(context: Context, plan: Plan) -> None:
    field = Field.parse_or_none(opened()[1])
    try:
        found = leaves(plan, field) if field else []
    except LookupError:
        found = []
    if not found:
        return
    with st.expander(_("Correct this value"), has_message("correct_"), icon=":material/edit:"):
        leaf = st.selectbox(_("Value"), found, format_func=lambda one: one.label, key=f"leaf_{field}")
        store, version = context.library.store, context.library.version

        def correct(who: Person, written: str, why: str) -> None:
            # The store says who was faster since this version of the data was on the screen.
            store.correct(plan.id or "", leaf.field, written, who, why, seen=version)

        done = _("{value} is corrected.").format(value=leaf.label)
        draw_change_form(f"correct_{leaf.field}", _("Save correction"), correct, done, leaf.written)


def _draw_correction(context: Context, correction: Correction) -> None:
    with st.container(border=True, key=f"correction_{correction.id}"):
        words = _("**{value}**: {new} instead of {old}")
        st.markdown(
            words.format(
                value=plain(correction.label),
                new=_shown(correction, correction.new),
                old=_shown(correction, correction.document_value),
            )
        )
        day = correction.when.date().isoformat()
        st.caption(plain(labelled(_(", ").join([correction.who, day]), correction.why)))
        if correction.state == "superseded":
            st.caption(_("A later correction replaces this one."))
        elif correction.state == "out of place":
            st.warning(_("The value that it corrects is not in the plan any more, so it changes nothing."))
        if correction.is_stale:
            st.warning(_("The document says something else now than when this was corrected."))
        if correction.withdrawn_by:
            st.caption(
                _("Withdrawn by {who}: {why}").format(
                    who=plain(correction.withdrawn_by), why=plain(correction.withdrawn_why or "")
                )
            )
        elif person().is_editor:
            _draw_withdrawal(context, correction.id)


def _draw_withdrawal(context: Context, correction_id: int) -> None:
    with st.expander(_("Withdraw"), has_message(f"withdraw_{correction_id}")):
        withdraw = partial(context.library.store.withdraw, correction_id)
        done = _("The correction is withdrawn.")
        draw_change_form(f"withdraw_{correction_id}", _("Withdraw the correction"), withdraw, done)


def _shown(correction: Correction, value: Json) -> str:
    words = in_words(value, Field.parse(correction.field).kind)
    return plain(f"“{words}”") if words else _("nothing")


def draw_correction_list(context: Context) -> None:
    """Draw the corrections of all plans, each of which leads to its value, and the ways out and in."""
    store = context.library.store
    made = store.corrections()
    st.markdown(_sentence(made))
    if made:
        st.caption(_("Click a row to see the value in its plan and the passage in the document."))
        row = draw_table([_line(context, one) for one in made], "corrections", _("Corrections"))
        if row is not None and made[row].plan_id in context.library.plans:
            go_to_plan(made[row].plan_id, made[row].field)
    st.download_button(
        _("All corrections as CSV"),
        lambda: store.corrections_csv().encode("utf-8-sig"),
        file_name="corrections.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )
    if person().is_editor:
        _draw_import(store)


def _sentence(made: list[Correction]) -> str:
    """How many corrections there are, and of how many plans."""
    if not made:
        return _("Nothing was corrected yet. To correct a value, open its plan and choose the value there.")
    standing = [one for one in made if one.withdrawn_by is None]
    words = ngettext("{count} correction is in effect", "{count} corrections are in effect", len(standing))
    withdrawn = len(made) - len(standing)
    rest = ngettext("{count} was withdrawn", "{count} were withdrawn", withdrawn).format(count=withdrawn)
    return f"{words.format(count=len(standing))}; {rest}." if withdrawn else f"{words.format(count=len(standing))}."


def _line(context: Context, one: Correction) -> dict[str, str]:
    kind = Field.parse(one.field).kind
    plan = context.library.plans.get(one.plan_id)
    return {
        _("Plan"): plan_title(plan) if plan else one.plan_id,
        _("Field"): one.label,
        _("The document says"): in_words(one.document_value, kind),
        _("Correction"): in_words(one.new, kind),
        _("Reason"): one.why,
        _("Who"): one.who,
        _("When"): one.when.date().isoformat(),
        _("State"): _states()[one.state],
    }


def _states() -> dict[str, str]:
    return {
        "in force": _("in force"),
        "superseded": _("replaced by a later one"),
        "out of place": _("its value is gone"),
        "withdrawn": _("withdrawn"),
        "waiting": _("waits for the plan's record"),
    }


def _draw_import(store: Store) -> None:
    form = "import"
    with (
        st.expander(_("Apply the corrections of a CSV file"), icon=":material/upload:"),
        st.form(form, border=False),
    ):
        st.caption(_("A list like the one above. All of its corrections are made, or none if one does not fit."))
        draw_import(form, "correction", _("List of corrections"), partial(_import, store))


def _import(store: Store, content: bytes) -> str:
    imported = store.import_corrections(content, named_person())
    made = ngettext("{count} correction was made", "{count} corrections were made", len(imported.made))
    same = ngettext("{count} was there already", "{count} were there already", imported.unchanged_count)
    return f"{made.format(count=len(imported.made))}; {same.format(count=imported.unchanged_count)}."
