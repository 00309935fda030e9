"""The words of the product: messages, dates, numbers and lists."""

import threading
from collections.abc import Callable
from contextvars import copy_context

import pytest

from ucap import wording
from ucap.wording import _, format_date, format_list, format_number, format_range, ngettext


def said(language: str, speak: Callable[..., str], *args: object) -> str:
    """What `speak` says in a language, leaving the language of the other tests alone."""
    context = copy_context()
    context.run(wording.use, language)
    return context.run(speak, *args)


@pytest.mark.parametrize(
    ("day", "english", "chinese"),
    [
        ("2019", "2019", "2019年"),
        ("2019-09", "September 2019", "2019年9月"),
        ("2017-05-31", "31 May 2017", "2017年5月31日"),
    ],
)
def test_a_date_is_written_no_more_precisely_than_it_is(day: str, english: str, chinese: str) -> None:
    assert said("en", format_date, day) == english
    assert said("zh", format_date, day) == chinese


@pytest.mark.parametrize(
    ("start", "end", "english", "chinese"),
    [
        ("2018-09-12", "2018-09-20", "12–20 September 2018", "2018年9月12日至20日"),
        ("2018-09-12", "2018-11-02", "12 September\u2009–\u20092 November 2018", "2018年9月12日至11月2日"),
        ("2019-11", "2020-11", "November 2019\u2009–\u2009November 2020", "2019年11月至2020年11月"),
        ("2018", "2020", "2018–2020", "2018–2020年"),
        ("2018", "2019-03", "2018\u2009–\u2009March 2019", "2018年 – 2019年3月"),
        ("2018-09", "2018-09", "September 2018", "2018年9月"),
        ("2017-05", None, "from May 2017", "2017年5月起"),
        (None, "2017-05", "until May 2017", "至2017年5月"),
        (None, None, "", ""),
    ],
)
def test_a_range_says_nothing_twice(start: str | None, end: str | None, english: str, chinese: str) -> None:
    assert said("en", format_range, start, end) == english
    assert said("zh", format_range, start, end) == chinese


def test_numbers_and_lists_follow_the_language() -> None:
    assert format_number(1_440_000) == "1,440,000"
    assert format_number(7434.4) == "7,434.4"
    assert format_list(["Rome", "Nice", "Granada"]) == "Rome, Nice and Granada"
    assert format_list(["Rome"]) == "Rome"
    assert format_list([]) == ""
    assert said("zh", format_list, ["罗马", "尼斯", "格拉纳达"]) == "罗马、尼斯和格拉纳达"


def test_the_number_decides_the_form_of_a_message() -> None:
    assert [ngettext("{n} plan", "{n} plans", n).format(n=n) for n in (0, 1, 2)] == ["0 plans", "1 plan", "2 plans"]


def test_a_message_that_no_catalog_holds_stays_english() -> None:
    assert said("zh", _, "No catalog holds this sentence.") == "No catalog holds this sentence."


def test_a_language_is_used_by_its_own_thread_only() -> None:
    thread = threading.Thread(target=wording.use, args=("zh",))
    thread.start()
    thread.join()
    assert wording.language() == "en"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="none of en, zh"):
        wording.use("tlh")
