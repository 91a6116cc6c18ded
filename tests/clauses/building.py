"""Small contracts and clause files for the tests of the clauses room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from server.clauses import Choices, Library, draft, find_risks, load_library
from server.clauses.check import as_contract, rewritten
from server.clauses.clause import Example
from server.contract import understand
from server.model import Contract, Paragraph, Section, Style

SIMPLE = """
title = "A phrase"
[[replace]]
any = ['''{them} may (?P<here>bite)''']
scope = "match"
[replace.preferred]
wording = "bark"
"""


def contract(*lines: str, me: str = "Contractor", them: str = "Client", **style: str) -> Contract:
    """Lines read as a contract between two sides."""
    read = as_contract(Example(text="\n".join(lines), parties=(me, them)), understand)
    return replace(read, style=replace(read.style, **style)) if style else read


def numbered(paragraphs: list[Paragraph], sections: list[Section]) -> Contract:
    """A contract whose structure is given rather than read."""
    return Contract(tuple(paragraphs), tuple(sections), style=Style())


def library(folder: Path, **files: str) -> Library:
    """A library of these files alone; `__` in a name stands for the slash of an id."""
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".toml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_library(only=[folder])


def redlined(read: Contract, clauses: Library, rung: str = "preferred", **values: str) -> str:
    """The contract's text with every proposal of one rung applied."""
    proposals = draft(read, clauses, find_risks(read, clauses), Choices(values=values))
    return rewritten(read, [proposal for proposal in proposals if proposal.rung == rung], "whole")
