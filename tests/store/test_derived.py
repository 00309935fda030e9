"""What follows from a corrected value follows it: places on the map, headings of themes, findings."""

from __future__ import annotations

import pytest

from tests.store.samples import record
from ucap.plan.record import Finding
from ucap.reading import read
from ucap.store import Person, Reading, Store


@pytest.fixture
def panjin(url: str, anna: Person) -> Store:
    """A store with one plan, read as the product reads record files."""
    store = Store.open(url, folder=None, reader=lambda name, data: [Reading(plan, "") for plan in read(name, data)])
    store.add("panjin.json", record(themes=[{"label": "Tourism"}]), anna)
    return store


def codes(store: Store) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.field) for finding in store.plans()[0].findings]


def test_a_city_of_another_name_lies_where_that_city_lies(panjin: Store, anna: Person) -> None:
    panjin.correct("panjin", "/cities/1/name", "Rome", anna, "a mix-up", seen=panjin.version())
    city = panjin.plans()[0].cities[1]
    assert (city.name, city.written, city.country_code, city.region) == ("Rome", "Barcelona", "IT", "Lazio")
    assert city.latitude == pytest.approx(41.9, abs=0.1)


def test_a_city_in_another_country_lies_there(panjin: Store, anna: Person) -> None:
    """There is a Stuttgart in Arkansas, too."""
    assert panjin.plans()[0].cities[2].latitude == pytest.approx(48.8, abs=0.1)
    panjin.correct("panjin", "/cities/2/country_code", "CN", anna, "to show it", seen=panjin.version())
    city = panjin.plans()[0].cities[2]
    assert (city.side, city.latitude, city.region) == ("china", None, None)


def test_a_withdrawn_name_puts_the_city_back(panjin: Store, anna: Person) -> None:
    before = panjin.plans()
    made = panjin.correct("panjin", "/cities/1/name", "Rome", anna, "a mix-up", seen=panjin.version())
    panjin.withdraw(made.id, anna, "no mix-up")
    assert panjin.plans() == before


def test_a_new_city_is_put_on_the_map(panjin: Store, anna: Person) -> None:
    rome = {"name": "Rome", "written": "Roma", "side": "europe"}
    panjin.correct("panjin", "/cities/-", rome, anna, "joined", seen=panjin.version())
    city = panjin.plans()[0].cities[3]
    assert (city.country_code, city.region, city.population is None) == ("IT", "Lazio", False)


def test_a_theme_of_another_name_falls_under_its_own_headings(panjin: Store, anna: Person) -> None:
    before = panjin.plans()[0].themes[0].categories
    panjin.correct("panjin", "/themes/0/label", "Urban mobility", anna, "see page 2", seen=panjin.version())
    after = panjin.plans()[0].themes[0].categories
    assert after
    assert after != before


def test_a_correction_that_leaves_the_doubt_leaves_the_finding(panjin: Store, anna: Person) -> None:
    assert ("activity-before-period", "/activities/0") in codes(panjin)
    panjin.correct("panjin", "/activities/0/end", "2019-10", anna, "two months", seen=panjin.version())
    assert ("activity-before-period", "/activities/0") in codes(panjin)
    made = panjin.correct("panjin", "/activities/0/end", "2019-12", anna, "longer", seen=panjin.version())
    judged = [f for f in panjin.findings("panjin") if f.finding.code == "activity-before-period"]
    assert [(f.state, f.settled_by) for f in judged] == [("corrected", made.id)]


def test_a_correction_elsewhere_that_removes_the_doubt_settles_the_finding(panjin: Store, anna: Person) -> None:
    made = panjin.correct("panjin", "/period/start", "2019-06", anna, "the letter", seen=panjin.version())
    assert ("activity-before-period", "/activities/0") not in codes(panjin)
    assert made.id in [f.settled_by for f in panjin.findings("panjin")]


def test_a_correction_that_raises_a_doubt_brings_a_finding(panjin: Store, anna: Person) -> None:
    assert "country-without-city" not in dict(codes(panjin))
    panjin.correct("panjin", "/cities/1", None, anna, "Barcelona left", seen=panjin.version())
    assert ("country-without-city", "/europe/countries/0") in codes(panjin)
    found = next(f for f in panjin.plans()[0].findings if f.code == "country-without-city")
    panjin.dismiss("panjin", found, anna, "Spain takes part without a city")
    assert found not in panjin.plans()[0].findings
    assert isinstance(found, Finding)
