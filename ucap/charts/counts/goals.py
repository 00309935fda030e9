"""SDG coverage: all 17 goals in order, stated and mentioned separately, the uncovered ones too."""

from __future__ import annotations

from typing import Any

import pandas as pd

from ucap.charts.caching import remembered
from ucap.charts.chart import Chart
from ucap.charts.counts.reach import Reach, reach
from ucap.charts.counts.rows import NAME_PX, Gutter, Piece, Row, row_figure
from ucap.charts.palette import faded
from ucap.charts.scene import Look, Scene
from ucap.charts.template import SMALL_PX
from ucap.charts.text import colored, escape, lines
from ucap.charts.words import percent, plans, sentences, share, some
from ucap.vocabulary.goals import Goal, goals
from ucap.wording import _, format_number, ngettext

_CHIP_PX = 15
_GUTTER_PX = 48
_KEY_PX = 30


@remembered
def goal_bars(scene: Scene) -> Chart:
    """How many selected plans state each goal in their SDG row, and how many mention it only in another row."""
    counts = _counts(scene)
    found = reach(scene, "goals", scene.selection.is_stated_only)
    rows = [_row(goal, counts.loc[goal.number], scene, found) for goal in goals()]
    fig = row_figure(rows, scene.look, _gutter(counts, scene), top_px=_KEY_PX)
    fig.add_annotation(_key(scene))
    return Chart(
        name="goals",
        title=_("Sustainable Development Goals"),
        figure=fig,
        sentence=_sentence(counts, scene, found),
        table=_table(counts, found.naming),
        filter="goal",
    )


def _counts(scene: Scene) -> pd.DataFrame:
    """Per goal (index 1 to 17) how many selected plans state it, and how many only mention it.

    Mentions do not count where the selection asks for stated goals only.
    """
    stated = scene.coverage.counts(scene.selected, "stated_goals")
    touched = stated if scene.selection.is_stated_only else scene.coverage.counts(scene.selected, "goals")
    return pd.DataFrame({"stated": stated, "mentioned": touched - stated})


def _row(goal: Goal, counts: pd.Series, scene: Scene, found: Reach) -> Row:
    stated, mentioned = int(counts["stated"]), int(counts["mentioned"])
    pieces = [Piece(stated, {"color": goal.color})] if stated else []
    if mentioned:
        pieces.append(Piece(mentioned, {"color": faded(goal.color, 0.16), "line": goal.color}))
    return Row(
        name=_(goal.name),
        pieces=tuple(pieces),
        end=_end(stated, mentioned, scene),
        hover=_hover(goal, stated, mentioned, found),
        click=("goal", goal.number),
        is_quiet=not (stated or mentioned),
    )


def _end(stated: int, mentioned: int, scene: Scene) -> str:
    """The number of plans that state the goal and, separately, of those that only mention it: "9 +2"."""
    if not stated and not mentioned:
        return colored(_("none"), scene.palette.muted)
    extra = colored(f"+{format_number(mentioned)}", scene.palette.muted) if mentioned else ""
    return " ".join(part for part in (f"<b>{format_number(stated)}</b>", extra) if part)


def _hover(goal: Goal, stated: int, mentioned: int, found: Reach) -> str:
    title = _("SDG {number} {name}").format(number=goal.number, name=_(goal.name))
    return lines(
        f"<b>{escape(title)}</b>",
        _("stated in {plans} ({share})").format(plans=found.of_naming(stated), share=percent(stated, found.naming)),
        _("only mentioned in {plans}").format(plans=plans(mentioned)) if mentioned else "",
    )


def _gutter(counts: pd.DataFrame, scene: Scene) -> Gutter:
    """A chip in the colour of each goal, hollow where no plan touches it, and the goal's number in ink."""
    is_covered = counts.sum(axis=1) > 0
    left_px = _left_px(scene.look)
    return Gutter(
        _GUTTER_PX,
        {
            "shapes": [_chip(goal, bool(is_covered[goal.number]), left_px) for goal in goals()],
            "annotations": [_number(goal, left_px) for goal in goals()],
        },
    )


