"""What every page begins with: settings, language, the plans, the sidebar, and its heading.

The palette for style sheets: each colour by its name, light or dark as the page is.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Literal

import streamlit as st

from components.changes import draw_away, draw_message
from components.cities.focus import focused
from components.context import Context
from components.exports import draw_exports
from components.filters.chips import draw_chips
from components.filters.filters import draw_filters, draw_language
from components.fixed_texts import replace_fixed_texts
from components.history import draw_copy_link, keep_history
from components.library import library
from components.meetings.views import draw_views
from components.navigation import ensure_navigation
from components.person import draw_sign_in, keep_name, visitor
from components.safe import plain
from components.slides.slide_bar import stage
from components.state import arrive, focus_slug, go_on, opened, selection, speak, write_address
from components.tables import hear_table_keys
from components.width import measure_width, page_width_px
from ucap.charts.palette import DARK, LIGHT, Palette
from ucap.charts.scene import Look, Scene
from ucap.plan.words import place_words
from ucap.sandbox import serve
from ucap.wording import _, format_number, ngettext


def colors_markup(palette: Palette) -> str:
    """A style element that gives `--paper`, `--ink`, `--china` and all other colours of a palette."""
    return f"<style>:root {{ {palette.custom_properties} }}</style>"


def _menu_markup() -> str:
    """A style element with what the button is called that opens the sidebar, and on a phone the pages, too."""
    wide, narrow = (json.dumps(words, ensure_ascii=False) for words in (_("Filters"), _("Pages and filters")))
    return f"<style>:root {{ --menu-wide: {wide}; --menu-narrow: {narrow} }}</style>"


_STYLE = Path(__file__).parent / "style.css"
_PRINT_STYLE = Path(__file__).parent / "print.css"
_DARK_PRINT_STYLE = (Path(__file__).parent / "print_dark.css").read_text("utf-8")
_fading = st.components.v2.component("fading", js=(Path(__file__).parent / "fading.js").read_text("utf-8"))
_printing = st.components.v2.component("printing", js=(Path(__file__).parent / "print.js").read_text("utf-8"))
_SLIDES_STYLE = Path(__file__).parent / "slides" / "slides.css"


def begin(title: str, frame: str, has_record: bool = False, has_place: bool = False) -> Context:
    """Set the page up, draw sidebar and heading, and return what there is to draw; `frame` is the page's own.

    A page of places is about the city or pair that its address names, if any.
    Where a record is open on a page of records it stands alone: the page is about that plan.
    """
    context = _arrive(title, _look(), "auto")
    if has_record and opened()[0] in context.library.plans:
        _stand_alone(context, title, has_record)
        return context
    draw_filters(context.library)
    write_address(has_record, page=title, has_place=has_place)
    if has_place:
        context = focused(context, focus_slug())
    _draw_heading(" – ".join(map(place_words, context.focus)) or _(title), context, frame)
    measure_width()
    _ready_for_print()
    return context


def begin_alone(title: str) -> Context:
    """Set a page up on which filters do nothing, so that it has none, and return what there is to draw."""
    context = _arrive(title, _look(), "collapsed")
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="heading"):
        st.title(_(title), anchor=False, width="content")
        draw_visitor()
    _stand_alone(context, title)
    return context


def draw_visitor() -> None:
    """Draw what stands in the sidebar of other pages: the language, and the way in where people sign in."""
    with st.container(horizontal=True, width="content", vertical_alignment="center"):
        draw_sign_in()
        draw_language()


def _stand_alone(context: Context, title: str, has_record: bool = False) -> None:
    write_address(has_record, page=title)
    _draw_said(context)
    measure_width()
    _ready_for_print()


def begin_slides(title: str) -> Context:
    """Set a page up that is nothing but slides, and return what there is to tell: no sidebar, no heading."""
    context = _arrive(title, stage().look(_is_dark()), "collapsed")
    st.html(_SLIDES_STYLE)
    _draw_ignored()
    measure_width()
    return context


def _arrive(title: str, look: Look, sidebar: Literal["auto", "collapsed"]) -> Context:
    ensure_navigation()
    speak()
    serve(visitor())
    st.set_page_config(page_title=f"{_(title)} · U-CAP", layout="wide", initial_sidebar_state=sidebar)
    st.html(_STYLE)
    st.html(_PRINT_STYLE)
    st.html(colors_markup(look.palette) + _menu_markup())
    if look.is_dark:
        st.html(f"<style>{_DARK_PRINT_STYLE} @media print {{ :root {{ {LIGHT.custom_properties} }} }}</style>")
    go_on()
    shelf = library()
    arrive(shelf.coverage, title)
    keep_history()
    fade_only_in_long_runs()
    replace_fixed_texts()
    hear_table_keys()
    keep_name()
    return Context(shelf, Scene(shelf.coverage, selection(), look))


def fade_only_in_long_runs() -> None:
    """Have the browser begin to fade what is not drawn again yet only where a run takes long."""
    with st.container(height=1, border=False, key="fading"):
        _fading(key="long_runs", height="content")


def _ready_for_print() -> None:
    """Have the browser put copies of charts and tables on paper."""
    cut = _("The first {count} of {total} rows. A file of the menu “Export” holds all.")
    with st.container(height=1, border=False, key="printing"):
        _printing(key="print_copies", data={"cut": cut, "colors": _lightened()}, height="content")


def _lightened() -> list[tuple[str, str]]:
    """The colours of charts on a dark page, each with the one that stands for it on paper, as browsers write either."""
    pairs = list(zip(asdict(DARK).values(), asdict(LIGHT).values(), strict=True)) if _is_dark() else []
    return [*((_written(dark), light) for dark, light in pairs), *((dark.lower(), light) for dark, light in pairs)]


def _written(color: str) -> str:
    """A colour as a browser writes it: `#14191F` is "rgb(20, 25, 31)"."""
    return f"rgb({', '.join(str(int(color[at : at + 2], 16)) for at in (1, 3, 5))})"


def _look() -> Look:
    """Charts follow the theme and the width of the page."""
    return Look(is_dark=_is_dark(), width_px=page_width_px())


def _is_dark() -> bool:
    return bool(st.context.theme.type == "dark")


def _draw_heading(title: str, context: Context, frame: str) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center", key="heading"):
        with st.container(width="content", gap="xsmall"):
            st.title(plain(title), anchor=False)
            st.caption(_count(context))
        with st.container(horizontal=True, width="content", gap="small"):
            draw_views(context)
            draw_copy_link()
            draw_exports(context, frame)
    draw_chips(context)
    _draw_said(context)


def _draw_said(context: Context) -> None:
    """Say what of the address was ignored, whether the store is away, and what came of the last change."""
    _draw_ignored()
    with st.container(key="away"):
        if context.library.is_away:
            draw_away()
    draw_message()


def _draw_ignored() -> None:
    """Say what of the address was ignored."""
    unknown = st.session_state.get("ignored", ())
    if unknown:
        st.warning(plain(" ".join([*unknown, _("This part of the address is ignored.")])))


def _count(context: Context) -> str:
    total = len(context.library.plans)
    words = ngettext("{count} of {total} plan", "{count} of {total} plans", total)
    return words.format(count=format_number(context.scene.plan_count), total=format_number(total))
