"""Text of documents in files: it stays text, whatever it looks like.

A spreadsheet takes a string that begins like a formula for one, and XML cannot hold control
characters at all. Both are met here, once, for all formats. Which tags are markup of tagged text.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_BREAK_TAGS = "p|div|br|li|ul|ol|h[1-6]|table|tbody|tr"
INLINE_TAGS = "u|i|b|em|strong|span|a|sup|sub|font|td|th|small|s|strike|del|ins"
"""The names of tags that do not end a line, as alternatives of a regular expression."""
_END_OF_TAG = r"(?=[\s/>])[^<>]{0,500}>"
# "<p>", "</u>", '<ul style="list-style-type: none">'
TAG = re.compile(rf"<(?P<end>/?)(?P<name>{_BREAK_TAGS}|{INLINE_TAGS}){_END_OF_TAG}", re.IGNORECASE)
"""A tag as tagged text has it. Whatever else stands in angle brackets is text: `<p.li@wuhu.example>`."""
INLINE_TAG = re.compile(rf"</?(?:{INLINE_TAGS}){_END_OF_TAG}", re.IGNORECASE)
"""A tag that ends no line."""
BLOCK_TAG = re.compile(rf"<(?:{_BREAK_TAGS}){_END_OF_TAG}", re.IGNORECASE)
"""A tag that begins a paragraph, list, line or table."""

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")  # "=1+1"
_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")  # "'=1+1"
_LINE_BREAK = re.compile(r"\r\n?")  # "\r\n"
_CONTROL_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"} | {0x7F: 0x2421}
_NO_PICTURE = re.compile("[\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")  # "\x80"


def printable(text: str) -> str:
    """The text with each control character replaced by its picture (U+2400 to U+2421), so that none is lost unseen.

    Tabs stay, and line breaks as line feeds (XML 1.0, section 2.11). What has no picture becomes U+FFFD: characters
    without a place in XML (section 2.2), and the controls U+0080 to U+009F but the line break
    U+0085, some of which a terminal obeys.
    """
    return _NO_PICTURE.sub("\ufffd", _LINE_BREAK.sub("\n", text).translate(_CONTROL_PICTURES))


def encodable(text: str) -> str:
    """The text with U+FFFD for halves of characters, which a terminal gives for odd bytes, and which no file holds."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def guarded(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet would take it for a formula.

    The rule is the one of OWASP on CSV injection, full-width signs included. A text that already begins
    with apostrophes and then a sign gets one more, so that `unguarded` gives back exactly what was there.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    return text[1:] if _GUARDED.match(text) else text


def is_web_address(text: str) -> bool:
    """Whether a text is, as a whole, an address of the web: with `http` or `https`, a host, and no white space."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s\0-\x1f\x7f]", text)
