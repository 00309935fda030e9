"""Searching the words of plans."""

import pytest

from tests.records import all_plans
from ucap.frames import build
from ucap.plan.record import City, Plan
from ucap.selection import Coverage


@pytest.fixture(scope="module")
def real() -> Coverage:
    return Coverage(build(all_plans()))


def found(coverage: Coverage, text: str) -> list[str]:
    return coverage.plans[coverage.texts.plans_with(text)].to_list()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("aerospace", ["tianjin"]),
        ("AEROSPACE testing", ["tianjin"]),
        ("horticultur", ["yangzhou-expo", "panjin"]),
        ("malaga ndrc", ["malaga-changchun", "zhengzhou"]),
        ("aerospace horticulture", []),
        ("cluster-to-", ["panjin"]),
    ],
)
def test_all_words_must_occur_case_accents_and_endings_do_not_count(
    real: Coverage, text: str, expected: list[str]
) -> None:
    assert set(expected) <= set(found(real, text))
    assert bool(expected) == bool(found(real, text))


def test_no_words_ask_for_nothing(real: Coverage) -> None:
    assert len(found(real, "  ")) == len(real.plans)


def test_chinese_is_found_by_any_part_of_a_phrase() -> None:
    plan = Plan(id="guilin", results=["桂林国际旅游论坛"], cities=[City(name="Guilin", written="桂林", side="china")])
    coverage = Coverage(build([plan]))
    assert found(coverage, "旅游") == found(coverage, "桂林 论坛") == ["guilin"]
    assert found(coverage, "苏州") == []


def test_apostrophes_and_letters_without_accents_do_not_matter() -> None:
    coverage = Coverage(build([Plan(id="xian", title="Xi'an – Łódź")]))
    assert found(coverage, "xian lodz") == found(coverage, "Xi’an") == ["xian"]


def test_a_text_that_looks_like_a_pattern_is_taken_as_it_stands() -> None:
    coverage = Coverage(build([Plan(id="plan", title="50% (net) [x] a.c")]))
    assert found(coverage, "50%") == found(coverage, "(net) a.c") == ["plan"]
    assert found(coverage, ".*") == found(coverage, "abc") == []
