"""Corrections leave the record as it was read, survive what happens to the document, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.store.samples import record
from ucap.store import Conflict, Invalid, NotAllowed, NotFound, Person, Store

Correct = Callable[..., object]


@pytest.fixture
def panjin(store: Store, anna: Person) -> Store:
    """A store with one plan."""
    store.add("panjin.json", record(), anna)
    return store


def test_a_correction_counts_and_the_document_keeps_its_word(panjin: Store, anna: Person) -> None:
    made = panjin.correct("panjin", "/period/end", "2021-12", anna, "see the extension letter", seen=panjin.version())
    assert panjin.plans()[0].period.end == "2021-12"
    assert panjin.record("panjin").period.end == "2020-11"
    assert (made.old, made.new, made.document_value, made.state, made.is_stale) == (
        "2020-11",
        "2021-12",
        "2020-11",
        "in force",
        False,
    )
    assert made.label == "Period of cooperation › End"
    assert made.who == "Anna <anna@example.eu>"


def test_a_withdrawn_correction_has_no_effect_and_stays_in_the_list(panjin: Store, anna: Person, ben: Person) -> None:
    made = panjin.correct("panjin", "/title", "Panjin", anna, "shorter", seen=panjin.version())
    gone = panjin.withdraw(made.id, ben, "the long title is official")
    assert panjin.plans()[0].title == "Panjin – Barcelona, Stuttgart"
    assert panjin.corrections("panjin") == [gone]
    assert (gone.state, gone.withdrawn_by, gone.withdrawn_why) == (
        "withdrawn",
        "Ben <ben@example.eu>",
        "the long title is official",
    )
    with pytest.raises(Conflict, match="Ben"):
        panjin.withdraw(made.id, anna, "again")


def test_the_later_of_two_corrections_counts_until_it_is_withdrawn(panjin: Store, anna: Person) -> None:
    first = panjin.correct("panjin", "/title", "First", anna, "a", seen=panjin.version())
    second = panjin.correct("panjin", "/title", "Second", anna, "b", seen=panjin.version())
    assert [c.state for c in panjin.corrections()] == ["superseded", "in force"]
    assert second.old == first.old == "Panjin – Barcelona, Stuttgart"
    panjin.withdraw(second.id, anna, "c")
    assert panjin.plans()[0].title == "First"


def test_the_second_of_two_editors_is_told_of_the_first_and_overwrites_nothing(
    panjin: Store, anna: Person, ben: Person
) -> None:
    both_saw = panjin.version()
    first = panjin.correct("panjin", "/period/end", "2021", anna, "the extension letter", seen=both_saw)
    with pytest.raises(Conflict, match=r"Anna .* “2021”.*extension letter") as caught:
        panjin.correct("panjin", "/period/end", "2022", ben, "the second letter", seen=both_saw)
    assert caught.value.first == first
    assert panjin.plans()[0].period.end == "2021"
    assert [(entry.action, entry.who[:4], entry.details["new"]) for entry in panjin.log("panjin")[-2:]] == [
        ("correct", "Anna", "2021"),
        ("correct-refused", "Ben ", "2022"),
    ]
    panjin.correct("panjin", "/period/end", "2022", ben, "the second letter", seen=panjin.version())
    assert panjin.plans()[0].period.end == "2022"


def test_two_editors_at_different_fields_do_not_meet(panjin: Store, anna: Person, ben: Person) -> None:
    both_saw = panjin.version()
    panjin.correct("panjin", "/period/end", "2021", anna, "a", seen=both_saw)
    panjin.correct("panjin", "/title", "Panjin", ben, "b", seen=both_saw)
    panjin.correct("panjin", "/cities/1/region", "Catalonia", ben, "c", seen=both_saw)


def test_an_editor_who_saw_the_list_before_an_entry_went_is_told(panjin: Store, anna: Person, ben: Person) -> None:
    both_saw = panjin.version()
    panjin.correct("panjin", "/cities/1", None, anna, "Barcelona left", seen=both_saw)
    with pytest.raises(Conflict):
        panjin.correct("panjin", "/cities/2/region", "Baden-Württemberg", ben, "missing", seen=both_saw)


def test_an_editor_who_did_not_see_the_newer_edition_is_told(panjin: Store, anna: Person, ben: Person) -> None:
    seen = panjin.version()
    panjin.add("newer.json", record(title="newer"), anna)
    with pytest.raises(Conflict, match="read again"):
        panjin.correct("panjin", "/title", "Panjin", ben, "shorter", seen=seen)


def test_a_correction_survives_a_newer_edition(panjin: Store, anna: Person) -> None:
    panjin.correct("panjin", "/period/end", "2021", anna, "the letter", seen=panjin.version())
    panjin.add("newer.json", record(title="Panjin, revised"), anna)
    assert (panjin.plans()[0].title, panjin.plans()[0].period.end) == ("Panjin, revised", "2021")
    assert not panjin.corrections()[0].is_stale


def test_a_correction_is_flagged_when_the_document_changed_its_own_word(panjin: Store, anna: Person) -> None:
    panjin.correct("panjin", "/period/end", "2021", anna, "the letter", seen=panjin.version())
    panjin.add("newer.json", record(period={"start": "2019-11", "end": "2023"}), anna)
    correction = panjin.corrections()[0]
    assert (correction.is_stale, correction.old, correction.document_value) == (True, "2020-11", "2023")
    assert panjin.plans()[0].period.end == "2021"


def test_a_correction_follows_its_entry_to_another_place_in_the_list(panjin: Store, anna: Person) -> None:
    panjin.correct("panjin", "/cities/2/region", "Baden-Württemberg", anna, "missing", seen=panjin.version())
    panjin.add("newer.json", record(partners=("Stuttgart", "Barcelona", "Rome")), anna)
    assert {c.name: c.region for c in panjin.plans()[0].cities} == {
        "Panjin": None,
        "Stuttgart": "Baden-Württemberg",
        "Barcelona": None,
        "Rome": None,
    }
    assert panjin.corrections()[0].label == "Cities › Stuttgart › Region"


def test_a_correction_whose_entry_is_gone_has_no_effect_and_says_so(panjin: Store, anna: Person) -> None:
    panjin.correct("panjin", "/cities/2/region", "Baden-Württemberg", anna, "missing", seen=panjin.version())
    panjin.add("newer.json", record(partners=("Barcelona",)), anna)
    assert [(c.state, c.is_stale) for c in panjin.corrections()] == [("out of place", False)]
    assert [c.region for c in panjin.plans()[0].cities] == [None, None]


def test_an_entry_can_be_added_removed_and_corrected(panjin: Store, anna: Person) -> None:
    rome = {"name": "Rome", "written": "Roma", "side": "europe", "country_code": "IT"}
    added = panjin.correct("panjin", "/cities/-", rome, anna, "joined in 2020", seen=panjin.version())
    panjin.correct("panjin", "/cities/1", None, anna, "Barcelona left", seen=panjin.version())
    panjin.correct("panjin", "/cities/2/written", "Roma Capitale", anna, "see page 2", seen=panjin.version())
    assert [(c.name, c.written) for c in panjin.plans()[0].cities] == [
        ("Panjin", "Panjin"),
        ("Stuttgart", "Stuttgart"),
        ("Rome", "Roma Capitale"),
    ]
    panjin.withdraw(added.id, anna, "not yet")
    assert [c.name for c in panjin.plans()[0].cities] == ["Panjin", "Stuttgart"]
    assert [c.state for c in panjin.corrections()] == ["withdrawn", "in force", "out of place"]


def test_an_added_entry_that_a_newer_edition_has_itself_is_not_doubled(panjin: Store, anna: Person) -> None:
    panjin.correct("panjin", "/focus/-", "Tourism", anna, "see page 2", seen=panjin.version())
    panjin.add("newer.json", record(focus=["Tourism", "Wetlands"]), anna)
    assert panjin.plans()[0].focus == ("Tourism", "Wetlands")


def test_a_list_inside_an_entry_is_corrected_as_a_whole(panjin: Store, anna: Person) -> None:
    made = panjin.correct("panjin", "/activities/0/places/-", "Brussels", anna, "named", seen=panjin.version())
    assert (made.field, made.new) == ("/activities/0/places", ["Brussels"])
    made = panjin.correct("panjin", "/activities/0/places/0", "Leuven", anna, "it was there", seen=panjin.version())
    assert panjin.plans()[0].activities[0].places == ("Leuven",)
    panjin.correct("panjin", "/activities/0/places/0", None, anna, "unknown", seen=panjin.version())
    assert panjin.plans()[0].activities[0].places == ()


def test_passages_and_findings_follow_the_entries_that_they_belong_to(store: Store, anna: Person) -> None:
    passages = {"/cities/1": [[0, 9]], "/cities/2": [[10, 19]], "/title": [[20, 29]]}
    findings = [{"code": "city-unknown", "field": "/cities/2"}, {"code": "city-unknown", "field": "/cities/1"}]
    store.add("panjin.json", record(passages=passages, findings=findings), anna)
    store.correct("panjin", "/cities/1", None, anna, "not a partner", seen=store.version())
    plan = store.plans()[0]
    assert plan.passages == {"/cities/1": ((10, 19),), "/title": ((20, 29),)}
    assert [(f.finding.field, f.state) for f in store.findings("panjin") if f.finding.code == "city-unknown"] == [
        ("/cities/1", "open"),
        ("/cities", "corrected"),
    ]


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("/period/end", "next year", "2019-09-30"),
        ("/period/end", "2021-13", "2019-09-30"),
        ("/china/population", "many", "whole number"),
        ("/china/population", -5, "0 or more"),
        ("/china/area_km2", "inf", "such as 4102.5"),
        ("/goals/0/goal", 18, "17 or less"),
        ("/goals/0/stated", "perhaps", "true or false"),
        ("/cities/0/side", "asia", "'china' or 'europe'"),
        ("/cities/0/name", " ", "a text"),
        ("/cities/-", {"name": "Rome"}, "a value"),
        ("/cities/0/mayor", "Li", "not a field"),
        ("/cities/7/name", "Rome", "not a field"),
        ("/id", "other", "not a field"),
        ("period", "2021", "not a field"),
        ("", "2021", "not a field"),
        ("/period/end", "2020-11", "says so already"),
        ("/focus/-", "Wetlands", "says so already"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would(
    panjin: Store, anna: Person, field: str, value: object, message: str
) -> None:
    version = panjin.version()
    with pytest.raises(Invalid, match=message):
        panjin.correct("panjin", field, value, anna, "why", seen=version)
    assert panjin.version() == version


def test_a_value_typed_as_text_is_kept_as_what_the_field_holds(panjin: Store, anna: Person) -> None:
    for field, written, kept in [
        ("/china/population", " 1440000 ", 1440000),
        ("/china/area_km2", "4102.5", 4102.5),
        ("/goals/0/stated", "false", False),
        ("/europe/countries", '["DE", "IT"]', ["DE", "IT"]),
        ("/period/end", "2021", "2021"),
        ("/title", "2021", "2021"),
        ("/programme", "[IURC]", "[IURC]"),
        ("/period/text", "", None),
    ]:
        assert panjin.correct("panjin", field, written, anna, "why", seen=panjin.version()).new == kept


def test_a_correction_needs_a_reason(panjin: Store, anna: Person) -> None:
    with pytest.raises(Invalid, match="why"):
        panjin.correct("panjin", "/title", "Panjin", anna, "  ", seen=panjin.version())


def test_nobody_corrects_a_plan_that_is_not_there(store: Store, anna: Person) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        store.correct("nowhere", "/title", "x", anna, "y", seen=store.version())


def test_only_editors_correct_and_withdraw(panjin: Store, anna: Person, visitor: Person) -> None:
    made = panjin.correct("panjin", "/title", "Panjin", anna, "shorter", seen=panjin.version())
    version = panjin.version()
    with pytest.raises(NotAllowed):
        panjin.correct("panjin", "/title", "Mine", visitor, "why not", seen=version)
    with pytest.raises(NotAllowed):
        panjin.withdraw(made.id, visitor, "why not")
    assert panjin.version() == version
    assert panjin.plans()[0].title == "Panjin"


def test_a_country_is_corrected_by_name(store: Store, anna: Person) -> None:
    store.add("panjin.json", record(), anna)
    made = store.correct("panjin", "/cities/1/country_code", "France", anna, "The mayor wrote so", seen=store.version())
    assert made.new == "FR"
    with pytest.raises(Invalid, match="Atlantis"):
        store.correct("panjin", "/cities/1/country_code", "Atlantis", anna, "A guess", seen=store.version())
