"""The library's own proof: every example of every clause, run as a contract of a few lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from server.clauses.amend import named_rules
from server.clauses.blocks import Example, Replace
from server.clauses.choice import Choices
from server.clauses.clause import Clause
from server.clauses.detect import find_risks
from server.clauses.library import Library
from server.clauses.proposals import draft
from server.errors import ClauseExample
from server.model import Contract, FindingKind, Paragraph, Party, Proposal

Understand = Callable[[Sequence[Paragraph], str], Contract]
RISKY, SAFE, NEAR = 3, 3, 2
_TABLES: tuple[tuple[FindingKind, str, str], ...] = (
    ("replace", "risky", "safe"),
    ("insert", "lacking", "held"),
    ("amend", "lacking", "held"),
    ("append", "lacking", "held"),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a clause. field: the example's key in the file."""

    rule: str
    path: str
    field: str
    message: str

    def error(self) -> ClauseExample:
        return ClauseExample(self.message, self.path, self.field)


@dataclass(frozen=True, slots=True)
class Case:
    """One example and what it must show. block: the kind of table it stands in. found: whether it is to be found at all."""

    clause: Clause
    field: str
    block: FindingKind
    found: bool
    example: Example


def check_library(library: Library, understand: Understand, *, require_examples: bool = False) -> tuple[Problem, ...]:
    """Every problem of every clause; none for a library that keeps what its examples promise.

    understand: reads paragraphs as a contract (the contract room's). require_examples: as of the built-in library, at least three risky
    and three safe examples for words replaced, one lacking and one held for words added.
    """
    problems: list[Problem] = []
    for clause in library.clauses:
        if require_examples:
            problems += _too_few(clause)
        for case in cases(clause):
            message = run_case(case, library, understand)
            if message:
                problems.append(Problem(clause.id, clause.path, case.field, message))
    return tuple(problems)


def cases(clause: Clause) -> Iterator[Case]:
    """The clause's examples in the file's order."""
    for kind, found, safe in _TABLES:
        for number, block in enumerate(getattr(clause, kind)):
            for key in (found, safe):
                examples = enumerate(getattr(block, key))
                yield from (Case(clause, f"{kind}[{number}].{key}[{n}]", kind, key == found, one) for n, one in examples)


def run_case(case: Case, library: Library, understand: Understand) -> str:
    """What an example shows wrong, "" for nothing."""
    alone = _alone(case, library)
    contract = as_contract(case.example, understand)
    findings = find_risks(contract, alone)
    found = tuple(finding for finding in findings if finding.kind == case.block and case.clause.id in finding.rules)
    if not case.found:
        return f"is found, although it is safe: {case.example.why}".rstrip(": ") if found else ""
    if not found:
        return "is not found" if case.block == "replace" else "the missing protection is not proposed"
    proposals = draft(contract, alone, findings, Choices())
    mine = [one for one in proposals if one.rung == first_rung(proposals, one) and one.finding in {finding.id for finding in found}]
    shown = rewritten(contract, mine, case.block)
    if case.example.becomes is not None and shown != case.example.becomes:
        return f"becomes:\n{shown}\nand not:\n{case.example.becomes}"
    return _still_found(case, library, understand, (contract, proposals))


def _alone(case: Case, library: Library) -> Library:
    """The clause without the others, but for those that its example or its survival list names."""
    named = {rule for block in case.clause.amend for rule in named_rules(block)} if case.block == "amend" else set()
    named |= {rule for block in (*case.clause.insert, *case.clause.append) for rule in block.when.found}
    others = tuple(clause for clause in library.clauses if clause.id in {*named, *case.example.beside} - {case.clause.id})
    return replace(library, clauses=(case.clause, *others))


