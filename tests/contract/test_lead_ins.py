from __future__ import annotations

import pytest

from server.contract.lead_ins import find_lead_ins
from server.contract.sections import read_sections
from tests.contract.drafting import paragraphs


def test_list_items_know_the_line_they_continue() -> None:
    lines = paragraphs("2.3 The Contractor shall:", "(a) attend;", "(b) report.", "2.4 The Client shall pay.")
    assert find_lead_ins(lines, read_sections(lines)) == (None, 0, 0, None)


def test_bullets_know_the_line_they_continue() -> None:
    lines = paragraphs("You will:", "• attend;", "• report.", "We will pay you.")
    assert find_lead_ins(lines, read_sections(lines)) == (None, 0, 0, None)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["1. Duties", "The Consultant shall:", "(a) write code;", "(b) test it."], [None, None, 1, 1]),
        (["1. Duties", "The Consultant agrees to", "(a) write code;", "(b) test it."], [None, None, 1, 1]),
        (["1. Duties", "1.1 The Consultant agrees to:", "(a) write code;", "(b) test it."], [None, None, 1, 1]),
        (["The Consultant shall", "a) write code", "b) test it"], [None, 0, 0]),
        (["The Client will pay for", "- travel", "- hotels", "Nothing else is paid."], [None, 0, 0, None]),
        (
            ["Confidential Information does not include information that", "(a) is public;", "(b) was known; or", "(c) was developed."],
            [None, 0, 0, 0],
        ),
        (["You agree to the following", "1) work hard", "2) be kind"], [None, 0, 0]),
        (["The Supplier warrants that", "(a) it may sign;", "(b) the work is new."], [None, 0, 0]),
        (
            ["Each party represents and warrants to the other that, as of the date hereof,", "(a) it may sign; and", "(b) it will."],
            [None, 0, 0],
        ),
        (["The fees are as follows", "• design: $500", "• build: $900"], [None, 0, 0]),
        (["2. The Agency shall —", "(a) brief; and", "(b) pay."], [None, 0, 0]),
        (["The Consultant undertakes to –", "(a) work;", "(b) report."], [None, 0, 0]),
        (
            [
                "The Client may end this agreement if:",
                "(a) the Freelancer is late; or",
                "(b) the Freelancer is ill.",
                "The Freelancer may do so at any time.",
            ],
            [None, 0, 0, None],
        ),
        (["The Consultant shall:-", "(a) work;", "(b) report."], [None, 0, 0]),
        (["The Consultant shall do the following things:", "1. write code", "2. test it"], [None, 0, 0]),
        (["1. Services", "The Supplier provides hosting.", "2. Fees", "The Client pays."], [None, None, None, None]),
        (["The Consultant writes code.", "(a) Fees are due.", "(b) Term is a year."], [None, None, None]),
        (["1.1 The Contractor agrees:", "1.1.1 to work;", "1.1.2 to report; and", "1.1.3 not to compete."], [None, 0, 0, 0]),
        (["8.1 The Supplier shall", "8.1.1 work;", "8.1.2 report."], [None, 0, 0]),
        (["4 Fees", "4.1 The Client pays the fees in", "(a) Schedule 1; and", "(b) Schedule 2."], [None, None, 1, 1]),
        (
            ["Recipient agrees that it will", "(1) hold it in confidence,", "(2) use it for the Purpose, and", "(3) return it."],
            [None, 0, 0, 0],
        ),
    ],
)
def test_a_line_that_breaks_off_leads_into_its_list(lines: list[str], expected: list[int | None]) -> None:
    text = paragraphs(*lines)
    assert list(find_lead_ins(text, read_sections(text))) == expected


def test_the_end_of_an_item_leads_into_nothing() -> None:
    text = paragraphs("The Client pays on demand; and", "(b) on delivery of the work.")
    assert find_lead_ins(text, read_sections(text)) == (None, None)
