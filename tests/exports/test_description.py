"""One description of the selection stands on every export."""

from datetime import date

from ucap.exports.description import Description, notices, readme, sources_of
from ucap.plan import DocumentInfo, Plan

DESCRIPTION = Description(
    filters=(("City", "Rome or Nice"), ("Goal", "SDG 11")),
    query="city=Rome&city=Nice&goal=11",
    day=date(2026, 11, 22),
    plan_count=3,
    total_count=25,
    fingerprint="1a2b3c4d5e6f7a8b",
    sources=("https://iuc.eu/", "panjin.txt"),
)


def test_the_readme_names_filters_date_plans_fingerprint_sources_and_notices():
    text = readme(DESCRIPTION)
    for part in ("City: Rome or Nice", "Goal: SDG 11", "?city=Rome&city=Nice&goal=11", "22 November 2026", "3 of 25"):
        assert part in text
    for part in ("1a2b3c4d5e6f7a8b", "https://iuc.eu/", "panjin.txt", *notices()):
        assert part in text


def test_the_line_holds_filters_plans_date_and_short_fingerprint():
    assert DESCRIPTION.line == "City: Rome or Nice; Goal: SDG 11 · 3 of 25 plans · 22 November 2026 · data 1a2b3c4d"


def test_without_filters_the_description_says_that_all_plans_are_in():
    everything = Description((), "", date(2026, 11, 22), 25, 25, "1a2b", ())
    assert everything.line.startswith("No filter: all plans · 25 of 25 plans")


def test_a_file_is_named_after_content_day_and_fingerprint():
    assert DESCRIPTION.file_stem("pairs") == "ucap-pairs-2026-11-22-1a2b3c4d"


def test_sources_are_listed_once_in_the_order_of_the_plans():
    document = DocumentInfo(name="panjin.txt", media_type="text/plain", sha256="")
    plans = [Plan(document=document, sources=("https://b",)), Plan(sources=("https://a", "https://b"))]
    assert sources_of(plans) == ("panjin.txt", "https://b", "https://a")


def test_the_notices_name_the_united_nations_and_the_boundaries():
    assert "has not been approved by the United Nations" in notices()[0]
    assert "boundaries" in notices()[1]
