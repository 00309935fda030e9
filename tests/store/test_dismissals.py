"""Findings: open until somebody dismisses them with a reason or corrects what they are about."""

from __future__ import annotations

import pytest

from tests.store.samples import record
from ucap.plan.record import Finding
from ucap.store import Conflict, Invalid, NotAllowed, NotFound, Person, Store

FRANCE = {"code": "country-without-city", "field": "/europe/countries/2", "message": "France is listed, but ..."}
OPEN_END = {"code": "period-open", "severity": "note", "field": "/period", "message": "The period has no end."}
NO_LEAD = {"code": "lead-city-missing", "severity": "error", "field": "/cities", "message": "A city is missing."}
WHOLE = {"code": "no-text-layer", "severity": "error", "field": None, "message": "The pages are pictures."}


def doubtful(**changes: object) -> bytes:
    return record(
        europe={"countries": ["ES", "DE", "FR"]}, **{"findings": [FRANCE, OPEN_END, NO_LEAD, WHOLE], **changes}
    )


@pytest.fixture
def panjin(store: Store, anna: Person) -> Store:
    """A store with one plan that has four findings."""
    store.add("panjin.json", doubtful(), anna)
    return store


def codes(store: Store) -> list[str]:
    return [finding.code for finding in store.plans()[0].findings]


def states(store: Store) -> list[str]:
    return [judged.state for judged in store.findings("panjin")]


def test_a_dismissed_finding_leaves_the_plan_and_stays_in_the_list(panjin: Store, anna: Person) -> None:
    dismissal = panjin.dismiss("panjin", Finding(**FRANCE), anna, "Corsica takes part as an observer")
    assert codes(panjin) == ["period-open", "lead-city-missing", "no-text-layer"]
    assert states(panjin) == ["dismissed", "open", "open", "open"]
    assert panjin.findings("panjin")[0].settled_by == dismissal.id
    assert panjin.dismissals() == [dismissal]


def test_a_restored_finding_is_open_again(panjin: Store, anna: Person, ben: Person) -> None:
    dismissal = panjin.dismiss("panjin", Finding(**FRANCE), anna, "an observer")
    gone = panjin.restore_finding(dismissal.id, ben, "it is no observer any more")
    assert states(panjin) == ["open"] * 4
    assert (gone.withdrawn_by, gone.withdrawn_why) == ("Ben <ben@example.eu>", "it is no observer any more")
    with pytest.raises(Conflict, match="Ben"):
        panjin.restore_finding(dismissal.id, anna, "again")


def test_a_finding_about_the_whole_plan_can_be_dismissed(panjin: Store, anna: Person) -> None:
    panjin.dismiss("panjin", Finding(**WHOLE), anna, "typed by hand from the scan")
    assert states(panjin) == ["open", "open", "open", "dismissed"]


def test_a_dismissal_survives_a_newer_edition_that_says_the_same(panjin: Store, anna: Person) -> None:
    panjin.dismiss("panjin", Finding(**FRANCE), anna, "an observer")
    panjin.add("newer.json", doubtful(title="newer"), anna)
    assert states(panjin)[0] == "dismissed"


def test_a_dismissal_lapses_when_the_value_changes(panjin: Store, anna: Person) -> None:
    panjin.dismiss("panjin", Finding(**OPEN_END), anna, "runs until further notice")
    panjin.add("newer.json", doubtful(period={"start": "2021"}), anna)
    assert states(panjin)[1] == "open"


def test_a_correction_of_the_value_settles_its_finding_until_withdrawn(panjin: Store, anna: Person) -> None:
    made = panjin.correct("panjin", "/europe/countries/2", None, anna, "a slip", seen=panjin.version())
    assert states(panjin) == ["corrected", "open", "open", "open"]
    assert codes(panjin) == ["period-open", "lead-city-missing", "no-text-layer"]
    panjin.withdraw(made.id, anna, "no slip")
    assert states(panjin) == ["open"] * 4


def test_a_correction_inside_the_field_settles_its_finding(panjin: Store, anna: Person) -> None:
    made = panjin.correct("panjin", "/period/end", "2022", anna, "the letter", seen=panjin.version())
    judged = panjin.findings("panjin")[1]
    assert (judged.state, judged.settled_by) == ("corrected", made.id)


def test_a_finding_about_a_list_is_settled_by_a_new_entry_but_not_by_a_change_of_another(
    panjin: Store, anna: Person
) -> None:
    panjin.correct("panjin", "/cities/1/region", "Catalonia", anna, "missing", seen=panjin.version())
    assert states(panjin)[2] == "open"
    rome = {"name": "Rome", "written": "Rome", "side": "europe"}
    panjin.correct("panjin", "/cities/-", rome, anna, "it leads", seen=panjin.version())
    assert states(panjin)[2] == "corrected"


def test_a_finding_cannot_be_dismissed_twice(panjin: Store, anna: Person, ben: Person) -> None:
    panjin.dismiss("panjin", Finding(**FRANCE), anna, "an observer")
    with pytest.raises(Conflict, match="Somebody else"):
        panjin.dismiss("panjin", Finding(**FRANCE), ben, "an observer")


def test_a_dismissal_needs_a_finding_a_reason_and_an_editor(panjin: Store, anna: Person, visitor: Person) -> None:
    version = panjin.version()
    with pytest.raises(NotFound):
        panjin.dismiss("panjin", Finding(code="city-unknown", field="/cities/0"), anna, "why")
    with pytest.raises(Invalid):
        panjin.dismiss("panjin", Finding(**FRANCE), anna, "")
    with pytest.raises(NotAllowed):
        panjin.dismiss("panjin", Finding(**FRANCE), visitor, "why")
    assert panjin.version() == version


def test_a_finding_whose_field_is_no_pointer_does_no_harm(store: Store, anna: Person) -> None:
    store.add("panjin.json", doubtful(findings=[{"code": "city-unknown", "field": "cities"}]), anna)
    store.correct("panjin", "/cities/1", None, anna, "left", seen=store.version())
    judged = store.findings("panjin")[0]
    assert (judged.finding.field, judged.label, judged.state) == ("cities", "cities", "open")
    store.dismiss("panjin", judged.finding, anna, "nothing to do")
    assert store.findings("panjin")[0].state == "dismissed"
