"""Activities as plans tell them, prepared for comparison."""

from ucap.frames import build
from ucap.frames.events import by_month
from ucap.plan.record import Activity, Plan


def months(*dates: tuple[str | None, str | None]) -> list[list[int]]:
    """The rows of activities with these dates, in groups."""
    activities = [Activity(text="", start=start, end=end) for start, end in dates]
    return [
        [telling.row for telling in month]
        for month in by_month(build([Plan(id="plan", activities=activities)]).activities)
    ]


def test_activities_meet_in_each_month_that_both_touch() -> None:
    assert months(("2017-05-30", "2017-06-07"), ("2017-06-01", "2017-06-01"), ("2017-05", "2017-05")) == [
        [0, 2],
        [0, 1],
    ]


def test_where_only_the_year_is_known_they_meet_by_year() -> None:
    assert months(("2017", "2018"), ("2018", "2018"), ("2018-01", "2018-01")) == [[0, 1]]


def test_undated_ones_and_those_alone_in_their_month_meet_nobody() -> None:
    assert months((None, None), (None, None), ("2017-05", "2017-05")) == []


def test_words_are_folded_and_short_ones_left_out() -> None:
    plan = Plan(id="plan", activities=[Activity(text="Visit to Málaga, 论坛", start="2017", places=["Málaga"])] * 2)
    ((telling, _),) = by_month(build([plan]).activities)
    assert telling.text == "visit to malaga 论 坛"
    assert telling.words == {"visit", "malaga"}
    assert telling.places == {"malaga"}
