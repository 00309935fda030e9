"""Who should meet, and why."""

from hypothesis import given

from tests.strategies import few, plan_lists
from ucap.frames import build
from ucap.plan.record import Activity, City, GoalMention, Plan, Theme
from ucap.selection import Coverage, Selection
from ucap.selection.places.matches import matches, reasons, scores


def plan(plan_id: str, cities: str, *themes: str, kind: str = "pairing", year: str = "2018", **other: object) -> Plan:
    """`"Panjin - Rome, Nice"`: Chinese cities before the hyphen, European ones behind it."""
    china, europe = (names.split(", ") for names in cities.split(" - "))
    named = [(name, "china") for name in china] + [(name, "europe") for name in europe]
    return Plan(
        id=plan_id,
        kind=kind,
        title=plan_id.title(),
        cities=[City(name=name, written=name, side=side) for name, side in named],
        themes=[Theme(label=theme, categories=[theme]) for theme in themes],
        activities=[Activity(start=year, end=year, text="Visit")],
        **other,
    )


PANJIN = plan("panjin", "Panjin - Rome", "tourism", "energy", goals=[GoalMention(goal=11)])
LIUZHOU = plan("liuzhou", "Liuzhou - Nice", "tourism", "energy", goals=[GoalMention(goal=4)])
YANTAI = plan("yantai", "Yantai - Bari", "water", year="2023")
TOUR = plan("tour", "Panjin, Yantai - Nice", "tourism", kind="visit")
COVERAGE = Coverage(build([PANJIN, LIUZHOU, YANTAI]))


def test_cities_whose_plans_share_themes_are_proposed_with_each_reason() -> None:
    """Panjin and Nice: the same themes, the same year, and a goal each that the other does not name."""
    first, *_ = matches(COVERAGE, Selection(chinese_cities=["Panjin"]))
    assert (first.china_city, first.europe_city) == ("Panjin", "Nice")
    assert reasons(COVERAGE, first) == [
        "Both have plans about Energy and energy saving and Tourism.",
        "They were active in the same years.",
        "Panjin names SDG 11 Sustainable Cities and Communities, and Nice does not.",
        "Nice names SDG 4 Quality Education, and Panjin does not.",
    ]


def test_who_met_without_being_paired_is_proposed_with_what_both_took_part_in() -> None:
    """A visit is no pairing, and speaks for one; who is paired is not proposed again."""
    coverage = Coverage(build([PANJIN, LIUZHOU, YANTAI, TOUR]))
    found = {(one.china_city, one.europe_city): one for one in matches(coverage)}
    assert found["Panjin", "Nice"].met == ("tour",)
    assert "Both took part in: Tour." in reasons(coverage, found["Panjin", "Nice"])
    assert not {("Panjin", "Rome"), ("Liuzhou", "Nice"), ("Yantai", "Bari")} & set(found)


def test_a_meeting_whose_plan_has_no_title_is_called_by_its_id() -> None:
    coverage = Coverage(build([PANJIN, LIUZHOU, TOUR.model_copy(update={"title": None})]))
    assert "Both took part in: tour." in reasons(coverage, matches(coverage)[0])


def test_a_partner_of_a_partner_is_a_reason() -> None:
    """Jinhua works with Rome, Rome with Panjin, Panjin with Nice: Jinhua and Nice have that chain in common."""
    plans = [PANJIN, plan("nice", "Panjin - Nice", "tourism"), plan("jinhua", "Jinhua - Rome", "tourism")]
    coverage = Coverage(build(plans))
    (found,) = matches(coverage, among=["Jinhua"])
    assert (found.europe_city, found.chains) == ("Nice", (("Panjin", "Rome"),))


def test_filters_say_for_whom_and_what_the_two_must_share() -> None:
    """A country asks for its cities, a theme for pairs that both have it."""
    assert {one.europe_city for one in matches(COVERAGE, Selection(european_cities=["Rome"]))} == {"Rome"}
    assert all("energy" in one.categories for one in matches(COVERAGE, Selection(categories=["energy"])))
    assert matches(COVERAGE, Selection(categories=["energy"]))
    assert matches(COVERAGE, Selection(categories=["water"])) == []


@few
@given(plan_lists())
def test_a_match_is_not_paired_and_has_a_reason(plans: list[Plan]) -> None:
    """Whatever the plans are: scores fall, lie between 0 and 1, and each match shares a theme or a meeting."""
    frames = build(plans)
    paired = frames.pairs[frames.pairs["link"] == "paired"]
    linked = set(zip(paired["china_city"], paired["europe_city"], strict=True))
    coverage = Coverage(frames)
    found = matches(coverage)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    for one in found:
        assert 0 < one.score <= 1
        assert (one.china_city, one.europe_city) not in linked
        assert one.categories or one.met
        assert reasons(coverage, one)


def test_each_part_of_the_score_lies_between_nothing_and_everything() -> None:
    """So that the weights are what the documentation says."""
    for part in scores(Coverage(build([PANJIN, LIUZHOU, YANTAI, TOUR]))).parts.values():
        assert 0 <= part.min() <= part.max() <= 1
