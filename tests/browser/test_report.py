"""The report opens in a browser without a network, draws its charts and shows its tables."""

import pypdfium2
import pytest

from tests.exports.samples import PAIR, description_of, view_of
from ucap.charts.catalogue import CHARTS
from ucap.exports import export

pytestmark = [pytest.mark.browser, pytest.mark.only_looks]


def test_a_report_draws_all_charts_and_asks_nothing_of_any_host(page, tmp_path):
    view = view_of(PAIR)
    report = tmp_path / "report.html"
    report.write_bytes(export("html", view, description_of(view)))
    page.goto(report.as_uri())
    page.wait_for_function(f"document.querySelectorAll('.plotly-graph-div .main-svg').length >= {len(CHARTS)}")
    assert page.locator("[data-figure=plans] strong").inner_text() == "1"
    assert page.locator("[data-table=frame-pairs] tbody td").nth(1).text_content() == "Panjin"


def test_a_printed_report_has_its_tables_though_they_are_folded_on_the_screen(page, tmp_path):
    view = view_of(PAIR)
    report, paper = tmp_path / "report.html", tmp_path / "report.pdf"
    report.write_bytes(export("html", view, description_of(view)))
    page.goto(report.as_uri())
    page.pdf(path=str(paper), prefer_css_page_size=True)
    said = "\n".join(sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(paper))
    assert "As written: Rom" in said  # a row of the table of cities, as a list
    assert "Panjin, Liaoning, China" in said
    assert page.locator("details[open]").count() == 0