def _still_found(case: Case, library: Library, understand: Understand, drafted: tuple[Contract, Sequence[Proposal]]) -> str:
    """A fix is flagged neither by its own clause nor by any other of the library that did not flag the words before."""
    contract, proposals = drafted
    before: set[str] | None = None  # what was flagged in the words as they were: read only where something is flagged in the fix
    for rung in dict.fromkeys(proposal.rung for proposal in proposals):
        text = rewritten(contract, [proposal for proposal in proposals if proposal.rung == rung], "whole")
        fixed = as_contract(case.example.model_copy(update={"text": text}), understand)
        for finding in find_risks(fixed, library):
            if finding.kind != "replace" and case.clause.id not in finding.rules:
                continue
            if before is None:
                before = {rule for earlier in find_risks(contract, library) for rule in earlier.rules} - {case.clause.id}
            blamed = [rule for rule in finding.rules if rule not in before]
            if blamed and (finding.kind == "replace" or case.clause.id in blamed):
                return f"the {rung} wording is itself found by {blamed[0]}"
    return ""


def first_rung(proposals: Sequence[Proposal], proposal: Proposal) -> str:
    """The best rung that a proposal's finding has."""
    return next(one.rung for one in proposals if one.finding == proposal.finding)


def as_contract(example: Example, understand: Understand) -> Contract:
    """An example read as a contract between the parties it names; each line a paragraph."""
    lines = example.text.split("\n")
    paragraphs = tuple(Paragraph(number, "body", line) for number, line in enumerate(lines))
    contract = understand(paragraphs, "")
    me, them = example.parties
    parties = (_party(me, "contractor", True, lines), _party(them, "client", False, lines))
    return replace(contract, parties=parties, kind=example.kind or contract.kind, insertable=True)


def _party(name: str, role: str, is_me: bool, lines: Sequence[str]) -> Party:
    person = {"we": 1, "i": 1, "you": 2}.get(name.lower(), 3)
    article = "the" if person == 3 and any(f"he {name}" in line for line in lines) else ""
    return Party(name, (name,), "contractor" if role == "contractor" else "client", is_me, article, person, person != 3)


def rewritten(contract: Contract, proposals: Sequence[Proposal], kind: str) -> str:
    """The example with the proposals applied; for a kind that adds words, only the paragraphs that change and the new ones."""
    lines = [paragraph.text for paragraph in contract.paragraphs]
    edits = sorted((edit for one in proposals for edit in one.edits), key=lambda edit: (edit.span.paragraph, -edit.span.start))
    for edit in edits:
        text = lines[edit.span.paragraph]
        lines[edit.span.paragraph] = text[: edit.span.start] + edit.new + text[edit.span.end :]
    insertions = [inserted for proposal in proposals for inserted in proposal.insertions]
    if kind not in ("whole", "replace"):
        changed = dict.fromkeys(edit.span.paragraph for edit in edits)
        return "\n".join((*(lines[number] for number in changed), *(new.text for one in insertions for new in one.paragraphs)))
    for _, inserted in sorted(enumerate(insertions), key=lambda pair: (-pair[1].after, -pair[0])):
        lines[inserted.after + 1 : inserted.after + 1] = [new.text for new in inserted.paragraphs]
    return "\n".join(lines)


def _too_few(clause: Clause) -> Iterator[Problem]:
    def short(field: str, have: Sequence[Example], need: int) -> Iterator[Problem]:
        if len(have) < need:
            yield Problem(clause.id, clause.path, field, f"has {len(have)} examples and needs {need}")

    blocks: Sequence[Replace] = [block for block in clause.replace if not block.along]
    if blocks:
        yield from short("replace.risky", [one for block in blocks for one in block.risky], RISKY)
        safe = [one for block in blocks for one in block.safe]
        yield from short("replace.safe", safe, SAFE)
        if sum(bool(one.why) for one in safe) < NEAR:
            yield Problem(clause.id, clause.path, "replace.safe", "needs two near misses that say why they are safe")
    for kind in ("insert", "amend", "append"):
        for number, block in enumerate(getattr(clause, kind)):
            yield from short(f"{kind}[{number}].lacking", block.lacking, 1)
            yield from short(f"{kind}[{number}].held", block.held, 1)
    for block in clause.replace:
        yield from _unmeasured(clause, block)


def _unmeasured(clause: Clause, block: Replace) -> Iterator[Problem]:
    for number, example in enumerate(block.risky):
        if example.becomes is None:
            yield Problem(clause.id, clause.path, f"risky[{number}].becomes", "is missing")
