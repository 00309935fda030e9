"""Laws of corrections: taken back they leave nothing, and they follow their entries wherever these go."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.store.samples import record
from ucap.corrections.anchors import Anchor, parse_field
from ucap.corrections.overlay import Overlay
from ucap.errors import Invalid
from ucap.plan.pointers import Field
from ucap.plan.record import Plan

PARTNERS = ("Barcelona", "Stuttgart", "Rome", "Marseille")
PLAN = Plan.model_validate_json(
    record(
        partners=PARTNERS,
        focus=["Wetlands", "Rice", "Crabs"],
        themes=[{"label": label, "categories": []} for label in ("Tourism", "Energy")],
        passages={f"/cities/{index + 1}": [[index, index + 1]] for index in range(4)},
    )
)

FIELDS = st.sampled_from(
    [
        ("/title", "New title"),
        ("/period/end", "2022"),
        ("/period", {"start": "2018", "end": "2019", "text": None}),
        ("/china/population", 5),
        ("/europe/countries", ["FR"]),
        ("/europe/countries/0", None),
        ("/cities/1", None),
        ("/cities/2/written", "Stuttgart (Stadt)"),
        ("/cities/3/region", "Latium"),
        ("/cities/-", {"name": "Bonn", "written": "Bonn", "side": "europe"}),
        ("/focus/1", "Rice in water"),
        ("/focus/0", None),
        ("/focus/-", "Tourism"),
        ("/focus", ["Nothing", "Rice"]),
        ("/activities/0/places", ["Brussels"]),
        ("/activities/0/places/-", "Leuven"),
        ("/themes/1/label", "Renewable energy"),
    ]
)


@dataclass(frozen=True)
class Made:
    """A correction as the overlay sees it."""

    id: int
    field: Field
    old: Any
    new: Any
    anchor: Anchor | None
    withdrawn_at: datetime | None = None


def corrected(plan: Plan, wishes: list[tuple[str, Any]]) -> list[Made]:
    """The corrections that these wishes make, one after the other, each on the plan as it is then shown."""
    made: list[Made] = []
    for wanted, given_value in wishes:
        overlay = Overlay(plan, made)
        try:
            field, value = overlay.fitted(parse_field(wanted), given_value)
        except Invalid:  # an earlier correction took the field away, or said the same
            continue
        anchor = overlay.anchor(field)
        made.append(Made(len(made) + 1, field, overlay.document_value(field, anchor), value, anchor))
    return made


def names_and_values(plan: Plan) -> Any:
    """What a plan says, whatever the order of its lists."""
    cities = sorted((city.name, city.written, city.region or "") for city in plan.cities)
    return plan.title, plan.period, cities, sorted(plan.focus), sorted(theme.label for theme in plan.themes)


@given(st.lists(FIELDS, max_size=6))
def test_with_all_corrections_withdrawn_the_plan_is_as_it_was_read(wishes: list[tuple[str, Any]]) -> None:
    made = corrected(PLAN, wishes)
    for count in range(len(made), -1, -1):
        kept, rest = made[:count], [replace(one, withdrawn_at=datetime.now(UTC)) for one in made[count:]]
        overlay = Overlay(PLAN, [*kept, *rest])
        assert overlay.plan == Overlay(PLAN, kept).plan
        assert {overlay.standing(one).state for one in rest} <= {"withdrawn"}
    assert overlay.plan == PLAN


@given(st.lists(FIELDS, max_size=6))
def test_a_correction_made_is_in_force_or_covered_by_a_later_one(wishes: list[tuple[str, Any]]) -> None:
    made = corrected(PLAN, wishes)
    overlay = Overlay(PLAN, made)
    standings = [overlay.standing(one) for one in made]
    assert {standing.state for standing in standings} <= {"in force", "superseded"}
    assert [one.id for one in overlay.in_force] == [one.id for one in made if overlay.standing(one).state == "in force"]
    assert not any(standing.is_stale for standing in standings)


@given(st.lists(FIELDS, max_size=5), st.data())
def test_any_correction_may_be_withdrawn_and_the_others_still_lie_on_valid_plans(
    wishes: list[tuple[str, Any]], data: st.DataObject
) -> None:
    made = corrected(PLAN, wishes)
    kept = data.draw(st.lists(st.sampled_from(made), unique_by=lambda one: one.id) if made else st.just([]))
    plan = Overlay(PLAN, sorted(kept, key=lambda one: one.id)).plan
    assert Plan.model_validate(plan.model_dump()) == plan


@given(st.lists(FIELDS, max_size=4), st.integers())
def test_corrections_follow_their_entries_into_any_order(wishes: list[tuple[str, Any]], seed: int) -> None:
    order = random.Random(seed)
    cities, focus, themes = list(PLAN.cities[1:]), list(PLAN.focus), list(PLAN.themes)
    for entries in (cities, focus, themes):
        order.shuffle(entries)
    moved = PLAN.model_copy(
        update={"cities": (PLAN.cities[0], *cities), "focus": tuple(focus), "themes": tuple(themes), "passages": {}}
    )
    made = corrected(PLAN, wishes)
    assert names_and_values(Overlay(moved, made).plan) == names_and_values(Overlay(PLAN, made).plan)


@given(st.lists(FIELDS, max_size=5))
def test_each_passage_stays_with_its_city(wishes: list[tuple[str, Any]]) -> None:
    shown = Overlay(PLAN, corrected(PLAN, wishes)).plan
    for field, spans in shown.passages.items():
        city = shown.cities[int(field.rpartition("/")[2])]
        assert city.name == PARTNERS[spans[0][0]]
