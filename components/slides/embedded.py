"""One chart of the selection for the page of somebody else: no navigation, no filters, nothing that changes data."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from components.begin import colors_markup
from components.context import Context
from components.library import library
from components.navigation import navigate
from components.safe import plain
from components.state import arrive, page_root, selection, speak
from ucap.charts.catalogue import CHARTS
from ucap.charts.chart import CONFIG
from ucap.charts.palette import DARK, LIGHT, Palette
from ucap.charts.scene import Look, Scene
from ucap.exports.credits import terms
from ucap.selection.address import CHART_KEY, to_query
from ucap.wording import _

_DEFAULT = "map"


def draw_embedded() -> None:
    """Draw the chart that the address names (`?embed=true&chart=goals&partner=Rome`), its sentence, and the way here.

    A chart that there is not is said, with those that there are.
    """
    navigate(is_hidden=True)
    speak()
    is_dark = bool(st.context.theme.type == "dark")
    palette: Palette = DARK if is_dark else LIGHT
    st.html(colors_markup(palette))
    shelf = library()
    arrive(shelf.coverage, "Overview")
    name = st.query_params.get(CHART_KEY, _DEFAULT)
    if name not in CHARTS:
        st.error(plain(_("There is no chart “{name}”. There are {names}.").format(name=name, names=", ".join(CHARTS))))
        return
    _draw(Context(shelf, Scene(shelf.coverage, selection(), Look(is_dark=is_dark))), name)


def _draw(context: Context, name: str) -> None:
    chart = CHARTS[name](context.scene)
    st.subheader(chart.title, anchor=False)
    st.plotly_chart(chart.figure, key="embedded", theme=None, config=CONFIG, alt=chart.sentence)
    st.markdown(plain(chart.sentence))
    ignored = st.session_state.get("ignored", ())
    if ignored:
        st.warning(plain(" ".join(ignored)))
    query = urlencode(to_query(context.selection), doseq=True)
    st.link_button(_("Open in the dashboard"), f"{page_root()}?{query}", type="tertiary", icon=":material/open_in_new:")
    st.caption(plain(terms()))
