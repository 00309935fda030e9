"""The 17 Sustainable Development Goals and the ways in which their names are written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from rapidfuzz import fuzz, process

from ucap.vocabulary.folding import key
from ucap.vocabulary.phrases import Found, Phrases
from ucap.vocabulary.reference import rows

Exactness = Literal["exact", "variant", "misspelt"]
_CLOSE_ENOUGH = 88  # of 100: two or three wrong letters in a name of twenty-five
_SHORTEST_MISSPELT = 8


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal: its number, the short name and the colour (`#RRGGBB`) that the United Nations use.

    `targets` is how many numbered targets it has.
    """

    number: int
    name: str
    color: str
    targets: int

    @property
    def uri(self) -> str:
        """The goal in the linked data of the United Nations (https://metadata.un.org/sdg)."""
        return f"http://metadata.un.org/sdg/{self.number}"


class GoalName(NamedTuple):
    """Whose name a text is, and how closely: the official name, a known variant, or a misspelling of either."""

    goal: int
    exactness: Exactness


@cache
def goals() -> tuple[Goal, ...]:
    """The 17 goals in order."""
    return tuple(Goal(int(row["goal"]), row["name"], row["color"], int(row["targets"])) for row in rows("goals"))


@cache
def _names() -> Phrases[GoalName]:
    variants = ((row["name"], _variant(row)) for row in rows("goal_names"))
    official = ((goal.name, GoalName(goal.number, "exact")) for goal in goals())
    return Phrases((*variants, *official))


def _variant(row: dict[str, str]) -> GoalName:
    return GoalName(int(row["goal"]), "misspelt" if row["is_misspelt"] == "yes" else "variant")


@cache
def _spellings() -> dict[str, int]:
    named = [(row["name"], int(row["goal"])) for row in rows("goal_names")] + [(g.name, g.number) for g in goals()]
    return {key(name): goal for name, goal in named}


def goal_words(kind: str) -> list[str]:
    """The words by which goals are cited (`data/reference/goal_words.csv`), the longest first."""
    found = {row["word"] for row in rows("goal_words") if row["kind"] == kind}
    return sorted(found, key=lambda word: (-len(word), word))


@cache
def number_words() -> dict[str, int]:
    """The numbers from 1 to 17 as words, Roman and Chinese numerals, in lower case; Roman ones are capitals."""
    return {row["written"]: int(row["number"]) for row in rows("number_words")}


def match_goal_name(text: str) -> GoalName | None:
    """The goal whose name the text is, as a whole: "Responsible Consumtion and Production" is goal 12, misspelt."""
    known = _names().get(text)
    written = key(text)
    if known or len(written) < _SHORTEST_MISSPELT:
        return known
    closest = process.extractOne(written, _spellings().keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE_ENOUGH)
    return GoalName(_spellings()[closest[0]], "misspelt") if closest else None


@cache
def chinese_goal_names() -> tuple[str, ...]:
    """The Chinese names, official and other."""
    return tuple(row["name"] for row in rows("goal_names") if ord(row["name"][0]) > 0x3400)


def goal_names_in(text: str) -> list[Found[GoalName]]:
    """The names of goals in running text, those in `goals.csv` and `goal_names.csv`, with their places."""
    return list(_names().find(text))
