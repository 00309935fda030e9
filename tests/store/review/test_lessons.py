"""Wordings that officers taught the reader of a store."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from tests.documents import forms
from tests.store.empty import empty_store
from ucap.documents.labels.taught import NOTHING_TAUGHT, Taught
from ucap.errors import Conflict, Invalid, NotAllowed, Unchanged
from ucap.reading import read
from ucap.store import Person, Reading, Store
from ucap.store.reader import reader_version
from ucap.store.review.lessons import NewLesson

STRANGE = "Zulu Matters"
LESSON = NewLesson(STRANGE, "challenges")


def pupil(name: str, data: bytes, taught: Taught = NOTHING_TAUGHT) -> list[Reading]:
    """The rules themselves, in this process."""
    return [Reading(plan, data.decode(), taught) for plan in read(name, data, taught)]


def document(challenge: str = "less sand", label: str = STRANGE) -> bytes:
    """A tagged summary whose row of challenges has an unknown label."""
    rows = [replace(one, label=label) if one.key == "challenges" else one for one in forms.SAMPLE]
    return forms.as_tagged(tuple(rows)) + f"\n<!-- {challenge} -->".encode()


@pytest.fixture
def store(url: str) -> Store:
    return empty_store(url, pupil)


def codes(store: Store, plan_id: str) -> set[str]:
    return {finding.code for finding in store.plan(plan_id).findings}


def test_what_a_lesson_changes_is_shown_before_it_is_kept_and_kept_with_it(store: Store, anna: Person) -> None:
    plan_id = store.add("a.txt", document(), anna).plans[0][0]
    assert "row-guessed" in codes(store, plan_id)
    changes = store.preview_lessons({STRANGE: "challenges"})
    assert [change.plan_id for change in changes] == [plan_id]
    assert "row-guessed" in codes(store, plan_id), "nothing is kept by looking"
    store.teach(LESSON, anna, changes=changes)
    assert "row-guessed" not in codes(store, plan_id)
    assert store.record(plan_id).challenges, "the row says what the plan's challenges are"


def test_the_next_document_with_the_wording_is_read_rightly_at_once(store: Store, anna: Person) -> None:
    store.teach(LESSON, anna)
    plan_id = store.add("b.txt", document("other"), anna).plans[0][0]
    assert "row-guessed" not in codes(store, plan_id)


def test_only_documents_that_have_the_words_are_read_again(store: Store, anna: Person) -> None:
    store.add("a.txt", document(), anna)
    store.add("b.txt", document("other", label="Key challenges").replace(b"Panjin", b"Wuhan"), anna)
    seen: list[str] = []
    store.preview_lessons({STRANGE: "challenges"}, lambda done, total, name: seen.append(name))
    assert seen == ["a.txt"]


def test_a_reading_with_new_wordings_has_a_version_of_its_own(store: Store, anna: Person) -> None:
    plan_id = store.add("a.txt", document(), anna).plans[0][0]
    before = store.editions(plan_id)[0].reader
    store.teach(LESSON, anna, changes=store.preview_lessons({STRANGE: "challenges"}))
    after = store.editions(plan_id)[0].reader
    assert before == reader_version()
    assert after == reader_version(Taught.of({STRANGE: "challenges"})) != before


def test_reading_everything_again_knows_what_was_taught(store: Store, anna: Person) -> None:
    plan_id = store.add("a.txt", document(), anna).plans[0][0]
    store.teach(LESSON, anna)
    store.keep_changes(store.reread(), anna)
    assert "row-guessed" not in codes(store, plan_id)
    assert store.reread() == []


def test_a_wording_taught_again_means_the_later_row(store: Store, anna: Person, ben: Person) -> None:
    store.teach(NewLesson(STRANGE, "focus"), anna)
    store.teach(NewLesson("zulu  matter", "challenges"), ben)
    first, second = store.lessons()
    assert (first.row, first.who, first.withdrawn_by) == ("focus", str(anna), str(ben))
    assert (second.wording, second.row, second.withdrawn_by) == ("zulu matter", "challenges", None)


def test_a_forgotten_wording_is_guessed_again(store: Store, anna: Person) -> None:
    lesson = store.teach(LESSON, anna)
    plan_id = store.add("a.txt", document(), anna).plans[0][0]
    changes = store.preview_lessons({STRANGE: None})
    withdrawn = store.forget(lesson.id, anna, "it was a typo", changes=changes)
    assert withdrawn.withdrawn_why == "it was a typo"
    assert "row-guessed" in codes(store, plan_id)


def test_lessons_are_given_by_editors_only_and_leave_nothing_where_they_fail(
    store: Store, anna: Person, visitor: Person
) -> None:
    with pytest.raises(NotAllowed):
        store.teach(LESSON, visitor)
    with pytest.raises(Invalid, match="cannot be taught"):
        store.teach(NewLesson(STRANGE, "zulu"), anna)
    with pytest.raises(Invalid, match="cannot be taught"):
        store.preview_lessons({"...": "themes"})
    store.teach(LESSON, anna)
    with pytest.raises(Unchanged, match="taught so already"):
        store.teach(LESSON, anna)
    assert len(store.lessons()) == 1
    assert [line.action for line in store.log()] == ["teach"]


def test_a_lesson_whose_changes_come_too_late_is_not_given_either(store: Store, anna: Person) -> None:
    store.add("a.txt", document(), anna)
    changes = store.preview_lessons({STRANGE: "challenges"})
    store.keep_changes(store.preview_lessons({STRANGE: "focus"}), anna)
    with pytest.raises(Conflict, match="read again by somebody else"):
        store.teach(LESSON, anna, changes=changes)
    assert store.lessons() == []


def test_the_list_teaches_another_store_and_says_who_taught_it_first(
    store: Store, new_url, anna: Person, ben: Person
) -> None:
    store.teach(LESSON, anna)
    store.teach(NewLesson("=Inhabitants of the twins", ""), anna)
    gone = store.teach(NewLesson("Wrong", "goals"), anna)
    store.forget(gone.id, anna, "a typo")
    other = empty_store(new_url(), pupil)
    file = store.lessons_csv().encode("utf-8-sig")
    assert len(other.import_lessons(file, ben).made) == 2
    assert other.import_lessons(file, ben).unchanged_count == 2
    assert [(one.wording, one.row, one.who) for one in other.lessons()] == [
        (STRANGE, "challenges", str(ben)),
        ("=Inhabitants of the twins", "", str(ben)),
    ]
    assert "Anna" in other.lessons()[0].why
    rows = list(csv.DictReader(io.StringIO(store.lessons_csv())))
    assert [row["row"] for row in rows] == ["challenges", "none", "goals"]
    assert rows[1]["wording"].startswith("'="), "no spreadsheet takes it for a formula"


def test_a_list_with_a_wrong_row_teaches_nothing_and_names_it(store: Store, anna: Person) -> None:
    file = "wording,row\nZulu Matters,challenges\nYankee Matters,zulu\nXray Matters,\n"
    with pytest.raises(Invalid, match=r"(?s)Wording 2: “Yankee Matters” cannot.*Wording 3: The row is not given"):
        store.import_lessons(file.encode(), anna)
    assert store.lessons() == []
