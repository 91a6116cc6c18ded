"""The flow, and nothing else: from a DOCX to findings, and from chosen findings to a proved redline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from server import clauses
from server.clauses import Choices, Library, choose, draft, fill_alone, find_risks
from server.contract import understand
from server.errors import ProofError
from server.model import Cleaning, Contract, Finding, Memo, Proof, Proposal, Review, Rung, Signature, Skip
from server.papers import Certificate, certify, compile_memo, file_name, file_stem, write_certificate, write_csv, write_markdown
from server.redline import Plan, Selection, intended_texts, override, pick, plan, with_diffs
from server.word import (
    Cleaned,
    Facts,
    WordFile,
    Written,
    annex_xml,
    clean_copy,
    open_docx,
    prove,
    read_facts,
    read_paragraphs,
    set_memo,
    signed,
    unused,
    write_annex,
    write_redline,
)
from server.word import verify as prove_foreign

__all__ = [
    "Certificate",
    "Cleaned",
    "Cleaning",
    "Proposed",
    "Redlined",
    "Request",
    "Reviewed",
    "Selection",
    "annex",
    "certify",
    "check_library",
    "clean",
    "file_name",
    "file_stem",
    "library",
    "memo",
    "memo_document",
    "propose",
    "redline",
    "review",
    "verify",
    "write_certificate",
    "write_csv",
    "write_markdown",
]


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One reading of a document: facts of the file, and what it says."""

    document: Facts
    review: Review


@dataclass(frozen=True, slots=True)
class Request:
    """What to mark, how and by whom. select: "all", "should" (musts and shoulds), "must" or finding and rule ids with
    commas, unless `selections` lists findings.

    settings: parameters by name. rung: the one asked for; the nearest that a clause has is taken.
    """

    library: Library
    signature: Signature
    me: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)
    select: str = "should"
    rung: Rung = "preferred"
    comments: bool = True
    selections: tuple[Selection, ...] | None = None


@dataclass(frozen=True, slots=True)
class Redlined:
    """A marked document and its proof. applied: finding ids. marked: the proposals that were written, one for each of them."""

    data: bytes
    applied: tuple[str, ...]
    skipped: tuple[Skip, ...]
    proof: Proof
    review: Review
    marked: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a selection would write. review: the findings that go together, in the order to write them (new provisions by their numbers),
    with every rung's wording drafted for that selection.

    rungs: finding id to the rung taken; that proposal holds the user's own wording and comment. skipped: what does not go along, and why.
    annexes: finding id to the annex that the rung taken brings, as XML that Word takes into the open document.
    """

    review: Review
    rungs: Mapping[str, Rung]
    skipped: tuple[Skip, ...]
    annexes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What goes into one document together: the plan, every rung drafted for it, and of each finding the proposal taken."""

    plan: Plan
    proposals: tuple[Proposal, ...]
    picked: tuple[Proposal, ...]
    skipped: tuple[Skip, ...]


def library(folders: Sequence[Path] = (), only: Sequence[Path] = ()) -> Library:
    """The built-in clauses and the user's own. Raises ClauseError for a file that is wrong."""
    return clauses.load_library(folders, only)


def check_library(library: Library, require_examples: bool = False) -> tuple[str, ...]:
    """What the clauses' own examples don't bear out, a line each."""
    return tuple(str(problem.error()) for problem in clauses.check_library(library, understand, require_examples=require_examples))


def review(data: bytes, library: Library, me: str = "", settings: Mapping[str, str] | None = None) -> Reviewed:
    """What the document is, what would hurt {me}, and the wording proposed. Raises ContractError, WordingError."""
    file = open_docx(data)
    contract, findings = _read(file, library, me)
    proposals = with_diffs(draft(contract, library, findings, Choices(values=settings or {})))
    return Reviewed(read_facts(file), Review(contract, findings, proposals, (*file.notes, *contract.notes)))


def redline(data: bytes, request: Request) -> Redlined:
    """The document with the chosen wordings as tracked changes, proved. Raises ContractError, WordingError, EditError, ProofError."""
    file = open_docx(data)
    contract, findings = _read(file, request.library, request.me)
    chosen = _plan(contract, findings, request)
    planned, signature = chosen.plan, unused(request.signature, file)
    written = write_redline(file, planned.edits, planned.insertions, signature, request.comments)
    proof = _proved(file, contract, planned, written, signature)
    applied = (*written.applied, *(finding for finding, owner in planned.shared if owner in written.applied))
    notes = (*file.notes, *contract.notes, *written.notes)
    reading = Review(contract, findings, with_diffs(chosen.proposals), notes)
    marked = tuple(proposal for proposal in with_diffs(chosen.picked) if proposal.finding in applied)
    return Redlined(written.data, tuple(dict.fromkeys(applied)), (*chosen.skipped, *written.skipped), proof, reading, marked)


