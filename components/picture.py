"""A chart as a picture for a document or a slide: seen first, then taken as PNG or SVG."""

from __future__ import annotations

from datetime import date
from typing import Literal

import streamlit as st

from components.context import Context
from ucap.charts.chart import PICTURE_CONFIG
from ucap.exports import describe
from ucap.exports.picture import WIDTH_PX, picture
from ucap.wording import _

Kind = Literal["png", "svg"]
_SCALES: dict[Kind, int] = {"png": 2, "svg": 1}
# A picture has the same size everywhere; on a phone it is scrolled.
_STYLE = f"""<style>
.st-key-picture {{ overflow-x: auto; }}
.st-key-picture > div {{ min-width: {WIDTH_PX}px; }}
</style>"""


def picture_dialog(context: Context, name: str, title: str) -> None:
    """Open a window with the chart of that name as it goes into a document."""
    st.dialog(title, width="large")(_draw)(context, name)


def _draw(context: Context, name: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        kind: Kind = st.segmented_control(_("Format"), list(_SCALES), default="png", format_func=str.upper) or "png"
        st.caption(_("PNG for slides and mails, SVG to enlarge and edit. The camera at the upper right saves it."))
    description = describe(context.scene, date.today())
    saved = {"format": kind, "scale": _SCALES[kind], "filename": description.file_stem(name)}
    figure = picture(name, context.scene, description)
    st.html(_STYLE)
    with st.container(key="picture"):
        config = PICTURE_CONFIG | {"toImageButtonOptions": saved}
        st.plotly_chart(figure, key=f"{kind}_{name}", width="content", theme=None, config=config)
