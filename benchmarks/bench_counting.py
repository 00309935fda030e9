"""Filtering and counting over a million plans: membership matrices against pandas, in one run on the same data.

Each round chooses the plans of one goal, counts all categories, goals and topics of them, and crosses categories with
goals. Both start from data made ready for them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
import pandas as pd

from ucap.selection.matrix import Membership, cross

PLANS = 1_000_000
VALUES = {"categories": (19, 3), "goals": (17, 3), "topics": (21, 2)}  # values, and how many of them a plan has
ROUNDS = 5
GOAL = 11


def main() -> None:
    """Measure both, and see that they count the same."""
    entries = made_up()
    memberships = {
        name: Membership.of(frame["plan"], frame[name], range(VALUES[name][0]), PLANS)
        for name, frame in entries.items()
    }
    assert by_matrices(memberships) == by_pandas(entries)
    fast, slow = quickest(lambda: by_matrices(memberships)), quickest(lambda: by_pandas(entries))
    print(f"one filter, three vocabularies and category by goal over {PLANS:,} plans")
    print(f"  membership matrices {1000 * fast:.0f} ms, pandas {1000 * slow:.0f} ms, ratio {slow / fast:.0f}")


def made_up() -> dict[str, pd.DataFrame]:
    """For each vocabulary, plans with some of its values each."""
    random = np.random.default_rng(1)
    return {
        name: pd.DataFrame(
            {"plan": np.repeat(np.arange(PLANS), count), name: random.integers(0, size, PLANS * count)}
        ).drop_duplicates()
        for name, (size, count) in VALUES.items()
    }


def by_matrices(memberships: dict[str, Membership]) -> int:
    """The sum of all counts, as Coverage counts."""
    wanted = memberships["goals"].values == GOAL
    selected = memberships["goals"].touched(wanted)
    counts = [membership.counts(selected) for membership in memberships.values()]
    crossed = cross(selected, memberships["categories"], memberships["goals"])
    return int(sum(count.sum() for count in counts) + crossed.to_numpy().sum())


def by_pandas(entries: dict[str, pd.DataFrame]) -> int:
    """The sum of all counts, with filters, merges and groups over tidy frames."""
    plans = entries["goals"].loc[entries["goals"]["goals"] == GOAL, "plan"]
    chosen = {name: frame[frame["plan"].isin(plans)] for name, frame in entries.items()}
    counts = [frame[name].value_counts() for name, frame in chosen.items()]
    crossed = chosen["categories"].merge(chosen["goals"], on="plan").groupby(["categories", "goals"]).size()
    return int(sum(count.sum() for count in counts) + crossed.sum())


def quickest(work: Callable[[], int]) -> float:
    """Seconds of the quickest of some rounds."""
    results = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        results.append(perf_counter() - start)
    return min(results)


if __name__ == "__main__":
    main()
