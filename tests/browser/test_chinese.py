"""In Chinese what only the browser shows is Chinese, too: Streamlit's own menus, hints, names and calendars."""

from __future__ import annotations

from time import monotonic

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.walk import settle, visit
from tests.exports.test_chinese import REVIEWED, words
from tests.pages.test_chinese import ON_PAGES, names

pytestmark = pytest.mark.only_looks

# Texts and names of elements, in shadow trees too; not what the server says, which `tests/pages/test_chinese.py` reads,
# nor icons, whose names are drawn as pictures, nor what is there and never seen or heard.
_SAID = """() => {
    const passed = `style, script, noscript, [role="grid"], .js-plotly-plot, [data-testid="stMarkdownContainer"],
        [data-testid="stCaptionContainer"], [data-testid="stHtml"], [data-testid*="Icon"], .hidden-select-container`
    const found = []
    const read = (root) => {
        for (const element of root.querySelectorAll("*")) {
            if (element.shadowRoot) read(element.shadowRoot)
            if (element.closest(passed)) continue
            for (const name of ["aria-label", "title", "placeholder", "data-title"])
                if (element.hasAttribute(name)) found.push(element.getAttribute(name))
            const isSeen = element.checkVisibility({ visibilityProperty: true })
            for (const node of element.childNodes) if (isSeen && node.nodeType === 3) found.push(node.data)
        }
    }
    read(document.body)
    return found
}"""


def english(page: Page) -> dict[str, str]:
    """The words on the screen that ought to be Chinese and stay English, each with where it stands.

    What opens may be drawn once before it has heard of the language, for a blink: it is looked at until it has.
    """
    known = REVIEWED | ON_PAGES | names()
    latest = monotonic() + 10
    while True:
        found = {word: text for text in page.evaluate(_SAID) for word in words(text) if word not in known}
        if not found or monotonic() > latest:
            return found
        page.wait_for_timeout(50)


@pytest.mark.browser
def test_streamlit_speaks_chinese_too(page: Page, dashboard: Server) -> None:
    """Tables, windows, boxes, calendars and the place to drop files have no English words, for an English browser."""
    visit(page, f"{dashboard.url}/?lang=zh&since=2017-01-01")
    assert page.evaluate("document.documentElement.lang") == "zh"
    table = page.get_by_test_id("stDataFrame").first
    table.scroll_into_view_if_needed()
    table.hover()
    expect(page.get_by_label("全屏").first).to_be_attached()
    assert english(page) == {}
    page.get_by_test_id("stDateInputCalendarButton").click()
    expect(page.get_by_role("dialog").get_by_role("grid")).to_be_visible()
    expect(page.get_by_role("dialog").get_by_text("一月").first).to_be_attached()
    assert english(page) == {}
    page.keyboard.press("Escape")
    page.locator(".st-key-evidence_themes button").click()
    settle(page)
    page.get_by_role("dialog").get_by_role("combobox").fill("zzz")
    expect(page.get_by_text("没有匹配项")).to_be_visible()
    assert english(page) == {}


@pytest.mark.browser
@pytest.mark.parametrize(
    "path",
    [
        "add?lang=zh",
        "cities?lang=zh&by=cities&with=rome&with=bari&tab=compare",
        "plans?lang=zh&open=panjin&tab=history",
    ],
)
def test_controls_of_other_pages_speak_chinese(page: Page, dashboard: Server, path: str) -> None:
    """So do boxes for several values, the place to drop files, and forms in which somebody types."""
    visit(page, f"{dashboard.url}/{path}")
    assert english(page) == {}
    hints = page.get_by_test_id("InputInstructions")
    for expander in page.get_by_test_id("stExpander").all()[:1]:
        expander.locator("summary").click()
        expander.get_by_role("textbox").first.fill("1")
        expect(hints.first).to_contain_text("按回车键")
        assert english(page) == {}


@pytest.mark.browser
def test_the_windows_of_gaps_speak_chinese(page: Page, dashboard: Server) -> None:
    """That of the plans that could fill a gap, and that of what each plan says: their names, buttons and tables."""
    visit(page, f"{dashboard.url}/coverage?lang=zh&tab=gaps")
    for opening in ('[class*="st-key-gap_goals"] button', '[class*="st-key-reach_plans_goals"] button'):
        page.locator(opening).first.click()
        window = page.get_by_role("dialog")
        expect(window.get_by_test_id("stDataFrame")).to_be_visible()
        settle(page)
        window.get_by_test_id("stDataFrame").hover()
        assert english(page) == {}
        page.keyboard.press("Escape")
        expect(window).to_have_count(0)
        settle(page)


@pytest.mark.browser
def test_a_window_speaks_chinese_after_a_choice_in_it(page: Page, dashboard: Server) -> None:
    """It runs by itself: the passages of another value are offered in Chinese, too."""
    visit(page, f"{dashboard.url}/?lang=zh")
    page.locator(".st-key-evidence_map button").click()
    window = page.get_by_role("dialog")
    box = window.get_by_role("combobox").first
    expect(box).to_be_visible()
    settle(page)
    first = box.input_value()
    box.click()
    page.get_by_role("option").nth(1).click()
    expect(box).not_to_have_value(first)
    settle(page)
    ways = window.get_by_role("button", name="打开该条目").or_(window.get_by_role("button", name="在文档中打开"))
    expect(ways.first).to_be_visible()
    expect(window.get_by_role("button", name="Open")).to_have_count(0)


@pytest.mark.browser
def test_turning_to_english_brings_the_english_words_back(page: Page, dashboard: Server) -> None:
    """What was said in Chinese a moment ago is English again, without loading the page anew."""
    visit(page, f"{dashboard.url}/add?lang=zh")
    expect(page.get_by_role("navigation", name="页面")).to_be_visible()
    page.get_by_role("button", name="English").click()
    settle(page)
    expect(page.get_by_role("navigation", name="App pages")).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"
