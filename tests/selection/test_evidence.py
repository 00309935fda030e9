"""The evidence behind a count."""

import pytest

from tests.records import all_plans
from ucap.frames import build
from ucap.plan.record import Finding, GoalMention, Plan
from ucap.selection import Coverage, Evidence, Selection, evidence
from ucap.selection.years import period_years

PLANS = {plan.id: plan for plan in all_plans()}
COVERAGE = Coverage(build(all_plans()))


def no_text(plan: str) -> None:
    return None


def shown(kind: str, value: object, selection: Selection | None = None) -> list[Evidence]:
    return list(evidence(PLANS, no_text, COVERAGE.view(selection or Selection()), kind, value))


def plans_of(kind: str, value: object) -> set[str]:
    return {one.plan for one in shown(kind, value)}


@pytest.mark.parametrize(
    ("kind", "vocabulary"),
    [
        ("category", "categories"),
        ("goal", "goals"),
        ("topic", "topics"),
        ("country", "countries"),
        ("province", "provinces"),
        ("activity_kind", "activity_kinds"),
        ("year", "years"),
    ],
)
def test_behind_every_count_stand_as_many_plans_as_it_counts(kind: str, vocabulary: str) -> None:
    counts = COVERAGE.counts(COVERAGE.select(Selection()), vocabulary)
    for value, count in counts.items():
        assert len(plans_of(kind, value)) == count, value


def test_a_value_read_from_a_document_shows_its_passage_with_torn_parts_joined() -> None:
    text = "Goals: SDG 11\n\n Sustainable … page 2 … cities"
    goal = GoalMention(goal=11, text="SDG 11 Sustainable cities")
    plan = Plan(id="panjin", title="Panjin", goals=[goal], passages={"/goals/0": [[7, 27], [39, 45]]})
    (shown,) = evidence({"panjin": plan}, {"panjin": text}.get, build([plan]), "goal", 11)
    assert shown.text == "SDG 11 Sustainable cities"
    assert shown.quote == "SDG 11 Sustainable … cities"
    assert (shown.plan, shown.title, shown.field) == ("panjin", "Panjin", "/goals/0")


def test_an_activity_of_the_register_shows_the_page_that_it_cites() -> None:
    found = shown("activity", "longyan/0")
    assert {one.plan for one in found} == {"longyan", "malaga-changchun", "mannheim-chongqing", "zhengzhou"}
    assert {one.sources for one in found} == {("https://www.iuc-asia.eu/2017/06/7895/",)}


def test_a_value_of_the_register_without_a_page_of_its_own_shows_those_of_the_entry() -> None:
    (longyan,) = [one for one in shown("goal", 3) if one.plan == "longyan"]
    assert longyan.sources == PLANS["longyan"].sources != ()
    assert longyan.quote is None


def test_a_pair_is_shown_by_its_two_cities() -> None:
    assert [(one.field, one.text) for one in shown("pair", ("Panjin", "Rome"))] == [
        ("/cities/0", "Panjin"),
        ("/cities/3", "Rome"),
    ]


def test_a_plan_is_shown_by_its_title_and_the_passage_of_its_cities() -> None:
    panjin = PLANS["panjin"].model_copy(update={"passages": {"/cities/0": ((6, 12),), "/cities/1": ((13, 22),)}})
    (found,) = evidence({"panjin": panjin}, lambda plan: "City: Panjin Barcelona", build([panjin]), "plan", "panjin")
    assert (found.field, found.text, found.quote) == ("/cities", panjin.title, "Panjin … Barcelona")


def test_a_finding_is_shown_by_its_message_at_the_value_that_it_is_about() -> None:
    found = shown("finding", "period-open")
    assert [(one.plan, one.field, one.text) for one in found] == [
        ("tianjin", "/period", "The period has a start (May 2017) and no end.")
    ]


def test_a_finding_about_nothing_in_particular_points_at_itself() -> None:
    plan = Plan(id="plan", findings=[Finding(code="text-unplaced", message="Some text.")])
    (found,) = evidence({"plan": plan}, no_text, build([plan]), "finding", "text-unplaced")
    assert (found.field, found.text) == ("/findings/0", "Some text.")


def test_only_what_the_selection_left_is_shown() -> None:
    assert {one.plan for one in shown("goal", 11, Selection(european_cities=["Stuttgart"]))} == {"panjin"}
    assert shown("plan", "panjin", Selection(goals=[1])) == []


def test_a_year_is_shown_by_the_period_and_by_the_activities_that_touch_it() -> None:
    fields = {one.field for one in shown("year", 2018) if one.plan == "tianjin"}
    assert fields == {"/period", "/activities/6"}
    assert len(period_years(COVERAGE.frames.plans)) > 0


def test_plans_and_texts_are_asked_for_only_as_far_as_one_reads() -> None:
    frames = COVERAGE.view(Selection())
    first = next(
        evidence(
            {"circular-economy-energy-cluster": PLANS["circular-economy-energy-cluster"]},
            no_text,
            frames,
            "city",
            "Rome",
        )
    )
    assert first.plan == "circular-economy-energy-cluster"


def test_a_contact_of_several_plans_is_shown_in_each() -> None:
    first = Plan(id="a", title="A", contacts=["office@example.org"])
    plans = {"a": first, "b": first.model_copy(update={"id": "b", "title": "B"})}
    found = list(evidence(plans, no_text, build(plans.values()), "contact", "office@example.org"))
    assert [(one.plan, one.field, one.text) for one in found] == [
        ("a", "/contacts/0", "office@example.org"),
        ("b", "/contacts/0", "office@example.org"),
    ]
