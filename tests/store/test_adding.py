"""Adding documents: previewed before, kept as a whole, distinguished by content."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.samples import at_its_word, packed, record
from ucap.store import NotAllowed, Person, Refused, Store


def test_an_added_document_is_a_plan_with_its_bytes_and_text(store: Store, anna: Person) -> None:
    added = store.add("panjin.json", record(), anna)
    assert added.plans == (("panjin", 1),)
    assert [plan.id for plan in store.plans()] == ["panjin"]
    assert store.document("panjin").content == record()
    assert store.document("panjin").received_by == "Anna <anna@example.eu>"
    assert store.text("panjin") == store.text("panjin", edition=1)


def test_the_same_document_twice_is_no_change(store: Store, anna: Person) -> None:
    store.add("panjin.json", record(), anna)
    version = store.version()
    again = store.add("another name.json", record(), anna)
    assert again.is_duplicate
    assert again.plans == (("panjin", 1),)
    assert store.version() == version


def test_each_addition_raises_the_version_by_one(store: Store, anna: Person) -> None:
    before = store.version()
    store.add("panjin.json", record(), anna)
    assert store.version() == before + 1


def test_a_later_document_of_the_same_cities_is_a_newer_edition_and_counts(store: Store, anna: Person) -> None:
    store.add("panjin.json", record(), anna)
    added = store.add("panjin 2.json", record(title="Panjin, revised"), anna)
    assert added.plans == (("panjin", 2),)
    assert [plan.title for plan in store.plans()] == ["Panjin, revised"]
    assert [(e.edition, e.is_current, e.document_name) for e in store.editions("panjin")] == [
        (1, False, "panjin.json"),
        (2, True, "panjin 2.json"),
    ]
    assert store.record("panjin", edition=1).title == "Panjin – Barcelona, Stuttgart"


def test_a_partner_may_join_in_a_newer_edition(store: Store, anna: Person) -> None:
    store.add("panjin.json", record(partners=("Barcelona",)), anna)
    assert store.add("panjin 2.json", record(partners=("Barcelona", "Rome")), anna).plans == (("panjin", 2),)


def test_another_plan_of_the_same_lead_city_gets_a_number(store: Store, anna: Person) -> None:
    store.add("panjin.json", record(partners=("Barcelona",)), anna)
    assert store.add("other.json", record(partners=("Rome",)), anna).plans == (("panjin-2", 1),)
    assert store.add("newer.json", record(partners=("Rome",), title="newer"), anna).plans == (("panjin-2", 2),)
    assert [plan.id for plan in store.plans()] == ["panjin", "panjin-2"]


def test_an_id_given_by_hand_tells_the_plan(store: Store, anna: Person) -> None:
    store.add("a.json", record(id="expo", partners=("Barcelona",)), anna)
    assert store.add("b.json", record(id="expo", partners=("Rome",)), anna).plans == (("expo", 2),)


def test_a_preview_keeps_nothing(store: Store) -> None:
    version = store.version()
    previews = store.preview([("panjin.json", record())])
    assert previews[0].plans[0].plan.id == "panjin"
    assert previews[0].can_be_kept
    assert store.version() == version
    assert store.plans() == []


def test_a_preview_tells_a_duplicate(store: Store, anna: Person) -> None:
    store.add("panjin.json", record(), anna)
    preview = store.preview([("copy.json", record())])[0]
    assert preview.duplicate_of == ("panjin",)
    assert not preview.can_be_kept


def test_a_preview_shows_a_newer_edition_field_by_field(store: Store, anna: Person) -> None:
    store.add("panjin.json", record(), anna)
    newer = record(period={"start": "2019-11", "end": "2021-12", "text": "November 2019 until December 2021"})
    plan = store.preview([("newer.json", newer)])[0].plans[0]
    assert plan.edition_of == "panjin"
    assert [(d.field, d.old, d.new) for d in plan.differences] == [
        ("/period/end", "2020-11", "2021-12"),
        ("/period/text", "November 2019 until November 2020", "November 2019 until December 2021"),
    ]


def test_previewed_files_can_be_kept(store: Store, anna: Person) -> None:
    previews = store.preview([("all.zip", packed(a__json=record(), b__json=record("Guilin")))])
    assert [store.keep(preview, anna).plans for preview in previews] == [(("panjin", 1),), (("guilin", 1),)]


def test_progress_is_told_file_by_file(store: Store) -> None:
    steps: list[tuple[int, int, str]] = []
    store.preview([("a.json", record()), ("b.json", record("Guilin"))], lambda *step: steps.append(step))
    assert steps == [(0, 2, "a.json"), (1, 2, "b.json")]


def test_all_documents_are_listed_with_what_was_read_from_them(store: Store, anna: Person) -> None:
    store.add("panjin.json", record(), anna)
    store.add("newer.json", record(title="newer"), anna)
    assert [(source.name, source.size_bytes, source.plan_ids) for source in store.documents()] == [
        ("panjin.json", len(record()), ("panjin",)),
        ("newer.json", len(record(title="newer")), ("panjin",)),
    ]


def test_a_file_that_cannot_be_read_leaves_no_trace(store: Store, anna: Person) -> None:
    version = store.version()
    preview = store.preview([("picture.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 50)])[0]
    assert preview.problem
    with pytest.raises(Refused, match=r"picture\.png"):
        store.keep(preview, anna)
    assert store.version() == version


def test_nobody_but_an_editor_adds(store: Store, visitor: Person) -> None:
    preview = store.preview([("panjin.json", record())])[0]
    with pytest.raises(NotAllowed):
        store.keep(preview, visitor)
    with pytest.raises(NotAllowed):
        store.add("panjin.json", record(), visitor)
    assert store.plans() == []


def test_a_file_without_any_plan_is_told_and_not_kept(url: str, anna: Person) -> None:
    store = Store.open(url, folder=None, reader=lambda name, data: [])
    with pytest.raises(Refused, match="no plan"):
        store.add("empty.jsonl", b"[]", anna)
    assert store.documents() == []


def test_a_store_is_told_what_the_product_brings_newly_and_takes_it_over_on_request(
    url: str, anna: Person, tmp_path: Path
) -> None:
    """A changed entry shows what changed and becomes an edition, a new one a plan; nothing comes in by itself."""
    folder = tmp_path / "product"
    folder.mkdir()
    (folder / "panjin.json").write_bytes(record())
    store = Store.open(url, folder, reader=at_its_word)
    assert store.newer_files(folder) == []
    (folder / "panjin.json").write_bytes(record(focus=["Wetlands"]))
    (folder / "guilin.json").write_bytes(record("Guilin"))
    store = Store.open(url, folder, reader=at_its_word)
    guilin, panjin = store.preview(store.newer_files(folder))
    assert [plan.id for plan in store.plans()] == ["panjin"]
    assert [plan.edition_of for plan in (*guilin.plans, *panjin.plans)] == [None, "panjin"]
    assert [(one.old, one.new) for one in panjin.plans[0].differences] == [("Rice and crab farming", None)]
    for preview in (guilin, panjin):
        store.keep(preview, anna)
    assert [(plan.id, plan.focus[-1]) for plan in store.plans()] == [
        ("guilin", "Rice and crab farming"),
        ("panjin", "Wetlands"),
    ]
    assert store.newer_files(folder) == []
