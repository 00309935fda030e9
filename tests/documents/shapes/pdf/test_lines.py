"""Words of a PDF put together to lines."""

from __future__ import annotations

from ucap.documents.shapes.pdf.lines import Line, Paragraphs
from ucap.documents.shapes.pdf.words import Word


def line(source: str, *spans: tuple[int, int]) -> Line:
    return Line(0, [Word(*span, 10.0 * place, 10.0 * place + 9, 0.0, 9.0) for place, span in enumerate(spans)], source)


def test_words_that_follow_each_other_in_the_text_are_one_range_of_it() -> None:
    assert line("City: Panjin Rome", (0, 5), (6, 12)).traced.spans == ((0, 12),)


def test_words_from_elsewhere_are_ranges_of_their_own_also_where_the_lengths_add_up() -> None:
    traced = line("ab xyz gh and then klm", (0, 2), (19, 22), (7, 9)).traced
    assert (traced.text, traced.spans) == ("ab klm gh", ((0, 2), (19, 22), (7, 9)))


def test_a_full_line_without_a_full_stop_tells_how_far_apart_the_lines_of_a_paragraph_are() -> None:
    source = "Guests at the Fallas in Valencia. A garden of nine kilometres. Shenyang wants one."
    edges = [0, 24, 34, 63, len(source)]
    words = [
        Word(start, end - 1, 0.0, right, base, 40.0)
        for start, end, right, base in zip(
            edges, edges[1:], (300.0, 60.0, 290.0, 90.0), (100.0, 88.5, 50.0, 38.5), strict=False
        )
    ]
    one, two = ([Line(0, [word], source) for word in words[i : i + 2]] for i in (0, 2))
    paragraphs = Paragraphs({"values": [one, two]}, em=7.0)
    texts = [str(paragraph.text) for paragraph in paragraphs.of(two, "values")]
    assert texts == ["A garden of nine kilometres. Shenyang wants one"]


def paragraphs_of(source: str, edges: list[int], rights: list[float], bases: list[float]) -> list[str]:
    """The paragraphs of one cell whose lines end at the edges of its text."""
    places = zip(edges, edges[1:], rights, bases, strict=False)
    lines = [Line(0, [Word(low, high - 1, 0.0, right, base, 40.0)], source) for low, high, right, base in places]
    return [str(paragraph.text) for paragraph in Paragraphs({"values": [lines]}, em=9.5).of(lines, "values")]


def test_lines_of_a_wide_pitch_are_one_paragraph_where_all_paragraphs_stand_further_apart() -> None:
    source = "A plant near Cork; Hefei has the young. Ships have gone. Docks remain. "
    edges = [0, 19, 40, 57, len(source)]
    near = paragraphs_of(source, edges, [330.0, 150.0, 340.0, 90.0], [100.0, 85.75, 67.75, 53.5])
    assert near == ["A plant near Cork; Hefei has the young.", "Ships have gone. Docks remain."]
    apart = paragraphs_of(source, edges, [330.0, 150.0, 340.0, 90.0], [100.0, 85.75, 71.5, 57.25])
    assert apart == ["A plant near Cork;", "Hefei has the young.", "Ships have gone.", "Docks remain."]


def test_items_that_stand_further_to_the_right_than_the_first_are_listed_below_it() -> None:
    source = "• Signing • Letter • Visit "
    edges = [0, 10, 19, 27]
    lines = [
        Line(0, [Word(start, end - 1, left, left + 60.0, 100.0 - start, left + 4.0)], source)
        for start, end, left in zip(edges, edges[1:], (219.0, 237.0, 219.5), strict=False)
    ]
    kinds = [paragraph.kind for paragraph in Paragraphs({"values": [lines]}, em=8.5).of(lines, "values")]
    assert kinds == ["paragraph", "sub-bullet", "paragraph"]