def annex(name: str, request: Request, data: bytes | None = None) -> bytes:
    """An annex of the library as a DOCX of its own, filled from the contract `data`. Raises ContractError, WordingError."""
    file = None if data is None else open_docx(data)
    contract = None if file is None else understand(read_paragraphs(file), request.me)
    return write_annex(fill_alone(request.library, name, contract, request.settings), request.signature, file)


def propose(data: bytes, request: Request) -> Proposed:
    """The wordings as `redline` would write them, and nothing written. Raises ContractError, WordingError."""
    file = open_docx(data)
    contract, findings = _read(file, request.library, request.me)
    chosen = _plan(contract, findings, request)
    taken = {proposal.finding: proposal for proposal in chosen.picked}
    wordings = with_diffs([taken[p.finding] if p.rung == taken[p.finding].rung else p for p in chosen.proposals if p.finding in taken])
    named = {finding.id: finding for finding in findings}
    reading = Review(contract, tuple(named[finding] for finding in taken), wordings, contract.notes)
    annexes = {finding: annex_xml(i.annex, file) for finding, proposal in taken.items() for i in proposal.insertions if i.annex}
    return Proposed(reading, {finding: proposal.rung for finding, proposal in taken.items()}, chosen.skipped, annexes)


def verify(original: bytes, marked: bytes, author: str = "") -> Proof:
    """Whether rejecting what is new in `marked` (by `author`, if named) gives `original` back. Raises ContractError."""
    return prove_foreign(open_docx(original), open_docx(marked).data, author)


def memo(redlined: Redlined, signature: Signature, private: bool = False) -> Memo:
    """The issues list of a redline: for the other side, or with what only ours may read."""
    return compile_memo(redlined.review, redlined.marked, signature, private)


def memo_document(memo: Memo, signature: Signature) -> bytes:
    """An issues list as a DOCX."""
    return set_memo(memo, signature)


def clean(marked: bytes, cleaning: Cleaning) -> Cleaned:
    """The document as it goes out: our changes accepted, our comments and its metadata gone.

    Raises ContractError, NoSuchAuthor, NotClean.
    """
    return clean_copy(open_docx(marked), cleaning)


def _read(file: WordFile, library: Library, me: str) -> tuple[Contract, tuple[Finding, ...]]:
    contract = understand(read_paragraphs(file), me)
    return contract, find_risks(contract, library)


def _plan(contract: Contract, findings: Sequence[Finding], request: Request) -> _Chosen:
    """The plan for the findings chosen; drafted again without those dropped, for wordings depend on what is chosen together."""
    selections = request.selections or ()
    wanted = request.select if request.selections is None else ",".join(s.finding for s in selections)
    chosen, skipped = choose(findings, request.library, wanted) if wanted else ((), ())
    rungs = {one.finding: one.rung for one in selections if one.rung}
    while True:
        proposals = draft(contract, request.library, findings, Choices(chosen, request.settings, request.rung, rungs))
        picked = override(pick(proposals, chosen, request.rung, selections), contract.paragraphs, selections)
        planned = plan(picked, [f.id for f in findings])
        if not planned.skipped:
            return _Chosen(planned, proposals, picked, skipped)
        skipped += planned.skipped
        chosen = tuple(finding for finding in chosen if finding not in {skip.finding for skip in planned.skipped})


def _proved(file: WordFile, contract: Contract, planned: Plan, written: Written, signature: Signature) -> Proof:
    applied = set(written.applied)
    edits = [e for e in planned.edits if e.id in applied]
    insertions = [i for i in planned.insertions if i.id in applied]
    intended = intended_texts(contract.paragraphs, edits, insertions, written.emptied)
    proof = prove(file, written.data, signed(signature), intended, [p.text for p in contract.paragraphs])
    if not proof.holds:
        raise ProofError("The redline could not be proved, so it is not handed out.", "Please report this; your document is unchanged.")
    return proof
