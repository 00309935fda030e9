"""What plans have in common."""

import pytest

from tests.records import all_plans
from ucap.frames import build
from ucap.plan.record import City, GoalMention, Plan, Theme
from ucap.selection import Coverage, same_pairs, similar_plans


def plan(plan_id: str, china: str, europe: str, *categories: str, goals: tuple[int, ...] = ()) -> Plan:
    return Plan(
        id=plan_id,
        cities=[
            City(name=china, written=china, side="china", lead=True),
            City(name=europe, written=europe, side="europe"),
        ],
        themes=[Theme(label=category, categories=[category]) for category in categories],
        goals=[GoalMention(goal=goal) for goal in goals],
    )


PANJIN = plan("panjin", "Panjin", "Rome", "tourism", "energy", goals=(11,))
LIUZHOU = plan("liuzhou", "Liuzhou", "Nice", "tourism", "energy", goals=(4,))
YANTAI = plan("yantai", "Yantai", "Bari", "water", goals=(11,))
SILENT = plan("silent", "Haikou", "Turin")
COVERAGE = Coverage(build([PANJIN, LIUZHOU, YANTAI, SILENT]))


def test_the_most_similar_plan_comes_first_with_what_both_touch() -> None:
    first, second = similar_plans(COVERAGE, "panjin")
    assert (first.plan, first.common.categories, first.common.goals) == ("liuzhou", ("energy", "tourism"), ())
    assert first.common.similarity == pytest.approx(2 / 3)
    assert (second.plan, second.common.goals) == ("yantai", (11,))


def test_a_plan_that_says_nothing_is_similar_to_none() -> None:
    assert similar_plans(COVERAGE, "silent") == []


def test_a_plan_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        similar_plans(COVERAGE, "atlantis")


def test_the_same_pair_is_found_where_the_other_sides_document_tells_of_it() -> None:
    frames = build(all_plans())
    found = same_pairs(frames, "mannheim-chongqing")
    assert found.empty
    zhengzhou = same_pairs(frames, "zhengzhou")
    assert set(zhengzhou["plan"]) <= set(frames.plans["plan"]) - {"zhengzhou"}


def test_two_plans_of_one_pair_tell_of_each_other() -> None:
    rome = plan("rome", "Panjin", "Rome").model_copy(update={"title": "Rome's own"})
    found = same_pairs(build([PANJIN, rome, LIUZHOU]), "panjin")
    assert found[["plan", "title", "china_city", "europe_city"]].to_numpy().tolist() == [
        ["rome", "Rome's own", "Panjin", "Rome"]
    ]
