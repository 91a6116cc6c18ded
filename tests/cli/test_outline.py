"""The outline as it stands on a terminal of 80 columns."""

from __future__ import annotations

import io

from rich.console import Console, Group

from server.cli.outline import outline
from server.model import Contract, Finding, Span, Topic
from tests.contract.drafting import contract


def finding(paragraph: int, title: str, kind: str = "replace") -> Finding:
    return Finding("f1", ("a/b",), "a", kind, "high", "must", title, "", (), Span(paragraph, 0, 0), "")  # type: ignore[arg-type]


def shown(read: Contract, *findings: Finding) -> list[str]:
    console = Console(width=80, record=True, file=io.StringIO())
    console.print(Group(*outline(read, findings)))
    return [line.rstrip() for line in console.export_text().splitlines()]


CONTRACT = contract(
    "1. Services",
    "The Consultant shall work for the Client on the project described in the first schedule to this Agreement.",
    "2. Fees",
    "2.1 The Client shall pay the Consultant, and:",
    "(a) the fee is monthly;",
    "(b) late sums bear interest.",
)


def test_sections_stand_in_order_with_their_numbers() -> None:
    assert shown(CONTRACT)[0].split()[:2] == ["1", "Services"]
    assert any(line.startswith("2       Fees") for line in shown(CONTRACT))


def test_list_items_without_findings_are_folded_and_counted() -> None:
    assert "2       Fees  +3" in [line[:16] for line in shown(CONTRACT)]
    assert not any("late sums" in line for line in shown(CONTRACT))


def test_a_finding_stands_below_its_section_and_opens_it() -> None:
    lines = shown(CONTRACT, finding(5, "No interest"))
    at = next(number for number, line in enumerate(lines) if "late sums" in line)
    assert lines[at + 1].strip() == "● must: No interest"


def test_what_is_missing_is_told_from_what_is_wrong() -> None:
    assert any(line.strip() == "+ must: No cap" for line in shown(CONTRACT, finding(1, "No cap", "insert")))


def test_topics_stand_beside_their_section() -> None:
    topics = (Topic("late_payment", 3, 0.9), Topic("unsure", 3, 0.1, flag=False))
    read = Contract(CONTRACT.paragraphs, CONTRACT.sections, topics=topics)
    assert [line.split()[-2:] for line in shown(read) if "Fees" in line] == [["late", "payment"]]


def test_no_line_is_longer_than_the_terminal() -> None:
    long = contract("1. " + "Very " * 30 + "Long", "2. Fees", "The Client shall pay the Consultant.")
    assert all(len(line) <= 80 for line in shown(long, finding(2, "A title " * 20)))
    assert len(shown(long, finding(2, "A title " * 20))) == len(long.sections) + 1


def test_a_long_contract_shows_its_top_sections_and_what_was_found() -> None:
    lines = [line for n in range(1, 41) for line in (f"{n}. Part", f"{n}.1 Scope. The work is this.", f"{n}.2 Time. It is now.")]
    read = contract(*lines)
    assert len(shown(read)) == 40
    assert len(shown(read, finding(1, "One"))) == 42


def test_findings_before_the_first_section_are_shown_too() -> None:
    read = contract("The Client pays the Consultant.", "1. Fees", "Ten.")
    assert shown(read, finding(0, "Early"))[:2] == ["(opening)", "      ● must: Early"]


def test_a_document_without_sections_has_no_outline() -> None:
    assert outline(contract("Hello."), ()) == ()
