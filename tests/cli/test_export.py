"""`ucap export` writes what the filters select, in the format that the extension says, or nothing at all."""

import csv
import json
import shutil
import subprocess
import sys

import pytest

from tests.exports.samples import LISBON, PAIR
from ucap.cli.main import main
from ucap.cli.options import EXTENSIONS, TABLES
from ucap.exports.formats import FORMATS
from ucap.frames.columns import FRAMES
from ucap.plan.record import GoalMention

LISBON_PLAN = PAIR.model_copy(
    update={"id": "second", "cities": (PAIR.cities[0], LISBON), "goals": (GoalMention(goal=11),), "title": "Second"}
)


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    """A store of two plans, made by the command that came first."""
    folder = tmp_path_factory.mktemp("started")
    plans = folder / "plans"
    plans.mkdir()
    for plan in (PAIR, LISBON_PLAN):
        (plans / f"{plan.id}.json").write_text(plan.model_dump_json(), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UCAP_PLANS", str(plans))
        assert main(["export", "--database", f"sqlite:///{folder}/ucap.db", str(folder / "first.json")]) == 0
    assert sorted(titles(folder / "first.json")) == ["Panjin – Rome", "Second"]
    return folder


@pytest.fixture
def export(started, tmp_path, monkeypatch):
    """Run `ucap export` on a copy of that store."""
    shutil.copy(started / "ucap.db", tmp_path)
    monkeypatch.setenv("UCAP_PLANS", str(started / "plans"))
    return lambda *arguments: main(["export", "--database", f"sqlite:///{tmp_path}/ucap.db", *map(str, arguments)])


def titles(path) -> list[str]:
    return [plan["title"] for plan in json.loads(path.read_text("utf-8"))["plans"]]


def test_without_filters_all_plans_are_written(export, tmp_path):
    assert export(tmp_path / "all.json") == 0
    assert sorted(titles(tmp_path / "all.json")) == ["Panjin – Rome", "Second"]


def test_filters_by_option_and_by_address_are_the_same(export, tmp_path, capsys):
    assert export(tmp_path / "a.json", "--partner", "lisbon", "--goal", "11") == 0
    assert export(tmp_path / "b.json", "--query", "?partner=Lisbon&goal=11") == 0
    assert titles(tmp_path / "a.json") == titles(tmp_path / "b.json") == ["Second"]
    assert "European city: Lisbon" in capsys.readouterr().err


def test_one_table_is_written_as_csv(export, tmp_path):
    assert export(tmp_path / "pairs.csv", "--frame", "pairs", "--partner", "Rome") == 0
    with (tmp_path / "pairs.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row["europe_city"] for row in csv.DictReader(file)] == ["Rome"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("plans.doc",), "there are .xlsx"),
        (("plans.csv", "--city", "Nowhere"), "The data has no “Nowhere”"),
        (("plans.csv", "--template", "own.potx"), "only a briefing"),
        (("plans.pptx", "--template", "missing.potx"), "missing.potx: No such file"),
        (("plans.csv", "--frame", "nothing"), "invalid choice"),
    ],
)
def test_wrong_usage_is_told_and_nothing_is_written(export, tmp_path, capsys, arguments, said):
    name, *rest = arguments
    assert export(tmp_path / name, *rest) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_what_is_no_template_is_told(export, tmp_path, capsys):
    (tmp_path / "own.potx").write_bytes(b"no zip")
    assert export(tmp_path / "plans.pptx", "--template", tmp_path / "own.potx") == 2
    assert ".pptx or .potx" in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_told(export, tmp_path, capsys):
    assert export(tmp_path / "missing" / "plans.csv") == 1
    assert "No such file" in capsys.readouterr().err


def test_headings_are_in_the_language_that_is_asked_for(export, tmp_path):
    assert export(tmp_path / "plans.csv", "--language", "zh") == 0
    assert "年" in (tmp_path / "plans.csv").read_text("utf-8-sig")


def test_help_names_every_format_and_table_and_loads_nothing_that_works_on_data() -> None:
    assert {key: known.extension for key, known in FORMATS.items()} == EXTENSIONS
    assert tuple(FRAMES) == TABLES
    code = "import sys; from ucap.cli.main import main; main(['export', '--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pandas", "numpy", "sqlalchemy", "plotly", "pydantic"} & set(done.stdout.split())
