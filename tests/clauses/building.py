"""Small contracts and clause files for the tests of the clauses room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from server.clauses import Choices, Library, draft, find_risks, load_library
from server.clauses.blocks import Example
from server.clauses.check import as_contract, rewritten
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

BACK = """
title = "No license back"
priority = "must"
[[insert]]
heading = "License Back"
present = ['''license back''']
when = { any = ['''{me} hereby assigns'''] }
place = ["sub-clause of:intellectual_property", "end"]
[insert.preferred]
wording = "{them} {verb:grants|grant} {me} a license back to {me}'s general tools."
"""
BAN = """
title = "No ban"
priority = "must"
severity = "critical"
[[insert]]
heading = "No AI Training"
present = ['''not [^.]{0,40}\\btrain''']
place = ["sub-clause of:intellectual_property", "end"]
[insert.preferred]
wording = "{them} shall not use the {term:Work Product|work} to train any {term:AI System|machine-learning system}."
comment = "The work is made for {them}'s own use. It is no training material."
"""
CAP = """
title = "No cap"
severity = "critical"
priority = "must"
[parameters.multiple]
label = "Multiple"
type = "number"
default = 2
max = 5
[[replace]]
any = ['''(?P<here>{them}'s) total liability''']
scope = "match"
[replace.preferred]
wording = "each party's"
comment = "The cap now protects both parties alike."
note = "A word or two."
[replace.fallback]
wording = "{me}'s own limit of {param:multiple} times the fees and {them}'s"
[[replace]]
any = ['''to the extent prohibited by law(?P<here>)''']
scope = "match"
along = true
[replace.preferred]
wording = ", or {them}'s obligation to pay fees"
short = ", or {them}'s obligation to pay fees or liability for breach of Section {section:ai/ban}"
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
