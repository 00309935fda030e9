"""Messages between two processes arrive as they were sent, or not at all."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ucap.sandbox.processes import receive, send


@given(st.lists(st.lists(st.binary())))
def test_messages_arrive_as_they_were_sent(messages: list[list[bytes]]) -> None:
    stream = io.BytesIO()
    for message in messages:
        send(stream, *message)
    stream.seek(0)
    assert [receive(stream) for _ in messages] == messages
    with pytest.raises(EOFError):
        receive(stream)


@given(st.lists(st.binary(), min_size=1), st.data())
def test_a_message_that_was_cut_short_does_not_arrive(message: list[bytes], data: st.DataObject) -> None:
    stream = io.BytesIO()
    send(stream, *message)
    cut = data.draw(st.integers(0, len(stream.getvalue()) - 1))
    with pytest.raises(EOFError):
        receive(io.BytesIO(stream.getvalue()[:cut]))
