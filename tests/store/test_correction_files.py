"""The list of corrections goes out as CSV and comes in again."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.engine import Connection

from tests.store.empty import empty_store
from tests.store.samples import record
from ucap.corrections.overlay import Overlay
from ucap.store import Invalid, NotAllowed, Person, Store, correction_files
from ucap.store.corrections import overlay_of

ROME = {"name": "Rome", "written": "Roma", "side": "europe", "country_code": "IT"}


@pytest.fixture
def panjin(store: Store, anna: Person) -> Store:
    """A store with one plan."""
    store.add("panjin.json", record(), anna)
    return store


def correct_much(store: Store, who: Person) -> None:
    """One correction of each sort of value."""
    for field, value in [
        ("/title", "=Panjin"),
        ("/period/end", "2021"),
        ("/china/population", 1440000),
        ("/china/area_km2", 4102.5),
        ("/goals/0/stated", False),
        ("/cities/-", ROME),
        ("/cities/1", None),
        ("/cities/1/written", "Stuttgart (Stadt)"),
        ("/europe/countries", ["DE", "IT"]),
        ("/focus/0", "Wetlands, rice\nand crabs"),
        ("/period/text", None),
    ]:
        store.correct("panjin", field, value, who, 'the letter; "see" it', seen=store.version())


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_list_says_what_was_corrected_by_whom_and_why(panjin: Store, anna: Person) -> None:
    panjin.correct("panjin", "/cities/1/region", "Catalonia", anna, "the yearbook", seen=panjin.version())
    row = rows(panjin.corrections_csv())[0]
    assert row.pop("when").endswith("+00:00")
    assert row == {
        "plan": "panjin",
        "field": "/cities/1/region",
        "entry": "Barcelona",
        "label": "Cities › Barcelona › Region",
        "document_said": "",
        "correction": "Catalonia",
        "why": "the yearbook",
        "who": "Anna <anna@example.eu>",
        "state": "in force",
        "document_says_now": "",
        "withdrawn_by": "",
        "withdrawn_when": "",
        "withdrawn_why": "",
    }


def test_a_list_read_into_another_store_corrects_it_equally(
    panjin: Store, new_url: Callable[[], str], anna: Person
) -> None:
    correct_much(panjin, anna)
    other = empty_store(new_url())
    other.add("panjin.json", record(), anna)
    imported = other.import_corrections(panjin.corrections_csv().encode("utf-8-sig"), anna)
    assert (len(imported.made), imported.unchanged_count) == (11, 0)
    assert other.plans() == panjin.plans()
    assert [(c.field, c.old, c.new) for c in other.corrections()] == [
        (c.field, c.old, c.new) for c in panjin.corrections()
    ]


def test_a_list_read_twice_changes_nothing_more(panjin: Store, anna: Person) -> None:
    panjin.correct("panjin", "/title", "Panjin", anna, "shorter", seen=panjin.version())
    imported = panjin.import_corrections(panjin.corrections_csv().encode(), anna)
    assert (imported.made, imported.unchanged_count) == ((), 1)


def test_an_entry_is_found_by_its_name_where_its_number_differs(
    panjin: Store, new_url: Callable[[], str], anna: Person
) -> None:
    panjin.correct("panjin", "/cities/2/region", "Baden-Württemberg", anna, "missing", seen=panjin.version())
    other = empty_store(new_url())
    other.add("panjin.json", record(partners=("Stuttgart", "Barcelona")), anna)
    other.import_corrections(panjin.corrections_csv().encode(), anna)
    assert other.plans()[0].cities[1].region == "Baden-Württemberg"


def test_a_correction_of_what_the_document_says_differently_here_is_flagged(
    panjin: Store, new_url: Callable[[], str], anna: Person
) -> None:
    panjin.correct("panjin", "/title", "Panjin", anna, "shorter", seen=panjin.version())
    other = empty_store(new_url())
    other.add("panjin.json", record(title="Another title"), anna)
    other.import_corrections(panjin.corrections_csv().encode(), anna)
    assert other.corrections()[0].is_stale


def test_who_made_an_imported_correction_first_stays_known(panjin: Store, anna: Person, ben: Person) -> None:
    made = panjin.correct("panjin", "/title", "Panjin", anna, "shorter", seen=panjin.version())
    listed = panjin.corrections_csv()
    panjin.withdraw(made.id, anna, "to show it")
    panjin.import_corrections(listed.encode(), ben)
    again = panjin.corrections()[-1]
    assert again.who == "Ben <ben@example.eu>"
    assert again.why.startswith("shorter (first made by Anna <anna@example.eu>, ")


def test_withdrawn_corrections_are_listed_and_not_read_in(panjin: Store, anna: Person) -> None:
    made = panjin.correct("panjin", "/title", "Panjin", anna, "shorter", seen=panjin.version())
    panjin.withdraw(made.id, anna, "the long one is official")
    assert rows(panjin.corrections_csv())[0]["withdrawn_why"] == "the long one is official"
    assert panjin.import_corrections(panjin.corrections_csv().encode(), anna).made == ()


def test_a_list_from_a_spreadsheet_with_semicolons_is_read(panjin: Store, anna: Person) -> None:
    data = 'plan;field;correction;why\npanjin;/title;"Panjin; China";shorter\n;;;\n'
    assert len(panjin.import_corrections(data.encode("utf-8-sig"), anna).made) == 1
    assert panjin.plans()[0].title == "Panjin; China"


def test_if_one_row_does_not_fit_none_is_kept_and_all_faults_are_named(panjin: Store, anna: Person) -> None:
    version = panjin.version()
    data = (
        "plan,field,correction,why\n"
        "panjin,/title,Panjin,shorter\n"
        "panjin,/period/end,soon,hope\n"
        "nowhere,/title,x,y\n"
        "panjin,/title,Panjin City,\n"
    )
    with pytest.raises(Invalid) as caught:
        panjin.import_corrections(data.encode(), anna)
    lines = str(caught.value).splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "Nothing was imported.",
        "Correction 2",
        "Correction 3",
        "Correction 4",
    ]
    assert panjin.version() == version


@pytest.mark.parametrize("data", [b"", b"plan,field\n", b"\xff\xfe\x00", b"\x00" * 10])
def test_a_file_that_is_no_such_list_is_refused(panjin: Store, anna: Person, data: bytes) -> None:
    with pytest.raises(Invalid):
        panjin.import_corrections(data, anna)


def test_only_editors_read_a_list_in(panjin: Store, visitor: Person) -> None:
    with pytest.raises(NotAllowed):
        panjin.import_corrections(b"plan,field,correction,why\npanjin,/title,x,y\n", visitor)


@pytest.mark.parametrize("text", ["=1+1", "＝1+1", "－2", "＠SUM(A1)", "+49 30", "'＝1+1", "\n=1+1"])
def test_no_cell_is_a_formula_and_each_text_comes_back_as_it_was(store: Store, anna: Person, text: str) -> None:
    store.add("panjin.json", record(title=text, focus=[f"a{text}"]), anna)
    store.correct("panjin", "/focus/0", f"{text}b", anna, "see page 2", seen=store.version())
    store.correct("panjin", "/title", "Panjin", anna, text, seen=store.version())
    row = rows(store.corrections_csv())[1]
    assert [row["document_said"], row["why"]] == [f"'{text}", f"'{text.strip()}"]
    assert not any(
        re.match(r"[=+\-@\t\r\n＝＋－＠]", cell) for line in rows(store.corrections_csv()) for cell in line.values()
    )
    before = store.corrections()
    for one in before:
        store.withdraw(one.id, anna, "to see it come back")
    store.import_corrections(without_withdrawn(store.corrections_csv()), anna)
    assert [(one.old, one.new, one.why) for one in store.corrections()[2:]] == [(o.old, o.new, o.why) for o in before]


def without_withdrawn(text: str) -> bytes:
    """The same list as if nothing in it were withdrawn."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, rows(text)[0])
    writer.writeheader()
    writer.writerows(row | {"withdrawn_by": ""} for row in rows(text))
    return buffer.getvalue().encode()


