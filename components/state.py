"""What the reader has chosen: one selection per visitor, kept in step with the page's address."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from posixpath import join
from typing import Literal, ParamSpec, get_args
from urllib.parse import urlencode, urlsplit

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from ucap.charts.map.panels import View
from ucap.selection import Coverage, Selection, from_query, to_query
from ucap.selection.address import LANGUAGE_KEY
from ucap.selection.places.cities import PAIR_SIGN
from ucap.wording import LANGUAGES, use

PLAN_KEY = "open"
PLACE_KEY = "place"
PAIR_KEY = "pair"
SINCE_KEY = "since"
COMPARE_KEYS = ("by", "with")
FIELD_KEY = "field"
SLIDE_KEY = "slide"
VIEW_KEY = "view"
TAB_KEY = "tab"
RECORD = "Record"
"""The page of one plan, in the matter of tabs."""
_VIEWS: tuple[View, ...] = get_args(View)
Given = ParamSpec("Given")


def selection() -> Selection:
    """The selection of this visitor."""
    chosen: Selection = st.session_state.get("selection", Selection())
    return chosen


def page_root() -> str:
    """The address of the dashboard, with a slash at its end, whichever of its pages is open."""
    parts = urlsplit(st.context.url or "")
    return f"{parts.scheme}://{parts.netloc}{join('/', st.get_option('server.baseUrlPath') or '', '')}"


def choose(chosen: Selection) -> None:
    """Make `chosen` the selection; for use in callbacks, before the page is drawn."""
    st.session_state["selection"] = chosen


def speak() -> None:
    """Speak the language of this visitor: the one chosen, or the one that an address leads to."""
    if "language" not in st.session_state or is_following_history():
        asked = st.query_params.get(LANGUAGE_KEY, "en")
        st.session_state["language"] = asked if asked in LANGUAGES else "en"
    use(st.session_state["language"])


def spoken(draw: Callable[Given, None]) -> Callable[Given, None]:
    """The same in the language of this visitor: what runs again by itself, as windows do, runs without the page."""

    @wraps(draw)
    def drawn(*args: Given.args, **kwargs: Given.kwargs) -> None:
        speak()
        draw(*args, **kwargs)

    return drawn


def window(
    title: str, draw: Callable[Given, None], width: Literal["small", "large"] = "large"
) -> Callable[Given, None]:
    """What opens a window over the page in which `draw` draws, in the language of this visitor."""
    return st.dialog(title, width=width)(spoken(draw))


def set_language(language: str) -> None:
    """Make `language` this visitor's language; one that the product does not speak changes nothing."""
    if language in LANGUAGES:
        st.session_state["language"] = language


def is_following_history() -> bool:
    """Whether the browser's own way back or forth asks for this run: the address says what to show."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def arrive(coverage: Coverage, page: str) -> None:
    """Show what the address says: on a visitor's first run, and wherever *Back* leads.

    What of it has to be ignored is kept, to be said.
    """
    st.session_state["page"] = page
    if "selection" in st.session_state and not is_following_history():
        return
    query = {key: st.query_params.get_all(key) for key in st.query_params}
    chosen, ignored = from_query(query, coverage.options)
    choose(chosen)
    st.session_state["ignored"] = ignored
    st.session_state["opened"] = (st.query_params.get(PLAN_KEY), st.query_params.get(FIELD_KEY))
    look_back(parsed_day(st.query_params.get(SINCE_KEY, "")))
    open_place(st.query_params.get(PAIR_KEY) or st.query_params.get(PLACE_KEY))
    compare_with(st.query_params.get(COMPARE_KEYS[0], ""), st.query_params.get_all(COMPARE_KEYS[1]))
    go_to_slide(_number(st.query_params.get(SLIDE_KEY, "")))
    turn_to_tab(RECORD if opened()[0] else page, st.query_params.get(TAB_KEY))
    asked = st.query_params.get(VIEW_KEY)
    look_at(next((view for view in _VIEWS if view == asked), "whole"))


def tab(page: str) -> str | None:
    """The tab that is open on a page, by its name in the address; None for the first one."""
    name: str | None = st.session_state.get("tabs", {}).get(page)
    return name


def turn_to_tab(page: str, name: str | None) -> None:
    """Open a tab of a page."""
    st.session_state["tabs"] = st.session_state.get("tabs", {}) | {page: name}


def opened() -> tuple[str | None, str | None]:
    """The plan whose record is open on the page of plans, and the field whose passage is marked there."""
    plan, field = st.session_state.get("opened", (None, None))
    return plan, field


def open_plan(plan: str | None, field: str | None = None) -> None:
    """Open a plan's record, at a field if one is given, on its first tab."""
    turn_plan(plan, field)
    turn_to_tab(RECORD, None)


