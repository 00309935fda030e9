"""Plans in words, as slides and reports say them."""

from __future__ import annotations

from ucap.plan import Activity, City, Plan
from ucap.selection import value_words
from ucap.wording import format_range


def plan_title(plan: Plan) -> str:
    """The title of a plan, or else its cities."""
    return plan.title or " – ".join(city.name for city in plan.cities) or plan.id or ""


def plan_subtitle(plan: Plan) -> str:
    """The programme, the kind of plan and its period."""
    period = plan.period.text or format_range(plan.period.start, plan.period.end)
    return " · ".join(part for part in (plan.programme, value_words("plan_kinds", plan.kind), period) if part)


def city_words(city: City) -> str:
    """A city with its province in China, with its country elsewhere: "Panjin (Liaoning)", "Rome (Italy)"."""
    country = value_words("countries", city.country_code) if city.country_code else None
    where = country if city.side == "europe" else city.region
    return f"{city.name} ({where})" if where else city.name


def activity_words(activity: Activity) -> str:
    """An activity with its dates before it and its outputs after it."""
    dates = format_range(activity.start or activity.end, activity.end or activity.start)
    told = "; ".join((activity.text, *activity.outputs))
    return f"{dates}: {told}" if dates else told
