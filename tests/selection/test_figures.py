"""The key figures, and the values that evidence can be asked for."""

from hypothesis import given

from tests.records import summaries
from tests.strategies import plan_lists
from ucap.frames import build
from ucap.selection.evidence import evidence, values
from ucap.selection.figures import key_figures

FRAMES = build(summaries())
KINDS = ("plan", "pair", "city", "country", "category", "goal", "topic", "activity", "activity_kind", "finding")


def test_the_key_figures_of_the_two_summaries() -> None:
    """Panjin with three partners and Tianjin with Rome make four pairs of five cities."""
    counts = {figure.name: figure.count for figure in key_figures(FRAMES)}
    assert counts == {
        "plans": 2,
        "pairs": 4,
        "cities": 5,
        "countries": 4,
        "activities": 9,
        "goals": 4,
        "findings": 11,
    }


def test_a_single_thing_is_named_in_the_singular() -> None:
    """One plan is "plan", not "plans"."""
    words = {figure.name: figure.words for figure in key_figures(build(summaries()[:1]))}
    assert words["plans"] == "plan"


def test_the_figures_of_nothing_are_zero() -> None:
    """No plans give zeros, not an error."""
    assert {figure.count for figure in key_figures(build([]))} == {0}


@given(plan_lists())
def test_every_value_that_can_be_asked_for_has_evidence(plans: list) -> None:
    """What the window of evidence offers always has something behind it."""
    frames = build(plans)
    by_id = {plan.id: plan for plan in plans}
    for kind in KINDS:
        for value in values(frames, kind):
            assert next(evidence(by_id, lambda _: None, frames, kind, value), None) is not None


def test_values_are_said_in_words() -> None:
    """A goal is said by number and name, a country by its name, a pair by both cities."""
    assert values(FRAMES, "goal")[11] == "SDG 11 Sustainable Cities and Communities"
    assert values(FRAMES, "country")["ES"] == "Spain"
    assert values(FRAMES, "pair")["Panjin", "Rome"] == "Panjin – Rome"
