"""The report opens in a browser without a network, draws its charts and shows its tables."""

import pytest

from tests.exports.samples import PAIR, description_of, view_of
from ucap.charts.catalogue import CHARTS
from ucap.exports import export

pytestmark = pytest.mark.browser


def test_a_report_draws_all_charts_and_asks_nothing_of_any_host(page, tmp_path):
    view = view_of(PAIR)
    report = tmp_path / "report.html"
    report.write_bytes(export("html", view, description_of(view)))
    page.goto(report.as_uri())
    page.wait_for_function(f"document.querySelectorAll('.plotly-graph-div .main-svg').length >= {len(CHARTS)}")
    assert page.locator("[data-figure=plans] strong").inner_text() == "1"
    assert page.locator("[data-table=frame-pairs] tbody td").nth(1).text_content() == "Panjin"
