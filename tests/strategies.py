"""Plans made up by Hypothesis: valid records of real cities, for laws that must hold for any of them."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st

from tests.effort import effort
from ucap.plan.record import (
    Activity,
    City,
    Finding,
    GoalMention,
    Period,
    Plan,
    PlanCheck,
    SideFigures,
    Theme,
    TopicMention,
)
from ucap.selection import Selection
from ucap.vocabulary import ACTIVITY_KINDS, categories, topics
from ucap.vocabulary.filters import LINKS

# Name, region, country, latitude, longitude; Taizhou is two cities, and of Atlantis nobody knows where it lies.
PLACES = {
    "china": [
        ("Panjin", "Liaoning", "CN", 41.121, 122.0739),
        ("Tianjin", "Tianjin", "CN", 39.1422, 117.1767),
        ("Liuzhou", "Guangxi", "CN", 24.3264, 109.4281),
        ("Taizhou", "Zhejiang", "CN", 28.6616, 121.4323),
        ("Taizhou", "Jiangsu", "CN", 32.4907, 119.9081),
    ],
    "europe": [
        ("Rome", "Lazio", "IT", 41.8919, 12.5113),
        ("Bologna", "Emilia-Romagna", "IT", 44.4938, 11.3387),
        ("Málaga", "Andalusia", "ES", 36.7202, -4.4203),
        ("Manchester", "England", "GB", 53.4809, -2.2374),
        ("Atlantis", None, None, None, None),
    ],
}
# Values for each filter: some that such plans have and some that none has.
OPTIONS: dict[str, list[str] | list[int]] = {
    "chinese_cities": ["Panjin", "Liuzhou", "Taizhou", "Taizhou (Jiangsu)", "Nowhere"],
    "provinces": ["Liaoning", "Zhejiang", "Jiangsu"],
    "european_cities": ["Rome", "Bologna", "Málaga", "Atlantis"],
    "countries": ["IT", "ES", "FR"],
    "categories": ["tourism", "energy", "water"],
    "goals": [4, 8, 11],
    "topics": ["air-quality", "housing"],
    "years": [2016, 2018, 2019, 2025],
    "activity_kinds": ["visit", "meeting"],
    "plan_kinds": ["summary", "pairing"],
    "checks": ["yes", "no"],
    "plans": ["plan-0", "plan-1", "plan-9"],
}
SENTENCES = (
    "Delegation of Panjin visited Málaga.",
    "Both meet at the regional policy seminar in Zhengzhou.",
    "Workshop on water planned; cancelled.",
    "A further visit is being discussed.",
    "Signing of the agreement during the tourism forum (桂林国际旅游论坛).",
    "=1+1",
    "<b>Smart city</b>",
)
few = settings(max_examples=effort(10))  # for laws whose every example takes some tens of milliseconds
PAGES = ("https://www.iuc-asia.eu/2017/06/7895/", "https://iuc.eu/index.php?id=225")

sentences = st.sampled_from(SENTENCES) | st.text(min_size=1, max_size=20)
partial_dates = st.builds(
    lambda year, month, day, length: f"{year}-{month:02}-{day:02}"[:length],
    st.integers(2016, 2021),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from([4, 7, 10]),
)


@st.composite
def spans(draw: st.DrawFn) -> tuple[str | None, str | None]:
    """A start and an end, either or both of which may be unknown; the end does not lie before the start."""
    start, end = sorted([draw(partial_dates), draw(partial_dates)])
    return draw(st.sampled_from([(start, end), (start, start), (start, None), (None, end), (None, None)]))


@st.composite
def cities(draw: st.DrawFn, side: str) -> City:
    """A city of the side, written in one of two ways."""
    name, region, country_code, latitude, longitude = draw(st.sampled_from(PLACES[side]))
    return City(
        name=name,
        written=draw(st.sampled_from([name, name.upper()])),
        side=side,
        lead=draw(st.booleans()),
        region=region,
        country_code=country_code,
        latitude=latitude,
        longitude=longitude,
        population=draw(st.none() | st.integers(0, 10**8)),
    )


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    """An activity, dated or not, that may share page, place and words with others."""
    start, end = draw(spans())
    return Activity(
        start=start,
        end=end,
        text=draw(sentences),
        outputs=draw(st.lists(sentences, max_size=2)),
        kind=draw(st.sampled_from(ACTIVITY_KINDS)),
        places=draw(st.lists(st.sampled_from(["Panjin", "Rome", "Zhengzhou"]), max_size=2, unique=True)),
        online=draw(st.booleans()),
        cities=draw(st.lists(st.sampled_from(["Panjin", "Rome"]), max_size=2, unique=True)),
        source=draw(st.none() | st.sampled_from(PAGES)),
    )


periods = spans().map(lambda span: Period(start=span[0], end=span[1], text=None))
figures = st.builds(
    SideFigures, population=st.none() | st.integers(0, 10**9), area_km2=st.none() | st.floats(0, 1e6, allow_nan=False)
)
themes = st.builds(
    Theme,
    label=sentences,
    detail=st.none() | sentences,
    categories=st.lists(st.sampled_from([one.slug for one in categories()]), max_size=3, unique=True),
)
mentions = st.lists(
    st.builds(GoalMention, goal=st.integers(1, 17), stated=st.booleans(), text=st.none() | sentences),
    max_size=4,
    unique_by=lambda mention: mention.goal,
)
topic_mentions = st.lists(
    st.builds(TopicMention, topic=st.sampled_from([one.slug for one in topics()]), stated=st.booleans()),
    max_size=3,
    unique_by=lambda mention: mention.topic,
)
findings = st.builds(
    Finding,
    code=st.sampled_from(["field-missing", "period-open", "text-unplaced"]),
    severity=st.sampled_from(["error", "warning", "note"]),
    field=st.sampled_from([None, "/goals", "/topics", "/themes", "/period"]),
    message=sentences,
)


@st.composite
def plans(draw: st.DrawFn, plan_id: str = "plan") -> Plan:
    """A valid plan with that id."""
    sides = [draw(st.lists(cities(side), max_size=3)) for side in ("china", "europe")]
    return Plan(
        id=plan_id,
        kind=draw(st.sampled_from(["summary", "pairing", "cluster", "visit"])),
        title=draw(st.none() | sentences),
        cities=draw(st.permutations([*sides[0], *sides[1]])),
        china=draw(figures),
        europe=draw(figures),
        period=draw(periods),
        themes=draw(st.lists(themes, max_size=3)),
        goals=draw(mentions),
        topics=draw(topic_mentions),
        focus=draw(st.lists(sentences, max_size=2)),
        activities=draw(st.lists(activities(), max_size=4)),
        results=draw(st.lists(sentences, max_size=2)),
        notes=draw(st.lists(sentences, max_size=1)),
        findings=draw(st.lists(findings, max_size=2)),
        checked=draw(st.none() | st.just(PlanCheck(by="Anna", on="2026-11-29"))),
        sources=draw(st.lists(st.sampled_from(PAGES), max_size=2, unique=True)),
    )


@st.composite
def corrected(draw: st.DrawFn, plan: Plan) -> Plan:
    """The plan with one field that says something else, or the same."""
    field = draw(st.sampled_from(["kind", "title", "cities", "activities", "goals", "themes", "period"]))
    return plan.model_copy(update={field: getattr(draw(plans()), field)})


def plan_lists(max_size: int = 5) -> st.SearchStrategy[list[Plan]]:
    """Plans with ids that differ."""
    return (
        st.integers(0, max_size).flatmap(lambda count: st.tuples(*(plans(f"plan-{n}") for n in range(count)))).map(list)
    )


@st.composite
def selections(draw: st.DrawFn) -> Selection:
    """A selection over such plans: mostly a filter or two, with values that plans have and some that none has."""
    asked = draw(st.sets(st.sampled_from([*OPTIONS, "text", "is_stated_only", "link"]), max_size=3))
    values = {
        name: draw(st.lists(st.sampled_from(options), min_size=1, max_size=2))
        for name, options in OPTIONS.items()
        if name in asked
    }
    text = draw(st.sampled_from(["malaga", "seminar regional", "论坛", "Panj", "smart  CITY", "nothing"]))
    return Selection(
        **values,
        text=text if "text" in asked else "",
        is_stated_only="is_stated_only" in asked,
        link=draw(st.sampled_from(LINKS)) if "link" in asked else "paired",
    )
