"""Plans to frames, and filters over them: `python benchmarks/bench_frames.py [NUMBER OF PLANS]`, 10,000 by default.

Times are of this process (CPU seconds); making the plans up is not counted. The peak of memory is that of the whole
process.
"""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.many_plans import many_plans
from ucap.frames import Frames, build
from ucap.plan.record import Plan
from ucap.selection import Coverage, Selection

Result = TypeVar("Result")
SELECTIONS = {
    "everything": Selection(),
    "one goal": Selection(goals=[11]),
    "a city in a year": Selection(european_cities=["Rome"], years=[2018]),
    "two words": Selection(text="horticulture seminar"),
}


def main(count: int) -> None:
    """Build, then filter in several ways."""
    frames, seconds = build_of_stream(count)
    print(f"{count:,} plans to frames: {seconds:.1f} s, {1e6 * seconds / count:.0f} µs a plan")
    coverage = timed("membership matrices", lambda: Coverage(frames))
    timed("texts folded for searching", lambda: coverage.texts)
    for name, selection in SELECTIONS.items():
        selected = timed(f"{name}: plans", lambda s=selection: coverage.select(s))
        timed(f"{name}: counts beside all options", lambda s=selection: coverage.option_counts(s))
        timed(f"{name}: category by goal", lambda m=selected: coverage.cross(m, "categories", "goals"))
        timed(f"{name}: all frames narrowed", lambda s=selection: list(coverage.view(s).items()))
    print(f"peak of memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def build_of_stream(count: int) -> tuple[Frames, float]:
    """The frames of plans that are made up as they are asked for, and the seconds that the building alone took."""
    making = 0.0
    plans = many_plans(count)

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
    frames = build(stream())
    return frames, process_time() - start - making


def timed(what: str, work: Callable[[], Result]) -> Result:
    """Do the work and print how long it took."""
    start = process_time()
    result = work()
    print(f"{what}: {1000 * (process_time() - start):.1f} ms")
    return result


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
