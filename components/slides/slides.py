"""Slides on the screen: one at a time, as large as the screen allows."""

from __future__ import annotations

from datetime import date

import streamlit as st

from components.context import Context
from components.exports import draw_download
from components.navigation import ADD, OVERVIEW
from components.slides.look import draw_look
from components.slides.slide_bar import draw_steps, stage
from components.slides.slide_content import columns_markup, figures_markup, grid_markup, head_markup, note_markup
from components.state import choose, go_to_slide, slide_number, write_address
from ucap.charts.chart import CONFIG, Chart
from ucap.charts.enlarge import enlarged
from ucap.exports import View, describe
from ucap.exports.story.slide import Figures, Grid, Slide
from ucap.exports.story.story import story
from ucap.selection import Selection
from ucap.wording import _


def draw_slides(context: Context) -> None:
    """Draw the slide that the address names, and the bar that leads on."""
    view = View(context.scene, context.library.plans, context.library.text)
    makers = story(view, describe(context.scene, date.today(), st.context.url), with_hidden=False)
    number = min(slide_number(), len(makers))
    go_to_slide(number)
    write_address(slide=number)
    slide = makers[number - 1]()
    with st.container(key=f"slide-{number}", gap=None):
        st.html(f'<div class="slide-head">{head_markup(slide, stage().sentence_px(slide.sentence))}</div>')
        _draw_content(slide)
        st.html(note_markup(slide.note))
    if not context.library.plans:
        st.page_link(ADD, label=_("Add plans"), icon=":material/add:")
    elif context.is_empty:
        st.button(_("Show all plans"), type="primary", on_click=choose, args=(Selection(),))
    _draw_bar(context, number, len(makers))


def _draw_content(slide: Slide) -> None:
    if isinstance(slide.content, Chart):
        _draw_chart(slide.content)
    elif isinstance(slide.content, Grid):
        st.html(grid_markup(slide.content, *stage().grid(slide.content)))
    elif isinstance(slide.content, Figures):
        st.html(figures_markup(slide.content.figures))
    elif slide.content:
        st.html(columns_markup(slide.content, stage().typeset(slide.content)))


def _draw_chart(chart: Chart) -> None:
    figure = enlarged(chart.figure, stage().scale)
    # A finger that moves across the figure turns to the next slide.
    figure.update_layout(dragmode=False)
    st.plotly_chart(figure, key=f"slide_{chart.name}", theme=None, config=CONFIG, alt=chart.sentence)


def _draw_bar(context: Context, number: int, count: int) -> None:
    with st.container(key="slide-bar", horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        is_leaving = draw_steps(number, count)
        with st.container(horizontal=True, width="content", vertical_alignment="center", gap="medium"):
            draw_look(context)
            draw_download(context, "pptx-short")
            draw_download(context, "pptx")
            is_leaving = st.button(_("Close"), icon=":material/close:", type="tertiary") or is_leaving
    if is_leaving:
        st.switch_page(OVERVIEW)
