"""How far the selected plans speak of goals, themes, topics or countries: silence is named, not drawn as zero."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from ucap.charts.scene import Scene
from ucap.charts.words import sentences
from ucap.wording import N_, _, format_number, ngettext

Vocabulary = Literal["goals", "categories", "topics", "countries"]

_STATEMENTS = {"goals": "goals_statement", "categories": "themes_statement", "topics": "topics_statement"}
_STATED = {"goals": "stated_goals", "topics": "stated_topics"}
# One plan and several, by vocabulary; `count` of them have the value in question.
_NAMING: dict[Vocabulary, tuple[str, str]] = {
    "goals": (N_("{count} of the {total} plan that names goals"), N_("{count} of the {total} plans that name goals")),
    "categories": (
        N_("{count} of the {total} plan that names themes"),
        N_("{count} of the {total} plans that name themes"),
    ),
    "topics": (
        N_("{count} of the {total} plan that names topics"),
        N_("{count} of the {total} plans that name topics"),
    ),
    "countries": (
        N_("{count} of the {total} plan that names countries"),
        N_("{count} of the {total} plans that name countries"),
    ),
}


@dataclass(frozen=True, slots=True)
class Reach:
    """How many selected plans name some value of the vocabulary, declare that there is none, were not understood there
    (`unread`), or are silent.
    """

    vocabulary: Vocabulary
    naming: int
    none: int
    unread: int
    silent: int

    @property
    def plan_count(self) -> int:
        """How many plans are selected."""
        return self.naming + self.none + self.unread + self.silent

    def of_naming(self, count: int) -> str:
        """A number of the plans that name some: "3 of the 4 plans that name goals"."""
        one, several = _NAMING[self.vocabulary]
        words = _(one) if self.naming == 1 else _(several)
        return words.format(count=format_number(count), total=format_number(self.naming))

    def rest(self) -> str:
        """What the other plans say: "21 plans are silent."; empty where all name some."""
        declared = ngettext("{count} plan declares none.", "{count} plans declare none.", self.none)
        unread = ngettext("{count} plan was not understood.", "{count} plans were not understood.", self.unread)
        silent = ngettext("{count} plan is silent.", "{count} plans are silent.", self.silent)
        return sentences(
            declared.format(count=format_number(self.none)) if self.none else "",
            unread.format(count=format_number(self.unread)) if self.unread else "",
            silent.format(count=format_number(self.silent)) if self.silent else "",
        )


def reach(scene: Scene, vocabulary: Vocabulary, is_stated_only: bool = False) -> Reach:
    """How far the selected plans speak of a vocabulary; what is only mentioned counts unless `is_stated_only`.

    A theme that falls under no category is named all the same.
    """
    name = _STATED[vocabulary] if is_stated_only and vocabulary in _STATED else vocabulary
    members = scene.coverage.membership(name)
    plans = scene.coverage.frames.plans
    is_naming = members.touched(np.ones(len(members.values), dtype=bool))
    if vocabulary == "categories":
        is_naming |= plans["plan"].isin(scene.coverage.frames.themes["plan"]).to_numpy()
    others = plans.loc[scene.selected & ~is_naming]
    column = _STATEMENTS.get(vocabulary)
    said = others[column].value_counts() if column else {}
    none, unread = int(said.get("none", 0)), int(said.get("unread", 0))
    return Reach(vocabulary, scene.plan_count - len(others), none, unread, len(others) - none - unread)
