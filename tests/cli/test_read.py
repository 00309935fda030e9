"""`ucap read`, as a user calls it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ucap.cli.main import main

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"
PANJIN = DOCUMENTS / "000_08e70ecde45fe0ac.txt"
TIANJIN = DOCUMENTS / "004_bcb288086e3a24dd.txt"


def ucap(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ucap", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_records_are_printed_one_per_line_in_the_order_given() -> None:
    done = ucap("read", TIANJIN, PANJIN)
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["tianjin", "panjin"]
    assert (done.returncode, done.stderr) == (0, "")


def test_what_cannot_be_read_is_named_and_the_others_are_done(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = ucap("read", empty, tmp_path / "missing.pdf", PANJIN)
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["panjin"]
    named = [line.split(":")[0] for line in done.stderr.splitlines()]
    assert named == [str(empty), str(tmp_path / "missing.pdf")]
    assert "Traceback" not in done.stderr


def test_a_document_of_pictures_has_a_record_and_a_line_that_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(DOCUMENTS / "practice" / "taizhou-zhejiang.scan.pdf")]) == 1
    said = capsys.readouterr()
    (record,) = map(json.loads, said.out.splitlines())
    assert [found["code"] for found in record["findings"]] == ["no-text-layer"]
    assert "pictures" in said.err


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["read"], ["read", "--nonsense", "x"]])
def test_wrong_usage_ends_with_status_2_and_says_how(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "usage: python -m ucap" in capsys.readouterr().err


def test_help_lists_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "findings" in capsys.readouterr().out


def test_explain_names_every_passage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--explain", str(PANJIN)]) == 0
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert "/cities/0/name Panjin" in lines or "/cities/0 Panjin" in lines
    assert "template City:" in lines
    assert any(line.startswith("/activities/0/start September 2019") for line in lines)
    assert not any("NOT COVERED" in line for line in lines)


def test_explain_of_an_unreadable_file_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "missing.txt"
    assert main(["read", "--explain", str(path)]) == 1
    assert capsys.readouterr().err == f"{path}: No such file or directory.\n"


def test_explain_tells_findings_about_the_document_as_a_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--explain", str(DOCUMENTS / "practice" / "taizhou-zhejiang.scan.pdf")]) == 0
    assert "error: no-text-layer: The pages are pictures" in capsys.readouterr().out


def test_below_a_list_of_wrong_values_the_remedy_has_a_line_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.json"
    path.write_text('{"id": "x", "kind": "letter"}')
    assert main(["read", str(path)]) == 1
    first, second, third = capsys.readouterr().err.splitlines()
    assert first == f"{path}: One value is wrong:"
    assert second.startswith("  /kind: letter was found;")
    assert third == "Correct these values and send the file again."


def test_findings_are_a_table_with_document_severity_code_and_message(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["findings", "--at-least", "warning", str(PANJIN)]) == 0
    said = capsys.readouterr()
    assert "country-without-city" in said.out
    assert "goal-misspelt" not in said.out
    assert said.err == "2 findings in 1 document\n"
    assert not any(line.endswith(" ") for line in said.out.splitlines())


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Programs that are started listen to Ctrl-C, also where the tests themselves run in the background, deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_an_interruption_ends_the_command_and_its_processes_without_a_traceback() -> None:
    command = [sys.executable, "-m", "ucap", "read", "--explain", DOCUMENTS]  # more than fits into a pipe: it waits
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, process_group=0) as running:
        assert running.stdout is not None
        running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        _out, errors = running.communicate()
    assert (running.returncode, b"Traceback" in errors) == (130, False)
