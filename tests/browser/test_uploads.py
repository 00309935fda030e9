"""Files that cannot be taken in: each has its own clear message, leaves no trace, and the others go on."""

from __future__ import annotations

import io
import shutil
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
import requests
from playwright.sync_api import Page, expect
from reportlab.pdfgen.canvas import Canvas

from tests.browser.server import serve
from tests.browser.test_editing import WUXI, keep, upload
from tests.browser.walk import settle, visit
from tests.store.samples import packed, record
from ucap.store import Store
from ucap.store.unpacking import FILE_BYTES, FILE_COUNT

pytestmark = pytest.mark.only_looks

MEGABYTE = 2**20
TRACE = b"this must not be left anywhere"
REFUSED = {
    "large.txt": "larger than 20 MB",
    "empty.txt": "is empty",
    "picture.pdf": "This is a picture",
    "program.exe": "None of the rows of a U-CAP summary was found in it",
    "locked.pdf": "is protected by a password",
    "broken.zip": "The zip file is damaged",
    "bomb.txt": "grows beyond all measure when unpacked",
    "inner.zip": "a zip file inside a zip file",
}
"""Names as they are shown, and what is said of each; the last two come inside a zip file."""


def bad_zip() -> bytes:
    """A zip file with a bomb, another zip file, and a sound record whose name leads out of its folder."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", bytes(30 * MEGABYTE))
        archive.writestr("inner.zip", packed(a__txt=TRACE))
        archive.writestr("../../escaped.json", record("Guilin"))
    return buffer.getvalue()


def files(folder: Path) -> list[Path]:
    """Real files of every kind that is refused, and a sound one."""
    contents = {
        "large.txt": TRACE.ljust(FILE_BYTES + 1, b"."),
        "empty.txt": b"",
        "picture.pdf": b"\x89PNG\r\n\x1a\n" + TRACE,
        "program.exe": b"MZ\x90\x00" + TRACE,
        "broken.zip": b"PK\x03\x04" + TRACE,
        "bad.zip": bad_zip(),
    }
    folder.mkdir()
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    locked = Canvas(str(folder / "locked.pdf"), encrypt="secret")
    locked.drawString(72, 720, "City Wuxi")
    locked.save()
    shutil.copy(WUXI, folder)
    return sorted(folder.iterdir())


@pytest.mark.browser
def test_each_file_that_is_refused_is_named_with_its_reason_and_the_others_are_kept(
    page: Page, tmp_path: Path, real_summaries: Path
) -> None:
    """The sound documents of the same drop are kept; of the others nothing is, neither in the store nor beside it."""
    store_folder = tmp_path / "store" / "deep" / "down"
    store_folder.mkdir(parents=True)
    with serve(store_folder, real_summaries) as server:
        visit(page, f"{server.url}/add")
        upload(page, *files(tmp_path / "dropped"))
        expect(page.locator("table.summary").get_by_text("Cannot be read")).to_have_count(len(REFUSED))
        for name, reason in REFUSED.items():
            expect(page.locator("table.summary tr").filter(has_text=name)).to_contain_text(reason)
        page.get_by_role("button", name="Keep 2 documents").click()
        settle(page)
        expect(page.get_by_text("2 plans added.")).to_be_visible()
    store = Store.open(f"sqlite:///{store_folder / 'ucap.db'}", folder=None)
    assert {source.name for source in store.documents()} >= {"escaped.json", "wuxi.pdf"}
    assert len(store.documents()) == 4
    assert {path.name for path in (tmp_path / "store").rglob("*")} <= {"deep", "down", "server.log", *database_files()}
    assert not any(TRACE in path.read_bytes() for path in store_folder.iterdir())


def database_files() -> set[str]:
    return {"ucap.db", "ucap.db-wal", "ucap.db-shm"}


@pytest.mark.browser
def test_too_many_files_at_once_are_taken_in_up_to_the_limit(page: Page, tmp_path: Path, real_summaries: Path) -> None:
    """Files up to the limit go on; the first one beyond is named with what to do; a second drop joins the first."""
    dropped = tmp_path / "many.zip"
    dropped.write_bytes(packed(**{f"plan{number:03}__json": record() for number in range(FILE_COUNT + 1)}))
    with serve(tmp_path, real_summaries) as server:
        visit(page, f"{server.url}/add")
        upload(page, dropped)
        refused = page.locator("table.summary tr").filter(has_text=f"plan{FILE_COUNT}.json")
        expect(refused).to_contain_text("More than 200 files at once.")
        expect(page.get_by_role("button", name="Keep 1 document")).to_be_visible()
        upload(page, WUXI)
        expect(page.get_by_role("button", name="Keep 2 documents")).to_be_visible()


HOSTILE = sorted((Path(__file__).parents[1] / "data" / "hostile").iterdir())
REFUSED_HOSTILE = {
    "bomb.txt": "grows beyond all measure when unpacked",
    "json_ansi.json": "One value is wrong",
    "json_depth900.json": "more deeply than any summary",
    "pdf_flate2bomb.pdf": "Reading it",
}
"""Those of which nothing is read; the first comes inside a zip file."""
PATTERN = next(file for file in HOSTILE if file.name == "r_pattern.pdf")
"""It is read; drawing its page would never end."""
MOST_SECONDS = 30
"""How long others may wait for an answer on a machine that has other work, too; alone they wait for milliseconds."""


@pytest.mark.browser
def test_each_hostile_file_has_its_message_and_others_are_served_meanwhile(
    page: Page, tmp_path: Path, real_summaries: Path
) -> None:
    """Dropped at once on the real page, kept where they can be, and shown on the page and by the API afterwards."""
    with serve(tmp_path, real_summaries) as server:
        visit(page, f"{server.url}/add")
        with others(server.url) as waited:
            upload(page, *[file for file in HOSTILE if file != PATTERN])
            for name, reason in REFUSED_HOSTILE.items():
                expect(page.locator("table.summary tr").filter(has_text=name)).to_contain_text(reason)
            expect(page.get_by_role("button", name="Keep 6 documents")).to_be_visible()
            keep(page)
            upload(page, PATTERN)
            keep(page)
            assert_page_is_not_drawn_for_ever(page, server.url)
        for door in ("plans", "plans/dezhou", "plans/evil", "frames/plans", "geojson", "exports/csv", "exports/html"):
            assert requests.get(f"{server.url}/api/{door}", timeout=60).status_code == 200, door
    assert len(waited) > 3
    assert max(waited) < MOST_SECONDS


def assert_page_is_not_drawn_for_ever(page: Page, url: str) -> None:
    visit(page, f"{url}/plans?open=dezhou&field=/cities/0/name")
    expect(page.get_by_text("The page cannot be shown. Reading it took longer than 10 seconds")).to_be_visible()
    expect(page.get_by_role("button", name="Original file")).to_be_visible()


@contextmanager
def others(url: str) -> Iterator[list[float]]:
    """Other visitors who ask again and again during the block; how many seconds each waited for an answer."""
    waited: list[float] = []
    is_over = Event()

    def ask() -> None:
        while not is_over.wait(0.5):
            began = time.monotonic()
            assert requests.get(f"{url}/api/plans", timeout=60).status_code == 200
            waited.append(time.monotonic() - began)

    with ThreadPoolExecutor(1) as thread:
        asking = thread.submit(ask)
        try:
            yield waited
        finally:
            is_over.set()
        asking.result()
