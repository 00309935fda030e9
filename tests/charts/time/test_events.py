"""What several plans tell of one event is one event."""

from tests.charts.samples import activity, plan, scene
from ucap.charts.time.events import distinct_events, first_reports

TEXT = "Delegations of Panjin and Rome visit the exhibition in Brussels."


def reported(*parts):
    return scene(parts).frames.activities


def test_an_event_told_by_two_plans_is_one_with_both():
    activities = reported(
        plan("a", ["Panjin", "Rome"], activities=[activity(TEXT, "2019-09-03")]),
        plan("b", ["Liuzhou", "Rome"], activities=[activity(TEXT, "2019-09-03")]),
    )
    events = distinct_events(activities)
    assert events["plans"].tolist() == [("a", "b")]
    assert len(first_reports(activities)) == 1


def test_events_stand_in_the_order_of_time_undated_ones_last():
    parts = [
        activity("Undated training."),
        activity("Second forum.", "2020", kind="event"),
        activity("First visit.", "2019-05"),
    ]
    events = distinct_events(reported(plan("a", activities=parts)))
    assert events["text"].tolist() == ["First visit.", "Second forum.", "Undated training."]


def test_an_event_lies_outside_only_if_it_does_for_all_plans():
    activities = reported(plan("a", activities=[activity("x", "2019")]), plan("b", activities=[activity("y", "2020")]))
    same = activities.assign(event="a/0", timing=["before", "within"])
    assert distinct_events(same)["timing"].tolist() == ["within"]
    assert distinct_events(same.assign(timing="before"))["timing"].tolist() == ["before"]


def test_the_most_precise_date_is_taken():
    activities = reported(
        plan("a", activities=[activity("x", "2019")]), plan("b", activities=[activity("y", "2019-05-02")])
    )
    same = activities.assign(event="a/0")
    assert distinct_events(same)["start_date"].tolist() == ["2019-05-02"]
