"""The partnerships of the Urban Agenda for the EU, which the summaries call topics."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ucap.vocabulary.folding import key, words
from ucap.vocabulary.phrases import Found, Phrases
from ucap.vocabulary.reference import rows

_LEAST_BEGUN = 10  # letters
_LEAST_SHARED = 0.6  # of all words that the text or the name has
_EMPTY_WORDS = frozenset(words("a and for eu in of on the topic topics partnership partnerships up agenda"))


@dataclass(frozen=True, slots=True)
class Topic:
    """A partnership: its slug, its name and the year in which it was set up."""

    slug: str
    name: str
    since: int


@cache
def topics() -> tuple[Topic, ...]:
    """All partnerships, the oldest first."""
    return tuple(Topic(row["topic"], row["name"], int(row["since"])) for row in rows("topics"))


@cache
def _names() -> Phrases[str]:
    loose = ((row["name"], row["topic"]) for row in rows("topic_names"))
    return Phrases((*loose, *((topic.name, topic.slug) for topic in topics())))


def match_topic(text: str) -> str | None:
    """The slug of the topic that a text names loosely, as a whole.

    A name of `topic_names.csv` decides; otherwise the topic with which the text shares the greatest part of its words,
    and at least three in five. "EU UP Jobs & Skills in Local Economy" is `jobs-and-skills-in-the-local-economy`.
    """
    written = _content(text)
    named = _names().get(text) or _names().get(" ".join(word for word in words(text) if word not in {"eu", "up"}))
    named = named or _begun(text)
    if named or not written:
        return named
    shared, slug = max((_overlap(written, content), slug) for slug, content in _contents().items())
    return slug if shared >= _LEAST_SHARED else None


def _begun(text: str) -> str | None:
    """The topic whose name, in whatever language, begins with the words: "Emplois et compétences"."""
    begun = key(text)
    slugs = {slug for name, slug in _keys().items() if name.startswith(f"{begun} ")}
    return slugs.pop() if len(begun) >= _LEAST_BEGUN and len(slugs) == 1 else None


@cache
def _keys() -> dict[str, str]:
    loose = {key(row["name"]): row["topic"] for row in rows("topic_names")}
    return loose | {key(topic.name): topic.slug for topic in topics()}


def topics_in(text: str) -> list[Found[str]]:
    """The names of topics in running text, those in `topics.csv` and `topic_names.csv`, with their places."""
    return list(_names().find(text))


@cache
def _contents() -> dict[str, frozenset[str]]:
    """The words that count of each topic's name."""
    return {topic.slug: _content(topic.name) for topic in topics()}


def _content(text: str) -> frozenset[str]:
    return frozenset(words(text)) - _EMPTY_WORDS


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
