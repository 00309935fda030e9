"""Doubts that a record shows by itself."""

from __future__ import annotations

import pytest

from ucap.plan.record import Activity, City, Period, Plan, SideFigures, Theme
from ucap.reading.checks import check

WUXI = City(
    name="Wuxi", written="Wuxi", side="china", lead=True, region="Jiangsu", country_code="CN", population=4_396_835
)
BILBAO = City(
    name="Bilbao", written="Bilbao", side="europe", region="Basque Country", country_code="ES", population=345_821
)
PRAGUE = City(name="Prague", written="Prague", side="europe", region="Prague", country_code="CZ", population=1_300_000)
LJUBLJANA = City(name="Ljubljana", written="Ljubljana", side="europe", region="Ljubljana", country_code="SI")


def found(plan: Plan) -> list[tuple[str, str | None, str]]:
    return [(one.code, one.field, one.message) for one in check(plan)]


def countries(*codes: str) -> Plan:
    return Plan(
        cities=(WUXI, BILBAO, PRAGUE), china=SideFigures(countries=("CN",)), europe=SideFigures(countries=codes)
    )


def test_countries_that_fit_their_cities_raise_no_doubt() -> None:
    assert found(countries("ES", "CZ")) == []


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("FR", "France is listed, but no city of the plan is in France."),
        ("GB", "The United Kingdom is listed, but no city of the plan is there."),
    ],
)
def test_a_country_without_city(code: str, message: str) -> None:
    assert found(countries("ES", "CZ", code)) == [("country-without-city", "/europe/countries/2", message)]


def test_a_city_without_country() -> None:
    assert [(code, field) for code, field, _ in found(countries("ES"))] == [("city-without-country", "/cities/2")]


def test_a_plan_that_lists_no_country_is_not_asked() -> None:
    assert found(Plan(cities=(WUXI, BILBAO))) == []


def test_hong_kong_is_in_china() -> None:
    city = City(name="Hong Kong", written="Hong Kong", side="china", country_code="HK")
    assert found(Plan(cities=(city,), china=SideFigures(countries=("CN",)))) == []


@pytest.mark.parametrize(
    ("cities", "regions", "fields"),
    [
        ((BILBAO, PRAGUE), ("Basque Country", "Prague"), []),
        ((BILBAO, PRAGUE), ("Basque Country",), ["/cities/1"]),
        ((BILBAO,), ("Andalusia",), ["/cities/0", "/europe/regions/0"]),
        ((BILBAO,), ("Basque Country", "Andalusia"), ["/europe/regions/1"]),
        ((BILBAO, LJUBLJANA), ("Basque Country", "Somewhere unheard of"), []),
        ((BILBAO, PRAGUE), (), []),
    ],
)
def test_regions_are_checked_against_the_cities(
    cities: tuple[City, ...], regions: tuple[str, ...], fields: list[str]
) -> None:
    plan = Plan(cities=cities, europe=SideFigures(regions=regions))
    assert [(code, field) for code, field, _ in found(plan)] == [("region-mismatch", field) for field in fields]


@pytest.mark.parametrize(
    ("population", "area", "code"),
    [
        (6_550_000, 4_627.0, None),
        (550_000_000, 10_942.0, "population-implausible"),
        (6_550_000, 11.0, "area-implausible"),
        (6_550_000, 19.0, "area-implausible"),
        (6_550, 4_627.0, "population-implausible"),
        (6_550_000, 4_627_000.0, "area-implausible"),
        (6_550_000, None, None),
        (None, 4_627.0, None),
        (None, 11.0, "area-implausible"),
        (655_000_000, None, "population-implausible"),
    ],
)
def test_a_figure_that_cannot_be_right_is_found(population: int | None, area: float | None, code: str | None) -> None:
    plan = Plan(cities=(WUXI,), china=SideFigures(population=population, area_km2=area))
    assert [one.code for one in check(plan)] == ([code] if code else [])


@pytest.mark.parametrize(
    ("period", "message"),
    [
        (Period(start="2017-05", text="May 2017"), "The period has a start (May 2017) and no end."),
        (Period(end="2020", text="until 2020"), "The period has an end (2020) and no start."),
        (Period(text="three years"), "No date could be read from the period."),
    ],
)
def test_an_open_period_is_found(period: Period, message: str) -> None:
    assert found(Plan(period=period)) == [("period-open", "/period", message)]


@pytest.mark.parametrize("period", [Period(), Period(text="N/A"), Period(start="2018", end="2020", text="2018 – 2020")])
def test_no_period_an_unavailable_one_and_a_whole_one_are_not_open(period: Period) -> None:
    assert found(Plan(period=period)) == []


def dated(*dates: tuple[str | None, str | None]) -> Plan:
    activities = tuple(Activity(start=start, end=end, text="Meeting.") for start, end in dates)
    return Plan(period=Period(start="2018-05", end="2020-04"), activities=activities)


def test_activities_before_the_period_are_one_finding() -> None:
    plan = dated(("2018-06", "2018-06"), ("2018-01", "2018-01"), ("2018-03", "2018-03"), ("2018-03", "2018-03"))
    message = "January and March 2018 lie before the period, which starts in May 2018."
    assert found(plan) == [("activity-before-period", "/activities/1", message)]


def test_a_period_that_starts_on_a_day_is_named_so() -> None:
    period = Period(start="2018-05-14", end="2020")
    (finding,) = check(Plan(period=period, activities=(Activity(start="2018-04", end="2018-04", text="Meeting."),)))
    assert finding.message == "April 2018 lies before the period, which starts on 14 May 2018."


def test_activities_after_the_period_are_one_finding() -> None:
    message = "May 2020 lies after the period, which ends in April 2020."
    assert found(dated(("2020-05", "2020-05"))) == [("activity-after-period", "/activities/0", message)]


@pytest.mark.parametrize(
    "dates", [("2018", "2018"), ("2018-04", "2018-05"), ("2020-04-30", "2020-04-30"), ("2019", None)]
)
def test_an_activity_that_may_lie_within_the_period_raises_no_doubt(dates: tuple[str, str | None]) -> None:
    assert found(dated(dates)) == []


def test_an_activity_without_date_is_found() -> None:
    assert found(dated((None, None))) == [("activity-undated", "/activities/0", "The activity has no date.")]


def test_a_heading_in_key_focus_that_is_no_theme_is_found() -> None:
    plan = Plan(
        themes=(Theme(label="Aerospace", categories=("industry",)),),
        focus=("Aerospace: deeper ties.", "Education: joint activities.", "It asks one thing: patience."),
    )
    message = "“Education” in Key focus is none of the cooperation themes."
    assert found(plan) == [("focus-without-theme", "/focus/1", message)]


def test_a_theme_without_category_is_found() -> None:
    assert [(code, field) for code, field, _ in found(Plan(themes=(Theme(label="Friendship"),)))] == [
        ("theme-uncategorised", "/themes/0")
    ]
