"""Cities and pairs as things of their own: addresses, the list, side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.records import all_plans
from ucap.charts.scene import Scene
from ucap.frames import build
from ucap.plan.record import City, Plan, Theme
from ucap.selection import Coverage, Selection
from ucap.selection.evidence import values
from ucap.selection.figures import key_figures
from ucap.selection.places.cities import cities, city_table, pair_slug
from ucap.selection.places.comparison import Part, compare
from ucap.selection.places.dossier import identity_words, missing, missing_lines, partner_table


def city(name: str, side: str, region: str | None = None, code: str | None = None, lead: bool = False) -> City:
    return City(name=name, written=name, side=side, region=region, country_code=code, lead=lead)


PANJIN = city("Panjin", "china", "Liaoning", "CN", lead=True)
SPAIN = Plan(id="spain", cities=(PANJIN, city("Valencia", "europe", "Valencia", "ES")))
VENEZUELA = Plan(id="venezuela", cities=(PANJIN, city("Valencia", "europe", "Carabobo", "VE")))
UNKNOWN = Plan(id="unknown", cities=(city("某某市", "china", lead=True), city("Atlantis", "europe")))
REAL = Coverage(build(all_plans()))


def test_cities_that_share_a_name_have_addresses_of_their_own() -> None:
    """Valencia in Spain is not Valencia in Venezuela; each address leads to its own plans."""
    coverage = Coverage(build([SPAIN, VENEZUELA]))
    known = cities(coverage)
    assert sorted(known.label_of) == ["panjin", "valencia-carabobo", "valencia-valencia"]
    for slug, plan in (("valencia-valencia", "spain"), ("valencia-carabobo", "venezuela")):
        selection = known.selection([known.label_of[slug]], Selection())
        assert coverage.plans[coverage.select(selection)].tolist() == [plan]


def test_every_city_has_one_address_and_every_address_one_city() -> None:
    """Letters of any script will do; accents and spaces do not stand in the way."""
    known = cities(Coverage(build([*all_plans(), UNKNOWN])))
    assert {known.label_of[slug] for slug in known.slug_of.values()} == set(known.slug_of)
    assert known.slug_of["某某市"] == "某某市"
    assert known.slug_of["Málaga"] == "malaga"
    assert pair_slug(known, "Panjin", "Rome") == "panjin~rome"


def test_an_address_that_no_city_has_any_more_has_near_ones() -> None:
    """A city that was corrected is found again."""
    assert cities(REAL).nearest("romme")[0] == "Rome"
    assert cities(REAL).nearest("zzzzzz") == []


def test_a_city_that_nobody_knows_says_so_and_what_is_missing() -> None:
    """It has its page all the same."""
    coverage = Coverage(build([UNKNOWN]))
    assert identity_words(coverage, "Atlantis") == "not among the known cities: it has no place on the map"
    lines = missing_lines(coverage, coverage.frames, ["Atlantis"])
    assert "No plan names a contact." in lines
    assert "No plan names a dated activity." in lines


def test_the_number_of_silent_plans_has_its_plans() -> None:
    """Of each vocabulary those that lack the row, or whose row was not understood."""
    known = cities(REAL)
    frames = REAL.view(known.selection(["Rome"], Selection()))
    counted = [remark for remark in missing(REAL, frames, ["Rome"]) if remark.plans]
    assert counted
    for remark in counted:
        assert remark.words.split()[0] == str(len(remark.plans))
        assert set(remark.plans) <= set(frames.plans["plan"])


@pytest.mark.parametrize("label", ["Rome", "Liuzhou"])
def test_the_list_of_cities_counts_what_the_page_of_each_lists(label: str) -> None:
    """Paired ones and those that it only met stand apart, in the list and on the page."""
    table = city_table(REAL, REAL.view(Selection()), REAL.view(Selection(link="met")))
    known = cities(REAL)
    frames = REAL.view(known.selection([label], Selection()))
    links = partner_table(frames, label, known.side(label))["Link"].value_counts()
    assert table.loc[label, ["Partners", "Only met"]].tolist() == [links.get("Paired", 0), links.get("Only met", 0)]
    assert table.loc[label, "Plans"] == len(frames.plans)


def test_a_comparison_says_what_is_shared_and_what_one_has_alone() -> None:
    """Rome and Nice share tourism; water is Rome's alone. Who names nothing is silent, and shares nothing."""

    def plan(name: str, *themes: str) -> Plan:
        return Plan(
            id=name.lower(),
            cities=(PANJIN, city(name, "europe")),
            themes=tuple(Theme(label=theme, categories=(theme,)) for theme in themes),
        )

    coverage = Coverage(build([plan("Rome", "tourism", "water"), plan("Nice", "tourism"), plan("Bari")]))
    rome, nice, bari = (
        Part(name, coverage.select(Selection(european_cities=(name,)))) for name in ("Rome", "Nice", "Bari")
    )
    found = compare(coverage, [rome, nice], "categories")
    assert found.shared == "Shared: Tourism."
    assert found.differing == "Rome alone: Water and sanitation."
    assert found.counts.loc["Tourism"].tolist() == [1, 1]
    assert compare(coverage, [rome, bari], "categories").shared == "Nothing is named by: Bari."


@pytest.mark.parametrize("label", cities(REAL).facts.index)
def test_what_the_list_counts_is_what_stands_behind_it_and_what_files_hold(label: str) -> None:
    """Partners, pairs that only met, plans: each number is that of the passages' values and of the rows of a file."""
    everything = city_table(REAL, REAL.frames, REAL.view(Selection(link="met"), REAL.select(Selection()))).loc[label]
    for heading, link in (("Partners", "paired"), ("Only met", "met")):
        scene = Scene(REAL, replace(cities(REAL).selection([label], Selection()), link=link))
        assert everything[heading] == len(values(scene.frames, "pair"))
        assert everything[heading] == len(scene.frames.pairs[["china_city", "europe_city"]].drop_duplicates())
    scene = Scene(REAL, cities(REAL).selection([label], Selection()))
    assert everything["Plans"] == len(values(scene.frames, "plan")) == scene.plan_count
    figures = {one.name: one.count for one in key_figures(scene.frames)}
    assert figures["activities"] == len(values(scene.frames, "activity"))
    assert figures["goals"] == len(values(scene.frames, "goal"))
