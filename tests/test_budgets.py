"""The budgets that keep it a house: module <= 250 lines, function <= 40 lines. Complexity and arguments are ruff's."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULE, FUNCTION = 250, 40
PYTHON = sorted((ROOT / "server").rglob("*.py"))
SCRIPTS = sorted((ROOT / "addin").rglob("*.js"))
SHEETS = sorted((ROOT / "addin").rglob("*.css")) + sorted((ROOT / "addin").rglob("*.html"))
# a top-level or nested function, and an arrow with a body, each up to the brace on its own indentation
OPENS = re.compile(r"^(?P<indent>\s*)(?=.*\{\s*$).*(\bfunction\b|=>\s*\{\s*$)")
BANNED = {"utils", "helpers", "common", "core", "manager", "engine", "misc"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def functions_of_python(text: str) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def functions_of_script(text: str) -> Iterator[tuple[str, int]]:
    lines = text.splitlines()
    for start, line in enumerate(lines):
        opened = OPENS.match(line)
        if not opened:
            continue
        closing = re.compile(rf"^{opened['indent']}\}}")
        end = next(at for at in range(start + 1, len(lines)) if closing.match(lines[at]))
        yield f"line {start + 1}", end - start + 1


@pytest.mark.parametrize("path", PYTHON + SCRIPTS + SHEETS, ids=name)
def test_a_module_fits_its_budget(path: Path) -> None:
    lines = path.read_text("utf-8").count("\n")
    assert lines <= MODULE


@pytest.mark.parametrize("path", PYTHON + SCRIPTS, ids=name)
def test_every_function_fits_its_budget(path: Path) -> None:
    found = functions_of_python if path.suffix == ".py" else functions_of_script
    assert [each for each in found(path.read_text("utf-8")) if each[1] > FUNCTION] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [name(path) for path in PYTHON + SCRIPTS if path.stem in BANNED] == []


def test_a_long_function_of_a_script_is_noticed() -> None:
    body = "  step();\n" * FUNCTION
    assert list(functions_of_script(f"function long() {{\n{body}}}\nconst short = () => {{\n  step();\n}};\n")) == [
        ("line 1", 42),
        ("line 43", 3),
    ]
