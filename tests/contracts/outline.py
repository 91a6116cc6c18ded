"""Outlines of corpus contracts as text, one file a contract, read by eye against the rendered document.

`python -m tests.contracts.outline` writes them anew (needs the shared corpus); read the diff before you commit it.
Topics stand on lines of their own ("~"), so that a retrained model changes these lines alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from server.contract import understand
from server.model import Contract, Section
from server.word import open_docx, read_paragraphs
from tests.shared_material import shared

FOLDER = Path(__file__).resolve().parent / "outlines"
CORPUS = (
    "counsel-os__sample-mutual-nda",
    "docx4j__docx4j_IndividualContributor",
    "open-agreements__common-paper-ai-addendum",
    "open-agreements__common-paper-data-processing-agreement",
    "open-agreements__common-paper-independent-contractor-agreement",
    "open-agreements__common-paper-order-form",
    "open-agreements__common-paper-professional-services-agreement",
    "open-agreements__common-paper-statement-of-work",
    "open-agreements__openagreements-confidentiality-invention-assignment-agreement",
    "open-agreements__openagreements-founder-stock-repurchase-agreement",
)
WORDS = 10


def read_contract(name: str) -> Contract:
    """A contract of the corpus, as the product reads it."""
    return understand(read_paragraphs(open_docx(shared("corpus", "contracts", f"{name}.docx").read_bytes())))


def snapshot(contract: Contract) -> str:
    """Kind, law, parties, terms and sections of a contract, a line each."""
    lines = [
        f"title: {contract.title}",
        f"kind: {contract.kind}",
        f"law: {contract.jurisdiction}",
        f"courts: {contract.facts.courts}",
        "parties:",
        *(f"  {party.role}: {party.name} ({', '.join(party.short)})" for party in contract.parties),
        "terms:",
        *(f"  {term.name}" + ("" if term.defined == "here" else f" ({term.defined})") for term in contract.terms),
        "sections:",
        *_sections(contract),
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _sections(contract: Contract) -> Iterator[str]:
    depths: list[int] = []
    for number, section in enumerate(contract.sections):
        depths.append(1 if section.parent is None else depths[section.parent] + 1)
        title = section.heading or f"“{_first_words(contract, section)}”"
        kind = "" if section.kind == "provision" else f" [{section.kind}]"
        yield f"{'  ' * depths[-1]}{section.label or '-'}  {title}{kind}"
        following = contract.sections[number + 1].first if number + 1 < len(contract.sections) else len(contract.paragraphs)
        own = range(section.first, max(following, section.first + 1))
        topics = sorted({topic.name for topic in contract.topics if topic.flag and topic.paragraph in own})
        if topics:
            yield f"{'  ' * depths[-1]}  ~ {', '.join(topics)}"


def _first_words(contract: Contract, section: Section) -> str:
    return " ".join(contract.paragraphs[section.first].text[section.start :].split()[:WORDS])


if __name__ == "__main__":
    for name in CORPUS:
        (FOLDER / f"{name}.txt").write_text(snapshot(read_contract(name)), "utf-8")
