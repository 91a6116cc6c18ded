"""What the tests of both doors share: one clause of a user's own, and a contract it concerns."""

from __future__ import annotations

from pathlib import Path

from tests.docx_language import docx

WARRANTY = """
title = "A warranty without an end"
severity = "high"
priority = "must"
why = "{me} would answer for the work for ever."

[parameters.warranty_days]
label = "Warranty, in days"
type = "number"
default = 30
min = 1

[[replace]]
any = ['''unlimited warranty''']
scope = "match"
[replace.preferred]
wording = "warranty of {param:warranty_days} days"
comment = "A warranty needs an end."
note = "The floor is a warranty by law."
[replace.floor]
wording = "limited warranty"
"""


def write_clauses(folder: Path) -> Path:
    """A library of one clause, `test/warranty`."""
    file = folder / "test" / "warranty.toml"
    file.parent.mkdir(parents=True)
    file.write_text(WARRANTY, "utf-8")
    return folder


def contract() -> bytes:
    """A contract with one thing to mark, words of more than one byte and of more than one UTF-16 unit in it."""
    return docx(
        'This Agreement is made between Zürich Labs GmbH ("Client") and Jane Doe ("Contractor").',
        "1. Services. Contractor will build the model 𝒳 for Client.",
        "2. Warranty. Contractor gives **unlimited warranty** for the Services.",
        "3. Law. This Agreement is governed by the laws of Ireland.",
    )
