"""Rows whose labels are not known, and several plans in one document."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from ucap.documents.labels.known import find_label
from ucap.documents.labels.lexicon import sense_of
from ucap.errors import UnreadableDocument
from ucap.reading import read

REWORDINGS = Path(__file__).parents[1] / "data" / "labels" / "rewordings.csv"
FORM = """Where (town): {china} / {europe}
Which country: China / {country}
How many inhabitants: 3.7 million / 230,000
When does it run: May 2018 until May 2020

Topics we work on:
Shipbuilding and ports; Old town renewal

UN goals:
SDG 11

What is difficult:
- Distance and time zones.
"""
WUHU = FORM.format(china="Wuhu", europe="Porto", country="Portugal")
PANJIN = FORM.format(china="Panjin", europe="Lyon", country="France")


def test_nearly_all_natural_rewordings_of_labels_are_known_by_their_words() -> None:
    with REWORDINGS.open(encoding="utf-8", newline="") as file:
        rewordings = [row for row in csv.DictReader(file) if row["row"]]
    known = sum(_row(line["label"]) == line["row"] for line in rewordings)
    assert known >= 0.98 * len(rewordings)


def _row(label: str) -> str | None:
    if known := find_label(label):
        return known.key
    weights = sense_of(label).weights
    return max(weights, key=lambda row: weights[row]) if weights else None


@pytest.mark.parametrize(
    ("label", "row"),
    [
        ("Focus areas within the themes", "focus"),
        ("Areas of focus in each theme", "focus"),
        ("Axe principal des thèmes de coopération", "focus"),
        ("Belangrijkste focus van de thema’s", "focus"),
        ("Foco principal dos temas", "focus"),
        ("Priority themes", "themes"),
        ("Samenwerkingsthema’s", "themes"),
        ("Samarbetsmål", "objectives"),
        ("Hauptfokus", "focus"),
        ("Yhteistyöjakso", "period"),
    ],
)
def test_a_focus_of_themes_is_the_focus_and_a_compound_is_what_its_last_part_says(label: str, row: str) -> None:
    assert _row(label) == row


def test_a_short_value_does_not_take_its_label_away() -> None:
    rows = [
        "City\tWuhu\tPorto",
        "Country\tChina\tPortugal",
        "Themes\tSchools",
        "Focus areas within the themes\tNurses.",
    ]
    [plan] = read("rows.txt", "\n".join(rows).encode())
    assert plan.focus == ("Nurses.",)
    assert not [found for found in plan.findings if found.field == "/focus"]


def test_a_form_with_labels_of_its_own_is_read() -> None:
    [plan] = read("form.txt", WUHU.encode())
    assert [city.name for city in plan.cities] == ["Wuhu", "Porto"]
    assert (plan.china.population, plan.europe.population) == (3_700_000, 230_000)
    assert (plan.period.start, plan.period.end) == ("2018-05", "2020-05")
    assert [theme.label for theme in plan.themes] == ["Shipbuilding and ports", "Old town renewal"]
    assert [goal.goal for goal in plan.goals] == [11]
    assert plan.challenges == ("Distance and time zones.",)


def test_a_row_that_its_label_does_not_tell_bears_a_finding_on_its_field() -> None:
    head = ["City\tWuhu\tPorto", "Country\tChina\tPortugal", "Topics\tPorts"]
    rows = [*head, "Headaches\tThe rules are not the same, and there is no budget for travel.", "Aims\tA ferry."]
    [plan] = read("rows.txt", "\n".join(rows).encode())
    assert plan.challenges == ("The rules are not the same, and there is no budget for travel.",)
    assert [found.field for found in plan.findings if found.code == "row-guessed"] == ["/challenges"]


def test_two_summaries_in_one_text_are_two_plans() -> None:
    plans = read("both.txt", f"{WUHU}\n{PANJIN}".encode())
    assert [[city.name for city in plan.cities] for plan in plans] == [["Wuhu", "Porto"], ["Panjin", "Lyon"]]


def test_a_figure_that_comes_twice_is_not_added_up() -> None:
    tagged = (
        "City\tWuhu\tPorto\nCountry\tChina\tPortugal\nPopulation\t3.7 million\tN/A\nPopulation (2020)\t1 million\tN/A\n"
    )
    [plan] = read(
        "twice.txt", tagged.replace("Population (2020)", "Size (km²)\t6,026 km²\t41 km²\nPopulation").encode()
    )
    assert plan.china.population == 3_700_000
    assert "/china/population" in [found.field for found in plan.findings if found.code == "row-twice"]


def test_a_table_about_something_else_is_no_summary() -> None:
    lines = [f"Item {number}\t{number} pieces\t{number * 3} EUR" for number in range(1, 15)]
    with pytest.raises(UnreadableDocument):
        read("invoice.txt", "\n".join(["Position\tQuantity\tPrice", *lines]).encode())
