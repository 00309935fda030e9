"""Charts and lists that were made lately are not made again: a page runs again at each press of a button."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from ucap.charts.scene import Scene
from ucap.selection.coverage import Coverage
from ucap.wording import language

MOST_REMEMBERED = 12
Options = ParamSpec("Options")
Made = TypeVar("Made")
Drawn = Callable[Concatenate[Scene, Options], Made]


def remembered(draw: Drawn[Options, Made]) -> Drawn[Options, Made]:
    """Keep the last `MOST_REMEMBERED` charts of each state of the data, by selection, look, language and options.

    All who ask get the same chart, so nobody changes it. What is made may be another thing than a chart.
    """
    made: WeakKeyDictionary[Coverage, OrderedDict[Hashable, Made]] = WeakKeyDictionary()
    lock = Lock()

    @wraps(draw)
    def drawn(scene: Scene, /, *args: Options.args, **kwargs: Options.kwargs) -> Made:
        key = (scene.selection, scene.look, language(), args, tuple(sorted(kwargs.items())))
        with lock:
            charts = made.setdefault(scene.coverage, OrderedDict())
            found = charts.get(key)
            if found is not None:
                charts.move_to_end(key)
                return found
        chart = draw(scene, *args, **kwargs)
        with lock:
            charts[key] = chart
            while len(charts) > MOST_REMEMBERED:
                charts.popitem(last=False)
        return chart

    return drawn
