"""Each page draws what it is there for, says kindly what it lacks, and speaks the visitor's language."""

from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visit
from ucap.charts.catalogue import CHARTS
from ucap.exports import FORMATS

TITLES = {
    "overview": "Overview",
    "coverage": "Coverage",
    "timeline": "Timeline",
    "plans": "Plans",
    "findings": "To check",
}
TABS = {"themes": ["themes-goals"], "cities": ["cities-goals"], "topics": ["topics"]}
TABS |= {"countries": ["countries", "themes-countries"], "gaps": []}


def title(app: AppTest) -> str:
    return str(app.title[0].value)


def captions(app: AppTest) -> list[str]:
    return [caption.value for caption in app.caption]


def texts(app: AppTest) -> str:
    """All paragraphs of a page, as written in Markdown."""
    return "\n".join(markdown.value for markdown in app.markdown)


def charts(app: AppTest) -> list[str]:
    """The names of the charts that a page shows."""
    keys = [str(button.key) for button in app.button]
    return [key.removeprefix("picture_") for key in keys if key.startswith("picture_")]


@pytest.mark.parametrize("page", TITLES)
def test_each_page_has_its_title_and_counts_its_plans(visit: Visit, page: str) -> None:
    app = visit(page)
    assert title(app) == TITLES[page]
    assert "3 of 3 plans" in captions(app)


@pytest.mark.parametrize("page", TITLES)
def test_each_page_speaks_chinese_where_the_address_says_so(visit: Visit, page: str) -> None:
    app = visit(page, lang="zh")
    assert re.search("[一-龥]", title(app))
    assert "3 of 3 plans" not in captions(app)
    assert any("3" in caption and re.search("[一-龥]", caption) for caption in captions(app))


def test_an_address_of_a_plan_that_is_not_there_says_so_and_shows_the_others(visit: Visit) -> None:
    app = visit("plans", open="atlantis")
    assert [warning.value for warning in app.warning] == [
        "No plan here is called “atlantis”\\. If it was removed, it stands under To check, Not counted\\."
    ]
    assert "3 of 3 plans" in captions(app)


@pytest.mark.parametrize("page", TITLES)
def test_each_page_is_kind_when_nothing_is_selected(visit: Visit, page: str) -> None:
    """Filters that no plan meets give a friendly page with a way back, not an error."""
    app = visit(page, q="nosuchword")
    assert "### No plan matches these filters" in texts(app)
    next(button for button in app.button if button.label == "Show all plans").click().run()
    assert "3 of 3 plans" in captions(app)
    assert app.exception.len == 0


@pytest.mark.parametrize("page", TITLES)
def test_each_page_keeps_to_the_filters_of_the_address(visit: Visit, page: str) -> None:
    assert "1 of 3 plans" in captions(visit(page, city="Wuxi"))


def test_unknown_filter_values_in_the_address_are_ignored_and_said(visit: Visit) -> None:
    """An address with a city that the data lacks shows the rest of its filters and says what was ignored."""
    app = visit("overview", city=["Panjin", "Atlantis"])
    assert "1 of 3 plans" in captions(app)
    assert [warning.value for warning in app.warning if "“Atlantis”" in warning.value]
    assert not [warning.value for warning in app.warning if "Panjin" in warning.value]


def test_a_file_that_cannot_be_read_is_named_and_the_others_load(visit: Visit) -> None:
    """A broken record file gets a line that names it and its fault."""
    app = visit("overview")
    assert [one.label for one in app.expander if one.label == "1 file could not be read"]
    assert "broken\\.json" in texts(app)
    assert "/goals/0/goal" in texts(app)


def test_the_overview_shows_key_figures_the_map_and_the_pairs(visit: Visit) -> None:
    app = visit("overview")
    figures = {str(button.key): button.label for button in app.button if str(button.key).startswith("figure_")}
    assert figures["figure_plans"] == "**3** plans"
    assert figures["figure_pairs"] == "**5** pairs of cities"
    assert charts(app) == ["map", "themes", "goals", "activities-in-time"]
    assert "Bilbao – Wuxi" in app.dataframe[0].value["Pair"].tolist()


def test_a_key_figure_opens_the_pairs_behind_it(visit: Visit) -> None:
    app = visit("overview")
    app.button(key="figure_pairs").click().run()
    assert len(app.dataframe) == 2
    assert app.dataframe[1].value["Pair"].tolist() == app.dataframe[0].value["Pair"].tolist()


@pytest.mark.parametrize("tab", TABS)
def test_each_tab_of_coverage_has_its_charts(visit: Visit, tab: str) -> None:
    assert charts(coverage(visit, tab)) == TABS[tab]


def coverage(visit: Visit, tab: str) -> AppTest:
    """The page with one of its tabs open."""
    app = visit("coverage")
    app.session_state["tabs"] = {"Coverage": tab}
    return app.run()


def test_the_gaps_name_what_no_plan_touches(visit: Visit) -> None:
    app = coverage(visit, "gaps")
    untouched = [word for pills in app.get("button_group") for word in pills.options]
    assert "SDG 1 No Poverty" in untouched
    assert not any(word.startswith("SDG 11 ") for word in untouched)


def test_the_timeline_shows_activities_periods_and_their_table(visit: Visit) -> None:
    app = visit("timeline")
    assert charts(app) == ["activities", "periods"]
    dates = app.dataframe[0].value["From"].tolist()
    assert len(dates) == 13
    known = [date for date in dates if isinstance(date, str)]
    assert known == sorted(known)
    assert len(known) >= 10


def test_every_chart_stands_on_some_page(visit: Visit) -> None:
    """No chart of the catalogue is forgotten."""
    shown = [
        *charts(visit("overview")),
        *charts(visit("timeline")),
        *(name for names in TABS.values() for name in names),
    ]
    assert sorted(shown) == sorted(CHARTS)


@pytest.mark.parametrize("name", ["map", "themes", "goals"])
def test_a_chart_opens_its_table_its_evidence_and_its_picture(visit: Visit, name: str) -> None:
    for kind in ("table", "evidence", "picture"):
        app = visit("overview")
        before = len(list(app.main))
        app.button(key=f"{kind}_{name}").click().run()
        assert app.exception.len == 0
        assert len(app.get("dialog")) == 1 or len(list(app.main)) > before, kind


def test_the_menu_of_files_offers_every_format(visit: Visit) -> None:
    """A format of one table asks for the table, and the calendar can be subscribed to."""
    app = visit("plans")
    box = app.selectbox(key="export_format")
    assert box.options == [one.label for one in FORMATS.values()]
    assert "Table" not in [one.label for one in app.selectbox]
    box.set_value("csv").run()
    assert app.selectbox(key="export_plans").value == "plans"
    app.selectbox(key="export_format").set_value("ics").run()
    assert "Subscribe in your calendar" in [one.proto.label for one in app.get("link_button")]
    assert app.exception.len == 0


def test_what_is_new_since_an_exported_file(visit: Visit) -> None:
    """Its name has the day and the fingerprint of its data; a name that has neither is refused."""
    app = visit("overview")
    app.text_input(key="news_file").set_value("ucap-plans-2017-03-01-00000000.xlsx").run()
    assert "data have changed since that file" in " ".join(captions(app))
    assert any(str(button.key) == "news_list" for button in app.button)
    app.text_input(key="news_file").set_value("minutes.docx").run()
    assert "no day and no fingerprint" in app.error[0].value
