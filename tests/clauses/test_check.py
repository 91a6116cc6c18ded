from pathlib import Path

from server.clauses import check_library
from server.contract import understand
from tests.clauses.building import SIMPLE, library

RISKY = "[[replace.risky]]\ntext = 'Client may bite.'\nbecomes = 'Client may bark.'\n"
SAFE = "[[replace.safe]]\ntext = 'Contractor may bite.'\nwhy = 'our dog'\n"


def messages(tmp_path: Path, text: str, **more: bool) -> list[str]:
    return [problem.message for problem in check_library(library(tmp_path, a=text), understand, **more)]


def test_examples_that_hold_are_no_problem(tmp_path: Path) -> None:
    assert messages(tmp_path, SIMPLE + RISKY + SAFE) == []


def test_a_clause_of_ones_own_needs_no_examples_but_ours_do(tmp_path: Path) -> None:
    assert messages(tmp_path, SIMPLE) == []
    assert len(messages(tmp_path, SIMPLE, require_examples=True)) == 3


def test_each_broken_promise_is_told(tmp_path: Path) -> None:
    assert "is not found" in messages(tmp_path, SIMPLE + RISKY.replace("Client may bite", "Nobody may bite"))[0]
    assert "Client may bark." in messages(tmp_path, SIMPLE + RISKY.replace("'Client may bark.'", "'x'"))[0]
    assert "although it is safe: our dog" in messages(tmp_path, SIMPLE + SAFE.replace("Contractor", "Client"))[0]


def test_a_fix_that_is_itself_found_is_a_problem(tmp_path: Path) -> None:
    assert (
        "is itself found by a"
        in messages(tmp_path, SIMPLE.replace('"bark"', '"bite hard"') + RISKY.replace("Client may bark.", "Client may bite hard."))[0]
    )


def test_a_problem_names_the_file_and_the_example(tmp_path: Path) -> None:
    problem = check_library(library(tmp_path, a=SIMPLE + SAFE.replace("Contractor", "Client")), understand)[0]
    assert (problem.rule, problem.field, problem.path) == ("a", "replace[0].safe[0]", str(tmp_path / "a.toml"))
    assert "a.toml: replace[0].safe[0]" in str(problem.error())
