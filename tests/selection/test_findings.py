"""Findings as their page shows them, the gaps in words, and tables in words."""

from tests.records import all_plans, summaries
from ucap.frames import build
from ucap.plan.record import Activity, Plan
from ucap.selection import Coverage, Selection
from ucap.selection.findings import expected_table, findings_by_kind, findings_sentence, findings_table
from ucap.selection.gaps import fillers, gap, provinces
from ucap.selection.tables import filed, readable
from ucap.wording import in_language

FRAMES = build(summaries())
COVERAGE = Coverage(FRAMES)


def test_the_worst_findings_stand_first_with_the_title_of_their_plan() -> None:
    """Warnings before notes, each with the plan that it is about."""
    table = findings_table(FRAMES)
    severities = list(table["severity"])
    assert severities == sorted(severities, key=["error", "warning", "note"].index)
    assert table.loc[table["code"] == "foreign-plan", "title"].tolist() == ["Tianjin – Rome"]


def test_kinds_of_finding_are_counted() -> None:
    """Two plans lack a city for a country; both have an activity before the period."""
    counts = findings_by_kind(FRAMES).set_index("code")["finding_count"]
    assert counts["country-without-city"] == 2
    assert counts.sum() == 11


def test_the_sentence_counts_findings_plans_and_errors() -> None:
    """One sentence says how many findings there are, in how many plans, and how many are errors."""
    assert findings_sentence(FRAMES) == "11 findings in 2 of 2 selected plans; none are errors."
    assert findings_sentence(build([])) == "Nothing doubtful was found in the selected plans."


def test_the_table_of_expected_plans_names_what_is_missing() -> None:
    """Panjin's summary is here, Shantou's is not, and the sentence counts both kinds."""
    table, sentence = expected_table(FRAMES)
    known = table.set_index("City")["What we have"]
    assert (known["Panjin"], known["Shantou"]) == ("Its own summary", "Nothing yet")
    assert sentence.startswith(f"2 of {len(table)} expected summaries")


def test_what_nothing_covers_is_kept_apart_from_what_is_only_mentioned() -> None:
    """SDG 1 is touched by none; culture is mentioned by Panjin and stated by nobody; silent plans are counted."""
    coverage = Coverage(FRAMES)
    selected = coverage.select(Selection())
    goals = gap(coverage, selected, FRAMES, "goals")
    topics = gap(coverage, selected, FRAMES, "topics")
    assert "SDG 1 No Poverty" in goals.untouched
    assert "SDG 11 Sustainable Cities and Communities" not in goals.untouched
    assert topics.only_mentioned == ("Culture and cultural heritage",)
    assert (
        "silent"
        in gap(
            Coverage(build(all_plans())), Coverage(build(all_plans())).select(Selection()), build(all_plans()), "goals"
        ).reach
    )


def test_provinces_without_a_plan_are_gaps() -> None:
    """A province in which no city has a plan is named, with how many have one; one that has a plan is not."""
    found = gap(COVERAGE, COVERAGE.select(Selection()), FRAMES, "provinces")
    touched = set(FRAMES.cities.loc[FRAMES.cities["side"] == "china", "region"])
    assert set(found.untouched) == set(provinces()) - touched
    assert "Tibet" in found.untouched
    assert found.reach == f"{len(touched)} of 31 provinces have a city with a plan."
    assert fillers(COVERAGE, COVERAGE.select(Selection()), "provinces", "Tibet").elsewhere == ()


def test_a_gap_leads_to_the_plans_that_other_filters_hide_and_to_those_that_are_silent() -> None:
    """Who filters for Panjin learns which hidden plan names SDG 3; a pairing without goals could be about it, too."""
    plans = all_plans()
    coverage = Coverage(build(plans))
    selected = coverage.select(Selection(chinese_cities=("Panjin",)))
    named = {plan.id for plan in plans if any(goal.goal == 3 for goal in plan.goals)}
    assert set(fillers(coverage, selected, "goals", 3).elsewhere) == named - set(coverage.plans[selected])
    everything = coverage.select(Selection())
    silent = {plan.id for plan in plans if plan.kind != "summary" and not plan.goals}
    assert set(fillers(coverage, everything, "goals", 1).silent) == silent


def test_names_in_one_cell_are_parted_as_the_language_does() -> None:
    """On pages in Chinese with its enumeration comma, in files with the semicolon of the dictionary of columns."""
    frames = build([Plan(id="p", activities=[Activity(text="Forum.", places=["Rome", "Nice"])])])
    assert readable(frames.activities, ["places"]).iloc[0, 0] == "Rome; Nice"
    assert in_language("zh", readable, frames.activities, ["places"]).iloc[0, 0] == "罗马、尼斯"
    in_file = in_language("zh", filed, "activities", frames.activities, frames, Coverage(frames))
    assert in_file["places"].iloc[0] == "罗马; 尼斯"


def test_tables_say_codes_in_words_and_keep_what_is_missing() -> None:
    """A kind, a country and a finding read as words under headings; an unknown value stays unknown."""
    plans = readable(build(all_plans()).plans, ["title", "plan_kind", "period_start"])
    assert list(plans.columns) == ["Title", "Kind of plan", "Period from"]
    assert set(plans["Kind of plan"]) == {"U-CAP summary", "Pairing", "Cluster", "Visit"}
    assert plans["Period from"].isna().any()
