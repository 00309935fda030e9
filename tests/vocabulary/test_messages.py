"""The names of the reference data among the messages to be translated."""

import io
import textwrap
from contextvars import copy_context

import pytest

from ucap import wording
from ucap.vocabulary import Category, Goal, Topic, categories, goals, topics
from ucap.vocabulary.messages import calls, names


def test_each_name_is_a_message_with_its_line() -> None:
    file = io.BytesIO(b'topic,name\nfood,Food\nhousing,"Housing, and more"\n')
    assert list(names(file, (), (), {})) == [(2, None, "Food", []), (3, None, "Housing, and more", [])]


def test_each_call_of_a_keyword_is_a_message_even_inside_an_f_string() -> None:
    code = b"""
        title = f"### {_('Findings')}"
        LABEL = N_("Plan")
        words = ngettext("{n} plan", "{n} plans", n).format(n=n)
        long = _("One sentence. " "And another.")
        shown = _(column.label), say("nothing")
    """
    found = calls(io.BytesIO(textwrap.dedent(code.decode()).encode()), ("_", "N_", "ngettext"), (), {})
    assert sorted(found) == [
        (2, "_", ["Findings"], []),
        (3, "N_", ["Plan"], []),
        (4, "ngettext", ["{n} plan", "{n} plans"], []),
        (5, "_", ["One sentence. And another."], []),
    ]


@pytest.mark.parametrize("named", [*goals(), *categories(), *topics()], ids=lambda named: named.name)
def test_every_name_of_the_vocabularies_has_a_chinese_one(named: Goal | Category | Topic) -> None:
    context = copy_context()
    context.run(wording.use, "zh")
    assert context.run(wording._, named.name) != named.name
