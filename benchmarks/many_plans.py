"""Any number of plans made up of the parts of the real ones: the same cities, themes and sentences, mixed by a seed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from ucap.plan.record import Activity, City, GoalMention, Period, Plan, TopicMention
from ucap.reading import read
from ucap.vocabulary import ACTIVITY_KINDS, topics

_PLANS = Path(__file__).parents[1] / "data" / "plans"


def real_plans() -> list[Plan]:
    """The plans that come with the product."""
    return [plan for path in sorted(_PLANS.iterdir()) for plan in read(path.name, path.read_bytes())]


def many_plans(count: int, seed: int = 1) -> Iterator[Plan]:
    """`count` plans, one after the other; the same seed makes the same plans."""
    mixer = _Mixer(real_plans(), Random(seed))
    return (mixer.plan(f"plan-{number}") for number in range(count))


class _Mixer:
    def __init__(self, plans: list[Plan], random: Random) -> None:
        self._random = random
        self._china = [city for plan in plans for city in plan.cities if city.side == "china"]
        self._europe = [city for plan in plans for city in plan.cities if city.side == "europe"]
        self._themes = [theme for plan in plans for theme in plan.themes]
        self._words = [word for plan in plans for activity in plan.activities for word in activity.text.split()]
        self._topics = [topic.slug for topic in topics()]

    def plan(self, plan_id: str) -> Plan:
        cities = self._cities()
        return Plan(
            id=plan_id,
            title=" – ".join(city.name for city in cities[:2]),
            cities=cities,
            period=Period(start=self._date()[:7]),
            themes=self._some(self._themes, 4),
            goals=[GoalMention(goal=goal, stated=self._random.random() < 0.7) for goal in self._some(range(1, 18), 3)],
            topics=[TopicMention(topic=topic) for topic in self._some(self._topics, 2)],
            focus=[self._text(30)],
            challenges=[self._text(20)],
            objectives=[self._text(20)],
            activities=[self._activity(cities) for _ in range(5)],
            results=[self._text(15), self._text(10)],
        )

    def _cities(self) -> list[City]:
        lead = self._random.choice(self._china).model_copy(update={"lead": True})
        return [lead, *self._some(self._europe, self._random.randint(1, 4))]

    def _activity(self, cities: list[City]) -> Activity:
        date = self._date()
        places = [self._random.choice(cities).name] if self._random.random() < 0.6 else []
        kind = self._random.choice(ACTIVITY_KINDS)
        return Activity(start=date, end=date, text=self._text(15), kind=kind, places=places)

    def _date(self) -> str:
        year, month, day = self._random.randint(2016, 2023), self._random.randint(1, 12), self._random.randint(1, 28)
        return f"{year}-{month:02}-{day:02}"[: self._random.choice([4, 7, 7, 10])]

    def _text(self, word_count: int) -> str:
        return " ".join(self._random.choices(self._words, k=word_count)) + "."

    def _some(self, values: list | range, count: int) -> list:
        return self._random.sample(values, count)
