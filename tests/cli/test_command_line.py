"""What holds for the command line as a whole: names, hints, pipes, a full disk."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Ucap
from tests.store.samples import record
from ucap import __version__
from ucap.cli.main import COMMANDS, main
from ucap.store import Person, Store

GRANADA = Path(__file__).resolve().parents[1] / "data" / "documents" / "practice" / "granada.pdf"


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """`--version` prints name and version."""
    assert (main(["--version"]), capsys.readouterr().out) == (0, f"ucap {__version__}\n")


@pytest.mark.parametrize(("written", "meant"), [("exprot", "export"), ("lst", "list"), ("fidnings", "findings")])
def test_a_mistyped_command_is_met_with_a_hint(written: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What was probably meant is named; the status is that of wrong usage."""
    assert main([written]) == 2
    assert f"Did you mean {meant}?" in capsys.readouterr().err


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_each_command_shows_its_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` says what the exit status means."""
    assert main([command, "--help"]) == 0
    assert "Exit status" in capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_a_shell_completes_commands_and_options(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The script for each shell knows commands and options."""
    assert main(["completion", shell]) == 0
    script = capsys.readouterr().out
    assert "export" in script
    assert "at-least" in script


def test_a_document_comes_through_a_pipe() -> None:
    """`ucap read -` reads standard input, whatever shape it has."""
    with GRANADA.open("rb") as document:
        done = subprocess.run(
            [sys.executable, "-m", "ucap", "read", "-"], stdin=document, capture_output=True, check=True
        )
    assert "Granada" in json.loads(done.stdout)["title"]


def test_a_file_goes_to_standard_output_in_the_format_that_is_said(ucap: Ucap, store: object) -> None:
    """`ucap export -` needs `--format`, and then writes nothing else to standard output."""
    assert ucap("export", "-")[0] == 2
    done = subprocess.run(
        [sys.executable, "-m", "ucap", "export", "-", "--format", "json", "--quiet"], capture_output=True, check=True
    )
    assert [plan["id"] for plan in json.loads(done.stdout)["plans"]] == ["panjin"]
    assert done.stderr == b""


def test_lists_are_for_people_and_for_programs(ucap: Ucap, store: object) -> None:
    """In a pipe each row is one line of tab-separated cells; `--json` gives an object per line."""
    _status, out, _err = ucap("list", "--partner", "Barcelona")
    assert out.splitlines()[1].split("\t")[0] == "panjin"
    assert json.loads(ucap("list", "--json")[1])["plan"] == "panjin"
    assert ucap("list", "--partner", "Atlantis")[0] == 2


def test_findings_of_the_store_are_chosen_by_filters_and_kind(ucap: Ucap, store: Store) -> None:
    """Without documents, `findings` shows those of the plans in the store."""
    findings = [{"code": "year-only", "severity": "note"}, {"code": "city-unknown", "severity": "error"}]
    store.add("tianjin.json", record("Tianjin", ("Rome",), findings=findings), Person("Anna", is_editor=True))

    def codes(*arguments: str) -> list[tuple[str, str]]:
        found = map(json.loads, ucap("findings", "--json", *arguments)[1].splitlines())
        return [(one["source"], one["code"]) for one in found]

    assert codes() == codes("--partner", "Rome") == [("tianjin", "year-only"), ("tianjin", "city-unknown")]
    assert codes("--code", "year-only") == [("tianjin", "year-only")]
    assert codes("--at-least", "error") == [("tianjin", "city-unknown")]
    assert codes("--partner", "Barcelona") == []
    assert ucap("findings", str(GRANADA), "--partner", "Rome")[0] == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_behind_standard_output_is_a_line_and_no_traceback() -> None:
    """The status is 1, and the line says what is wrong."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ucap", "read", GRANADA], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (1, "standard output: No space left on device.\n")


def test_a_closed_pipe_ends_a_command_quietly() -> None:
    """`ucap read FOLDER | head -1` says nothing on standard error."""
    command = f"'{sys.executable}' -m ucap read '{GRANADA.parent}' | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
    assert (len(done.stdout), done.stderr) == (10, b"")
