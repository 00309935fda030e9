"""All corrections as a list, out and in as CSV."""

from __future__ import annotations

import streamlit as st

from components.changes import change
from components.context import Context
from components.person import person
from components.requests import allow_uploads
from components.tables import draw_table, go_to_plan
from ucap.store import Correction, Store
from ucap.store.words import in_words
from ucap.wording import _, ngettext

_DROPS = "correction_drop_count"


def draw_correction_list(context: Context) -> None:
    """Draw the corrections of all plans, each of which leads to its value, and the ways out and in."""
    made = context.library.store.corrections()
    st.markdown(_sentence(made))
    if made:
        st.caption(_("Tick a row to see the value in its plan and the passage in the document."))
        row = draw_table([_line(one) for one in made], "corrections", _("Corrections"))
        if row is not None and made[row].plan_id in context.library.plans:
            go_to_plan(made[row].plan_id, made[row].field)
    st.download_button(
        _("All corrections as CSV"),
        lambda: context.library.store.corrections_csv().encode("utf-8-sig"),
        file_name="corrections.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
    )
    if person().is_editor:
        _draw_import(context.library.store)


def _sentence(made: list[Correction]) -> str:
    """How many corrections there are, and of how many plans."""
    if not made:
        return _("Nothing was corrected yet. To correct a value, open its plan and choose the value there.")
    standing = [one for one in made if one.withdrawn_by is None]
    words = ngettext("{count} correction lies over the plans", "{count} corrections lie over the plans", len(standing))
    withdrawn = len(made) - len(standing)
    rest = ngettext("{count} was withdrawn", "{count} were withdrawn", withdrawn).format(count=withdrawn)
    return f"{words.format(count=len(standing))}; {rest}." if withdrawn else f"{words.format(count=len(standing))}."


def _line(one: Correction) -> dict[str, str]:
    return {
        _("Plan"): one.plan_id,
        _("Field"): one.label,
        _("The document says"): in_words(one.document_value),
        _("Correction"): in_words(one.new),
        _("Reason"): one.why,
        _("Who"): one.who,
        _("When"): one.when.date().isoformat(),
        _("State"): _states()[one.state],
    }


def _states() -> dict[str, str]:
    return {
        "in force": _("in force"),
        "superseded": _("a later one lies over it"),
        "out of place": _("its value is gone"),
        "withdrawn": _("withdrawn"),
    }


def _draw_import(store: Store) -> None:
    allow_uploads()
    with (
        st.expander(_("Make the corrections of a CSV file"), icon=":material/upload:"),
        st.form("import", border=False),
    ):
        st.caption(_("A list as it is given above: all of its corrections are made or, if one does not fit, none."))
        key = f"correction_file_{st.session_state.get(_DROPS, 0)}"
        st.file_uploader(_("List of corrections"), key=key)
        st.form_submit_button(_("Make them"), type="primary", on_click=_import, args=(store, key))


def _import(store: Store, key: str) -> None:
    """Make the corrections of the file that was dropped; a file that does not fit stays in its place."""
    file = st.session_state[key]
    if file is None:
        return

    def make() -> str:
        imported = store.import_corrections(file.getvalue(), person())
        made = ngettext("{count} correction was made", "{count} corrections were made", len(imported.made))
        same = ngettext("{count} was so already", "{count} were so already", imported.unchanged_count)
        return f"{made.format(count=len(imported.made))}; {same.format(count=imported.unchanged_count)}."

    if change(make):
        st.session_state[_DROPS] = st.session_state.get(_DROPS, 0) + 1
