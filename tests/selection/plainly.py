"""Selection and counting done plainly, plan by plan and row by row: slow, obvious, and the judge of the fast way."""

from __future__ import annotations

import pandas as pd

from ucap.frames import Frames
from ucap.selection import Selection
from ucap.vocabulary import words

VALUE_COLUMNS = {
    "chinese_cities": ("cities", "city"),
    "provinces": ("cities", "region"),
    "european_cities": ("cities", "city"),
    "countries": ("cities", "country_code"),
    "categories": ("themes", "category"),
    "goals": ("goals", "goal"),
    "topics": ("topics", "topic"),
    "activity_kinds": ("activities", "activity_kind"),
    "plan_kinds": ("plans", "plan_kind"),
    "checks": ("plans", "checked"),
}


def chosen(frames: Frames, selection: Selection) -> list[str]:
    """The ids of the plans that a selection chooses."""
    return [plan for plan in frames.plans["plan"] if is_chosen(frames, plan, selection)]


def is_chosen(frames: Frames, plan: str, selection: Selection) -> bool:
    """Whether a plan meets all filters; those about cities or activities by one city of the side, or one activity."""
    of_plan = {name: frame[frame["plan"] == plan].to_dict("records") for name, frame in frames.items()}
    (record,) = of_plan["plans"]
    stated = not selection.is_stated_only
    goals = [row["goal"] for row in of_plan["goals"] if stated or row["is_stated"]]
    topics = [row["topic"] for row in of_plan["topics"] if stated or row["is_stated"]]
    return (
        any(meets_city_filters(row, "china", selection) for row in [*of_plan["cities"], None])
        and any(meets_city_filters(row, "europe", selection) for row in [*of_plan["cities"], None])
        and has_any(selection.categories, [row["category"] for row in of_plan["themes"]])
        and has_any(selection.goals, goals)
        and has_any(selection.topics, topics)
        and meets_activity_filters(record, of_plan["activities"], selection)
        and has_any(selection.plan_kinds, [record["plan_kind"]])
        and has_any(selection.checks, [record["checked"]])
        and has_any(selection.plans, [plan])
        and all(any(word in text for text in texts(of_plan)) for word in words_of(selection.text))
    )


def has_any(values: tuple[object, ...], found: list[object]) -> bool:
    return not values or any(value in values for value in found)


def meets_city_filters(row: dict[str, object] | None, side: str, selection: Selection) -> bool:
    names, areas, area = {
        "china": (selection.chinese_cities, selection.provinces, "region"),
        "europe": (selection.european_cities, selection.countries, "country_code"),
    }[side]
    if not names and not areas:
        return True
    return bool(row) and row["side"] == side and has_any(names, [row["city"]]) and has_any(areas, [row[area]])


def meets_activity_filters(
    record: dict[str, object], activities: list[dict[str, object]], selection: Selection
) -> bool:
    if not selection.activity_kinds and not selection.years:
        return True
    if any(is_activity_met(row, selection) for row in activities):
        return True
    return not selection.activity_kinds and has_any(selection.years, period_years(record))


def is_activity_met(row: dict[str, object], selection: Selection) -> bool:
    return has_any(selection.activity_kinds, [row["activity_kind"]]) and has_any(selection.years, activity_years(row))


def activity_years(row: dict[str, object]) -> list[int]:
    return [] if pd.isna(row["start_day"]) else list(range(row["start_day"].year, row["end_day"].year + 1))


def period_years(record: dict[str, object]) -> list[int]:
    first = record["last_year"] if pd.isna(record["first_year"]) else record["first_year"]
    return [] if pd.isna(first) else list(range(first, max(first, record["last_known_year"]) + 1))


def texts(of_plan: dict[str, list[dict[str, object]]]) -> list[str]:
    """Everything that a plan says, folded."""
    values = [
        value for name, rows in of_plan.items() if name not in UNSEARCHED for row in rows for value in row.values()
    ]
    return [" ".join(words(value)) for value in values if isinstance(value, str)]


UNSEARCHED = ("pairs", "findings", "sources")


def words_of(text: str) -> tuple[str, ...]:
    return tuple(text.split()) and tuple(" ".join(words(word)) for word in text.split())


def rows_left(frames: Frames, selection: Selection) -> dict[str, list[tuple[object, ...]]]:
    """The rows of each frame that a selection leaves, as tuples."""
    plans = set(chosen(frames, selection))
    return {
        name: [
            tuple(row.values())
            for row in frame.to_dict("records")
            if row["plan"] in plans and is_row_met(name, row, selection)
        ]
        for name, frame in frames.items()
    }


def is_row_met(name: str, row: dict[str, object], selection: Selection) -> bool:
    """Whether a row meets the filters about it."""
    if name == "cities":
        return meets_city_filters(row, row["side"], selection)
    if name == "pairs":
        return (
            has_any(selection.chinese_cities, [row["china_city"]])
            and has_any(selection.provinces, [row["province"]])
            and has_any(selection.european_cities, [row["europe_city"]])
            and has_any(selection.countries, [row["country_code"]])
            and selection.link in (row["link"], "all")
        )
    if name == "activities":
        return is_activity_met(row, selection)
    return not (name in ("goals", "topics") and selection.is_stated_only) or row["is_stated"]
