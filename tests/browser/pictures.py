"""The pictures of the README: `python -m tests.browser.pictures` takes them anew (chromium; fonts-open-sans stands in for Segoe UI;
LibreOffice, poppler and the shared corpus for the page of a redline).

`convert FILE -strip +dither -colors 160 PNG8:FILE` (imagemagick) makes them small.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.conftest import FLAGS, start_server
from tests.browser.contracts import consulting
from tests.browser.pane import Pane
from tests.conftest import ROOT, SHARED, need_program

# a public contract and the page of its redline that is shown: from one heading to the next
PUBLIC = SHARED / "corpus" / "contracts" / "open-agreements__common-paper-independent-contractor-agreement.docx"
FROM, TO = ("3.", "Intellectual"), ("4.", "Term")
DPI = 100
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


def take_redline(into: Path) -> None:
    """docs/redline.png: one section of a public contract as LibreOffice draws its tracked changes."""
    with tempfile.TemporaryDirectory() as folder:
        marked = Path(folder) / "marked.docx"
        command = [
            "redline",
            str(PUBLIC),
            "-o",
            str(marked),
            "--select",
            "must",
            "--no-comments",
            "--author",
            "Jane Roe",
            "--date",
            "2026-11-22",
        ]
        subprocess.run([sys.executable, "-m", "server", *command], cwd=ROOT, check=True)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        office = [need_program("soffice"), "--headless", "--norestore", profile, "--convert-to", "pdf", "--outdir", folder, str(marked)]
        subprocess.run(office, check=True, capture_output=True)
        pdf = marked.with_suffix(".pdf")
        page, top, bottom = section_of(pdf)
        left, width = round(36 * DPI / 72), round(540 * DPI / 72)
        area = ["-x", str(left), "-y", str(top), "-W", str(width), "-H", str(bottom - top)]
        draw = [need_program("pdftoppm"), "-png", "-r", str(DPI), "-f", str(page), "-l", str(page), "-singlefile", *area]
        subprocess.run([*draw, str(pdf), str(into / "redline")], check=True)


def section_of(pdf: Path) -> tuple[int, int, int]:
    """The page that the section stands on, and its upper and lower edge in pixels."""
    shown = subprocess.run([need_program("pdftotext"), "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    for number, page in enumerate(shown.split("<page ")[1:], 1):
        words = re.findall(r'yMin="([\d.]+)"[^>]*>([^<]*)<', page)
        pairs = {(one, next_one): float(y) for (y, one), (_, next_one) in pairwise(words)}
        if FROM in pairs and TO in pairs:
            top, bottom = (round(pairs[heading] * DPI / 72) for heading in (FROM, TO))
            return number, top - 6, bottom + 22
    raise AssertionError("no page holds the whole section")


def open_page(browser: Browser, width: int, height: int, scheme: str) -> Page:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    context.set_default_timeout(60_000)
    expect.set_options(timeout=60_000)
    return context.new_page()


def named(pane: Pane, title: str) -> str:
    return str(pane.page.locator(".card", has_text=title).first.get_attribute("id")).removeprefix("finding-")


def main() -> None:
    take_redline(ROOT / "docs")
    running = start_server()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=need_program("chromium"), args=FLAGS)
        take_pictures(running.url, browser, ROOT / "docs")
        browser.close()
    running.stop()


if __name__ == "__main__":
    main()
