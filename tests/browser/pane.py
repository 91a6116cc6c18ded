"""The pane as a person uses it: what a test says reads as what a user does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect


class Pane:
    """One page with the pane in it."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def open(self, path: str = "/") -> Pane:
        self.page.goto(self.url + path)
        expect(self.page.locator("body")).not_to_have_attribute("data-phase", "starting")
        return self

    def drop(self, file: Path) -> Pane:
        """Choose a file, and wait for its review or for what went wrong."""
        self.page.locator("#file").set_input_files(file)
        self.settle()
        return self

    def settle(self) -> None:
        self.page.locator("body[data-phase=reviewed], #problem .bar").first.wait_for(state="attached", timeout=60_000)

    @property
    def cards(self) -> Locator:
        return self.page.locator(".card")

    def card(self, finding: str) -> Locator:
        return self.page.locator(f"#finding-{finding}")

    def state(self, finding: str) -> str | None:
        return self.card(finding).get_attribute("data-state")

    def ids(self) -> list[str]:
        return [str(each).removeprefix("finding-") for each in self.cards.evaluate_all("cards => cards.map(card => card.id)")]

    def show_all(self) -> None:
        """Unfold the last group, which is folded at first."""
        for button in self.page.locator('.group button[aria-expanded="false"]').all():
            if button.is_visible():
                button.click()

    def unfold(self, finding: str) -> Locator:
        """The finding's card, open, its wording in step with what is chosen."""
        card = self.card(finding)
        if not card.is_visible():
            self.show_all()
        head = card.locator(".card-head")
        if head.get_attribute("aria-expanded") == "false":
            head.click()
            expect(card.locator("[aria-busy=true]")).to_have_count(0)
        return card

    def unfold_inserted(self, finding: str) -> Locator:
        """The card of what is in already, open; there is no wording to ask for."""
        head = self.card(finding).locator(".card-head")
        if head.get_attribute("aria-expanded") == "false":
            head.click()
        return self.card(finding)

    def insert(self, finding: str) -> None:
        card = self.unfold(finding)
        card.get_by_role("button", name="Insert", exact=True).click()
        expect(card).to_have_attribute("data-state", "inserted")

    def insert_musts(self) -> None:
        self.page.locator("#musts").click()
        expect(self.page.locator("#all-musts")).to_be_visible(timeout=60_000)

    def dismiss(self, finding: str, reason: str) -> None:
        card = self.unfold(finding)
        card.get_by_role("button", name="Dismiss").click()
        card.locator("select").select_option(reason)
        card.get_by_role("button", name="Dismiss").click()
        expect(card).to_have_attribute("data-state", "dismissed")

    def tab(self, name: str) -> None:
        self.page.get_by_role("tab", name=name).click()

    def export(self, kind: str, folder: Path) -> Path:
        """Download one of the files of the Export tab."""
        self.tab("Export")
        with self.page.expect_download(timeout=60_000) as waiting:
            self.page.locator(f"#save-{kind}").click()
        into = folder / waiting.value.suggested_filename
        waiting.value.save_as(into)
        return into

    def violations(self, axe: str) -> list[dict[str, Any]]:
        """What the accessibility checker finds wrong; empty is right."""
        self.page.evaluate(axe)
        found = self.page.evaluate("async () => (await axe.run(document, {resultTypes: ['violations']})).violations")
        return [{"rule": each["id"], "nodes": [node["html"][:120] for node in each["nodes"]]} for each in found]
