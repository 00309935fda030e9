"""One event told by several plans is one event."""

from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given

from tests.records import all_plans
from tests.strategies import few, plan_lists
from ucap.frames import build
from ucap.plan.record import Activity, Plan

PAGE = "https://www.iuc-asia.eu/2017/06/7895/"


def told_by(*tellings: Activity) -> int:
    """How many events there are if each activity is told by a plan of its own."""
    plans = [Plan(id=f"plan-{n}", activities=[activity]) for n, activity in enumerate(tellings)]
    return build(plans).activities["event"].nunique()


def activity(text: str, start: str, end: str | None = None, **more: object) -> Activity:
    return Activity(text=text, start=start, end=end or start, **more)


@pytest.fixture(scope="module")
def real() -> pd.DataFrame:
    return build(all_plans()).activities


@pytest.mark.parametrize(
    ("start", "end", "plans"),
    [
        ("2017-05-30", "2017-06-07", {"longyan", "malaga-changchun", "mannheim-chongqing", "zhengzhou"}),
        ("2017-10-23", "2017-10-28", {"malaga-changchun", "zhengzhou"}),
        ("2018-07", "2018-07", {"barnsley-liuzhou", "nice-haikou", "rome-yantai"}),
        ("2018-09-12", "2018-09-20", {"granada-2018-cities", "nice-haikou"}),
        ("2019-04", "2019-04", {"bologna-guangzhou", "circular-economy-energy-cluster"}),
        ("2019-06-09", "2019-06-15", {"barcelona-liuzhou", "smart-city-energy-cluster"}),
        ("2020-03", "2020-03", {"panjin", "yangzhou-expo"}),
    ],
)
def test_the_register_and_the_summaries_tell_of_these_events_together(
    real: pd.DataFrame, start: str, end: str, plans: set[str]
) -> None:
    told = real[real["plan"].isin(plans) & (real["start_date"] == start) & (real["end_date"] == end)]
    assert set(told["plan"]) == plans
    assert told["event"].nunique() == 1


def test_all_other_activities_of_the_register_and_the_summaries_are_events_of_their_own(real: pd.DataFrame) -> None:
    told_once = real.groupby("event").filter(lambda tellings: len(tellings) == 1)
    assert len(real) - len(told_once) == 17
    assert (told_once["event"] == told_once["plan"] + "/" + told_once["position"].astype("str")).all()


def test_two_activities_of_one_plan_in_the_same_month_stay_two(real: pd.DataFrame) -> None:
    march = real[(real["plan"] == "tianjin") & (real["start_date"] == "2017-03")]
    assert march["event"].nunique() == len(march) == 2


def test_the_same_page_and_days_are_one_event_whatever_the_words() -> None:
    assert told_by(activity("Visit.", "2017-05-30", source=PAGE), activity("Two MoUs.", "2017-05-30", source=PAGE)) == 1


def test_the_same_place_and_days_are_one_event_whatever_the_words() -> None:
    rome = {"places": ["Rome"]}
    assert told_by(activity("Round table.", "2019-04-12", **rome), activity("Signing.", "2019-04-12", **rome)) == 1


def test_the_same_place_and_month_are_one_event_only_in_similar_words() -> None:
    rome = {"places": ["Rome"]}
    table, signing = (
        activity("Round table on smart cities.", "2019-04", **rome),
        activity("Signing.", "2019-04", **rome),
    )
    assert told_by(table, signing) == 2
    assert told_by(table, activity("Smart cities: a round table.", "2019-04", **rome)) == 1


def test_overlapping_days_are_one_event_only_in_similar_words() -> None:
    visit = activity("Delegation of five cities visits Granada.", "2018-05-30", "2018-06-03", source=PAGE)
    assert told_by(visit, activity("Five cities: delegation in Granada.", "2018-06-01", "2018-06-03", source=PAGE)) == 1
    assert told_by(visit, activity("Letter of the mayor.", "2018-06-01", "2018-06-03", source=PAGE)) == 2


def test_dates_of_different_precision_are_two_events() -> None:
    assert told_by(activity("Visit.", "2018-09", source=PAGE), activity("Visit.", "2018-09-12", source=PAGE)) == 2


def test_similar_words_alone_do_not_join_what_happened_in_different_places() -> None:
    words = "Online matching event around the horticulture expo."
    assert told_by(activity(words, "2020-03"), activity(words, "2020-03", places=["Yangzhou"])) == 1
    assert told_by(activity(words, "2020-03", places=["Rome"]), activity(words, "2020-03", places=["Yangzhou"])) == 2


def test_a_few_common_words_join_nothing() -> None:
    assert (
        told_by(activity("Working session.", "2023-05-26"), activity("Working session on gaming.", "2023-05-26")) == 2
    )


def test_undated_activities_are_events_of_their_own() -> None:
    assert told_by(Activity(text="See the website.", source=PAGE), Activity(text="See the website.", source=PAGE)) == 2


@few
@given(plan_lists())
def test_a_plan_tells_of_an_event_once_and_all_tellings_overlap_one(plans: list[Plan]) -> None:
    activities = build(plans).activities
    for event, tellings in activities.groupby("event"):
        assert tellings["plan"].is_unique
        assert event == f"{tellings['plan'].iloc[0]}/{tellings['position'].iloc[0]}"
        assert tellings["precision"].nunique() == 1


@few
@given(plan_lists(max_size=3))
def test_without_a_second_plan_every_activity_is_an_event(plans: list[Plan]) -> None:
    for plan in plans:
        assert build([plan]).activities["event"].is_unique


def test_events_do_not_depend_on_which_other_months_are_told() -> None:
    alone, among = build(all_plans()[:9]).activities, build(all_plans()).activities
    for one, other in combinations(range(len(alone)), 2):
        is_one_event = alone["event"][one] == alone["event"][other]
        assert is_one_event == (among["event"][one] == among["event"][other])
