"""Text that was quoted in a mail."""

from ucap.documents.encodings import unquoted
from ucap.reading import read


def test_the_signs_of_a_quoted_mail_are_no_text():
    text = "> City: Wuhu, Porto\n> Country: China, Portugal\n> \n>> Main objectives:\n> - Try robots\n> - Draw ways\n"
    assert read("s", text.encode())[0].objectives == ("Try robots", "Draw ways")


def test_a_sign_before_few_lines_is_kept():
    text = "City: Wuhu\n> Country\nChina\nPortugal\nSize\n> 100\n5"
    assert unquoted(text) == text
