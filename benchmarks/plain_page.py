"""What one would write instead of the dashboard: plain Streamlit, pandas and Plotly Express over the same tables.

`bench_filters.py` starts it with the folder of the tables, as Parquet files, in PLAIN_DATA.
"""

import os
from pathlib import Path

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import streamlit as st

_DATA = Path(os.environ["PLAIN_DATA"])
_MOST_LINES = 120
_FILTERS = [
    ("Chinese city", "cities", "city", "china"),
    ("Province", "cities", "region", "china"),
    ("European city", "cities", "city", "europe"),
    ("Country", "cities", "country", "europe"),
    ("Theme", "themes", "category", None),
    ("Goal", "goals", "goal_name", None),
    ("Topic", "topics", "topic_name", None),
    ("Kind of activity", "activities", "activity_kind", None),
    ("Kind of plan", "plans", "plan_kind", None),
]
Tables = dict[str, pd.DataFrame]


@st.cache_data
def _tables() -> Tables:
    return {file.stem: pd.read_parquet(file) for file in _DATA.glob("*.parquet")}


def _begin(title: str) -> Tables:
    """The tables of the plans that the filters leave; how many these are stands below the title."""
    st.title(title)
    tables = _tables()
    plans = tables["plans"]
    is_left = pd.Series(True, index=plans.index)
    for label, name, column, side in _FILTERS:
        rows = tables[name] if side is None else tables[name][tables[name]["side"] == side]
        chosen = st.sidebar.multiselect(label, sorted(rows[column].dropna().unique()))
        if chosen:
            is_left &= plans["plan"].isin(rows.loc[rows[column].isin(chosen), "plan"])
    left = plans.loc[is_left, "plan"]
    st.caption(f"{len(left)} of {len(plans)} plans")
    return {name: table[table["plan"].isin(left)] for name, table in tables.items()}


def _overview() -> None:
    left = _begin("Overview")
    figures = {
        "plans": len(left["plans"]),
        "pairs": len(left["pairs"][["china_city", "europe_city"]].drop_duplicates()),
        "cities": left["cities"]["city"].nunique(),
        "countries": left["cities"]["country_code"].nunique(),
        "activities": left["activities"]["event"].nunique(),
        "goals": left["goals"]["goal"].nunique(),
        "findings": len(left["findings"]),
    }
    for column, (name, value) in zip(st.columns(len(figures)), figures.items(), strict=True):
        column.metric(name, value)
    st.plotly_chart(_map(left))
    first, second = st.columns(2)
    themes = left["themes"].groupby("category")["plan"].nunique().sort_values().reset_index()
    first.plotly_chart(px.bar(themes, x="plan", y="category"))
    goals = left["goals"].groupby(["goal", "goal_name"])["plan"].nunique().reset_index()
    second.plotly_chart(px.bar(goals, x="plan", y="goal_name"))
    st.plotly_chart(px.histogram(left["activities"], x="start_day", nbins=32, height=250))


def _map(left: Tables) -> go.Figure:
    ends = {
        "from_x": "china_longitude",
        "from_y": "china_latitude",
        "to_x": "europe_longitude",
        "to_y": "europe_latitude",
    }
    lines = left["pairs"].groupby(["china_city", "europe_city"], as_index=False)
    lines = lines.agg(plans=("plan", "nunique"), **{name: (column, "first") for name, column in ends.items()})
    drawn = go.Figure()
    for one in lines.dropna().nlargest(_MOST_LINES, "plans").itertuples():
        drawn.add_scattergeo(lon=[one.from_x, one.to_x], lat=[one.from_y, one.to_y], mode="lines", showlegend=False)
    places = left["cities"].groupby(["side", "city"], as_index=False, observed=True)
    places = places.agg(plans=("plan", "nunique"), x=("longitude", "first"), y=("latitude", "first"))
    for side, rows in places.groupby("side", observed=True):
        size = 8 + 2 * rows["plans"].clip(upper=12)
        drawn.add_scattergeo(
            lon=rows["x"], lat=rows["y"], text=rows["city"], name=side, mode="markers", marker_size=size
        )
    return drawn.update_geos(lataxis_range=[10, 70], lonaxis_range=[-15, 140]).update_layout(height=450)


def _coverage() -> None:
    left = _begin("Coverage")
    themes = left["themes"][["plan", "category"]].drop_duplicates()
    both = themes.merge(left["goals"][["plan", "goal"]].drop_duplicates(), on="plan")
    st.plotly_chart(px.imshow(pd.crosstab(both["category"], both["goal"]), text_auto=True, aspect="auto", height=600))


def _timeline() -> None:
    left = _begin("Timeline")
    dated = left["activities"].dropna(subset=["start_day"])
    dated = dated.assign(end=dated["end_day"] + pd.Timedelta(days=1))
    st.plotly_chart(px.timeline(dated, x_start="start_day", x_end="end", y="activity_kind"))
    st.plotly_chart(px.bar(left["plans"]["first_year"].value_counts().reset_index(), x="first_year", y="count"))
    st.dataframe(left["activities"][["start_date", "end_date", "activity_kind", "status", "text", "places"]])


def _plans() -> None:
    st.dataframe(_begin("Plans")["plans"], height=640)


def _cities() -> None:
    cities = _begin("Cities")["cities"]
    st.dataframe(cities.groupby(["side", "city", "country"], observed=True)["plan"].nunique().reset_index())


def _matches() -> None:
    """Pairs of cities that no plan pairs, by how many themes they share."""
    left = _begin("Matches")
    everything = _tables()
    themes = everything["cities"][["plan", "side", "city"]].merge(everything["themes"][["plan", "category"]], on="plan")
    themes = themes[["side", "city", "category"]].drop_duplicates().dropna()
    both = themes[themes["side"] == "china"].merge(themes[themes["side"] == "europe"], on="category")
    shared = both.groupby(["city_x", "city_y"])["category"].agg(["count", ", ".join]).reset_index()
    paired = pd.MultiIndex.from_frame(everything["pairs"][["china_city", "europe_city"]])
    is_new = ~pd.MultiIndex.from_frame(shared[["city_x", "city_y"]]).isin(paired)
    is_asked = shared["city_x"].isin(left["cities"]["city"])
    st.dataframe(shared[is_new & is_asked].sort_values("count", ascending=False).head(200))


def _findings() -> None:
    st.dataframe(_begin("Findings")["findings"])


_PAGES = [_coverage, _timeline, _plans, _cities, _matches, _findings]
st.set_page_config(layout="wide")
st.navigation(
    [
        st.Page(_overview, title="Overview", default=True),
        *(st.Page(page, url_path=page.__name__.strip("_")) for page in _PAGES),
    ],
    position="top",
).run()
