"""Several people and processes at once."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.store.processes import run
from tests.store.samples import at_its_word, record
from ucap.store import Conflict, Person, Store


def opened(url: str, folder: Path | None = None) -> Store:
    return Store.open(url, folder, reader=at_its_word)


def test_a_first_start_by_several_processes_at_once_makes_one_store(url: str, tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for lead in ("Panjin", "Guilin", "Jinhua"):
        (folder / f"{lead}.json").write_bytes(record(lead))
    (folder / "notes.json").write_text("none of ours")

    def start() -> list[str | None]:
        return [plan.id for plan in opened(url, folder).plans()]

    assert run(*[start] * 4) == [["guilin", "jinhua", "panjin"]] * 4
    log = opened(url).log()
    assert [entry.action for entry in log] == ["add", "add", "add", "fill"]
    assert log[-1].details == {"problems": [["notes.json", "This is no record. Send one."]]}


def test_the_same_document_sent_by_two_at_once_is_kept_once(url: str, anna: Person) -> None:
    opened(url)
    added = run(*[lambda: opened(url).add("panjin.json", record(), anna)] * 3)
    assert sorted(one.is_duplicate for one in added) == [False, True, True]


def test_plans_of_one_lead_city_sent_at_once_get_different_ids(url: str, anna: Person) -> None:
    opened(url)
    cities = ("Barcelona", "Stuttgart", "Rome", "Marseille")
    tasks = [partial(Store.add, opened(url), f"{city}.json", record(partners=(city,)), anna) for city in cities]
    ids = [added.plans[0][0] for added in run(*tasks)]
    assert sorted(ids) == ["panjin", "panjin-2", "panjin-3", "panjin-4"]


def test_of_editors_who_correct_a_field_at_once_one_is_first_and_all_are_in_the_log(url: str) -> None:
    store = opened(url)
    store.add("panjin.json", record(), Person("Chen", is_editor=True))
    seen = store.version()

    def correct(name: str) -> str:
        editor = Person(name, is_editor=True)
        try:
            opened(url).correct("panjin", "/title", f"By {name}", editor, "because", seen=seen)
        except Conflict as conflict:
            return f"conflict with {conflict.first.who}"  # type: ignore[attr-defined]
        return "first"

    outcomes = run(partial(correct, "Anna"), partial(correct, "Ben"), partial(correct, "Dora"))
    first = outcomes.index("first")
    name = ("Anna", "Ben", "Dora")[first]
    assert sorted(outcomes) == [f"conflict with {name}", f"conflict with {name}", "first"]
    assert store.plans()[0].title == f"By {name}"
    corrections = {entry.details["new"] for entry in store.log("panjin") if entry.action.startswith("correct")}
    assert corrections == {"By Anna", "By Ben", "By Dora"}


def test_a_change_by_one_process_shows_for_another_at_its_next_look(url: str, anna: Person) -> None:
    watching = opened(url)
    before = watching.version()
    run(lambda: opened(url).add("panjin.json", record(), anna))
    assert watching.version() > before
    assert [plan.id for plan in watching.plans()] == ["panjin"]


def test_those_who_look_see_one_state_while_others_write(url: str, anna: Person) -> None:
    store = opened(url)
    store.add("panjin.json", record(), anna)
    store.add("guilin.json", record("Guilin"), anna)
    plans = store.each_plan()
    first = next(plans)
    run(lambda: opened(url).add("newer.json", record(title="newer"), anna))
    assert [first.id, *[plan.title for plan in plans]] == ["guilin", "Panjin – Barcelona, Stuttgart"]
