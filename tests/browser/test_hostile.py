"""Whatever documents and addresses say, pages show it as text: nothing is drawn, run, linked or asked for."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
import requests
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import test_pages
from tests.browser.server import Server, serve
from tests.browser.test_editing import keep, say_name, upload
from tests.browser.test_present import present
from tests.browser.walk import settle, shoot, turn, visit, wait_until
from tests.effort import IS_ENDURANCE
from tests.hostile import HOST, MARKS, SHORT_TEXT, SOURCE, TEXT, hostile_record

pytestmark = [pytest.mark.browser, pytest.mark.only_looks]

OBEYED = """([marks, host, source]) => {
    const found = []
    const text = document.body.innerText
    // The host that would be asked: an address of this server may hold a filter of any text.
    const goesTo = (asked) => URL.canParse(asked, location) ? new URL(asked, location).host : asked
    for (const one of document.body.querySelectorAll("*")) {
        const said = one.textContent.trim()
        // A passage that was read is marked, whatever it says.
        if (marks.includes(said) && one.tagName !== "MARK") found.push(one.outerHTML)
        for (const name of ["href", "src", "srcset", "xlink:href", "action", "data"]) {
            const asked = one.getAttribute(name) ?? ""
            const isLink = one.tagName === "A" && name === "href" && asked === source
            if (!isLink && (goesTo(asked).includes(host) || asked.startsWith("javascript:"))) found.push(one.outerHTML)
        }
    }
    for (const drawn of [".katex", "[aria-label='skull icon']", "[alt='Streamlit logo']"])
        if (document.querySelector(drawn)) found.push(drawn)
    for (const changed of ["💀", "→ fro", "fro —", ":color[", ":material_", "\\\\<", "\\\\*", "\\\\["])
        if (text.includes(changed)) found.push(`${changed} in ${text}`)
    if (window.obeyed) found.push(`script ${window.obeyed}`)
    return found
}"""
FOUND = "plans?open=evil&field=/objectives/0"
"""Where the first record of this kind made the browser ask a foreign host, by its sources."""
EVIL = Path(__file__).parents[1] / "data" / "hostile" / "evil.json"
FILE_NAME = ":skull: <b>MARKA<b> **MARKB** :red[MARKD] $MARKE$ ![x](y) www.evil.example"
DOCUMENT = f"""IUC Urban Cooperation Action Plan (U-CAP) Summary

City:\tPanjin\tRome
Province, State, Department...:\t{TEXT}\t{TEXT}
Country:\tChina\tItaly
Period of cooperation\tNovember 2019 until November 2020 {TEXT}
Cooperation Themes:\t{TEXT}
Related SDGs and Urban Agenda topics:\tSDG8 {TEXT}
Key focus of cooperation themes:\t{TEXT}
Key challenges of cooperation theme:\t{TEXT}
Main objectives of cooperation as described in the U-CAP:\t{TEXT}
Short description of main activities and key outputs (e.g. pilot projects):\tMay 2019: {TEXT}
Expected results and benefits:\t{TEXT}

