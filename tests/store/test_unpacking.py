"""Files as they come in: bounded, unpacked in memory, named for display only."""

from __future__ import annotations

import io
import os
import resource
import struct
import zipfile
from pathlib import Path

import pytest

from tests.store.samples import packed
from ucap.documents import zip_files
from ucap.documents.limits import ARCHIVE_ENTRIES
from ucap.store import unpacking
from ucap.store.unpacking import display_name, files_of, take_in

HOSTILE = Path(__file__).parents[1] / "data" / "hostile"


def archive(*files: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as packing:
        for name, data in files:
            packing.writestr(name, data)
    return buffer.getvalue()


def problems(*files: tuple[str, bytes]) -> list[str | None]:
    return [file.problem for file in take_in(files)]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\anna\\plan.pdf", "plan.pdf"),
        ("plans/", "plans"),
        ("/", "no name"),
        ("", "no name"),
        ("a\x00b\n\u202ec.txt", "abc.txt"),
        ("盘锦.pdf", "盘锦.pdf"),
        ("x" * 500 + ".pdf", "x" * 146 + ".pdf"),
    ],
)
def test_a_name_is_shown_without_its_folders_and_without_what_is_not_printed(given: str, shown: str) -> None:
    assert display_name(given) == shown


def test_a_zip_file_gives_the_files_in_it_and_not_what_systems_drop_there() -> None:
    data = archive(
        ("plans/", b""),
        ("plans/panjin.txt", b"one"),
        ("../../guilin.txt", b"two"),
        ("__MACOSX/plans/._panjin.txt", b"x"),
        ("plans/.DS_Store", b"x"),
        ("Thumbs.db", b"x"),
    )
    assert [(file.name, file.data) for file in take_in([("all.zip", data), ("last.txt", b"three")])] == [
        ("panjin.txt", b"one"),
        ("guilin.txt", b"two"),
        ("last.txt", b"three"),
    ]


def test_a_word_file_is_not_taken_for_a_zip_file() -> None:
    data = archive(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>"))
    assert [(file.name, file.data) for file in take_in([("plan.docx", data)])] == [("plan.docx", data)]


def test_a_file_that_is_too_large_is_told_so() -> None:
    assert problems(("large.txt", b"x" * (unpacking.FILE_BYTES + 1))) == [
        "The file is larger than 20 MB. Save it without its pictures, or send the summary alone."
    ]


def test_too_many_files_are_cut_off_with_a_word() -> None:
    data = archive(*[(f"{number}.txt", b"x") for number in range(unpacking.FILE_COUNT + 50)])
    taken = problems(("all.zip", data))
    assert len(taken) == unpacking.FILE_COUNT + 1
    assert taken[:-1] == [None] * unpacking.FILE_COUNT
    assert "More than 200 files" in str(taken[-1])


def test_a_bomb_is_not_unpacked() -> None:
    bomb = archive(("zeros.txt", b"\x00" * unpacking.FILE_BYTES))
    assert len(bomb) < 50_000
    assert "beyond all measure" in str(problems(("bomb.zip", bomb)))


def test_a_zip_file_of_too_much_is_cut_off_with_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_files, "ARCHIVE_UNPACKED_BYTES", 2 * 2**20)
    data = archive(*[(f"{number}.txt", os.urandom(2**20)) for number in range(4)])
    _kind, *parts = zip_files.unpack("all.zip", data)
    assert parts[1::3] == [b"", b"", b"rest"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("size", [0, 1, 300_000])
def test_each_method_of_packing_gives_back_what_was_packed(method: int, size: int) -> None:
    content = os.urandom(size // 2) + b"x" * (size - size // 2)
    data = archive(("panjin.txt", content), ("last.txt", b"last"), method=method)
    assert [(file.name, file.data) for file in take_in([("all.zip", data)])] == [
        ("panjin.txt", content),
        ("last.txt", b"last"),
    ]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_bomb_of_any_method_is_not_unpacked_beyond_a_document(method: int) -> None:
    """300 MB of zeros take a kilobyte; no more of them than one document may have is ever in memory."""
    bomb = archive(("zeros.txt", bytes(300 * 2**20)), ("good.txt", b"good"), method=method)
    with zipfile.ZipFile(io.BytesIO(bomb)) as opened:
        assert len(zip_files._unpacked(opened, opened.infolist()[0])) == unpacking.FILE_BYTES + 1
    taken = list(take_in([("bomb.zip", bomb)]))
    assert "beyond all measure" in str(taken[0].problem)
    assert taken[1].data == b"good"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_changed_file_of_any_method_costs_itself_alone(method: int) -> None:
    data = bytearray(archive(("panjin.txt", os.urandom(1000)), ("good.txt", b"good"), method=method))
    data[500] ^= 255
    taken = list(take_in([("changed.zip", bytes(data))]))
    assert "damaged" in str(taken[0].problem)
    assert taken[1].data == b"good"


def test_the_bomb_of_two_kilobytes_does_not_reach_the_memory_of_the_server() -> None:
    """The real one: 2.4 KB that became 3 GB."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    taken = problems(("bz2_bomb.zip", (HOSTILE / "bz2_bomb.zip").read_bytes()))
    assert taken
    assert all(taken)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_a_zip_file_of_very_many_entries_is_refused() -> None:
    data = archive(*[(f"folder{number}/", b"") for number in range(ARCHIVE_ENTRIES + 1)])
    assert problems(("folders.zip", data)) == ["The zip file has more than 10000 entries. Send the summaries alone."]


def test_a_header_that_lies_about_the_size_is_not_believed() -> None:
    data = bytearray(archive(("zeros.txt", b"\x00" * unpacking.FILE_BYTES)))
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 10)
    assert all(problems(("liar.zip", bytes(data))))


def test_a_zip_file_in_a_zip_file_is_not_opened() -> None:
    assert "zip file inside a zip file" in str(problems(("outer.zip", archive(("inner.zip", packed(a__txt=b"x"))))))


@pytest.mark.parametrize("cut", [30, 60, 90, 110])
def test_a_damaged_zip_file_is_told_so(cut: int) -> None:
    data = archive(("panjin.txt", b"Panjin"))[:cut]
    assert "damaged" in str(problems(("cut.zip", data)))


def test_a_file_whose_bytes_were_changed_is_told_so() -> None:
    data = bytearray(archive(("panjin.txt", os.urandom(1000))))
    data[500] ^= 255
    assert "damaged" in str(problems(("changed.zip", bytes(data))))


def test_a_file_under_a_password_is_told_so() -> None:
    data = bytearray(archive(("panjin.txt", b"Panjin")))
    directory = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[directory + 8] |= 1
    assert "password" in str(problems(("locked.zip", bytes(data))))


def test_folders_give_their_files_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".hidden", ".git/config", "a/Thumbs.db"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    single = tmp_path / "b.txt"
    assert files_of([tmp_path, single]) == [tmp_path / "a/c.txt", tmp_path / "b.txt", single]