def _left_px(look: Look) -> int:
    """The left margin: chips, numbers and names."""
    return _GUTTER_PX + look.name_px(NAME_PX) + 8


def _chip(goal: Goal, is_covered: bool, left_px: int) -> dict[str, Any]:
    half = _CHIP_PX / 2
    return {
        "type": "rect",
        "xref": "paper",
        "xsizemode": "pixel",
        "xanchor": 0,
        "x0": 1 - left_px,
        "x1": 1 - left_px + _CHIP_PX,
        "yref": "y",
        "ysizemode": "pixel",
        "yanchor": goal.number - 1,
        "y0": -half,
        "y1": half,
        "fillcolor": goal.color if is_covered else "rgba(0,0,0,0)",
        "line": {"color": goal.color, "width": 1.5},
    }


def _number(goal: Goal, left_px: int) -> dict[str, Any]:
    return {
        "text": f"<b>{goal.number}</b>",
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": _CHIP_PX + 7 - left_px,
        "yref": "y",
        "y": goal.number - 1,
        "yanchor": "middle",
        "showarrow": False,
    }


def _key(scene: Scene) -> dict[str, Any]:
    parts = [f"<b>■</b> {_('stated in the SDG row')}"]
    if not scene.selection.is_stated_only:
        parts.append(f"□ {_('+ only mentioned')}")
    return {
        "text": "   ".join(parts),
        "xref": "paper",
        "x": 0,
        "xanchor": "left",
        "xshift": -_left_px(scene.look),
        "yref": "paper",
        "y": 1,
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": SMALL_PX, "color": scene.palette.muted},
    }


def _sentence(counts: pd.DataFrame, scene: Scene, found: Reach) -> str:
    """Which goal leads, how many plans are silent, and which goals no plan names.

    "SDG 11 appears in 3 of the 4 plans that name goals. 21 plans are silent. SDG 1, 2 and 5 appear in none."
    """
    if not scene.plan_count:
        return _("No plan is selected, so no goal is covered.")
    totals = counts.sum(axis=1)
    missing = totals.index[totals == 0].tolist()
    if len(missing) == len(totals):
        nothing = _("None of the 17 goals appears in {plans}.").format(plans=_selected(scene.plan_count))
        return sentences(nothing, found.rest())
    most = int(totals.max())
    leading = totals.index[totals == most].tolist()
    first = ngettext("{goals} appears in {plans}.", "{goals} appear in {plans} each.", len(leading)).format(
        goals=_numbers(leading), plans=found.of_naming(most)
    )
    none = ngettext("{goals} appears in none.", "{goals} appear in none.", len(missing))
    rest = none.format(goals=_numbers(missing)) if missing else _("Every goal is covered.")
    return sentences(first, found.rest(), rest, _mention_words(counts))


def _mention_words(counts: pd.DataFrame) -> str:
    only = counts.index[(counts["stated"] == 0) & (counts["mentioned"] > 0)].tolist()
    return _("Only mentioned, never stated: {goals}.").format(goals=_numbers(only)) if only else ""


def _selected(count: int) -> str:
    return ngettext("the selected plan", "the {count} selected plans", count).format(count=format_number(count))


def _numbers(numbers: list[int]) -> str:
    """Goals by their numbers: "SDG 1, 2 and 5"."""
    return _("SDG {numbers}").format(numbers=some([str(number) for number in numbers], most=17))


def _table(counts: pd.DataFrame, naming: int) -> pd.DataFrame:
    names = {goal.number: _(goal.name) for goal in goals()}
    return pd.DataFrame(
        {
            _("Goal"): counts.index.to_numpy("int64"),
            _("Name"): [names[number] for number in counts.index],
            _("Plans that state it"): counts["stated"].to_numpy("int64"),
            _("Plans that only mention it"): counts["mentioned"].to_numpy("int64"),
            _("Share of the plans that name goals (%)"): [share(int(count), naming) for count in counts.sum(axis=1)],
        }
    )
