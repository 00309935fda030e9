"""How long each format takes for the plans that come with the product, and for a thousand.

The thousand are the same plans again under other ids. The slides of 25 plans are to be made in under five seconds.
"""

from __future__ import annotations

import sys
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from ucap.charts.scene import Scene
from ucap.exports import FORMATS, View, describe, export
from ucap.frames import build
from ucap.plan.record import Plan
from ucap.reading import read
from ucap.selection import Coverage

PLANS_FOLDER = Path(__file__).parents[1] / "data" / "plans"
DAY = date(2026, 1, 1)
MANY = 1000


def main() -> None:
    """Measure each format for few and for many plans."""
    few = [plan for path in sorted(PLANS_FOLDER.iterdir()) for plan in read(path.name, path.read_bytes())]
    many = [plan.model_copy(update={"id": f"p{index}"}) for index, plan in enumerate(islice(cycle(few), MANY))]
    views = [view_of(few), view_of(many)]
    print(f"{'format':14}{len(few):>6} plans{len(many):>12} plans")
    for key in FORMATS:
        (small, short), (large, long) = (measured(key, view) for view in views)
        print(f"{key:14}{short:7.2f} s {small / 1e6:6.1f} MB{long:7.2f} s {large / 1e6:6.1f} MB")


def view_of(plans: list[Plan]) -> View:
    """All plans, without the texts of their documents."""
    return View(Scene(Coverage(build(plans))), {str(plan.id): plan for plan in plans}, lambda _: None)


def measured(key: str, view: View) -> tuple[int, float]:
    """The size of the file in bytes and the seconds that it took, the second time."""
    description = describe(view.scene, DAY)
    export(key, view, description)
    start = perf_counter()
    return len(export(key, view, description)), perf_counter() - start


if __name__ == "__main__":
    main()
