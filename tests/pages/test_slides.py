"""The slides of a selection, without a browser."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visit


def markup(app: AppTest) -> str:
    """All that a slide draws itself."""
    return "\n".join(one.proto.body for one in app.get("html"))


def test_the_address_of_a_slide_opens_it_for_that_selection(visit: Visit) -> None:
    app = visit("present", city="Panjin", slide="4")
    assert "<h1>Sustainable Development Goals</h1>" in markup(app)
    assert "of the 1 plan that names goals" in markup(app)


def test_a_number_beyond_the_last_slide_shows_the_last_one(visit: Visit) -> None:
    assert "<h1>Sources and notices</h1>" in markup(visit("present", slide="9999"))


def test_an_empty_selection_gets_a_kind_slide(visit: Visit) -> None:
    """Filters that no plan meets give one friendly slide and a way to all plans."""
    app = visit("present", q="nosuchword")
    assert "<h1>No plan is selected</h1>" in markup(app)
    next(button for button in app.button if button.label == "Show all plans").click().run()
    assert app.exception.len == 0
    assert "<h1>Urban Cooperation Action Plans</h1>" in markup(app)


def test_each_plan_has_a_slide_or_a_line_in_a_table(visit: Visit) -> None:
    shown = [markup(visit("present", slide=str(number))) for number in range(9, 13)]
    assert any("<h1>Wuxi – Bilbao</h1>" in slide or ">Wuxi – Bilbao" in slide for slide in shown)
