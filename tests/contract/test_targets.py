from __future__ import annotations

import pytest

from server.contract.sections import read_sections
from server.contract.targets import Targets, bare, number_of
from tests.contract.drafting import paragraphs

LINES = ("1. Fees", "1.1 The Client pays:", "(a) monthly; or", "(b) yearly.", "ARTICLE IV TERM", "Schedule 1", "1. Rates", "By the day.")


def targets() -> Targets:
    lines = paragraphs(*LINES)
    return Targets(read_sections(lines), len(lines))


@pytest.mark.parametrize(
    ("label", "shown"),
    [("Section 4.", "4"), ("Article IV", "IV"), ("b)", "(b)"), ("(b)", "(b)"), ("8.0", "8"), ("Exhibit A", "Exhibit A"), ("§ 3", "3")],
)
def test_a_label_is_written_as_references_write_it(label: str, shown: str) -> None:
    assert bare(label) == shown


@pytest.mark.parametrize(("label", "number"), [("IV", 4), ("4", 4), ("Four", 4), ("12A", 12), ("Fees", 0)])
def test_a_number_is_the_same_however_it_is_written(label: str, number: int) -> None:
    assert number_of(label) == number


def test_an_item_is_found_from_its_own_provision_only() -> None:
    assert targets().section("(b)", 2) == 3
    assert targets().section("(b)", 4) is None


def test_an_item_that_is_no_section_is_its_provision() -> None:
    assert targets().section("1.1(c)", 4) == targets().section("1.1", 4)


def test_the_body_comes_first_and_a_schedule_for_its_own_paragraphs() -> None:
    assert targets().section("1", 7) == 0
    assert targets().section("1", 7, near=True) == 6


def test_a_schedule_and_an_article_are_found_by_name() -> None:
    assert (targets().schedule("Schedule 1"), targets().article("4"), targets().schedule("Schedule 9")) == (5, 4, None)


def test_a_paragraph_lies_in_its_innermost_section() -> None:
    assert [targets().around(at) for at in range(len(LINES))] == [0, 1, 2, 3, 4, 5, 6, 6]
