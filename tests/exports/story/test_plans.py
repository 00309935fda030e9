"""The slide of a plan."""

from __future__ import annotations

from tests.exports.samples import PANJIN, ROME, description_of, view_of
from ucap.exports.story.plans import MOST_ACTIVITIES, plan_sentence, plan_slide
from ucap.exports.story.slide import Columns, Entry
from ucap.plan.record import Activity, GoalMention, Period, Plan, Theme

PLAN = Plan(
    id="panjin",
    title="Panjin – Rome",
    cities=(PANJIN, ROME),
    period=Period(start="2019-11", end="2020-11"),
    themes=(Theme(label="Tourism"), Theme(label="Farming", detail="rice")),
    goals=(GoalMention(goal=11, stated=False), GoalMention(goal=8), GoalMention(goal=11)),
    activities=tuple(Activity(text=f"Visit {number}", start="2019") for number in range(MOST_ACTIVITIES + 2)),
)


def columns(plan: Plan) -> Columns:
    content = plan_slide(view_of(plan), plan.id or "", description_of(view_of(plan))).content
    assert isinstance(content, tuple)
    return content  # type: ignore[return-value]


def test_the_sentence_says_who_how_much_and_when() -> None:
    """A goal that is named twice counts once."""
    expected = "Panjin – Rome: 2 themes, 2 goals and 8 activities, November 2019\u2009–\u2009November 2020."
    assert plan_sentence(PLAN) == expected


def test_a_plan_that_says_nothing_is_told_so() -> None:
    """Without themes, goals, activities and period the sentence says that."""
    bare = Plan(id="panjin", cities=(PANJIN,))
    assert plan_sentence(bare) == "Panjin: neither themes nor goals nor activities; no period is stated."


def test_goals_stand_in_their_order_and_a_stated_one_is_not_called_mentioned() -> None:
    """Goal 11 is both stated and mentioned: it is stated."""
    goals = columns(PLAN)[0][2]
    assert [entry.goal for entry in goals.entries] == [8, 11]
    assert not any("mentioned" in entry.text for entry in goals.entries)


def test_activities_beyond_the_first_are_counted() -> None:
    """The slide has room for so many; it says how many there are besides."""
    done = columns(PLAN)[1][0]
    assert done.entries[0] == Entry("2019: Visit 0")
    assert (len(done.shown), done.left_out_count) == (MOST_ACTIVITIES, 2)
