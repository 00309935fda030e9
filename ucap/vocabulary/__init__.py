"""The vocabularies of the product: goals, topics, headings of themes, labels, and the repairs that lead to them."""

from ucap.vocabulary.activities import activity_kind
from ucap.vocabulary.categories import Category, categories, categories_of, theme_phrases_in
from ucap.vocabulary.expected import ExpectedPlan, expected_plans
from ucap.vocabulary.folding import Token, fold, key, tokens, words
from ucap.vocabulary.goals import Goal, GoalName, goal_names_in, goals, match_goal_name
from ucap.vocabulary.kinds import ACTIVITY_KINDS, SIDES, ActivityKind, Side
from ucap.vocabulary.phrases import Found, Phrases
from ucap.vocabulary.template import RowLabel, row_labels
from ucap.vocabulary.topics import Topic, match_topic, topics, topics_in

__all__ = [
    "ACTIVITY_KINDS",
    "SIDES",
    "ActivityKind",
    "Category",
    "ExpectedPlan",
    "Found",
    "Goal",
    "GoalName",
    "Phrases",
    "RowLabel",
    "Side",
    "Token",
    "Topic",
    "activity_kind",
    "categories",
    "categories_of",
    "expected_plans",
    "fold",
    "goal_names_in",
    "goals",
    "key",
    "match_goal_name",
    "match_topic",
    "row_labels",
    "theme_phrases_in",
    "tokens",
    "topics",
    "topics_in",
    "words",
]
