"""A plan at a glance: its cities on a small map, when, what about, and how far it can be relied on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from html import escape
from urllib.parse import quote

import streamlit as st

from components.adding.summary import severities_markup
from components.context import Context
from components.plan.corrected import corrections_of
from components.state import PLACE_KEY, carried_query
from ucap.charts.chart import CONFIG
from ucap.charts.map.map import pair_map
from ucap.charts.scene import Look, Scene
from ucap.frames import build
from ucap.plan.record import Plan, Side
from ucap.plan.words import city_words, value_words
from ucap.selection import Coverage, Selection
from ucap.selection.places.cities import cities
from ucap.vocabulary.goals import goals
from ucap.wording import _, aside, format_number, format_range, ngettext

_MAP_PX = 560


def plan_context(context: Context, plan: Plan) -> Context:
    """The same as if this plan were all that there is: what its map is drawn and its files are written from."""
    coverage = _coverage(plan, plan.id or "", context.library.version)
    look = Look(context.scene.look.is_dark, min(_MAP_PX, context.scene.look.width_px))
    return Context(context.library, Scene(coverage, Selection(), look))


@st.cache_resource(show_spinner=False, max_entries=32)
def _coverage(_plan: Plan, plan_id: str, version: int) -> Coverage:
    return Coverage(build([_plan]))


def draw_glance(alone: Context, plan: Plan) -> None:
    """Draw facts and map beside each other."""
    left, right = st.columns([3, 2], gap="large")
    corrected = len(corrections_of(alone.library, plan.id))
    with left:
        st.html(facts_markup(plan, corrected, _addresses(alone, plan)))
    with right, st.container(key="glance-map"):
        chart = pair_map(alone.scene)
        st.plotly_chart(chart.figure, key=f"glance_{plan.id}", theme=None, config=CONFIG, alt=chart.sentence)


def _addresses(alone: Context, plan: Plan) -> dict[str, str]:
    """The address of the page of each city of the plan, by the city in words."""
    known, rows = cities(alone.library.coverage).slug_of, alone.library.coverage.frames.cities
    labels = rows.loc[rows["plan"] == plan.id, ["position", "city"]]
    query = carried_query().replace("?", "&", 1)
    return {
        city_words(plan.cities[position]): f"cities?{PLACE_KEY}={quote(known[label])}{query}"
        for position, label in labels.itertuples(index=False)
        if label in known and position < len(plan.cities)
    }


def facts_markup(plan: Plan, corrected_count: int, addresses: Mapping[str, str] | None = None) -> str:
    """The facts as HTML, in which texts of documents are escaped; `addresses` are those of the pages of its cities."""
    known = addresses or {}
    facts = [
        (_("Chinese cities"), _cities(plan, "china", known)),
        (_("European cities"), _cities(plan, "europe", known)),
        (_("Period"), escape(format_range(plan.period.start, plan.period.end) or plan.period.text or _("not stated"))),
        (_("Themes"), _themes(plan)),
        (_("Goals"), _goals(plan)),
        (_("Activities"), format_number(len(plan.activities))),
        (_("State"), _state(plan, corrected_count)),
    ]
    lines = "".join(f"<dt>{escape(name)}</dt><dd>{words}</dd>" for name, words in facts)
    return f'<dl class="glance">{lines}</dl>'


def _cities(plan: Plan, side: Side, addresses: Mapping[str, str]) -> str:
    """The cities of a side, each with the way to its page where `addresses` has it, by its name in words."""
    named = []
    for city in plan.cities:
        words = city_words(city)
        address = addresses.get(words)
        if city.side == side:
            named.append(
                f'<a href="{escape(address)}" target="_self">{escape(words)}</a>' if address else escape(words)
            )
    return f'<span class="{side}">{_(", ").join(named)}</span>' if named else escape(_("not stated"))


def _themes(plan: Plan) -> str:
    slugs = dict.fromkeys(slug for theme in plan.themes for slug in theme.categories)
    words = [value_words("categories", slug) for slug in slugs] or [theme.label for theme in plan.themes]
    return _chips(words) or _silence(plan.statements.themes)


def _goals(plan: Plan) -> str:
    """Goals with their official colour beside number and name; those mentioned outside the SDG row say so."""
    stated = {mention.goal: mention.stated for mention in reversed(plan.goals)}
    chips = []
    for number, is_stated in sorted(stated.items()):
        words = value_words("goals", number) if is_stated else aside(value_words("goals", number), _("mentioned only"))
        color = goals()[number - 1].color
        chips.append(f'<span class="chip"><i style="background:{color}"></i>{escape(words)}</span>')
    return "".join(chips) or _silence(plan.statements.goals)


def _chips(words: list[str]) -> str:
    return "".join(f'<span class="chip">{escape(one)}</span>' for one in words)


def _silence(statement: str | None) -> str:
    words = {"none": _("declared none"), "unread": _("stated, but not understood")}
    return escape(words.get(statement or "", _("not stated")))


def _state(plan: Plan, corrected_count: int) -> str:
    found = severities_markup(Counter(one.severity for one in plan.findings)) or escape(_("no findings"))
    words = ngettext("{count} value corrected", "{count} values corrected", corrected_count)
    corrected = f'<span class="warning">✎ {escape(words.format(count=format_number(corrected_count)))}</span>'
    return f"{found} {corrected if corrected_count else ''}"
