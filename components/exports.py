"""Files of the selection, from every page.

A chart as a picture for a document or a slide: seen first, then taken as PNG or SVG.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from typing import Literal
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from components.context import Context
from components.library import library
from components.safe import plain
from components.state import page_root, selection, window
from ucap.charts.chart import PICTURE_CONFIG
from ucap.charts.scene import Scene
from ucap.exports import FORMATS, Scope, View, describe, export, file_name, scope_of
from ucap.exports.branding import branding_of
from ucap.exports.picture import WIDTH_PX, picture
from ucap.exports.workbook import write_shown
from ucap.frames.columns import FRAMES
from ucap.selection import Selection
from ucap.selection.address import LANGUAGE_KEY, to_query
from ucap.wording import _, format_number, labelled, language, ngettext, use


def draw_exports(context: Context, frame: str) -> None:
    """Draw the menu of files; `frame` is the table that the page is about."""
    scope = scope_of(context.scene, date.today(), st.context.url)
    with st.popover(_("Export"), icon=":material/download:"):
        _draw_content(scope)
        key = st.selectbox(
            _("Format"), list(FORMATS), format_func=lambda key: _(FORMATS[key].label), key="export_format"
        )
        name = None
        if FORMATS[key].is_one_frame:
            tables = list(FRAMES)
            titles = {name: _frame_title(context, name) for name in tables}
            name = st.selectbox(_("Table"), tables, tables.index(frame), titles.__getitem__, key=f"export_{frame}")
        if key == "ics":
            draw_subscription(context)
        st.download_button(
            _("Download"),
            partial(_write, partial(_view, context.later(), frame), key, st.context.url, name, language()),
            file_name=file_name(key, scope, name),
            mime=FORMATS[key].media_type,
            on_click="ignore",
            type="primary",
            width="stretch",
        )


def draw_subscription(context: Context) -> None:
    """Draw the address at which a calendar program finds the activities of the selection, and all that come."""
    query = urlencode({**to_query(context.selection), LANGUAGE_KEY: language()}, doseq=True)
    host = page_root().partition("://")[2]
    st.link_button(
        _("Subscribe in your calendar"),
        f"webcal://{host}api/exports/ics?{query}",
        icon=":material/event:",
        type="tertiary",
    )


def draw_download(context: Context, key: str) -> None:
    """Draw a button that makes one file of the whole selection at one press."""
    scope = scope_of(context.scene, date.today(), st.context.url)
    st.download_button(
        _(FORMATS[key].label),
        partial(_write, partial(_view, context.later(), "plans"), key, st.context.url, None, language()),
        file_name=file_name(key, scope),
        mime=FORMATS[key].media_type,
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        key=f"download_{key}",
    )


def draw_table_file(title: str, table: pd.DataFrame, key: str, plan_id: str | None = None) -> None:
    """Draw the button beside a table that gives it as it is shown, with what was selected, licence and credits.

    Of a table about one plan, whatever is selected, that plan is what the file names.
    """
    about = Selection(plans=(plan_id,)) if plan_id else selection()
    st.download_button(
        _("This table (Excel)"),
        partial(_write_shown, title, table, about, st.context.url, language()),
        file_name=f"ucap-{key.replace('_', '-')}-{date.today().isoformat()}.xlsx",
        mime=FORMATS["xlsx"].media_type,
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
        key=f"{key}_file",
    )


def _write_shown(title: str, table: pd.DataFrame, chosen: Selection, url: str | None, spoken: str) -> bytes:
    """Make the file, as `_write` does."""
    use(spoken)
    out = BytesIO()
    write_shown(title, table, describe(Scene(library().coverage, chosen), date.today(), url), out)
    return out.getvalue()


def _draw_content(scope: Scope) -> None:
    """Say what a file will hold, before it is made."""
    st.markdown(_("**{plans} plans**").format(plans=scope.plans_in_words))
    st.markdown("  \n".join(plain(labelled(name, value)) for name, value in scope.filters) or _("No filter is set."))
    st.caption(_("The file holds exactly these, and names the filters, the day and the fingerprint of the data."))


def _frame_title(context: Context, name: str) -> str:
    row_count = len(context.frames[name])
    words = ngettext("{table} ({count} row)", "{table} ({count} rows)", row_count)
    return words.format(table=_(FRAMES[name].title), count=format_number(row_count))


def _view(later: Callable[[], Context], looked_at: str) -> View:
    """What is selected now; the table that is looked at comes first."""
    context = later()
    return View(context.scene, context.library.plans, context.library.text).beginning_with(looked_at)


def _write(find: Callable[[], View], key: str, site: str | None, frame: str | None, spoken: str) -> bytes:
    """Make the file of what is selected now; this runs in a thread of its own, which is given the language."""
    use(spoken)
    view = find()
    description = describe(view.scene, date.today(), site, branding_of(library().store.branding()))
    return export(key, view, description, frame)


Kind = Literal["png", "svg"]
_SCALES: dict[Kind, int] = {"png": 2, "svg": 1}
# A picture has the same size everywhere; on a phone it is scrolled.
_STYLE = f"""<style>
.st-key-picture {{ overflow-x: auto; }}
.st-key-picture > div {{ min-width: {WIDTH_PX}px; }}
</style>"""


def picture_dialog(context: Context, name: str, title: str) -> None:
    """Open a window with the chart of that name as it goes into a document."""
    window(title, _draw)(context, name)


def _draw(context: Context, name: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        kind: Kind = st.segmented_control(_("Format"), list(_SCALES), default="png", format_func=str.upper) or "png"
        st.caption(_("PNG for slides and mails, SVG to enlarge and edit. The camera at the upper right saves it."))
    description = describe(context.scene, date.today(), st.context.url)
    saved = {"format": kind, "scale": _SCALES[kind], "filename": description.file_stem(name)}
    figure = picture(name, context.scene, description)
    st.html(_STYLE)
    with st.container(key="picture"):
        config = PICTURE_CONFIG | {"toImageButtonOptions": saved}
        st.plotly_chart(figure, key=f"{kind}_{name}", width="content", theme=None, config=config)
