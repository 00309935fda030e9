"""Tables of frames, in words, whose rows lead to the plan's record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal, ParamSpec

import pandas as pd
import streamlit as st

from components.adding.summary import SIGNS
from components.cities.focus import draw_ways, go_to_place
from components.context import Context
from components.exports import draw_table_file
from components.navigation import PLANS
from components.plan.corrected import corrected_column
from components.state import RECORD, open_plan, turn_to_tab, window
from ucap.charts.caching import remembered
from ucap.charts.palette import LIGHT
from ucap.charts.scene import Scene
from ucap.selection.listings import MOST_LISTED, goal_chip, pair_list, plan_list
from ucap.selection.tables import readable
from ucap.vocabulary import goals
from ucap.wording import _, format_number

Given = ParamSpec("Given")
_ROW_PX = 35
_PAIRS_PX = 9 * _ROW_PX + 2
WORDS_PX = 120
"""The room of the words above a table and of the way to its file below it."""
# Sentences need the room more than the names of plans; both can be widened by hand.
_WIDTHS_PX = {"title": 210, "message": 430}
_KEYS = {"page": "table_keys", "window": "table_keys_window"}
_keys = st.components.v2.component("table_keys", js=Path(__file__).with_name("table_keys.js").read_text("utf-8"))


def hear_table_keys(place: Literal["page", "window"] = "page") -> None:
    """Have the browser say whether a cell of a table was clicked, or only passed with Tab and the arrow keys."""
    key, data = _KEYS[place], {"by": _chosen_by(), "place": place}
    with st.container(height=1, border=False, key=f"table-keys-{place}"):
        _keys(key=key, data=data, on_by_change=lambda: None, height="content")


def table_window(title: str, draw: Callable[Given, None], *args: Given.args, **kwargs: Given.kwargs) -> None:
    """Open a window with a table in it.

    It hears the keys of its tables itself: what the page hears runs the page, and closes the window.
    """

    def drawn() -> None:
        hear_table_keys("window")
        draw(*args, **kwargs)

    window(title, drawn)()


def _chosen_by() -> str:
    """How the cell of a table was chosen at last: `pointer`, `enter`, or `keys`, which opens nothing."""
    said = [(st.session_state.get(key) or {}).get("by") for key in _KEYS.values()]
    last = max((one for one in said if one), key=lambda one: one["at"], default={"way": "pointer"})
    return str(last["way"])


def _draw_rows(
    frame: pd.DataFrame, columns: list[str], key: str, alt: str, more: Mapping[str, list[str]] | None = None
) -> int | None:
    """Draw some columns of a frame, loaded as they are scrolled; return the position of the row that was clicked.

    `more` are columns in words behind them.
    """
    table = readable(frame, columns).assign(**(more or {}))
    names = dict(zip(columns, table.columns, strict=False))
    if "severity" in names:
        table[names["severity"]] = frame["severity"].astype("str").map(SIGNS) + " " + table[names["severity"]]
    widths = {name: _WIDTHS_PX[column] for column, name in names.items() if column in _WIDTHS_PX}
    shown = {name: st.column_config.Column(width=px) for name, px in widths.items()} if "message" in columns else {}
    return draw_table(table, key, alt, shown)


def draw_activity_rows(
    activities: pd.DataFrame, columns: list[str], key: str, alt: str, more: Mapping[str, list[str]] | None = None
) -> None:
    """Draw rows of activities; a click opens the plan at the activity."""
    row = _draw_rows(activities, columns, key, alt, more)
    if row is not None:
        go_to_plan(activities["plan"].iloc[row], f"/activities/{activities['position'].iloc[row]}")


def draw_finding_rows(found: pd.DataFrame, key: str, more: Mapping[str, list[str]] | None = None) -> None:
    """Draw rows of findings; a click opens the plan at the value."""
    row = _draw_rows(found, ["severity", "code", "title", "message"], key, _("Findings"), more)
    if row is not None:
        go_to_plan(found["plan"].iloc[row], found["field"].iloc[row])


def draw_table(
    table: pd.DataFrame | list[dict[str, str]],
    key: str,
    alt: str,
    columns: Mapping[str, Any] | None = None,
    kept_px: int | None = None,
) -> int | None:
    """Draw a table in words, loaded as it is scrolled; return the position of the row that was clicked."""
    cell = draw_cells(table, key, alt, columns, kept_px)
    return None if cell is None else cell[0]


def draw_cells(  # noqa: PLR0913
    table: pd.DataFrame | list[dict[str, str]],
    key: str,
    alt: str,
    columns: Mapping[str, Any] | None = None,
    kept_px: int | None = None,
    *,
    placeholder: str = "",
) -> tuple[int, str] | None:
    """The same; return the position of the row, and the column, of the cell that was clicked.

    It is `kept_px` high however many rows it has, so that nothing below it moves; else as high as its rows.
    """
    # A new key after each choice, so that the same row can be chosen again when the reader comes back.
    choices = f"{key}_choices"
    state = st.dataframe(
        table,
        key=f"{key}_{st.session_state.get(choices, 0)}",
        hide_index=True,
        column_config=dict(columns or {}),
        on_select="rerun",
        selection_mode="single-cell",
        height=kept_px or rows_px(len(table)),
        placeholder=placeholder,
        alt=alt,
    )
    if len(table):
        draw_table_file(alt, pd.DataFrame(table), key)
    chosen = [(int(row), str(column)) for row, column in state["selection"]["cells"]]
    if not chosen or _chosen_by() == "keys":
        return None
    st.session_state[choices] = st.session_state.get(choices, 0) + 1
    return chosen[0]


def draw_plans(context: Context, kept_px: int | None = None) -> None:
    """Draw the selected plans; a click opens one, or a city of it where a city is clicked."""
    st.caption(_("Click a row to open the plan next to its document, or a city for everything about it."))
    draw_plan_list(context, _plans(context.scene), "plans", _("The selected plans"), kept_px)


@remembered
def _plans(scene: Scene) -> pd.DataFrame:
    return plan_list(scene.frames, scene.coverage)


@remembered
def _pairs(scene: Scene) -> pd.DataFrame:
    return pair_list(scene.frames)


def draw_pairs(context: Context, key: str = "pairs", kept_px: int | None = _PAIRS_PX) -> None:
    """Draw who works with whom, a row for each pair and plan; a click opens the pair, or the plan.

    The room is kept that all rows need without filters, at most `kept_px`.
    """
    room_px = kept_px and min(kept_px, rows_px(len(context.whole.frames.pairs)))
    draw_plan_list(context, _pairs(context.scene), key, _("Who works with whom"), room_px)


def draw_plan_list(context: Context, rows: pd.DataFrame, key: str, alt: str, kept_px: int | None = None) -> None:
    """Draw rows that are about plans, whose ids are their index; a click on a name opens what it names."""
    named, labels = rows.attrs.get("pairs", []), rows.attrs.get("labels", {})
    marks = corrected_column(context.library, ((str(plan), None) for plan in rows.index))
    rows = rows.assign(**marks)
    for words in marks.values():  # the words stand last, and may be out of sight
        rows[rows.columns[0]] = [f"✎ {one}" if said else one for one, said in zip(rows.iloc[:, 0], words, strict=True)]
    cell = draw_listed(rows, key, alt, kept_px)
    if cell is None:
        return
    row, column = cell
    names = rows[column].iloc[row] if column in (_("European cities"), _("Chinese cities")) else []
    cities = [labels[name] for name in names]
    if column == _("Pair"):
        go_to_place(named[row])
    elif len(cities) == 1:
        go_to_place(cities)
    elif cities:
        window(column, draw_ways, "small")(cities, key)
    elif column == _("Findings"):
        open_plan(str(rows.index[row]))
        turn_to_tab(RECORD, "findings")
        st.switch_page(PLANS)
    else:
        is_counting = column == _("Activities") and rows[column].iloc[row]
        go_to_plan(str(rows.index[row]), "/activities/0" if is_counting else None)


def draw_listed(rows: pd.DataFrame, key: str, alt: str, kept_px: int | None = None) -> tuple[int, str] | None:
    """Draw a list for people with chips for its themes, goals and cities; return the cell that was clicked."""
    if len(rows) == MOST_LISTED:
        st.caption(_("The first {count} are shown; filter to see others.").format(count=format_number(MOST_LISTED)))
    columns = {name: column for name, column in _columns(rows).items() if name in rows}
    return draw_cells(rows.reset_index(drop=True), key, alt, columns, kept_px)


def _columns(rows: pd.DataFrame) -> dict[str, Any]:
    """How the columns of lists are shown: chips, those of a side and of the goals in their colours."""
    numbers = [goal_chip(goal.number) for goal in goals()]
    return {
        _("Title"): st.column_config.TextColumn(width=150),
        _("Pair"): st.column_config.TextColumn(width=190),
        _("European cities"): _chips(rows, _("European cities"), LIGHT.europe, 125),
        _("Chinese cities"): _chips(rows, _("Chinese cities"), LIGHT.china, 105),
        _("Themes"): _chips(rows, _("Themes"), LIGHT.neutral, 155),
        _("Goals"): st.column_config.MultiselectColumn(
            options=numbers, color=[goal.color for goal in goals()], width=95
        ),
        _("Period"): st.column_config.TextColumn(width=130),
        _("Activities"): st.column_config.NumberColumn(width=70),
        _("Findings"): st.column_config.NumberColumn(width=70),
        _("Checked"): st.column_config.TextColumn(width=70, help=_("Compared with its document and signed off")),
        _("Last activity"): st.column_config.TextColumn(width=90),
        _("Plan"): st.column_config.TextColumn(width=150),
    }


def _chips(rows: pd.DataFrame, name: str, color: str, width_px: int) -> Any:
    """A column of lists as chips of one colour. Its text is white in both themes, so the dark colours stand in both."""
    values = list(dict.fromkeys(value for one in rows.get(name, ()) for value in one))
    return st.column_config.MultiselectColumn(options=values, color=[color] * len(values), width=width_px)


def go_to_plan(plan: str, field: str | None = None) -> None:
    """Open a plan's record on its page."""
    open_plan(plan, field)
    st.switch_page(PLANS)


def rows_px(row_count: int, most_px: int = 640) -> int:
    """Room for all rows and the heading, or for as many as fit on a screen."""
    return min(most_px, _ROW_PX * (row_count + 1) + 2)
