"""Text that was quoted in a mail."""

from ucap.documents.encodings import unquoted
from ucap.reading import read


def test_the_signs_of_a_quoted_mail_are_no_text():
    text = "> City: Wuhu, Porto\n> Country: China, Portugal\n> \n>> Main objectives:\n> - Try robots\n> - Draw ways\n"
    assert read("s", text.encode())[0].objectives == ("Try robots", "Draw ways")


def test_a_sign_before_few_lines_is_kept():
    text = "City: Wuhu\n> Country\nChina\nPortugal\nSize\n> 100\n5"
    assert unquoted(text) == text


def test_chinese_text_in_utf_16_is_text():
    rows = "城市\t昆明\t埃因霍温\n国家\t中国\t荷兰\n合作主题\t一、花卉；二、照明\n" + "开通一条鲜花冷链航线。" * 30
    assert read("s", rows.encode("utf-16"))[0].cities[0].name == "Kunming"
