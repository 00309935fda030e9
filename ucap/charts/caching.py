"""Charts that were drawn lately are not drawn again: a page runs again at each press of a button."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Concatenate, ParamSpec
from weakref import WeakKeyDictionary

from ucap.charts.chart import Chart
from ucap.charts.scene import Scene
from ucap.selection.coverage import Coverage
from ucap.wording import language

MOST_REMEMBERED = 12
Options = ParamSpec("Options")
Drawn = Callable[Concatenate[Scene, Options], Chart]


def remembered(draw: Drawn[Options]) -> Drawn[Options]:
    """Keep the last `MOST_REMEMBERED` charts of each state of the data, by selection, look, language and options.

    All who ask get the same chart, so nobody changes it.
    """
    made: WeakKeyDictionary[Coverage, OrderedDict[Hashable, Chart]] = WeakKeyDictionary()
    lock = Lock()

    @wraps(draw)
    def drawn(scene: Scene, /, *args: Options.args, **kwargs: Options.kwargs) -> Chart:
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
