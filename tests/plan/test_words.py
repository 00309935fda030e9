"""Plans are said in words."""

from tests.exports.samples import PANJIN, ROME
from ucap.plan.record import Activity, Period, Plan
from ucap.plan.words import activity_words, city_words, plan_subtitle, plan_title


def test_a_plan_without_title_is_called_by_its_cities_or_its_id():
    assert plan_title(Plan(id="a", title="Title", cities=(PANJIN,))) == "Title"
    assert plan_title(Plan(id="a", cities=(PANJIN, ROME))) == "Panjin – Rome"
    assert plan_title(Plan(id="a")) == "a"


def test_a_chinese_city_has_its_province_and_another_its_country():
    assert (city_words(PANJIN), city_words(ROME)) == ("Panjin (Liaoning)", "Rome (Italy)")
    assert city_words(ROME.model_copy(update={"country_code": None})) == "Rome"


def test_a_city_that_is_its_own_province_is_named_once():
    tianjin = PANJIN.model_copy(update={"name": "Tianjin", "region": "Tianjin"})
    assert city_words(tianjin) == "Tianjin"


def test_an_activity_has_its_dates_before_it_and_its_outputs_after_it():
    activity = Activity(start="2019-09", text="Visit", outputs=("MoU", "Plan"))
    assert activity_words(activity) == "September 2019: Visit; MoU; Plan"
    assert activity_words(Activity(text="Visit")) == "Visit"


def test_the_subtitle_has_programme_kind_and_period():
    assert plan_subtitle(Plan(id="a", period=Period(start="2019-11", end="2019-11"))).endswith(" · November 2019")
    assert plan_subtitle(Plan(id="a", period=Period(text="May 2017"))) == "IUC · U-CAP summary · May 2017"
