"""Plans and pairs are listed with what they are about, when, and what came last."""

import pandas as pd
import pytest

from tests.charts.samples import THREE, plan, scene
from ucap.charts.scene import Scene
from ucap.selection import listings
from ucap.selection.listings import MOST_LISTED, pair_list, plan_list


def listed(of: Scene) -> pd.DataFrame:
    return plan_list(of.frames, of.coverage)


def test_a_plan_is_listed_with_its_cities_themes_and_goals_in_the_order_of_titles():
    rows = listed(scene(THREE))
    assert rows["Title"].tolist() == sorted(rows["Title"], key=str.casefold)
    panjin = rows.loc["panjin"]
    assert panjin["European cities"] == ["Rome", "Barcelona"]
    assert panjin["Chinese cities"] == ["Panjin"]
    assert panjin["Themes"] == ["Tourism", "Energy and energy saving"]
    assert panjin["Goals"] == ["SDG 9", "SDG 11"]
    assert panjin["Period"] == "2018 – 2019-06"


def test_what_a_plan_does_not_say_is_an_empty_list_and_an_open_end_stays_open():
    rows = listed(scene(THREE))
    assert rows.loc["haikou", "Themes"] == []
    assert rows.loc["haikou", "Period"] == ""
    assert rows.loc["liuzhou", "Period"] == "2019-05 –"


def test_a_pair_is_listed_once_for_each_of_its_plans_and_the_most_frequent_first():
    rows = pair_list(scene([*THREE, plan("again", ["Liuzhou", "Rome"])]).frames)
    assert rows["Pair"].tolist()[:2] == ["Rome – Liuzhou", "Rome – Liuzhou"]
    assert rows.index.tolist()[:2] == ["again", "liuzhou"]
    assert len(rows) == 5


def test_the_last_activity_of_a_pair_is_the_last_that_is_done():
    rows = pair_list(scene(THREE).frames)
    last = rows.set_index("Pair")["Last activity"]
    assert last["Rome – Panjin"] == "2018-03-05"
    assert last["Rome – Liuzhou"] == "2019"


def test_without_plans_both_lists_are_empty():
    nothing = scene([])
    assert (len(listed(nothing)), len(pair_list(nothing.frames))) == (0, 0)


def test_lists_are_bounded_however_many_plans_there_are():
    many = scene([plan(f"p{i:04}", ["Panjin", "Rome"]) for i in range(MOST_LISTED + 5)])
    assert len(listed(many)) == len(pair_list(many.frames)) == MOST_LISTED
    assert listed(many).index[-1] == f"p{MOST_LISTED - 1:04}"


@pytest.mark.parametrize("most", range(1, 8))
def test_the_rows_that_are_listed_are_the_first_of_all(most: int, monkeypatch: pytest.MonkeyPatch):
    named = (["Panjin", "Rome", "Barcelona"], ["Liuzhou", "Rome"], ["Panjin", "Barcelona"], ["Liuzhou", "Barcelona"])
    of = scene([*THREE, *(plan(f"more-{number}", cities) for number, cities in enumerate(named))])
    pairs, plans = pair_list(of.frames), listed(of)
    monkeypatch.setattr(listings, "MOST_LISTED", most)
    pd.testing.assert_frame_equal(pair_list(of.frames), pairs.head(most))
    pd.testing.assert_frame_equal(listed(of), plans.head(most))
