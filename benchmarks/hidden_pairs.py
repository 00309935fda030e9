"""How well the matches find pairs that are known: each is hidden once, and looked for.

    python benchmarks/hidden_pairs.py

A pair is hidden by leaving out the summaries and pairings that are about it; clusters and visits stay. Where the rest
still names both cities, the pair has a rank among all unpaired ones, as a share of them (0: the first).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from ucap.frames import build
from ucap.plan.record import Plan
from ucap.reading import read
from ucap.selection import Coverage
from ucap.selection.places.matches import Floats, Scores, scores

_PLANS = Path(__file__).parents[1] / "data" / "plans"
_PAIRING = ("summary", "pairing")


def main() -> None:
    """Print where hidden pairs rank, by the whole score and by shared themes alone."""
    plans = [plan for path in sorted(_PLANS.iterdir()) for plan in read(path.name, path.read_bytes())]
    pairs, found = known_pairs(plans), list(trials(plans))
    print(f"{len(pairs)} pairs are known; {len(found)} can be looked for when they are hidden")
    for name in ("total", "themes"):
        ranks = [rank(one, row, column, name) for one, row, column in found]
        in_top = sum(value <= 0.25 for value in ranks)
        print(f"{name:8} median rank {median(ranks):.1%}, in the top quarter {in_top} of {len(ranks)}")


def known_pairs(plans: list[Plan]) -> list[tuple[str, str]]:
    """The paired cities of the plans."""
    pairs = build(plans).pairs
    paired = pairs.loc[pairs["link"] == "paired", ["china_city", "europe_city"]].drop_duplicates()
    return list(paired.itertuples(index=False, name=None))


def trials(plans: list[Plan]) -> Iterator[tuple[Scores, int, int]]:
    """The scores without each known pair, and where it stands in them."""
    pairs = build(plans).pairs
    kinds = {plan.id: plan.kind for plan in plans}
    for china, europe in known_pairs(plans):
        told = pairs.loc[(pairs["china_city"] == china) & (pairs["europe_city"] == europe), "plan"]
        hidden = {plan for plan in told if kinds[plan] in _PAIRING}
        found = scores(Coverage(build(plan for plan in plans if plan.id not in hidden)))
        if china in found.china and europe in found.europe:
            yield found, found.china.get_loc(china), found.europe.get_loc(europe)


def rank(found: Scores, row: int, column: int, name: str) -> float:
    """The share of the other unpaired pairs that rank before one; of equal ones, half."""
    values: Floats = found.total if name == "total" else found.parts[name]
    others = values[~found.paired]
    before = (others > values[row, column]).sum() + ((others == values[row, column]).sum() - 1) / 2
    return float(before / max(np.size(others) - 1, 1))


if __name__ == "__main__":
    main()