HOSTILE = [
    *("=1+1", "＝1+1", "＠SUM(A1)", "-5", "+49 1", "\t=1", "'=1", "''=1", '=HYPERLINK("http://evil.example";"x")'),
    *("\n=1+1", "\r\n=cmd", "a\r\nb\rc", "\u2028=1", "\ufeff=1", "a\x00b", "\x1b[31mred", "\u202eevil"),
    *("<script>alert(1)</script>", '"quoted"; "x"', "null", "[1]", "[" * 50_000, "x" * 300_000),
]
"""Formulas, breaks before them, controls, markup, values as JSON has them, and what is longer than a cell may be."""


def test_hostile_texts_go_out_as_text_and_come_in_as_they_were(
    panjin: Store, new_url: Callable[[], str], anna: Person
) -> None:
    """As values and as reasons; no cell begins like a formula."""
    for text in HOSTILE:
        panjin.correct("panjin", "/title", text, anna, text[:1000], seen=panjin.version())
    listed = panjin.corrections_csv()
    assert not [cell for row in rows(listed) for cell in row.values() if cell[:1] in tuple("=+-@\t\r\n＝＋－＠")]
    other = empty_store(new_url())
    other.add("panjin.json", record(), anna)
    other.import_corrections(listed.encode("utf-8-sig"), anna)
    assert [(one.new, one.why) for one in other.corrections()] == [(one.new, one.why) for one in panjin.corrections()]


