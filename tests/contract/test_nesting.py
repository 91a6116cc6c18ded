from __future__ import annotations

from server.contract.labels import read_label
from server.contract.nesting import Entry, nest


def entry(line: str, **more: object) -> Entry:
    return Entry(0, read_label(line), None, **more)  # type: ignore[arg-type]


def kept(stack: list[str], line: str, **more: object) -> int:
    return nest([entry(one) for one in stack], entry(line, **more), None)[0]


def test_a_sibling_closes_its_elder_and_all_inside_it() -> None:
    assert kept(["8.", "8.1 X", "(a) x"], "8.2 X") == 1
    assert kept(["8.", "8.1 X", "(a) x"], "9. X") == 0


def test_a_child_keeps_its_parents_open() -> None:
    assert kept(["8.", "8.1 X"], "(a) x") == 2
    assert kept(["8.", "8.1 X", "(a) x"], "(ii) x") == 3


def test_the_next_letter_closes_the_roman_list_before_it() -> None:
    assert kept(["8.1 X", "(a) x", "(ii) x"], "(b) x") == 1


def test_a_numbered_list_after_a_colon_is_no_section_of_the_document() -> None:
    assert kept(["3."], "1. x", opened=True) == 1
    assert kept(["3."], "1. x") == 0


def test_a_deeper_list_level_is_a_child_even_with_the_same_kind_of_number() -> None:
    stack = [Entry(0, read_label("3. X"), None, level=0)]
    assert nest(stack, Entry(1, read_label("1. x"), None, level=1), None)[0] == 1


def test_signatures_and_contents_hold_nothing() -> None:
    stack = [Entry(0, None, None, "signature")]
    assert nest(stack, entry("1. X"), None)[0] == 0


def test_an_i_alone_is_roman_unless_an_h_went_before() -> None:
    settled = nest([entry("1.")], entry("(i) x"), None)[1]
    assert settled.family == "(roman)"
    settled = nest([entry("1."), entry("(h) x")], entry("(i) x"), None)[1]
    assert settled.family == "(letter)"
