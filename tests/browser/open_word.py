"""The pane inside Word: a real browser and server, and a Word that is played by fake_word/ with a real DOCX open in it."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.word_file import WordFile, open_word_file

FAKE = Path(__file__).parent / "fake_word"
SCRIPTS = ("document.js", "proxies.js", "xml.js", "office.js")
OFFICE = "https://appsforoffice.microsoft.com/**"
HARNESS = """<!doctype html><meta charset="utf-8"><title>host-word.js alone</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.js"></script>
<script type="module">
import { openWordHost } from "/js/host-word.js";
import { markingOf, rebase } from "/js/markings.js";
import { convertFindings } from "/js/offsets.js";
Object.assign(window, { host: await openWordHost(), markingOf, rebase, convertFindings, ready: true });
</script>"""


class OpenWord:
    """A page inside the fake Word, with one document open. faults: what a script of the pane failed of."""

    def __init__(self, page: Page, file: WordFile) -> None:
        self.page = page
        self.file = file
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if "Content Security Policy" in said.text else None)

    def texts(self, view: str) -> list[str]:
        """The body's paragraphs in the review's characters: as they read ("current"), or with this user's changes rejected ("rejected")."""
        found: list[str] = self.page.evaluate(f"window.fakeWord.texts({view!r})")
        return [text.translate({0x0B: "\n", 0x1E: "\u2011", 0x1F: "\u00ad", 0x02: None}) for text in found]

    def ask(self, expression: str, *given: Any) -> Any:
        return self.page.evaluate(expression, *given)

    def saved(self) -> bytes:
        """The document as a file, as it is now."""
        return self.file.saved(self.page.evaluate("JSON.stringify(window.fakeWord.state())"))


Open = Callable[..., OpenWord]


@pytest.fixture
def word(browser: Browser, server: str) -> Iterator[Open]:
    """word(data, path="/?host=word", **options): a page of the pane inside Word; the options are the fake's (see fake_word/)."""
    pages: list[OpenWord] = []

    def opened(data: bytes, path: str = "/?host=word", **options: Any) -> OpenWord:
        page = browser.new_page(viewport={"width": 450, "height": 900})
        file = open_word_file(data)
        pages.append(OpenWord(page, file))
        given = {"document": file.as_data(), "options": {"file": base64.b64encode(data).decode(), **options}}
        page.expose_function("fakeWordFile", lambda state: base64.b64encode(file.saved(state)).decode())
        page.add_init_script(f"window.__fakeWord = {json.dumps(given)};")
        script = "\n".join((FAKE / name).read_text("utf-8") for name in SCRIPTS)
        page.route(OFFICE, lambda route: route.fulfill(body=script, content_type="text/javascript"))
        page.route("**/harness", lambda route: route.fulfill(body=HARNESS, content_type="text/html"))
        page.goto(server + path)
        return pages[-1]

    yield opened
    for each in pages:
        each.page.close()
        assert each.faults == [], each.faults
