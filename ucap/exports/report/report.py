"""The report: one file that asks nothing of any host, with everything that it shows inside."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import IO, Any

import jinja2
import pandas as pd
from markupsafe import Markup
from plotly.io import to_html

from ucap.charts.catalogue import CHARTS
from ucap.charts.chart import PICTURE_CONFIG, Chart
from ucap.charts.palette import LIGHT
from ucap.exports.description import LINKED, Description
from ucap.exports.report.plans import MOST_PLANS, plan_pages
from ucap.exports.view import View
from ucap.frames.columns import COLUMNS, FRAMES
from ucap.frames.frames import rows_of
from ucap.plain_text import printable
from ucap.selection.figures import key_figures
from ucap.selection.tables import told
from ucap.wording import _, language, ngettext

MOST_ROWS = 2000
_MOST_PRINTED_COLUMNS = 9
_HERE = Path(__file__).parent
_PLOTLY = _HERE / "plotly-basic.min.js"
"""The part of plotly.js that draws bars, lines and marks, of the version that the Python package brings whole: a fourth
of its size, and all that the charts need. The README says where it is from.
"""
_CONFIG = PICTURE_CONFIG | {"displayModeBar": "hover", "responsive": True}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the report: `total` rows, of which `rows` are shown; cells of `linked` lead where `link` says."""

    slug: str
    title: str
    headings: tuple[str, ...]
    rows: list[tuple[str, ...]]
    total: int
    linked: int | None = None
    link: Callable[[str], str | None] = lambda _cell: None

    @property
    def is_wide(self) -> bool:
        """Whether the columns have no room side by side on paper, where each row is then a list; numbers have room."""
        return self.slug.startswith("frame-") and len(self.headings) > _MOST_PRINTED_COLUMNS


def write_report(view: View, description: Description, out: IO[bytes]) -> None:
    """Key figures, charts with their sentences and tables, the plans one by one, and the frames of the view."""
    template = _environment().get_template("report.html.jinja")
    stream = template.stream(
        language=language(),
        palette=LIGHT,
        style=Markup((_HERE / "report.css").read_text("utf-8")),
        opening=Markup((_HERE / "report.js").read_text("utf-8")),
        plotly_js=Markup(_PLOTLY.read_text("utf-8")),
        description=description,
        pictures=[b64encode(one).decode() for one in (description.branding.logo, description.branding.emblem) if one],
        figures=key_figures(view.frames, view.scene.met),
        contents=[(chart.name, chart.title) for chart in (draw(view.scene) for draw in CHARTS.values())],
        charts=_charts(view, description),
        plans=plan_pages(view),
        more_plans=max(0, len(view.frames.plans) - MOST_PLANS),
        tables=[_frame_table(name, frame, view, description) for name, frame in view.tables()],
        _=_,
        ngettext=ngettext,
    )
    stream.enable_buffering(64)
    stream.dump(out, encoding="utf-8")


def _charts(view: View, description: Description) -> Iterator[dict[str, Any]]:
    """Each chart as markup, made when the template comes to it."""
    for draw in CHARTS.values():
        chart = draw(view.scene)
        markup = _markup(chart, description.file_stem(chart.name))
        yield {"chart": chart, "markup": markup, "table": _chart_table(chart)}


def _markup(chart: Chart, picture_name: str) -> Markup:
    """The figure as a part of the page, with a button that saves it as a picture of that name.

    Plotly writes its data as JSON in which no markup can begin.
    """
    config = _CONFIG | {"toImageButtonOptions": _CONFIG["toImageButtonOptions"] | {"filename": picture_name}}
    options = {"include_plotlyjs": False, "full_html": False, "config": config, "div_id": f"chart-{chart.name}"}
    return Markup(to_html(chart.figure, **options))


def _chart_table(chart: Chart) -> Table:
    return _table(f"chart-{chart.name}", chart.title, tuple(chart.table), chart.table)


def _frame_table(name: str, frame: pd.DataFrame, view: View, description: Description) -> Table:
    said = told(name, frame, view.frames, view.scene.coverage)
    headings = tuple(_(COLUMNS[column].label) for column in said)
    table = _table(f"frame-{name}", _(FRAMES[name].title), headings, said)
    if name not in LINKED:
        return table
    return replace(table, linked=list(said).index(LINKED[name]), link=partial(description.link, name))


def _table(slug: str, title: str, headings: tuple[str, ...], frame: pd.DataFrame) -> Table:
    rows = [tuple(map(_cell, row.values())) for row in rows_of(frame.head(MOST_ROWS))]
    return Table(slug, title, headings, rows, len(frame))


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)


@cache
def _environment() -> jinja2.Environment:
    """Everything that a template shows is escaped, and control characters are made visible."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_HERE),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: printable(value) if type(value) is str else value,
    )
