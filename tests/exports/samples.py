"""Views to export: of plans made by hand, and of any plans with any selection."""

from collections.abc import Iterable
from datetime import date

from hypothesis import strategies as st

from ucap.charts.scene import Scene
from ucap.exports import Description, View, describe
from ucap.frames import build
from ucap.plan.record import Activity, City, Finding, GoalMention, Period, Plan, SideFigures, Theme, TopicMention
from ucap.selection import Coverage, Selection
from ucap.vocabulary import categories, topics
from ucap.vocabulary.filters import FILTERS

DAY = date(2026, 11, 22)
PANJIN = City(
    name="Panjin",
    written="Panjin",
    side="china",
    lead=True,
    region="Liaoning",
    country_code="CN",
    latitude=41.12,
    longitude=122.07,
)
ROME = City(
    name="Rome", written="Rom", side="europe", region="Lazio", country_code="IT", latitude=41.89, longitude=12.51
)
LISBON = City(name="Lisbon", written="Lisbon", side="europe", country_code="PT", latitude=38.72, longitude=-9.14)
PAIR = Plan(id="panjin", title="Panjin – Rome", cities=(PANJIN, ROME), sources=("https://iuc.eu/?a=1&b=2",))


def view_of(*plans: Plan, selection: Selection | None = None) -> View:
    """A view of these plans, all of them if nothing is selected."""
    return _view(plans, Coverage(build(plans)), selection or Selection())


def _view(plans: Iterable[Plan], coverage: Coverage, selection: Selection) -> View:
    return View(Scene(coverage, selection), {plan.id or "": plan for plan in plans}, {}.get)


def description_of(view: View) -> Description:
    """The description of a view on a fixed day."""
    return describe(view.scene, DAY)


def views() -> st.SearchStrategy[View]:
    """Any view of up to three plans with any selection of theirs."""
    return st.lists(_plans(), max_size=3, unique_by=lambda plan: plan.id).flatmap(_selected)


def _selected(plans: list[Plan]) -> st.SearchStrategy[View]:
    coverage = Coverage(build(plans))
    filters = {
        name: st.lists(st.sampled_from(values), max_size=2) if values else st.just([])
        for name, values in ((name, coverage.options[name]) for name in FILTERS)
    }
    one_filter = st.sampled_from(list(filters)).flatmap(
        lambda name: filters[name].map(lambda chosen: {name: tuple(chosen)})
    )
    return one_filter.map(lambda chosen: _view(plans, coverage, Selection(**chosen)))


AWKWARD = (
    "=1+1",
    "-2",
    "'=3",
    "<b>&amp;</b>",
    "a\x00b\x1bc",
    "שלום \u202edir",
    "盘锦",
    "_x0041_",
    " x ",
    "a\nb",
    'a,"b"',
)
TEXTS = st.one_of(st.sampled_from(AWKWARD), st.text(st.characters(codec="utf-8"), max_size=12))
_DATES = st.sampled_from([None, "2018", "2018-02", "2018-07-31", "2019-12-24"])
_LISTS = st.lists(TEXTS, max_size=2)


def _cities() -> st.SearchStrategy[City]:
    some = st.builds(
        City,
        name=TEXTS.filter(bool),
        written=TEXTS,
        side=st.sampled_from(["china", "europe"]),
        country_code=st.sampled_from([None, "CN", "IT", "PT"]),
        latitude=st.floats(-90, 90),
        longitude=st.floats(-180, 180),
    )
    return st.sampled_from([PANJIN, ROME, LISBON]) | some


def _plans() -> st.SearchStrategy[Plan]:
    return st.builds(
        Plan,
        id=st.sampled_from(["panjin", "panjin-2", "yantai", "大连"]),
        title=st.none() | TEXTS,
        kind=st.sampled_from(["summary", "pairing"]),
        cities=st.lists(_cities(), max_size=4),
        china=st.builds(SideFigures, population=st.none() | st.integers(0, 10**8)),
        europe=st.builds(SideFigures, area_km2=st.none() | st.floats(0, 1e6)),
        period=st.builds(Period, start=_DATES, end=st.none(), text=st.none() | TEXTS),
        themes=st.lists(
            st.builds(Theme, label=TEXTS, detail=st.none() | TEXTS, categories=_slugs(categories())), max_size=2
        ),
        goals=st.lists(
            st.builds(GoalMention, goal=st.integers(1, 17), stated=st.booleans(), text=st.none() | TEXTS), max_size=2
        ),
        topics=st.lists(st.builds(TopicMention, topic=st.sampled_from([one.slug for one in topics()])), max_size=2),
        objectives=_LISTS,
        activities=st.lists(_activities(), max_size=3),
        results=_LISTS,
        findings=st.lists(st.builds(Finding, code=st.just("city-unknown"), message=TEXTS), max_size=2),
        sources=st.lists(st.sampled_from(["https://iuc.eu/?a=1&b=2", "a page"]), max_size=2),
    )


def _activities() -> st.SearchStrategy[Activity]:
    return st.builds(Activity, start=_DATES, end=st.none(), text=TEXTS, outputs=_LISTS, places=_LISTS)


def _slugs(vocabulary: tuple) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([one.slug for one in vocabulary]), max_size=2, unique=True)
