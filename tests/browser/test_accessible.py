"""Everyone can use the pane: checked by axe-core in every view, at every width, in every theme."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.contracts import marked_up
from tests.browser.pane import Pane

LOOKS: list[dict[str, Any]] = [
    {"viewport": {"width": 320, "height": 800}, "color_scheme": "light"},
    {"viewport": {"width": 450, "height": 800}, "color_scheme": "dark"},
    {"viewport": {"width": 1400, "height": 900}, "color_scheme": "light"},
    {"viewport": {"width": 1400, "height": 900}, "color_scheme": "dark"},
]


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look['viewport']['width']}-{look['color_scheme']}")
def test_no_view_has_a_barrier(browser: Browser, server: str, axe: str, tmp_path: Path, look: dict[str, Any]) -> None:
    file = tmp_path / "contract.docx"
    file.write_bytes(marked_up())
    context = browser.new_context(**look)
    pane = Pane(context.new_page(), server).open()
    page = pane.page
    found = {"empty": pane.violations(axe)}
    pane.drop(file)
    first = pane.unfold(pane.ids()[0])
    first.get_by_role("button", name="Edit wording").click()
    page.locator("#more-filters summary").click()
    pane.show_all()
    found["findings"] = pane.violations(axe)
    pane.insert(pane.ids()[1])
    last = pane.unfold(pane.ids()[-1])
    last.get_by_role("button", name="Dismiss").click()
    found["dismissing"] = pane.violations(axe)
    for tab in ("Document", "Export", "Settings"):
        if page.get_by_role("tab", name=tab).is_visible():
            pane.tab(tab)
            found[tab] = pane.violations(axe)
    context.close()
    assert {view: wrong for view, wrong in found.items() if wrong} == {}


def test_at_320_pixels_nothing_is_cut_off(browser: Browser, server: str, tmp_path: Path) -> None:
    file = tmp_path / "contract.docx"
    file.write_bytes(marked_up())
    context = browser.new_context(viewport={"width": 320, "height": 800})
    pane = Pane(context.new_page(), server).open().drop(file)
    pane.unfold(pane.ids()[0])
    for tab in ("Findings", "Document", "Export", "Settings"):
        pane.tab(tab)
        wide = pane.page.evaluate("[document.documentElement.scrollWidth, document.querySelector('#tabs').scrollWidth]")
        assert max(wide) <= 320, tab
    context.close()


def test_in_high_contrast_changes_and_states_are_told_apart_without_colour(browser: Browser, server: str, tmp_path: Path) -> None:
    file = tmp_path / "contract.docx"
    file.write_bytes(marked_up())
    context = browser.new_context(forced_colors="active", viewport={"width": 450, "height": 800})
    pane = Pane(context.new_page(), server).open().drop(file)
    pane.insert(pane.ids()[0])
    card = pane.card(pane.ids()[0])
    lines = card.locator(".redline").evaluate(
        "block => ['del', 'ins'].map(tag => block.querySelector(tag)).filter(Boolean).map(each => getComputedStyle(each).textDecorationLine)"
    )
    assert lines and set(lines) <= {"line-through", "underline"}
    expect(card.locator(".state")).to_have_text("Inserted")
    assert card.evaluate("each => getComputedStyle(each).borderTopWidth") != "0px"
    context.close()


def test_focus_is_seen_and_goes_in_the_order_of_reading(browser: Browser, server: str, tmp_path: Path) -> None:
    file = tmp_path / "contract.docx"
    file.write_bytes(marked_up())
    context = browser.new_context(viewport={"width": 450, "height": 900})
    page = Pane(context.new_page(), server).open().drop(file).page
    tops: list[float] = []
    page.locator("#tab-findings").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => {
                const focus = document.activeElement;
                return {top: focus.getBoundingClientRect().top + scrollY, outline: getComputedStyle(focus).outlineStyle, id: focus.id || focus.className};
            }"""
        )
        assert seen["outline"] != "none" or seen["id"] == "kind", seen
        tops.append(seen["top"])
    assert all(later >= earlier - 40 for earlier, later in itertools.pairwise(tops)), tops
    context.close()