def test_a_long_correction_stands_in_a_backup_that_can_be_restored(
    panjin: Store, new_url: Callable[[], str], tmp_path: Path, anna: Person
) -> None:
    panjin.correct("panjin", "/title", "x" * 300_000, anna, "long", seen=panjin.version())
    panjin.backup(tmp_path / "backup.zip")
    other = empty_store(new_url())
    other.restore(tmp_path / "backup.zip", anna)
    assert other.plans() == panjin.plans()


def test_half_a_character_of_a_terminal_is_no_reason_to_fail(panjin: Store, anna: Person) -> None:
    made = panjin.correct("panjin", "/title", "Z\udcfcrich \ud83d\ude00", anna, "\udcff", seen=panjin.version())
    assert (made.new, made.why) == ("Z\ufffdrich 😀", "\ufffd")


HEADER = b"plan,field,correction,why\r\n"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("plan,field,correction,why\npanjin,/title,X,y\n".encode("utf-16"), "not in UTF-8"),
        ("plan,field,correction,why\npanjin,/title,Zürich,y\n".encode("latin-1"), "not in UTF-8"),
        ("plan,field,correction,why\npanjin,/title,盘锦,y\n".encode("gbk"), "not in UTF-8"),
        (HEADER + b"panjin,/title,\xed\xa0\x80,why\r\n", "not in UTF-8"),
        (b"\x00" * 1000, "lacks the columns"),
        (b"", "lacks the columns"),
        (b"%PDF-1.4", "lacks the columns"),
        (b"plan,field,correction,why\rpanjin,/title,X,y\r", "lacks the columns"),
        (HEADER + b"panjin,/ti\x00tle,x,why\r\n", "not a field"),
        (HEADER + b"pan\x00jin,/title,x,why\r\n", "There is no plan"),
        (HEADER + b'panjin,/title,"x,why\r\n', "Say briefly why"),
        (HEADER + b"panjin,/china/population," + b"9" * 5000 + b",why\r\n", "cannot be"),
        (HEADER + b'panjin,/goals,"' + b"[" * 50_000 + b'",why\r\n', "cannot be"),
        (HEADER + b"panjin,/nothing,X,y\r\n" * 60, "and 10 more that do not fit"),
    ],
)
def test_a_file_that_is_no_list_of_corrections_is_refused_and_nothing_changes(
    panjin: Store, anna: Person, data: bytes, said: str
) -> None:
    """Wrong encodings, nothing but zeros, other files, nulls, cells that never end, numbers and lists without end."""
    version = panjin.version()
    with pytest.raises(Invalid, match=re.escape(said)):
        panjin.import_corrections(data, anna)
    assert (panjin.version(), panjin.corrections()) == (version, [])


def test_a_row_that_builds_on_the_row_before_it_is_read_in_with_it(panjin: Store, anna: Person) -> None:
    """A city that one row brings is what the next row corrects; of two rows on one field the later counts."""
    lines = [
        "plan,field,entry,correction,why",
        'panjin,/cities/-,,"{""name"": ""Rome"", ""written"": ""Roma"", ""side"": ""europe""}",x',
        f"panjin,/cities/{len(panjin.plan('panjin').cities)}/written,Rome,Rom,x",
        "panjin,/title,,First,x",
        "panjin,/title,,Second,x",
    ]
    assert len(panjin.import_corrections("\n".join(lines).encode(), anna).made) == 4
    assert panjin.plan("panjin").title == "Second"
    assert [city.written for city in panjin.plan("panjin").cities][-1] == "Rom"
    assert [made.state for made in panjin.corrections()][2:] == ["superseded", "in force"]


def test_the_rows_of_one_plan_read_its_record_once(
    panjin: Store, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three thousand wrong rows are a matter of a second."""
    read: list[str] = []

    def counted(connection: Connection, plan_id: str) -> Overlay:
        read.append(plan_id)
        return overlay_of(connection, plan_id)

    monkeypatch.setattr(correction_files, "overlay_of", counted)
    rows_of_one_plan = ["plan,field,correction,why", *["panjin,/china/population,many,x"] * 20]
    with pytest.raises(Invalid):
        panjin.import_corrections("\n".join(rows_of_one_plan).encode(), anna)
    assert read == ["panjin"]
