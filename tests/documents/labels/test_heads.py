"""The heads of the columns of tables of activities."""

from __future__ import annotations

import pytest

from ucap.documents.labels.heads import heads_of, run_together, table_heads
from ucap.documents.traced import Traced


@pytest.mark.parametrize(
    ("lines", "kinds", "count"),
    [
        (["When What Output", "May 2019 Visit"], ["lead", "", "output"], 1),
        (["Nr. Datum Ort Maßnahme Ergebnis"], ["number", "lead", "lead", "", "output"], 1),
        (["N° Date Activité Livrables"], ["number", "lead", "", "output"], 1),
        (["# Cuándo / When Qué / What Resultado / Output"], ["number", "lead", "", "output"], 1),
        (["Kiedy (when) Gdzie (where) Co (what) Wynik (output)"], ["lead", "lead", "", "output"], 1),
        (["Date Activity and output"], ["lead", ""], 1),
        (["Date Main activity Key outputs"], ["lead", "", "output"], 1),
        (["序号 时间 活动 成果"], ["number", "lead", "", "output"], 1),
        (["No.", "Date", "Activity", "Output", "1", "May 2019"], ["number", "lead", "", "output"], 4),
        (["Activity Date Output"], [], 0),
        (["Date Place"], [], 0),
        (["The date of the activity is open"], [], 0),
        (["City Date Activity: visits"], [], 0),
        (["Output"], [], 0),
    ],
)
def test_heads_say_what_the_columns_hold(lines: list[str], kinds: list[str], count: int) -> None:
    assert heads_of(lines) == (kinds, count)


def test_a_table_begins_at_its_heads_where_dates_stand_below_them() -> None:
    lines = ["Four things were done.", "Date Activity Output", "May 2019 Visit", "Report", "June 2020 Fair"]
    texts = [Traced.of(line, 0, len(line)) for line in lines]
    assert run_together(texts) == 1
    assert run_together(texts[:4]) == 4  # one row is no table


def test_heads_stand_above_a_date_and_are_more_than_a_label() -> None:
    text = "Main activities\nNo.\nDate\nActivity\nOutput\n1\nMay 2019\nVisit\nMain outputs\nTwo maps of 2019\n"
    assert [text[slice(*span)] for span in table_heads(text)] == ["No.\nDate\nActivity\nOutput"]
    assert [*table_heads("When and where\nIn May 2019 the mayors met.\n")] == []
