"""Adding plans: files are read and shown before anything is kept."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.changes import change
from components.context import Context
from components.person import draw_looking_only, person
from components.record_preview import draw_plan_preview
from components.safe import plain, plain_lines
from ucap.documents import write_template
from ucap.store import StoreError
from ucap.store.adding import Preview
from ucap.wording import _, ngettext

_TYPES = ["txt", "pdf", "docx", "html", "htm", "json", "jsonl", "xlsx", "csv", "zip"]
_PREVIEWS = "previews"
_DROPS = "drop_count"


def draw_intake(context: Context) -> None:
    """Draw the place to drop files, and what was read from them."""
    if not person().is_editor:
        draw_looking_only()
        return
    files = _draw_drop()
    _draw_template()
    if files:
        _read(context, files)
    previews: list[Preview] = st.session_state.get(_PREVIEWS, [])
    if previews:
        _draw_keep_all(context, previews)
    for number, preview in enumerate(previews):
        _draw_preview(context, preview, number)


def _draw_drop() -> list[UploadedFile]:
    """Draw the place to drop files; returns those that are to be read."""
    with st.form("intake", border=False):
        # A new key once files were read empties the place; where reading them failed they stay in it.
        key = f"files_{st.session_state.get(_DROPS, 0)}"
        files = st.file_uploader(_("Summaries, record files, spreadsheets, or a zip of them"), _TYPES, True, key=key)
        is_sent = st.form_submit_button(_("Read"), type="primary")
    return files if is_sent else []


def _draw_template() -> None:
    st.download_button(
        _("Empty spreadsheet to fill in"),
        write_template,
        file_name="u-cap-template.xlsx",
        type="tertiary",
        icon=":material/table_view:",
        on_click="ignore",
    )


def _read(context: Context, files: list[UploadedFile]) -> None:
    bar = st.progress(0.0)

    def show(done: int, total: int, name: str) -> None:
        bar.progress(done / max(total, 1), text=_("Reading {name}").format(name=plain(name)))

    try:
        previews = context.library.store.preview([(file.name, file.getvalue()) for file in files], show)
    except StoreError as error:
        bar.empty()
        st.error(plain_lines(str(error)))
        return
    st.session_state[_PREVIEWS] = previews
    st.session_state[_DROPS] = st.session_state.get(_DROPS, 0) + 1
    st.rerun()


def _draw_keep_all(context: Context, previews: list[Preview]) -> None:
    new = [preview for preview in previews if preview.can_be_kept]
    words = ngettext("Keep {count} new document", "Keep all {count} new documents", len(new)).format(count=len(new))
    with st.container(horizontal=True):
        st.button(words, type="primary", disabled=not new, on_click=_keep, args=(context, new))
        st.button(_("Put all aside"), on_click=_put_aside, args=(previews,))


def _draw_preview(context: Context, preview: Preview, number: int) -> None:
    with st.container(border=True, key=f"preview_{number}"):
        st.markdown(f"### {plain(preview.name)}")
        if preview.problem:
            st.error(plain_lines(preview.problem))
        elif preview.duplicate_of:
            st.info(_("This very document is here already: {plans}.").format(plans=", ".join(preview.duplicate_of)))
        for plan in preview.plans:
            draw_plan_preview(plan)
        with st.container(horizontal=True):
            if preview.can_be_kept:
                st.button(_("Keep"), key=f"keep_{number}", on_click=_keep, args=(context, [preview]))
            st.button(_("Put aside"), key=f"aside_{number}", on_click=_put_aside, args=([preview],))


def _keep(context: Context, previews: list[Preview]) -> None:
    """Keep documents one by one, each in a transaction of its own; those that could not be kept stay on the page."""
    for preview in previews:
        keep = partial(context.library.store.keep, preview, person())
        if change(keep, _("{name} is kept.").format(name=preview.name)):
            _put_aside([preview])


def _put_aside(previews: list[Preview]) -> None:
    st.session_state[_PREVIEWS] = [one for one in st.session_state.get(_PREVIEWS, []) if one not in previews]
