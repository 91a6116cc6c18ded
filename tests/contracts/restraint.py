"""How much the default selection (musts and shoulds) writes into each contract: `python -m tests.contracts.restraint [--held-out]`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.clauses import Choices, Library, choose, draft, find_risks, load_library
from server.contract import understand
from server.model import Contract, Finding, Proposal
from server.redline import pick, with_diffs
from server.word import open_docx, read_paragraphs
from tests.contracts.whole import read_wholes
from tests.shared_material import shared

SHARE = 0.15
WORDS = 900
FEW = 12  # musts in a contract: beyond that nobody can tell what matters


@dataclass(frozen=True)
class Weight:
    """What the default selection does to a contract. added, struck: words; findings: how many of each priority."""

    name: str
    words: int
    added: int
    struck: int
    musts: int
    shoulds: int
    nices: int
    heaviest: str

    @property
    def allowed(self) -> float:
        """Words that may be added: 15 % of the contract or 900, whichever is more."""
        return max(SHARE * self.words, WORDS)

    def line(self) -> str:
        counts = f"{self.musts:4} {self.shoulds:7} {self.nices:5}"
        return f"{self.name[:62]:<62} {self.words:6} {self.added:6} {self.allowed:8.0f} {self.struck:7} {counts}  {self.heaviest}"


def weigh(name: str, contract: Contract, library: Library) -> Weight:
    """The preferred wordings of all musts and shoulds, as they go into the contract together."""
    findings = find_risks(contract, library)
    wanted = ",".join(finding.id for finding in findings if finding.priority != "nice")
    chosen = choose(findings, library, wanted)[0] if wanted else ()
    proposals = draft(contract, library, findings, Choices(chosen))
    picked = with_diffs(pick(proposals, chosen, "preferred", ()))
    counts = Counter(finding.priority for finding in findings)
    sizes = {proposal.finding: _added(proposal) for proposal in picked}
    return Weight(
        name=name,
        words=sum(len(paragraph.text.split()) for paragraph in contract.paragraphs),
        added=sum(sizes.values()),
        struck=sum(_words(proposal, "delete") for proposal in picked),
        musts=counts["must"],
        shoulds=counts["should"],
        nices=counts["nice"],
        heaviest=_heaviest(findings, sizes),
    )


def corpus() -> Iterator[tuple[str, Contract]]:
    """The public contracts, read for the contractor's side."""
    for path in sorted(shared("corpus", "contracts").glob("*.docx")):
        yield path.stem, understand(read_paragraphs(open_docx(path.read_bytes())))


def labelled(held_out: bool = False) -> Iterator[tuple[str, Contract]]:
    """The contracts written for the tests, read for the side they were labelled for."""
    for whole in read_wholes(held_out=held_out):
        yield whole.name, understand(read_paragraphs(open_docx(whole.docx())), whole.me)


def _added(proposal: Proposal) -> int:
    new = sum(len(paragraph.text.split()) for insertion in proposal.insertions for paragraph in insertion.paragraphs)
    return new + _words(proposal, "insert")


def _words(proposal: Proposal, kind: str) -> int:
    return sum(len(change.text.split()) for edit in proposal.edits for change in edit.changes if change.kind == kind)


def _heaviest(findings: Sequence[Finding], sizes: dict[str, int]) -> str:
    rules = {finding.id: finding.rules[0] for finding in findings}
    top = sorted(sizes, key=lambda one: (-sizes[one], rules[one]))[:3]
    return ", ".join(f"{rules[one]} {sizes[one]}" for one in top)


def main(arguments: Sequence[str]) -> int:
    library = load_library()
    head = f"{'contract':<62} {'words':>6} {'added':>6} {'allowed':>8} {'struck':>7} must  should  nice"
    sys.stdout.write(head + "\n")
    sources = [*corpus(), *labelled(), *(labelled(True) if "--held-out" in arguments else ())]
    for name, contract in sources:
        sys.stdout.write(weigh(name, contract, library).line() + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
