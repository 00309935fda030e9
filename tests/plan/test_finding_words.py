"""Findings in the language of the reader."""

import re

import pytest

from tests.records import all_plans
from ucap.plan.finding_words import finding_words, message_words
from ucap.plan.record import Finding
from ucap.vocabulary.wordings import WORDINGS
from ucap.wording import in_language

# What fills a wording, in words that no template has.
FILLED = {
    name: f"[{name}]" for name in re.findall(r"{(\w+)}", " ".join(words for _severity, words in WORDINGS.values()))
}


@pytest.mark.parametrize("name", WORDINGS)
def test_every_wording_is_said_in_chinese_with_what_it_was_filled_with(name: str) -> None:
    """The words of the document stay; nothing else of the English sentence is left."""
    wording = WORDINGS[name][1]
    said = in_language("zh", message_words, name.partition("/")[0], wording.format(**FILLED), "zh")
    assert set(re.findall(r"\[\w+\]", said)) == {FILLED[one] for one in re.findall(r"{(\w+)}", wording)}
    assert re.findall(r"[a-z]{4,}", re.sub(r"\[\w+\]", "", said)) == []


def test_places_rows_and_dates_are_said_in_chinese_too() -> None:
    said = {
        ("country-without-city", "France is listed, but no city of the plan is in France."): "法国",
        (
            "activity-before-period",
            "January and March 2017 lie before the period, which starts in May 2018.",
        ): "2018年5月",
        ("field-missing", "The document has no row Key focus."): "重点",
        ("city-ambiguous", "Several cities are called Taizhou; the one in Zhejiang was taken."): "浙江",
    }
    for (code, message), chinese in said.items():
        assert chinese in in_language("zh", message_words, code, message, "zh")


def test_in_english_and_where_no_wording_fits_a_message_stays_as_it_is() -> None:
    for plan in all_plans():
        assert [finding_words(one) for one in plan.findings] == [one.message for one in plan.findings]
    unknown = Finding(code="period-open", message="Said by somebody else.")
    assert in_language("zh", finding_words, unknown) == "Said by somebody else."
