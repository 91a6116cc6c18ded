"""Draws assets/icon-*.png from assets/icon.svg, in the sizes that Office asks for: `.venv/bin/python addin/make_icons.py`.

Needs the development tools and chromium. The small sizes are drawn from the same source: its strokes are whole pixels at 16.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

ASSETS = Path(__file__).parent / "assets"
SIZES = (16, 32, 64, 80, 128)


def make_icons(folder: Path) -> None:
    """Write one PNG for each size into the folder, transparent around the drawing."""
    source = (ASSETS / "icon.svg").read_text("utf-8")
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for size in SIZES:
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(f"<style>html,body{{margin:0}}svg{{display:block;width:{size}px;height:{size}px}}</style>{source}")
            page.screenshot(path=folder / f"icon-{size}.png", omit_background=True)
        browser.close()


if __name__ == "__main__":
    make_icons(ASSETS)
