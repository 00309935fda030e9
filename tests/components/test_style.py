"""The style sheet: what the browser does not have to look at again."""

from components.begin import _STYLE
from ucap.charts.catalogue import CHARTS


def test_no_rule_asks_what_a_class_contains():
    """After such a rule each change of any class has the browser style all below it again, a map's thousand nodes."""
    assert "[class" not in _STYLE.read_text("utf-8").partition("*/")[2].partition("*/")[2]


def test_the_sentence_of_each_chart_has_its_room():
    style = _STYLE.read_text("utf-8")
    assert [name for name in CHARTS if f".st-key-sentence-{name}" not in style] == []