For further information (including access to the full U-CAP), please contact:
{TEXT}
"""


def assert_all_is_text(page: Page) -> None:
    """Nothing that stands in a document has become markup on the page as it is shown."""
    assert page.evaluate(OBEYED, [MARKS, HOST, SOURCE]) == []


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A dashboard of hostile documents: records, a text, and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("hostile")
    plans = folder / "plans"
    plans.mkdir()
    shutil.copy(EVIL, plans)
    for name in ("every", "worse"):
        (plans / f"{name}.json").write_text(json.dumps(hostile_record(name)), encoding="utf-8")
    (plans / "short.json").write_text(json.dumps(hostile_record("short", SHORT_TEXT)), encoding="utf-8")
    (plans / f"{FILE_NAME}.txt").write_text(DOCUMENT, encoding="utf-8")
    (plans / f"{FILE_NAME}.json").write_text(json.dumps({TEXT: TEXT}), encoding="utf-8")
    with serve(folder, plans, is_first_start=True) as server:
        yield server


def test_the_page_that_judges_sees_what_is_obeyed(page: Page) -> None:
    """The judge of these tests finds an element that stands for a mark, and one that would ask the host."""
    page.set_content(f"<body><p>a <b>MARKA</b> <a href='http://{HOST}/x'>b</a> 💀</p></body>")
    assert len(page.evaluate(OBEYED, [MARKS, HOST, SOURCE])) == 3


PAGES = {
    **test_pages.PAGES,
    "plans?open=every": re.compile("MARKA.*title"),
    "plans?open=panjin": re.compile("^Panjin"),
    FOUND: re.compile("window.PWN"),
}
"""Each page with its heading."""


def test_each_page_and_tab_shows_hostile_text_as_text(page: Page, hostile: Server) -> None:
    visit(page, f"{hostile.url}/add")
    assert_all_is_text(page)
    for path, heading in PAGES.items():
        turn(page, f"{hostile.url}/{path}", heading)
        assert_all_is_text(page)
        shoot(page, f"hostile-{path.replace('?', '-') or 'overview'}")
        for tab in page.get_by_role("tab").all():
            tab.click()
            settle(page)
            assert_all_is_text(page)
            shoot(page, f"hostile-{tab.inner_text()}")


def test_each_value_of_a_record_is_its_text_beside_what_the_document_says(page: Page, hostile: Server) -> None:
    """The buttons of the record say the very text; opening one shows notes as text, and one source as a link."""
    visit(page, f"{hostile.url}/plans?open=every&field=/objectives/0")
    expect(page.get_by_role("button", name=f"{TEXT} /objectives/0", exact=True)).to_be_visible()
    expect(page.get_by_role("heading", name=f"{TEXT} /title", exact=True)).to_be_visible()
    document = page.locator(".st-key-document")
    expect(document.get_by_text(f"{TEXT} /notes/0", exact=True)).to_be_visible()
    expect(document.locator("a[target]")).to_have_count(1)
    expect(document.get_by_role("link", name=SOURCE, exact=True)).to_have_attribute("href", SOURCE)
    assert_all_is_text(page)
    page.get_by_text("Correct this value").click()
    assert_all_is_text(page)
    turn(page, f"{hostile.url}/plans?open=panjin&field=/objectives/0", PAGES["plans?open=panjin"])
    page.get_by_text("The whole text").click()
    expect(page.locator(".document")).to_contain_text("<script>window.obeyed=3")
    assert_all_is_text(page)
    shoot(page, "hostile-document")


OPENERS = ("figure_", "table_", "evidence_", "picture_")
"""How the keys of buttons begin that open a window: those of one beginning open it by the same code."""


def openers(page: Page) -> list[Locator]:
    """A button of each beginning; in `make endure` all buttons."""
    found = [page.locator(f'[class*="st-key-{name}"]:has(button)').all() for name in OPENERS]
    return [button for buttons in found for button in (buttons if IS_ENDURANCE else buttons[:1])]


def test_each_dialog_shows_hostile_text_as_text(page: Page, hostile: Server) -> None:
    """Key figures, tables, passages and pictures of charts, and the menu of files."""
    visit(page, f"{hostile.url}/add")
    opened = 0
    for path in ("", "coverage", "timeline"):
        turn(page, f"{hostile.url}/{path}", PAGES[path])
        page.get_by_role("button", name="Export").click()
        assert_all_is_text(page)
        page.keyboard.press("Escape")
        for opener in openers(page):
            opener.get_by_role("button").click()
            expect(page.get_by_role("dialog")).to_be_visible()
            settle(page)
            assert_all_is_text(page)
            shoot(page, f"hostile-dialog-{path}")
            page.keyboard.press("Escape")
            expect(page.get_by_role("dialog")).to_have_count(0)
            opened += 1
    assert opened > len(OPENERS)


def test_filters_of_hostile_values_show_them_as_text(page: Page, hostile: Server) -> None:
    """What is applied, its tips, what can be chosen, and what an address asks for in vain."""
    city = quote(f"{TEXT} /cities/0/name")
    visit(
        page, f"{hostile.url}/?city={city}&q={quote(TEXT)}&theme={quote(TEXT)}&goal={quote(TEXT)}&stated={quote(TEXT)}"
    )
    ignored = page.get_by_test_id("stAlert").first
    for name in ("Theme", "Goal"):
        expect(ignored).to_contain_text(f"The data has no “{TEXT}” for the filter {name}.")
    expect(ignored).to_contain_text("” is neither yes nor no, as “stated” must be.")
    assert_all_is_text(page)
    applied = page.locator('[data-part="chips"]').get_by_role("button")
    expect(applied).not_to_have_count(0)
    assert applied.count() >= 3
    shoot(page, "hostile-filters")
    turn(page, hostile.url, PAGES[""])
    for name in ("Chinese city", "Province", "European city", "Country", "Theme"):
        page.get_by_role("combobox", name=name).click()
        expect(page.get_by_role("option").first).to_be_visible()
        assert_all_is_text(page)
        page.keyboard.press("Escape")


def test_each_slide_shows_hostile_text_as_text(page: Page, hostile: Server) -> None:
    present(page, f"{hostile.url}/present")
    count = int(page.locator("[data-part=place]").inner_text().split("/")[1])
    assert count > 5
    for number in range(1, count + 1):
        expect(page.locator("[data-part=place]")).to_have_text(f"{number} / {count}")
        settle(page)
        assert_all_is_text(page)
        shoot(page, f"hostile-slide-{number}")
        page.keyboard.press("ArrowRight")


def test_the_report_shows_hostile_text_as_text(page: Page, hostile: Server, tmp_path: Path) -> None:
    """The file that is downloaded, opened in a browser."""
    report = tmp_path / "report.html"
    report.write_bytes(requests.get(f"{hostile.url}/api/exports/html", timeout=60).content)
    page.goto(report.as_uri())
    page.wait_for_selector(".plotly-graph-div .main-svg")
    for summary in page.locator("summary").all():
        summary.click()
    assert TEXT.split()[0] in page.locator("body").inner_text()
    assert_all_is_text(page)


@pytest.mark.parametrize(
    "path", ["", "plans", "api/plans", "api/nothing", "_stcore/health", "static/nothing.js", "add"]
)
def test_each_answer_says_what_a_browser_may_do(hostile: Server, path: str) -> None:
    """Pages, files, the interface and errors alike; no other host, no frame, no code made of text."""
    headers = requests.get(f"{hostile.url}/{path}", timeout=60).headers
    policy = headers["Content-Security-Policy"]
    rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split("; ")}
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == ["'self'"]
    assert rules["frame-ancestors"] == rules["object-src"] == ["'none'"]
    assert [one for one in rules["script-src"] if one.startswith("'unsafe")] == []
    assert "http:" not in policy
    assert "*" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_what_got_onto_a_page_in_spite_of_all_asks_nobody(browser: Browser, hostile: Server) -> None:
    """The second wall: the browser stops an image, a script, a style and a frame that were put into the page."""
    context = browser.new_context()
    asked: list[str] = []
    context.route(f"http://{HOST}/**", lambda route: (asked.append(route.request.url), route.abort()))
    page = context.new_page()
    page.set_default_timeout(60_000)
    visit(page, f"{hostile.url}/plans")
    page.evaluate(
        f"""() => {{
        window.stopped = new Set()
        document.addEventListener("securitypolicyviolation", one => window.stopped.add(one.effectiveDirective))
        document.body.insertAdjacentHTML("beforeend", `<img src="http://{HOST}/i.png" onerror="window.obeyed = 1">
            <iframe src="http://{HOST}/f"></iframe><link rel="stylesheet" href="http://{HOST}/c.css">`)
        const script = document.createElement("script")
        script.textContent = "window.obeyed = 2"
        document.body.append(script)
        fetch("http://{HOST}/fetched").catch(() => 0)
        }}"""
    )
    wait_until(page, "window.stopped.size >= 5")  # image, frame, style, script and connection
    assert page.evaluate("window.obeyed") is None
    assert asked == []
    context.close()


def test_what_is_added_corrected_and_withdrawn_is_text(page: Page, tmp_path: Path, real_summaries: Path) -> None:
    """From the first look at a file, by its name and what was read, to the reason of a withdrawal and the log."""
    record, newer = hostile_record("evil"), hostile_record("evil")
    newer["focus"] = [f"{TEXT} newer"]
    paths = []
    for name, content in ((FILE_NAME, record), (f"{FILE_NAME} 2", newer), (f"{FILE_NAME} 3", {TEXT: TEXT})):
        paths.append(tmp_path / f"{name}.json")
        paths[-1].write_text(json.dumps(content), encoding="utf-8")
    with serve(tmp_path, real_summaries) as server:
        visit(page, f"{server.url}/add")
        for path in paths:
            upload(page, path)
            assert_all_is_text(page)
            if path != paths[2]:
                page.locator('[class*="st-key-read_"] summary').click()
                settle(page)
                assert_all_is_text(page)
                keep(page)
                assert_all_is_text(page)
        shoot(page, "hostile-added")
        visit(page, f"{server.url}/plans?open=evil&field=/objectives/0")
        page.get_by_text("Correct this value").click()
        page.get_by_label("What is right").fill(f"{TEXT} corrected")
        page.get_by_label("Reason").locator("visible=true").first.fill(TEXT)
        say_name(page)
        page.get_by_role("button", name="Save correction", exact=True).click()
        settle(page)
        expect(page.get_by_text(f"{TEXT} corrected").first).to_be_visible()
        assert_all_is_text(page)
        card = page.locator('[class*="st-key-correction_"]')
        card.get_by_text("Withdraw", exact=True).click()
        card.get_by_label("Reason").fill(TEXT)
        card.get_by_role("button", name="Withdraw the correction").click()
        settle(page)
        expect(card.get_by_text("Withdrawn by")).to_be_visible()
        assert_all_is_text(page)
        shoot(page, "hostile-corrected")
        page.get_by_role("tab", name="Findings").click()
        page.get_by_text("Dismiss", exact=True).first.click()
        finding = page.locator('[class*="st-key-finding_"]').first
        finding.get_by_label("Reason").fill(TEXT)
        finding.get_by_role("button", name="Dismiss the finding").click()
        settle(page)
        assert_all_is_text(page)
        page.get_by_role("tab", name="History").click()
        assert_all_is_text(page)
        shoot(page, "hostile-history")
        visit(page, f"{server.url}/findings")
        page.get_by_role("tab", name="Corrections").click()
        assert_all_is_text(page)
