"""A click on a mark says which filters it sets."""

from ucap.charts.chart import CONFIG, clicked


def event(*customdata):
    return {"selection": {"points": [{"customdata": list(data)} for data in customdata]}}


def test_a_mark_names_a_filter_and_its_value():
    assert clicked(event(["goal", 11])) == [("goal", 11)]


def test_a_mark_may_name_several_filters():
    assert clicked(event(["city", "Panjin", "partner", "Rome"])) == [("city", "Panjin"), ("partner", "Rome")]


def test_what_several_marks_say_is_said_once():
    assert clicked(event(["goal", 11], ["goal", 11, None, None])) == [("goal", 11)]


def test_marks_that_say_nothing_and_clicks_beside_marks_set_no_filter():
    assert clicked({"selection": {"points": [{"x": 1}, {"customdata": None}, {"customdata": []}]}}) == []
    assert clicked({}) == []


def test_no_buttons_lie_over_a_chart():
    assert CONFIG["displayModeBar"] is False


def test_no_chart_leads_to_another_host():
    assert CONFIG["displaylogo"] is False
