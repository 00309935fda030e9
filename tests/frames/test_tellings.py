"""Activities as plans tell them, and the clues that they share."""

import numpy as np
import pytest

from ucap.frames import build
from ucap.frames.tellings import ClueIndex, Clues, clues, tellings
from ucap.plan.record import Activity, Plan


def found(*activities: Activity) -> Clues:
    return clues(build([Plan(id="plan", activities=list(activities))]).activities)


def meeting(*dates: tuple[str | None, str | None]) -> list[list[int]]:
    """The rows of activities with these dates and one word that share it, month by month."""
    shared = found(*(Activity(text="Seminar", start=start, end=end) for start, end in dates))
    together = [shared.rows[shared.keys == key].tolist() for key in np.unique(shared.keys)]
    return sorted(rows for rows in together if len(rows) > 1)


def test_activities_meet_in_each_month_that_both_touch() -> None:
    may_and_june = ("2017-05-30", "2017-06-07")
    assert meeting(may_and_june, ("2017-06-01", "2017-06-01"), ("2017-05", "2017-05")) == [[0, 1], [0, 2]]


def test_where_only_the_year_is_known_they_meet_by_year() -> None:
    assert meeting(("2017", "2018"), ("2018", "2018"), ("2018-01", "2018-01")) == [[0, 1]]


def test_undated_ones_and_those_alone_in_their_month_meet_nobody() -> None:
    assert meeting((None, None), (None, None), ("2017-05", "2017-05")) == []


def test_a_place_of_another_precision_is_another_clue() -> None:
    shared = found(*(Activity(text="", start=start, places=["Rome"]) for start in ("2017-05", "2017-05-12", "2017-05")))
    assert shared.keys[0] == shared.keys[2] != shared.keys[1]


def test_words_are_folded_and_short_ones_left_out() -> None:
    plan = Plan(id="plan", activities=[Activity(text="Visit to Málaga, 论坛", start="2017", places=["Málaga"])])
    (telling,) = tellings(build([plan]).activities)
    assert telling.text == "visit to malaga 论 坛"
    assert telling.words == {"visit", "malaga"}
    assert telling.places == {"malaga"}


def test_only_clues_with_one_of_the_keys_are_found() -> None:
    some = found(*(Activity(text=f"Seminar number {word}", start="2017") for word in ("alpha", "beta", "gamma")))
    shared = ClueIndex.of(some).with_keys(np.unique(some.keys[some.rows == 0]))
    assert shared.rows.tolist() == [0, 0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize("most_recent", [0, 100])
def test_the_clues_of_rows_that_come_and_go_stand_where_their_rows_do(
    monkeypatch: pytest.MonkeyPatch, most_recent: int
) -> None:
    """The second of three activities goes; one comes before all others, one in its place, and one behind."""
    monkeypatch.setattr("ucap.frames.tellings._MOST_RECENT", most_recent)
    words = ("alpha", "gamma", "omega")
    three = found(*(Activity(text=f"Seminar number {word}", start="2017-05") for word in words))
    came = found(*(Activity(text=f"Workshop {word}", start="2018") for word in words))
    moved = ClueIndex.of(three).moved(np.array([1, -1, 3]), Clues(np.array([0, 0, 2, 2, 4, 4]), came.keys))
    for row, some, before in ((0, came, 0), (1, three, 0), (2, came, 1), (3, three, 2), (4, came, 2)):
        keys = some.keys[some.rows == before]
        assert sorted(moved.clues.keys[moved.clues.rows == row]) == sorted(keys)
        assert row in moved.with_keys(np.unique(keys)).rows
    assert not set(moved.with_keys(np.unique(three.keys[three.rows == 1])).rows) - {1, 3}
    assert moved.moved(np.full(5, -1), three.of(three.rows < 0)).clues.rows.size == 0
