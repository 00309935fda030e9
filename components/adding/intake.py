"""Adding plans: files are read and shown before anything is kept."""

from __future__ import annotations

import json

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from components.adding.previews import draw_previews, drop_key, read_files, remember
from components.context import Context
from components.person import draw_looking_only, person
from components.requests import allow_uploads
from components.safe import plain, plain_lines
from ucap.documents.limits import FILE_BYTES
from ucap.documents.shapes.sheets import write_template
from ucap.store import StoreError
from ucap.store.unpacking import ARCHIVE_BYTES, FILE_COUNT
from ucap.wording import _


def draw_intake(context: Context) -> None:
    """Draw the place to drop files, and what was read from them."""
    if not person().is_editor:
        draw_looking_only()
        return
    # The browser sends files as they arrive, those that it sent before among them.
    files = [file for file in _draw_drop() if file.file_id not in read_files()]
    _draw_template()
    if files and _read(context, [(file.name, file.getvalue()) for file in files]):
        read_files().update(file.file_id for file in files)
    elif files:  # they stay where they were dropped, and each run of the page reads them
        st.button(_("Try again"), key="read_again")
    draw_previews(context)


def offer_newer(context: Context) -> bool:
    """Read the documents that the product brings and the store does not have, for the reader to keep or discard.

    An entry that is known in an older edition is shown with what changed. Returns whether that was done; else it is
    said why not.
    """
    return _read(context, context.library.store.newer_files())


def _draw_drop() -> list[UploadedFile]:
    """Draw the place to drop files; returns those that are in it."""
    allow_uploads()
    st.html(_own_words())
    with st.container(key="drop"):
        # Any type is taken: what a file is, is seen from its content, and where it is nothing readable, in our words.
        label = _("Summaries, record files, spreadsheets, or a zip of them")
        return st.file_uploader(label, accept_multiple_files=True, key=drop_key())


def _own_words() -> str:
    """A style in which the place to drop files speaks our language, and says the one limit that holds."""
    limits, choose = (json.dumps(words, ensure_ascii=False) for words in (_limits(), _("Choose files")))
    return f"<style>.st-key-drop {{ --limits: {limits}; --choose: {choose}; }}</style>"


def _limits() -> str:
    words = _("Drop files here: documents up to {document} MB, zip files up to {archive} MB, {count} files at once.")
    document, archive = FILE_BYTES // 2**20, ARCHIVE_BYTES // 2**20
    return words.format(document=document, archive=archive, count=FILE_COUNT)


def _draw_template() -> None:
    st.download_button(
        _("Empty spreadsheet to fill in"),
        write_template,
        file_name="u-cap-template.xlsx",
        type="tertiary",
        icon=":material/table_view:",
        on_click="ignore",
    )


def _read(context: Context, files: list[tuple[str, bytes]]) -> bool:
    """Read files and say how far that is; returns whether it was done, or else says why not."""
    bar = st.progress(0.0)

    def show(done: int, total: int, name: str) -> None:
        bar.progress(done / max(total, 1), text=_("Reading {name}").format(name=plain(name)))

    try:
        previews = context.library.store.preview(files, show)
    except StoreError as error:
        bar.empty()
        st.error(plain_lines(str(error)))
        return False
    bar.empty()
    remember(previews)
    return True
