"""Words of a PDF put together to lines."""

from __future__ import annotations

from ucap.documents.pdf.lines import Line
from ucap.documents.pdf.words import Word


def line(source: str, *spans: tuple[int, int]) -> Line:
    return Line(0, [Word(*span, 10.0 * place, 10.0 * place + 9, 0.0, 9.0) for place, span in enumerate(spans)], source)


def test_words_that_follow_each_other_in_the_text_are_one_range_of_it() -> None:
    assert line("City: Panjin Rome", (0, 5), (6, 12)).traced.spans == ((0, 12),)


def test_words_from_elsewhere_are_ranges_of_their_own_also_where_the_lengths_add_up() -> None:
    traced = line("ab xyz gh and then klm", (0, 2), (19, 22), (7, 9)).traced
    assert (traced.text, traced.spans) == ("ab klm gh", ((0, 2), (19, 22), (7, 9)))
