"""Every example of every built-in clause, one test each."""

import pytest

from server.clauses import load_library
from server.clauses.check import Case, cases, check_library, run_case
from server.contract import understand

LIBRARY = load_library()
CASES = [case for clause in LIBRARY.clauses for case in cases(clause)]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.clause.id}:{case.field}" for case in CASES])
def test_an_example_shows_what_it_promises(case: Case) -> None:
    assert run_case(case, LIBRARY, understand) == ""


def test_the_built_in_library_has_all_the_examples_it_needs() -> None:
    assert [problem.message for problem in check_library(LIBRARY, understand, require_examples=True)] == []
