"""The report holds what is selected, escaped, in one file."""

from datetime import date
from functools import cache

import lxml.html
from hypothesis import given, settings
from plotly.offline import get_plotlyjs_version

from tests.effort import effort
from tests.exports.samples import PAIR, description_of, view_of, views
from tests.records import all_plans
from ucap.charts.catalogue import CHARTS
from ucap.charts.scene import Scene
from ucap.exports import describe, export, notices
from ucap.exports.view import View
from ucap.frames import build
from ucap.frames.frames import rows_of
from ucap.plain_text import printable
from ucap.plan.record import Activity, Plan, Theme
from ucap.selection import Coverage, Selection
from ucap.selection.tables import told

MARKUP = Plan(id="a", title="</script><b>&amp;", themes=(Theme(label="<img src=x onerror=alert(1)>"),))


@cache
def of_pair() -> bytes:
    """The report of that plan, made once for all that only look at it."""
    return export("html", view_of(PAIR), description_of(view_of(PAIR)))


def page_of_pair() -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(of_pair())


def exported(view) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(export("html", view, description_of(view)))


def rows_shown(page, name: str) -> list[list[str]]:
    return [[cell.text_content() for cell in row] for row in page.xpath(f"//table[@data-table='{name}']/tbody/tr")]


def shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else printable(str(value))


@settings(max_examples=effort(4))
@given(views())
def test_the_tables_have_the_rows_order_and_values_that_were_selected(view):
    page = exported(view)
    for name in ("plans", "cities", "pairs", "activities", "results", "findings"):
        said = told(name, view.frames[name], view.frames, view.scene.coverage)
        expected = [list(map(shown, row.values())) for row in rows_of(said)]
        assert rows_shown(page, f"frame-{name}") == expected


def test_every_chart_stands_there_with_its_sentence():
    view, page = view_of(PAIR), page_of_pair()
    for draw in CHARTS.values():
        chart = draw(view.scene)
        assert page.xpath(f"//section[@id='{chart.name}']/p")[0].text_content() == chart.sentence
        assert page.get_element_by_id(f"chart-{chart.name}") is not None


def test_text_that_looks_like_markup_is_text():
    view = view_of(MARKUP)
    content = export("html", view, description_of(view)).decode()
    assert "</script><b>" not in content
    assert "<img src=x" not in content
    assert rows_shown(lxml.html.document_fromstring(content), "frame-themes")[0][2] == MARKUP.themes[0].label


def test_a_plan_shows_the_passage_that_a_value_was_read_from():
    plan = Plan(id="a", activities=(Activity(text="Visit"),), passages={"/activities/0": ((0, 16),)})
    view = view_of(plan)
    with_text = type(view)(view.scene, view.records, {"a": "They visit Rome. More."}.get)
    assert [quote.text_content() for quote in exported(with_text).xpath("//q")] == ["They visit Rome."]


def test_nothing_in_the_page_is_asked_of_a_host():
    page = page_of_pair()
    assert page.xpath("//script/@src | //link/@href | //img/@src | //iframe") == []
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'")


def test_filters_fingerprint_and_notices_stand_in_the_footer():
    view = view_of(PAIR)
    footer = page_of_pair().xpath("//footer")[0].text_content()
    assert all(text in footer for text in (view.frames.fingerprint, *notices(), *PAIR.sources))


def test_the_report_of_all_plans_of_the_product_is_smaller_than_two_megabytes():
    plans = {plan.id: plan for plan in all_plans()}
    view = View(Scene(Coverage(build(plans.values())), Selection()), plans, lambda _plan: None)
    assert len(export("html", view, describe(view.scene, date(2026, 11, 22)))) < 2_000_000


def test_the_drawing_code_is_of_the_version_that_the_charts_are_made_for():
    content = of_pair().decode()
    assert f"plotly.js (basic - minified) v{get_plotlyjs_version()}" in content


def test_the_list_of_contents_leads_to_each_chart_the_plans_and_each_table():
    page = page_of_pair()
    targets = [link.removeprefix("#") for link in page.xpath("//nav//a/@href")]
    assert targets[: len(CHARTS)] == list(CHARTS)
    assert all(page.get_element_by_id(target) is not None for target in targets)
    assert {table.get("data-table") for table in page.xpath("//section[@id='tables']//table")} <= set(targets)
