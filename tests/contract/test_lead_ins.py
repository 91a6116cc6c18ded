from __future__ import annotations

from server.contract.lead_ins import find_lead_ins
from server.contract.sections import read_sections
from tests.contract.drafting import paragraphs


def test_list_items_know_the_line_they_continue() -> None:
    lines = paragraphs("2.3 The Contractor shall:", "(a) attend;", "(b) report.", "2.4 The Client shall pay.")
    assert find_lead_ins(lines, read_sections(lines)) == (None, 0, 0, None)


def test_bullets_know_the_line_they_continue() -> None:
    lines = paragraphs("You will:", "• attend;", "• report.", "We will pay you.")
    assert find_lead_ins(lines, read_sections(lines)) == (None, 0, 0, None)
