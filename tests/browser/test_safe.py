"""What is escaped reads in Streamlit itself as it is written, wherever Streamlit reads Markdown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.server import serve
from tests.browser.walk import settle

TEXTS = [
    *("http://evil.example/plain", "see https://evil.example/x?a=b_c.", "HTTP://EVIL.example", "www.evil.example"),
    *("mail a@evil.example now", "mailto:a@b.de", "<https://evil.example/auto>", "x.http://y.example", "ftp://x.org/"),
    *(":material/delete:", ":material/x", "http://a:material/delete:x", ":smile: :+1: :100: 12:30:45", ":streamlit:"),
    *(":red[red]", "x:red[y]", ":blue-badge[x]", ":small[x]", ":rainbow[a]", ":shortcut[Ctrl]", ":::note", "::x[y]"),
    *("$x^2$", "$$x^2$$", "$5 and $6", "H~2~O x^2^", "~~del~~", "==mark==", "**bold** _it_ `code`", "[^1]", "[^1]: x"),
    *("<b>bold</b> <img src=x>", "&lt;b&gt; &amp; &#58;", "<br>", "5 < 6 > 4", "![x](http://evil.example/i.png)"),
    *("[a](javascript:1)", "[a]: http://x", "{x}[y]{z=1}", "x:@[y]{z}", "# head", "1. one", "1) one", "- item", "> q"),
    *("| a | b |", "---", "===", "+++", "- [ ] task", "\\", "a\\*b", "http://a\\b", "a -> b <- c -- d --- e <-> f"),
    *("1 >= 2 <= 3 ~= 4", "--", "->", "a@-- b", "www.-- x @->", ":a::b: ::x::[y]", "WWW.x :// @", "{{7*7}} ${7*7}"),
]
SCRIPT = """
import sys, json
import streamlit as st
sys.path.insert(0, {root!r})
from components.safe import plain
for number, text in enumerate(json.loads({texts!r})):
    for key in ("markdown", "caption", "header", "button", "colour"):
        with st.container(key=f"{{key}}-{{number}}"):
            if key == "button":
                st.button(plain(text), key=f"pressed-{{number}}")
            elif key == "colour":
                st.markdown(f":red[{{plain(text)}}]")
            elif key == "header":
                st.header(plain(text), anchor=False)
            else:
                getattr(st, key)(plain(text))
"""
DRAWN = """kind => [...document.querySelectorAll(`[class*="st-key-${kind}-"]`)].map(one => {
    const drawn = one.querySelector('[data-testid="stMarkdownContainer"], [data-testid="stCaptionContainer"], h2')
    const own = ["P", "DIV", "SPAN", "H2"]
    const inner = [...drawn.querySelectorAll("*")]
    const others = inner.filter(one => !own.includes(one.tagName) || one.role === "img")
    return [drawn.textContent, ...others.map(one => one.outerHTML)]
})"""


@pytest.mark.browser
@pytest.mark.only_looks
def test_escaped_text_reads_as_it_is_written(page: Page, tmp_path: Path) -> None:
    """In paragraphs, captions, headings, buttons and inside a colour: the text, and no element of it."""
    script = tmp_path / "texts.py"
    root = str(Path(__file__).parents[2])
    script.write_text(SCRIPT.format(root=root, texts=json.dumps(TEXTS)), encoding="utf-8")
    with serve(tmp_path, script=str(script)) as server:
        page.goto(server.url)
        page.wait_for_selector(f".st-key-colour-{len(TEXTS) - 1}")
        settle(page, 1000)
        for kind in ("markdown", "caption", "header", "button", "colour"):
            assert page.evaluate(DRAWN, kind) == [[text] for text in TEXTS], kind
