"""From paths to files."""

from __future__ import annotations

from pathlib import Path

from ucap.cli.files import files


def test_a_folder_gives_its_documents_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.pdf", "a.txt", "sub/c.DOCX", ".hidden/d.txt", ".e.txt", "picture.png", "notes"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [path.relative_to(tmp_path).as_posix() for path in files([tmp_path])] == ["a.txt", "b.pdf", "sub/c.DOCX"]


def test_a_file_that_is_named_is_read_whatever_it_is_called_and_once(tmp_path: Path) -> None:
    file = tmp_path / "notes"
    file.touch()
    assert files([file, file]) == [file]


def test_a_file_that_does_not_exist_stays_so_that_it_can_be_named() -> None:
    assert files([Path("missing.pdf")]) == [Path("missing.pdf")]
