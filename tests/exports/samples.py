"""Views to export: small ones made by hand, and any that the dictionary of columns allows."""

from datetime import date, datetime

import pandas as pd
from hypothesis import strategies as st

from ucap.exports.description import Description
from ucap.exports.view import View
from ucap.frames.columns import COLUMNS, FRAMES, Column
from ucap.frames.frames import Frames

DESCRIPTION = Description(
    filters=(("City", "Rome or Nice"), ("Goal", "SDG 11")),
    query="city=Rome&city=Nice&goal=11",
    day=date(2026, 11, 22),
    plan_count=3,
    total_count=25,
    fingerprint="1a2b3c4d5e6f7a8b",
    sources=("https://iuc.eu/", "panjin.txt"),
)
AWKWARD = st.sampled_from(
    ["=1+1", "-2", "'=3", "<b>&amp;</b>", "a\x00b\x1bc", "שלום \u202edir", "盘锦", "_x0041_", " x ", "a\nb"]
)
TEXTS = st.one_of(AWKWARD, st.text(st.characters(codec="utf-8"), max_size=20))
_VALUES = {
    "str": TEXTS,
    "bool": st.booleans(),
    "int64": st.integers(-(2**53), 2**53),
    "Int64": st.integers(-(2**53), 2**53),
    "float64": st.floats(-1e12, 1e12),
    "datetime64[us]": st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)).map(
        lambda moment: datetime(*moment.timetuple()[:3])
    ),
}


def frame_of(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    """The rows as the frame of that name; keys left out are missing values."""
    columns = FRAMES[name].columns
    data = {column: [row.get(column) for row in rows] for column in columns}
    return pd.DataFrame({column: pd.Series(data[column], dtype=COLUMNS[column].dtype) for column in columns})


def view_of(**rows: list[dict[str, object]]) -> View:
    """A view of frames that hold these rows, and no records."""
    frames = {name: frame_of(name, rows.get(name, [])) for name in FRAMES}
    return View(Frames(**frames, fingerprint=DESCRIPTION.fingerprint), ())


def views_of_one_frame() -> st.SearchStrategy[View]:
    """Any view of one frame of up to three rows; the others are empty."""
    return st.sampled_from(list(FRAMES)).flatmap(
        lambda name: st.lists(_rows(name), max_size=3).map(lambda rows: view_of(**{name: rows}).only(name))
    )


def _rows(name: str) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({column: _values(COLUMNS[column]) for column in FRAMES[name].columns})


def _values(column: Column) -> st.SearchStrategy[object]:
    values = st.sampled_from(column.values) if column.values else _VALUES[column.dtype]
    return st.none() | values if column.is_nullable else values
