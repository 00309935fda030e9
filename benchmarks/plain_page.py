"""What one would write instead of the dashboard: plain Streamlit, pandas and Plotly Express over the same tables.

Each page has the filters of the dashboard's page and what that page is about: its figures, charts and tables, the cards
of matches with their buttons and forms. It has nothing of what stands beside them: sentences below charts, evidence,
files, kept views, news, marks of corrections, ways from a row to its plan.

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
    ("Year", "activities", "year", None),
    ("Kind of activity", "activities", "activity_kind", None),
    ("Kind of plan", "plans", "plan_kind", None),
    ("Sign-off", "plans", "checked", None),
]
_SEARCHED = {"plans": "title", "themes": "label", "activities": "text", "results": "text", "statements": "text"}
_MOST_MATCHES = 20
Tables = dict[str, pd.DataFrame]


@st.cache_data
def _tables() -> Tables:
    tables = {file.stem: pd.read_parquet(file) for file in _DATA.glob("*.parquet")}
    for table in tables.values():
        for day in [name for name in table if name.endswith("_day")]:
            table[day] = pd.to_datetime(table[day])
    tables["activities"]["year"] = tables["activities"]["start_day"].dt.year.astype("Int64")
    return tables


def _begin(title: str) -> Tables:
    """The tables of the plans that the filters leave; how many these are stands below the title."""
    st.title(title)
    tables = _tables()
    plans = tables["plans"]
    is_left = pd.Series(True, index=plans.index)
    text = st.sidebar.text_input("Search")
    if text:
        has_text = [
            tables[name][column].str.contains(text, case=False, regex=False) for name, column in _SEARCHED.items()
        ]
        found = [tables[name].loc[has.fillna(False), "plan"] for name, has in zip(_SEARCHED, has_text, strict=True)]
        is_left &= plans["plan"].isin(pd.concat(found))
    for label, name, column, side in _FILTERS:
        rows = tables[name] if side is None else tables[name][tables[name]["side"] == side]
        chosen = st.sidebar.multiselect(label, sorted(rows[column].dropna().unique()))
        if chosen:
            is_left &= plans["plan"].isin(rows.loc[rows[column].isin(chosen), "plan"])
    is_stated_only = st.sidebar.toggle("Only goals and topics stated in the SDG row")
    link = st.sidebar.radio("Pairs", ["paired", "met", "all"])
    left = {name: table[table["plan"].isin(plans.loc[is_left, "plan"])] for name, table in tables.items()}
    if is_stated_only:
        left |= {name: left[name][left[name]["is_stated"]] for name in ("goals", "topics")}
    if link != "all":
        left["pairs"] = left["pairs"][left["pairs"]["link"] == link]
    st.caption(f"{int(is_left.sum())} of {len(plans)} plans")
    return left


def _lists(table: pd.DataFrame, column: str, by: str = "plan") -> pd.Series:
    """For each plan, or whatever it goes by, the distinct values of its rows."""
    return (
        table.dropna(subset=[column]).groupby(by, observed=True)[column].agg(lambda values: list(dict.fromkeys(values)))
    )


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
    _draw_pairs(left)
    first, second = st.columns(2)
    themes = left["themes"].groupby("category")["plan"].nunique().sort_values().reset_index()
    first.plotly_chart(px.bar(themes, x="plan", y="category"))
    goals = left["goals"].groupby(["goal", "goal_name"])["plan"].nunique().reset_index()
    second.plotly_chart(px.bar(goals, x="plan", y="goal_name"))
    st.plotly_chart(px.histogram(left["activities"], x="start_day", nbins=32, height=250))


def _draw_pairs(left: Tables) -> None:
    """The pairs of cities with their plans, those of most plans first."""
    pairs, plans = left["pairs"], left["plans"].set_index("plan")
    counts = pairs.groupby(["europe_city", "china_city"])["plan"].transform("size")
    pairs = pairs.assign(count=-counts).sort_values(["count", "europe_city", "china_city", "plan"])
    last = left["activities"].groupby("plan")["end_date"].max()
    about = {"themes": _lists(left["themes"], "category"), "goals": _lists(left["goals"], "goal")}
    about |= {"from": plans["period_start"], "to": plans["period_end"], "last": last, "title": plans["title"]}
    named = {"pair": pairs["europe_city"] + " – " + pairs["china_city"]}
    columns = {name: pairs["plan"].map(values) for name, values in about.items()}
    st.dataframe(pd.DataFrame(named | columns), hide_index=True, height=317)


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
    plans = left["plans"].dropna(subset=["period_first_day"])
    plans = plans.assign(end=plans["period_last_day"].fillna(plans["period_first_day"] + pd.Timedelta(days=365)))
    plans = plans.sort_values("period_first_day", ascending=False)
    st.plotly_chart(px.timeline(plans, x_start="period_first_day", x_end="end", y="title", height=90 + 34 * len(plans)))
    st.dataframe(left["activities"][["start_date", "end_date", "activity_kind", "status", "text", "places"]])


def _plans() -> None:
    left = _begin("Plans")
    plans = left["plans"].set_index("plan").sort_values("title")
    lists = {f"cities of {side}": _lists(rows, "city") for side, rows in left["cities"].groupby("side", observed=True)}
    lists |= {"themes": _lists(left["themes"], "category"), "goals": _lists(left["goals"], "goal")}
    columns = ["title", "period_start", "period_end", "activity_count", "finding_count"]
    st.dataframe(plans[columns].join(pd.DataFrame(lists)), hide_index=True, height=640)


def _cities() -> None:
    left = _begin("Cities")
    cities = left["cities"]
    facts = cities.drop_duplicates("city").set_index("city")[["country", "region"]]
    pairs = left["pairs"].rename(columns={"china_city": "city", "europe_city": "other"})
    pairs = pd.concat([pairs, pairs.rename(columns={"city": "other", "other": "city"})])
    for link, name in (("paired", "partners"), ("met", "only met")):
        facts[name] = pairs[pairs["link"] == link].groupby("city")["other"].nunique()
    facts["plans"] = cities.groupby("city")["plan"].nunique()
    facts["themes"] = _lists(cities[["plan", "city"]].merge(left["themes"], on="plan"), "category", "city")
    facts["last"] = cities[["plan", "city"]].merge(left["activities"], on="plan").groupby("city")["end_date"].max()
    st.dataframe(facts.fillna({"partners": 0, "only met": 0}).sort_values("partners", ascending=False), height=640)


def _matches() -> None:
    """Pairs of cities that no plan pairs, those that share most themes first."""
    left = _begin("Matches")
    everything = _tables()
    themes = everything["cities"][["plan", "side", "city"]].merge(everything["themes"][["plan", "category"]], on="plan")
    themes = themes[["side", "city", "category"]].drop_duplicates().dropna()
    both = themes[themes["side"] == "china"].merge(themes[themes["side"] == "europe"], on="category")
    shared = both.groupby(["city_x", "city_y"])["category"].agg(["count", ", ".join]).reset_index()
    paired = pd.MultiIndex.from_frame(everything["pairs"][["china_city", "europe_city"]])
    is_new = ~pd.MultiIndex.from_frame(shared[["city_x", "city_y"]]).isin(paired)
    is_asked = shared["city_x"].isin(left["cities"]["city"])
    best = shared[is_new & is_asked].sort_values("count", ascending=False, kind="stable").head(_MOST_MATCHES)
    goals = _lists(everything["cities"][["plan", "city"]].merge(everything["goals"], on="plan"), "goal_name", "city")
    for number, match in enumerate(best.itertuples(), 1):
        named = [f"{city} names {', '.join(goals[city])}" for city in (match.city_x, match.city_y) if city in goals]
        with st.container(border=True):
            st.markdown(f"**{number}. {match.city_x} – {match.city_y}** · {match.count}")
            st.markdown("\n".join(f"- {reason}" for reason in [f"Both have plans about {match.join}", *named]))
            with st.container(horizontal=True):
                for words in ("Passages", match.city_x, match.city_y):
                    st.button(words, key=f"{words} {number}", type="tertiary")
            with st.popover("Note"), st.form(f"{match.city_x} {match.city_y}"):
                st.radio("What became of it", ["proposed", "declined"], horizontal=True)
                st.date_input("Day")
                st.text_input("In a few words")
                st.form_submit_button("Keep")


def _findings() -> None:
    left = _begin("To check")
    found = left["findings"]
    st.markdown(f"{len(found)} findings in {found['plan'].nunique()} plans")
    kind = st.selectbox("Kind of finding", ["all", *found["code"].unique()])
    shown = found if kind == "all" else found[found["code"] == kind]
    st.dataframe(shown[["severity", "code", "title", "message"]], hide_index=True)


_PAGES = [_coverage, _timeline, _plans, _cities, _matches, _findings]
st.set_page_config(layout="wide")
st.navigation(
    [
        st.Page(_overview, title="Overview", default=True),
        *(st.Page(page, url_path=page.__name__.strip("_")) for page in _PAGES),
    ],
    position="top",
).run()
