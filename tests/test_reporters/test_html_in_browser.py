"""The HTML page in a real browser, where one is installed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from peerlint.finding import RunReport
from peerlint.reporters.html import render

sync_api = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")


@pytest.fixture
def page(report: RunReport, tmp_path: Path) -> Iterator[sync_api.Page]:
    path = tmp_path / "report.html"
    path.write_text(render(report), encoding="utf-8")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.on("console", lambda message: pytest.fail(message.text))
        page.goto(path.as_uri())
        yield page
        browser.close()


def test_click_opens_the_note_and_escape_closes_it(page: sync_api.Page) -> None:
    note = page.locator("#d0b1s0")
    assert not note.is_visible()
    page.get_by_role("button", name="Administer evening medications").click()
    assert note.is_visible()
    page.keyboard.press("Escape")
    assert not note.is_visible()


def test_keyboard_alone_reaches_and_opens_a_note(page: sync_api.Page) -> None:
    page.get_by_role("checkbox").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#d0b1s0").is_visible()


def test_category_filter_hides_its_findings_and_counts_the_rest(page: sync_api.Page) -> None:
    page.get_by_label("power-imbalance").uncheck()
    assert page.get_by_role("status").text_content() == "2 of 3 shown"
    assert page.get_by_role("button", name="Administer").is_disabled()
    assert page.get_by_role("button", name="addicts").is_enabled()


def test_print_shows_every_note(page: sync_api.Page) -> None:
    page.emulate_media(media="print")
    assert page.locator("#d0b1s0").is_visible()
    assert not page.locator("fieldset").is_visible()


@pytest.mark.parametrize("width", [360, 1200])
def test_page_does_not_scroll_sideways(page: sync_api.Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
