"""The reference data refers to nothing unknown and says nothing twice."""

import pytest

from ucap.vocabulary import ACTIVITY_KINDS, categories, expected_plans, goals, key, row_labels, topics
from ucap.vocabulary.reference import REFERENCE, rows

ROWS = [
    *("city", "region", "country", "population", "area", "period", "themes", "goals"),
    *("focus", "challenges", "objectives", "activities", "results"),
]
SLUGS: dict[str, set[str]] = {
    "categories": {category.slug for category in categories()} | {""},
    "topics": {topic.slug for topic in topics()},
    "goals": {str(goal.number) for goal in goals()},
    "kinds": set(ACTIVITY_KINDS),
    "rows": set(ROWS),
}


@pytest.mark.parametrize(
    ("file", "column", "slugs"),
    [
        ("theme_cues", "category", "categories"),
        ("topic_names", "topic", "topics"),
        ("goal_names", "goal", "goals"),
        ("activity_cues", "kind", "kinds"),
        ("rows", "row", "rows"),
    ],
)
def test_a_repair_leads_to_something_known(file: str, column: str, slugs: str) -> None:
    assert {row[column] for row in rows(file)} <= SLUGS[slugs]


@pytest.mark.parametrize(
    ("file", "columns"),
    [
        ("theme_cues", ("cue", "category")),
        ("topic_names", ("name",)),
        ("goal_names", ("name",)),
        ("activity_cues", ("cue",)),
        ("rows", ("label",)),
        ("template_lines", ("line",)),
        ("expected_plans", ("kind", "city")),
        ("goals", ("goal",)),
        ("topics", ("topic",)),
        ("categories", ("category",)),
    ],
)
def test_no_row_stands_twice(file: str, columns: tuple[str, ...]) -> None:
    keys = [tuple((key(row[column]), row[column].endswith("*")) for column in columns) for row in rows(file)]
    assert sorted(set(keys)) == sorted(keys)


def test_every_row_of_the_template_has_labels() -> None:
    assert list(dict.fromkeys(label.row for label in row_labels())) == ROWS


def test_every_plan_to_expect_names_its_source() -> None:
    assert len(expected_plans()) == 28
    assert all(plan.source for plan in expected_plans())


def test_the_readme_explains_every_file_and_column() -> None:
    explained = (REFERENCE / "README.md").read_text(encoding="utf-8")
    for file in REFERENCE.glob("*.csv"):
        columns = file.read_text(encoding="utf-8").split("\n", 1)[0].split(",")
        row = f"| `{file.name}` | {', '.join(f'`{column}`' for column in columns)} |"
        assert row in explained, f"data/reference/README.md lacks: {row}"


def test_no_line_of_a_list_of_words_stands_twice() -> None:
    lines = (REFERENCE / "word_lists.csv").read_text("utf-8").splitlines()
    assert sorted(set(lines)) == sorted(lines)