def turn_plan(plan: str | None, field: str | None = None) -> None:
    """Open a plan's page at the tab that is open now."""
    st.session_state["opened"] = (plan, field)


def go_to(page: str) -> None:
    """Turn to another page; for use in callbacks, which themselves cannot."""
    st.session_state["goes_to"] = page


def go_on() -> None:
    """Turn to the page that a callback asked for."""
    page = st.session_state.pop("goes_to", None)
    if page:
        st.switch_page(page)


def place() -> tuple[str, str | None]:
    """The page that is shown, or was until now, and the plan whose record is open there."""
    return st.session_state.get("page", ""), opened()[0]


def since() -> date | None:
    """The day from which on things are new; None where none was chosen."""
    day: date | None = st.session_state.get("since")
    return day


def look_back(day: date | None) -> None:
    """Call new what came since a day."""
    st.session_state["since"] = day


def focus_slug() -> str | None:
    """The city, or the pair, whose page is open on the page of cities, as its address names it."""
    slug: str | None = st.session_state.get("place")
    return slug


def open_place(slug: str | None) -> None:
    """Open the page of a city (`rome`) or of a pair (`panjin~rome`); none opens the list."""
    st.session_state["place"] = slug


def compared() -> tuple[str, list[str]]:
    """What is compared side by side: the kind of thing, and the values, as the address has them."""
    kind, values = st.session_state.get("compared", ("", []))
    return kind, list(values)


def compare_with(kind: str, values: list[str]) -> None:
    """Compare these values of a kind side by side."""
    st.session_state["compared"] = (kind, list(values))


def slide_number() -> int:
    """The slide that is shown on the page of slides, counted from 1."""
    number: int = st.session_state.get("slide", 1)
    return number


def go_to_slide(number: int) -> None:
    """Show a slide."""
    st.session_state["slide"] = max(1, number)


def map_view() -> View:
    """The part of the map that is looked at."""
    view: View = st.session_state.get("view", "whole")
    return view


def look_at(view: View) -> None:
    """Look at a part of the map."""
    st.session_state["view"] = view


def write_address(has_record: bool = False, slide: int | None = None, page: str = "", has_place: bool = False) -> None:
    """Write the view into the page's address, so that it can be shared as a link.

    A page of records adds the open one, the page of cities the city, the pair or what is compared, a page with tabs the
    open tab, the page of slides the number of its slide.
    """
    query = _carried()
    for key, value in zip((PLAN_KEY, FIELD_KEY), opened(), strict=True):
        if has_record and value:
            query[key] = [value]
    slug = focus_slug()
    if has_place and slug:
        query[PAIR_KEY if PAIR_SIGN in slug else PLACE_KEY] = [slug]
    elif has_place and compared()[1]:
        query |= {COMPARE_KEYS[0]: [compared()[0]], COMPARE_KEYS[1]: compared()[1]}
    open_tab = tab(RECORD if has_record and opened()[0] else page)
    if open_tab:
        query[TAB_KEY] = [open_tab]
    if slide is not None:
        query[SLIDE_KEY] = [str(slide)]
    # The browser tells the address that it had when this run was asked for; the run before may have changed it since.
    told = {key: st.query_params.get_all(key) for key in st.query_params}
    if query != told or query != st.session_state.get("written", query):
        st.query_params.from_dict(query)
    st.session_state["written"] = query


def address_query() -> dict[str, list[str]]:
    """What the address of the page says now, as it was last written."""
    written: dict[str, list[str]] = st.session_state.get("written", {})
    return dict(written)


def carried_query() -> str:
    """What of the address goes along from page to page, with its question mark: filters, language, part of the map."""
    query = urlencode(_carried(), doseq=True)
    return f"?{query}" if query else ""


def _carried() -> dict[str, list[str]]:
    query = to_query(selection())
    if st.session_state["language"] != "en":
        query[LANGUAGE_KEY] = [st.session_state["language"]]
    day = since()
    if day is not None:
        query[SINCE_KEY] = [day.isoformat()]
    if map_view() != "whole":
        query[VIEW_KEY] = [map_view()]
    return query


def parsed_day(written: str) -> date | None:
    """The day that is written in ISO 8601; None where none is."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < 6 else 1
