"""Searching the words of plans."""

import pytest

from tests.records import all_plans
from ucap.frames import build
from ucap.plan.pointers import Field
from ucap.plan.record import City, Plan
from ucap.selection import Coverage
from ucap.selection.search.passages import search
from ucap.vocabulary.folding import fold


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"smart cities"', ["zhengzhou"]),
        ("“intelligent manufacturing”", ["mannheim-chongqing"]),
        ('"manufacturing intelligent"', []),
        ('"intelligent manufact"', []),
        ("intelligent manufact", ["mannheim-chongqing"]),
    ],
)
def test_words_in_quotes_stand_one_behind_the_other_and_whole(real: Coverage, text: str, expected: list[str]) -> None:
    assert set(expected) <= set(found(real, text))
    assert bool(expected) == bool(found(real, text))


def test_a_word_behind_a_minus_leaves_plans_out(real: Coverage) -> None:
    with_rome = set(found(real, "Rome mobility"))
    assert with_rome
    assert set(found(real, "mobility -Rome")) == set(found(real, "mobility")) - with_rome
    assert set(found(real, '-"Rome"')) == set(real.plans) - set(found(real, '"Rome"'))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("罗马", "rome-yantai"),
        ("盘锦", "panjin"),
        ("意大利", "rome-yantai"),
        ("城市", "tianjin"),
        ("Roma", "rome-yantai"),
    ],
)
def test_names_in_other_languages_find_what_they_mean(real: Coverage, text: str, expected: str) -> None:
    """罗马 is Rome, 城市 stands in the Chinese names of goal 11 and of topics."""
    assert expected in found(real, text)
    assert len(found(real, text)) < len(real.plans)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mobilty", "mobility"),
        ("Barcelna smart", "barcelona smart"),
        ("rome mobilty -noise", "rome mobility -noise"),
        ("mobility", None),
        ("Xi'an", None),
        ("qqqqqq", None),
    ],
)
def test_a_typo_is_forgiven(real: Coverage, typed: str, meant: str | None) -> None:
    """Where a word stands nowhere, the one that was probably meant is proposed, and it finds something."""
    assert real.texts.meant(typed) == meant


@pytest.mark.parametrize(
    "typed", ["城市", "Rome", "aero", '"smart city"', "malaga ndrc", "mobility -rome", "sdg11", "eu"]
)
def test_passages_are_where_the_marks_say(real: Coverage, typed: str) -> None:
    """Each passage has its plan, points into its record, and marks what was looked for; the plans are those found."""
    selected = real.texts.plans_with(typed)
    result = search(real, typed, selected, 1000)
    plans = {plan.id: plan for plan in all_plans()}
    assert {one.plan for one in result.passages} == set(real.plans[selected])
    assert result.count == len(result.passages) == len({(one.plan, one.field) for one in result.passages})
    for one in result.passages:
        assert Field.parse(one.field).get(plans[one.plan]) is not None
        marked = [fold(one.text[start:end]) for start, end in one.marks]
        assert marked
        assert all(any(word in text for word in ("城", *fold(typed).replace('"', "").split())) for text in marked)


def test_passages_with_more_and_rarer_words_come_first(real: Coverage) -> None:
    result = search(real, "NDRC Málaga", real.texts.plans_with("NDRC Málaga"), 2)
    assert [one.field for one in result.passages] == ["/activities/0", "/activities/1"]
    assert all("NDRC" in one.text and "Málaga" in one.text for one in result.passages)


def test_a_long_text_is_cut_round_what_was_found() -> None:
    plan = Plan(id="plan", objectives=[f"{'before ' * 200}needle{' after' * 200}"])
    coverage = Coverage(build([plan]))
    (passage,) = search(coverage, "needle", coverage.texts.plans_with("needle"), 5).passages
    assert len(passage.text) < 400
    assert passage.text[:8] == "… before"
    assert passage.text[-7:] == "after …"
    assert [passage.text[start:end] for start, end in passage.marks] == ["needle"]


def test_what_a_document_says_does_not_depend_on_its_letters_being_composed() -> None:
    """Contacts are searched, too, by parts of addresses."""
    coverage = Coverage(build([Plan(id="plan", contacts=["Ana Núñez, ana.nunez@example.org"])]))
    assert found(coverage, "nunez") == found(coverage, "ana.nunez@example.org") == found(coverage, "NÚÑEZ") == ["plan"]
