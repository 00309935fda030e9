"""Plans to frames, filters and changes: `python benchmarks/bench_frames.py [NUMBER OF PLANS]`, 10,000 by default.

Times are of this process (CPU seconds); making the plans up is not counted. The peak of memory is that of the whole
process.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from time import process_time
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.many_plans import many_plans
from ucap.frames.build import whole
from ucap.frames.splice import spliced
from ucap.frames.told import Whole
from ucap.plan.record import Plan
from ucap.selection import Coverage, Selection
from ucap.selection.listings import plan_list

Result = TypeVar("Result")
_ROUNDS = 5
SELECTIONS = {
    "everything": Selection(),
    "one goal": Selection(goals=[11]),
    "a city in a year": Selection(european_cities=["Rome"], years=[2018]),
    "two words": Selection(text="horticulture seminar"),
}


def main(count: int) -> None:
    """Build, then filter in several ways, then change plans one by one."""
    made, seconds = build_of_stream(count)
    print(f"{count:,} plans to frames: {seconds:.1f} s, {1e6 * seconds / count:.0f} µs a plan")
    coverage = timed("membership matrices", lambda: Coverage(made.frames))
    timed("texts folded for searching", lambda: coverage.texts)
    for name, selection in SELECTIONS.items():
        selected = timed(f"{name}: plans", lambda s=selection: coverage.select(s))
        timed(f"{name}: counts beside all options", lambda s=selection: coverage.option_counts(s))
        timed(f"{name}: category by goal", lambda m=selected: coverage.cross(m, "categories", "goals"))
        timed(f"{name}: all frames narrowed", lambda s=selection: list(coverage.view(s).items()))
    change(made, coverage)
    print(f"peak of memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def change(made: Whole, coverage: Coverage) -> None:
    """Add, correct and remove plans, and print the median until frames, linked events, counts and list are there."""
    took: dict[str, list[float]] = {}
    for number, plan in enumerate(many_plans(_ROUNDS, seed=2)):
        added = numbered(plan, f"plan-{number}-added")
        titled = added.model_copy(update={"title": f"Corrected {number}"})
        other = titled.model_copy(update={"activities": titled.activities[1:]})
        for what, step in {"added": added, "a title": titled, "an activity gone": other, "removed": None}.items():
            start = process_time()
            made = spliced(made, {added.id: step})
            coverage = coverage_after(made, coverage, added.id)
            coverage.option_counts(Selection())
            plan_list(coverage.view(Selection()), coverage)
            took.setdefault(what, []).append(process_time() - start)
    for what, seconds in took.items():
        print(f"a plan changed, {what}: {1000 * median(seconds):.0f} ms, {1000 * max(seconds):.0f} at most")


def coverage_after(made: Whole, before: Coverage, plan_id: str) -> Coverage:
    """The counts after a change, as the dashboard makes them."""
    return Coverage(made.frames) if made.is_relabelled else Coverage.spliced(before, made.frames, [plan_id])


def numbered(plan: Plan, plan_id: str) -> Plan:
    """The plan under another id."""
    return plan.model_copy(update={"id": plan_id})


def build_of_stream(count: int) -> tuple[Whole, float]:
    """The frames of plans that are made up as they are asked for, and the seconds that the building alone took."""
    making = 0.0
    plans = (numbered(plan, f"plan-{number:06}") for number, plan in enumerate(many_plans(count)))  # sorted by id

    def stream() -> Iterator[Plan]:
        nonlocal making
        while True:
            start = process_time()
            plan = next(plans, None)
            making += process_time() - start
            if plan is None:
                return
            yield plan

    start = process_time()
    made = whole(stream())
    return made, process_time() - start - making


def timed(what: str, work: Callable[[], Result]) -> Result:
    """Do the work and print how long it took."""
    start = process_time()
    result = work()
    print(f"{what}: {1000 * (process_time() - start):.1f} ms")
    return result


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
