"""Records to rows."""

from ucap.frames.columns import FRAMES
from ucap.frames.rows import ROWS, activity_rows, city_rows, plan_rows, theme_rows, topic_rows
from ucap.plan.record import Activity, City, Plan, Statements, Theme, TopicMention


def test_a_country_has_its_english_name_and_a_code_that_is_none_stands_for_itself() -> None:
    cities = [City(name="Rome", written="Rome", side="europe", country_code=code) for code in ("IT", "XQ", None)]
    assert [row["country"] for row in city_rows(Plan(id="p", cities=cities))] == ["Italy", "XQ", None]


def test_every_frame_but_the_pairs_is_made_of_rows_of_plans() -> None:
    assert {*ROWS, "pairs"} == set(FRAMES)


def test_a_theme_under_no_category_keeps_a_row_and_one_named_twice_is_one() -> None:
    plan = Plan(id="p", themes=[Theme(label="Gaming"), Theme(label="Tourism", categories=["tourism", "tourism"])])
    assert [(row["label"], row["category"]) for row in theme_rows(plan)] == [("Gaming", None), ("Tourism", "tourism")]


def test_lists_of_an_activity_are_joined_and_empty_ones_are_missing() -> None:
    (row,) = activity_rows(Plan(id="p", activities=[Activity(text="Visit.", places=["Rome", "Nice"])]))
    assert (row["places"], row["outputs"]) == ("Rome; Nice", None)


def test_numbers_of_themes_and_goals_are_missing_where_nobody_said_that_there_are_none() -> None:
    """A summary whose row declares "none" has 0 goals; a visit that says nothing of goals has no number of them."""
    silent, declared = Plan(id="p", kind="visit"), Plan(id="q", statements=Statements(goals="none"))
    counts = [(row["theme_count"], row["goal_count"]) for plan in (silent, declared) for row in plan_rows(plan)]
    assert counts == [(None, None), (0, 0)]


def test_a_topic_that_the_vocabulary_lacks_is_its_own_name() -> None:
    (row,) = topic_rows(Plan(id="p", topics=[TopicMention(topic="moon-cities")]))
    assert row["topic_name"] == "moon-cities"
