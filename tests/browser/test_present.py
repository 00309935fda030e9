"""The slides of the selection on the screen: keys, swipes, addresses, and the way back."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect
from pptx import Presentation

from tests.browser.server import Server, serve
from tests.browser.walk import settle, shoot, turn, visit, wait_until

pytestmark = pytest.mark.only_looks

SIZES = [(1280, 800), (1920, 1080), (390, 844)]


def place(page: Page) -> Locator:
    """Where the visitor is: "3 / 34"."""
    return page.locator('[data-part="place"]')


def title(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def present(page: Page, address: str) -> None:
    """Open a slide and wait until it is laid out for the screen."""
    visit(page, address)
    expect(place(page)).to_contain_text("/", timeout=60_000)
    settle(page)


@pytest.mark.browser
def test_arrow_keys_move_and_the_address_follows(page: Page, dashboard: Server) -> None:
    """Right and left, first and last: the slide changes, and its address can be shared."""
    present(page, f"{dashboard.url}/present?partner=Rome")
    expect(title(page)).to_have_text("Urban Cooperation Action Plans")
    page.keyboard.press("ArrowRight")
    expect(title(page)).to_have_text("Who works with whom")
    expect(page).to_have_url(re.compile(r"partner=Rome&slide=2$"))
    page.keyboard.press("End")
    expect(title(page)).to_have_text("Sources and notices")
    page.keyboard.press("PageUp")
    expect(title(page)).to_have_text("Sources")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowLeft")
    expect(title(page)).to_have_text("Urban Cooperation Action Plans")


@pytest.mark.browser
def test_keys_that_are_pressed_fast_all_count(page: Page, dashboard: Server) -> None:
    """Four presses in a row lead four slides on, though the slides between are never drawn."""
    present(page, f"{dashboard.url}/present")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
    expect(title(page)).to_have_text("Themes")
    expect(page).to_have_url(re.compile("slide=5$"))


@pytest.mark.browser
def test_the_way_back_of_the_browser_leads_from_slide_to_slide(page: Page, dashboard: Server) -> None:
    """Back shows the slide before, forward the one after, and the keys go on from there."""
    present(page, f"{dashboard.url}/present?partner=Rome")
    for number, headline in ((2, "Who works with whom"), (3, "Pairs of cities")):
        page.keyboard.press("ArrowRight")
        expect(title(page)).to_have_text(headline)
        expect(page).to_have_url(re.compile(f"slide={number}$"))
    page.go_back()
    expect(title(page)).to_have_text("Who works with whom")
    page.go_back()
    expect(title(page)).to_have_text("Urban Cooperation Action Plans")
    page.go_forward()
    expect(title(page)).to_have_text("Who works with whom")
    page.keyboard.press("ArrowRight")
    expect(title(page)).to_have_text("Pairs of cities")
    expect(page).to_have_url(re.compile("slide=3$"))


@pytest.mark.browser
def test_the_address_of_a_slide_opens_it_for_the_first_visitor(
    page: Page, tmp_path: Path, real_summaries: Path
) -> None:
    """A shared link shows that slide of that selection, with neither sidebar nor navigation, on a fresh server."""
    with serve(tmp_path, real_summaries) as server:
        present(page, f"{server.url}/present?city=Panjin&slide=4")
        expect(title(page)).to_have_text("Sustainable Development Goals")
        expect(page.get_by_text("of the 1 plan that names goals", exact=False)).to_be_visible()
        expect(page.get_by_test_id("stSidebar")).to_be_hidden()
        expect(page.get_by_test_id("stHeader")).to_be_hidden()


@pytest.mark.browser
def test_buttons_and_a_swipe_move_too(page: Page, dashboard: Server) -> None:
    """The buttons are there for the mouse and the keyboard; a finger that moves to the left shows the next slide."""
    present(page, f"{dashboard.url}/present")
    expect(page.get_by_role("button", name="Previous slide")).to_be_disabled()
    page.get_by_role("button", name="Next slide").click()
    expect(title(page)).to_have_text("Who works with whom")
    swipe(page, 900, 300)
    expect(title(page)).to_have_text("Pairs of cities")
    swipe(page, 300, 900)
    expect(title(page)).to_have_text("Who works with whom")


def swipe(page: Page, start: int, end: int) -> None:
    """A finger that moves across the slide once it is drawn, from and to so many pixels from its left edge."""
    settle(page)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": start, "y": 400}]})
    devtools.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": end, "y": 400}]})
    devtools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.browser
def test_escape_leads_back_with_the_filters_kept(page: Page, dashboard: Server) -> None:
    """Who leaves the slides stands on the overview of the same selection."""
    present(page, f"{dashboard.url}/present?partner=Rome&slide=2")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Overview", exact=True)).to_be_visible()
    expect(page).to_have_url(re.compile(r"/\?partner=Rome$"))
    settle(page)


@pytest.mark.browser
def test_one_press_makes_the_briefing_of_the_same_story(page: Page, dashboard: Server) -> None:
    """The PowerPoint file has the headlines of the slides on the screen."""
    present(page, f"{dashboard.url}/present?partner=Rome&slide=2")
    shown = title(page).inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Briefing (PowerPoint)", exact=True).click()
    deck = Presentation(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert shown in [slide.shapes.title.text for slide in deck.slides if slide.shapes.title is not None]


@pytest.mark.browser
def test_a_logo_and_a_funding_line_chosen_on_the_page_are_in_the_next_briefing(
    page: Page, tmp_path: Path, real_summaries: Path
) -> None:
    """An editor drops a picture and writes a line; what is no picture is refused with what would be right."""
    good, bad = tmp_path / "logo.png", tmp_path / "bad.png"
    Image.new("RGB", (600, 200), "#1F4E9E").save(good)
    bad.write_bytes(b"no picture")
    with serve(tmp_path, real_summaries) as server:
        present(page, f"{server.url}/present")
        page.get_by_role("button", name="Look").click()
        page.get_by_label("Your name").fill("Anna")
        page.get_by_label("Funding line").fill("Funded by the European Union")
        page.get_by_label("Funding line").press("Enter")
        expect(page.get_by_text("The funding line is kept.")).to_be_visible()
        page.locator("input[type=file]").nth(0).set_input_files(good)
        expect(page.get_by_role("button", name="Take away")).to_be_visible(timeout=60_000)
        page.locator("input[type=file]").nth(1).set_input_files(bad)
        expect(page.get_by_text("bad.png: This is no picture that can be read.", exact=False)).to_be_visible(
            timeout=60_000
        )
        page.keyboard.press("Escape")
        expect(page.get_by_test_id("stPopoverBody")).to_have_count(0)
        settle(page)
        with page.expect_download() as download:
            page.get_by_role("button", name="Briefing (PowerPoint)", exact=True).click()
    deck = Presentation(io.BytesIO(Path(download.value.path()).read_bytes()))
    assert {"Logo", "funding"} <= {shape.name for shape in deck.slides[0].shapes}


@pytest.mark.browser
def test_no_slide_overflows_the_screen(page: Page, dashboard: Server) -> None:
    """Nothing is wider than the screen, and beyond a phone, where slides are scrolled, nothing is higher.

    Each slide is turned to on one screen and laid out again for the others.
    """
    present(page, f"{dashboard.url}/present")
    last = int(place(page).inner_text().split("/")[1])
    for at, number in enumerate((*range(1, 9), 12, last - 2, last - 1, last)):
        sizes = SIZES[at % 3 :] + SIZES[: at % 3]
        for width, height in sizes:
            page.set_viewport_size({"width": width, "height": height})
            if (width, height) == sizes[0]:
                turn(page, f"{dashboard.url}/present?slide={number}", re.compile("."))
                expect(place(page)).to_have_text(re.compile(f"^{number} / "))
            settle(page, 600)
            shoot(page, f"present-{width}-{number}")
            wait_until(page, "document.documentElement.scrollWidth <= innerWidth")
            if width > 640:
                wait_until(page, "document.querySelector('[data-testid=stMain]').scrollHeight <= innerHeight")


@pytest.mark.browser
@pytest.mark.parametrize("page", [(640, 400)], indirect=True)
def test_at_twice_the_size_the_small_print_can_be_scrolled_above_the_bar(page: Page, dashboard: Server) -> None:
    """At 200 % a slide is higher than the screen; the notice of the United Nations is read at its end all the same."""
    present(page, f"{dashboard.url}/present?slide=4")
    page.get_by_test_id("stMain").evaluate("one => one.scrollTo(0, one.scrollHeight)")
    note, bar = page.locator(".slide-note").bounding_box(), page.locator(".st-key-slide-bar").bounding_box()
    assert note is not None
    assert bar is not None
    assert note["y"] + note["height"] <= bar["y"]
