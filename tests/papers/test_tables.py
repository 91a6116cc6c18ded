import csv
import io
from dataclasses import replace

import pytest

from server.model import Issue, Memo, Step
from server.papers import write_csv, write_markdown
from server.papers.tables import PRIVATE, SHARED
from tests.papers.building import memo

STEPS = (Step("keep", "The fee is "), Step("delete", "100 "), Step("insert", "200 "), Step("keep", "| euros."))


def listed(**changes: str) -> Memo:
    issue = replace(Issue(1, "must", "8.2 Cap", "A title", "The fee is 100", STEPS, "A reason."), **changes)  # type: ignore[arg-type]
    return Memo("Issues list", "Services Agreement", "Jane", "Client", "2026-11-22", ("One change.",), (("Key points", (issue,)),))


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_markdown_strikes_and_strengthens_the_words_and_escapes_its_own_signs() -> None:
    assert "The fee is ~~100~~ **200** \\| euros." in write_markdown(listed())


def test_a_line_break_in_a_cell_of_markdown_keeps_the_row_in_one_line() -> None:
    assert "one<br>two" in write_markdown(listed(reason="one\ntwo"))


def test_csv_has_a_row_for_each_point_with_the_words_as_they_would_read() -> None:
    table = rows(write_csv(listed()))
    assert tuple(table[0]) == SHARED
    assert table[1] == ["1", "Key points", "8.2 Cap", "A title", "The fee is 100", "The fee is 200 | euros.", "A reason."]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_take_for_a_formula_is_made_text(start: str) -> None:
    assert rows(write_csv(listed(title=f"{start}SUM(A1)")))[1][3] == f"'{start}SUM(A1)"


def test_quotes_commas_and_line_breaks_come_back_as_they_were() -> None:
    odd = 'He said "no", then\nleft; 50 %'
    assert rows(write_csv(listed(reason=odd)))[1][6] == odd


def test_the_private_table_has_its_columns_filled() -> None:
    table = rows(write_csv(memo(private=True)))
    assert tuple(table[0]) == (*SHARED, *PRIVATE)
    assert all(len(row) == len(table[0]) for row in table[1:-1])
    assert any(row[10] for row in table[1:-1])


def test_every_paper_says_that_it_is_no_legal_advice() -> None:
    for private in (False, True):
        assert "not legal advice" in write_markdown(memo(private)) and "not legal advice" in write_csv(memo(private))
