"""The pictures of the README: `python -m tests.browser.pictures` takes them anew (chromium; fonts-open-sans stands in for Segoe UI).

`convert FILE -strip +dither -colors 160 PNG8:FILE` (imagemagick) makes them small.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.conftest import FLAGS, start_server
from tests.browser.contracts import consulting
from tests.browser.pane import Pane
from tests.conftest import ROOT, need_program

NARROW = [(320, "light"), (320, "dark"), (450, "light"), (450, "dark")]


def take_pictures(url: str, browser: Browser, into: Path) -> None:
    """docs/pane-*.png: the pane as narrow and as wide as Word makes it, and the page with the document beside it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "Nomad agreement.docx"
        file.write_bytes(consulting(model="machine learning models"))
        for width, scheme in NARROW:
            page = open_page(browser, width, 920, scheme)
            pane = Pane(page, url).open().drop(file)
            pane.insert(pane.ids()[0])
            pane.unfold(named(pane, "Work made for hire"))
            pane.card(pane.ids()[0]).locator(".card-head").click()
            page.locator(".group").first.scroll_into_view_if_needed()
            page.evaluate("scrollTo(0, document.querySelector('.filters').getBoundingClientRect().top - 92)")
            page.mouse.move(0, 0)
            page.screenshot(path=into / f"pane-{width}-{scheme}.png")
            page.context.close()
        page = open_page(browser, 1400, 860, "light")
        pane = Pane(page, url).open().drop(file)
        pane.insert_musts()
        page.locator("#paper").evaluate("paper => paper.parentElement.scrollTo(0, 0)")
        page.screenshot(path=into / "pane-page.png")
        page.context.close()


def open_page(browser: Browser, width: int, height: int, scheme: str) -> Page:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    expect.set_options(timeout=60_000)
    return context.new_page()


def named(pane: Pane, title: str) -> str:
    return str(pane.page.locator(".card", has_text=title).first.get_attribute("id")).removeprefix("finding-")


def main() -> None:
    running = start_server()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=need_program("chromium"), args=FLAGS)
        take_pictures(running.url, browser, ROOT / "docs")
        browser.close()
    running.stop()


if __name__ == "__main__":
    main()
