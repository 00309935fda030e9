"""Text that remembers where it stood."""

from hypothesis import given
from hypothesis import strategies as st

from ucap.documents.traced import EMPTY, Traced

SOURCE = "Key focus of cooperation Smart manufacturing themes: compares machines"


@st.composite
def pieced(draw: st.DrawFn) -> Traced:
    """Some pieces of the source in order, joined."""
    cuts = sorted(draw(st.lists(st.integers(0, len(SOURCE)), min_size=2, max_size=8)))
    pieces = [Traced.of(SOURCE, start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    return Traced.join(pieces, draw(st.sampled_from([" ", "", "\n"])))


def says(text: Traced) -> str:
    """What the spans of a text say, without white space."""
    return "".join("".join(SOURCE[start:end] for start, end in text.spans).split())


@given(pieced())
def test_the_spans_of_joined_pieces_say_what_the_text_says(text):
    assert says(text) == "".join(text.text.split())


@given(pieced(), st.integers(0, 80), st.integers(0, 80))
def test_a_cut_knows_its_own_passages(text, start, end):
    part = text.cut(start, end)
    assert part.text == text.text[start:end]
    assert says(part) == "".join(part.text.split())


@given(pieced(), st.integers(0, 80))
def test_two_cuts_at_one_place_make_the_whole(text, place):
    assert says(text.cut(0, place)) + says(text.cut(place)) == says(text)


@given(pieced())
def test_stripping_takes_white_space_off_both_ends_and_nothing_else(text):
    assert text.strip().text == text.text.strip()
    assert says(text.strip()) == says(text)


def test_a_torn_cell_reads_as_one_sentence():
    whole = Traced.join([Traced.of(SOURCE, 25, 44), Traced.of(SOURCE, 53, 70)])
    assert str(whole) == "Smart manufacturing compares machines"
    assert whole.cut(6, 28).spans == ((31, 44), (53, 61))


def test_nothing_joined_is_the_empty_text():
    assert Traced.join([EMPTY, EMPTY]) is EMPTY
    assert not Traced.of(SOURCE, 3, 3)
